"""What a kind of error is, and the ways in which one is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from planted.files import FILES, PROSE
from planted.reports import REPORTS
from planted.twins import TWINS, Twin

Planted = tuple[Twin, str]
Plant = Callable[[Twin], Planted]
QUANTITY, QUALITY, TIME, COST = "数量指标", "质量指标", "时效指标", "成本指标"
SOCIAL, LASTING, LIKED = "社会效益指标", "可持续影响指标", "服务对象满意度指标"
OWN: Final = ("村道养护", "夜间开放")  # the twins that are printed in our own layouts, with points beside the classes
TIANJIN: Final = ("村道养护",)  # the layout with a reason beside the funds


@dataclass(frozen=True)
class Kind:
    """code: the check that has to fire. twins: what it is planted into. containers: the files that can hold it.

    spoken: the error is found by the words of the passage where it is reported, else by the field.
    """

    code: str
    name: str
    plant: Plant
    twins: tuple[str, ...]
    containers: tuple[str, ...]
    spoken: bool


KINDS: Final[list[Kind]] = []


def kind(
    code: str,
    name: str,
    *,
    twins: tuple[str, ...] = tuple(TWINS),
    files: tuple[str, ...] = tuple(FILES),
    spoken: bool = False,
) -> Callable[[Plant], Plant]:
    """Declares the function below it: it gives the planted twin, and the field (or the words) to point at."""

    def keep(plant: Plant) -> Plant:
        KINDS.append(Kind(code, name, plant, twins, files, spoken))
        return plant

    return keep


def cells(code: str, name: str, place: str, at: str, /, **changes: str | int) -> None:
    """A kind that changes cells of the first row of a class."""

    @kind(code, name)
    def plant(twin: Twin) -> Planted:
        n = twin.at(place)
        return twin.row(n, **changes), f"indicators[{n}].{at}"


def money(code: str, name: str, at: str, /, line: int = 0, **changes: str) -> None:
    """A kind that changes amounts of a fund line."""

    @kind(code, name)
    def plant(twin: Twin) -> Planted:
        return twin.fund(line, **changes), f"funds[{line}].{at}"


def told(code: str, name: str, line: str, words: str) -> None:
    """A kind that stands in a paragraph above a form."""

    @kind(code, name, files=PROSE, spoken=True)
    def plant(twin: Twin) -> Planted:
        return twin.said(line), words


def reported(code: str, name: str, heading: str, line: str, words: str, files: tuple[str, ...] = PROSE) -> None:
    """A kind that stands in a paragraph of a report, below a heading; {year} is the year evaluated, {next} after it."""

    @kind(code, name, twins=tuple(REPORTS), files=files, spoken=True)
    def plant(twin: Twin) -> Planted:
        year = twin.form.project.year or 0
        years = {"year": year, "before": year - 1, "after": year + 2}
        return twin.added(heading, line.format(**years)), words.format(**years)
