"""Evaluations of one batch that speak of one project, or of one unit."""

from collections.abc import Iterator, Sequence

from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

Numbered = tuple[int, Evaluation]


def projects(batch: Sequence[Evaluation]) -> dict[str, list[Numbered]]:
    """The evaluations by the printed name of their project; those without a name are left out."""
    found: dict[str, list[Numbered]] = {}
    for n, one in enumerate(batch):
        name = fold(one.project.name or "")
        if name:
            found.setdefault(name, []).append((n, one))
    return found


def pairs(batch: Sequence[Evaluation], years: int) -> Iterator[tuple[Numbered, Numbered]]:
    """Each evaluation with the first of the same project and unit that is so many years older."""
    for same in projects(batch).values():
        for at, later in enumerate(same):
            others = same[:at] if years == 0 else same
            earlier = next((one for one in others if _is_older(one[1], later[1], years)), None)
            if earlier is not None:
                yield earlier, later


def _is_older(one: Evaluation, other: Evaluation, years: int) -> bool:
    if one.project.year is None or other.project.year is None or other.project.year - one.project.year != years:
        return False
    units = {fold(each.project.unit) for each in (one, other) if each.project.unit}
    return len(units) < len((one, other)) or any(unit in fold(one.project.unit or "") for unit in units)
