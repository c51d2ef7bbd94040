"""The tables that a method rests on, as facts and as cells of the report."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from jixiao.evaluation.money import UNIT, printed
from jixiao.evaluation.spending import Spending
from jixiao.evaluation.words import Span, Words
from jixiao.measures.analysis import AnalysisTable, Figure, comparison, factor_analysis, years
from jixiao.model.dossier import Dossier
from jixiao.model.measurement import EvidenceGrade, Fact, Measurement
from jixiao.model.number import plain

# What the folder states; everything else in these tables is computed.
_STATED: Final = ("previous", "goal", "initial", "budget", "scope", "price", "time")
_NONE: Final = "—"
# The difference of two shares is no share.
_DIFFERENCES: Final = (".difference", ".change")
_POINTS: Final = "个百分点"


def tables_of(
    dossier: Dossier, measurements: Mapping[str, Measurement], spending: Spending
) -> tuple[AnalysisTable, ...]:
    """The tables for which there are figures."""
    made = (
        factor_analysis(dossier, spending.by_fee),
        comparison(dossier, measurements),
        years(dossier, measurements),
    )
    return tuple(table for table in made if table is not None)


def facts_in(tables: Iterable[AnalysisTable], measurements: Mapping[str, Measurement]) -> Iterator[Fact]:
    """A fact for each figure."""
    for table in tables:
        for title, figure in table.figures:
            name = id_of(figure)
            owner = name.split(".")[1] if name.startswith("indicator.") else ""
            stated = name.rpartition(".")[2] in _STATED
            grade = EvidenceGrade.STATED if stated else EvidenceGrade.MEASURED
            measurement = owner if owner in measurements and not stated else ""
            yield Fact(name, title, shown(figure), figure.value, figure.unit, grade, measurement)


def id_of(figure: Figure) -> str:
    """The id of a figure's fact; a sum over the lines of the budget is a fact of its own beside the fund's."""
    return figure.fact.replace("fund.", "fee.total.", 1) if figure.fact.startswith("fund.") else figure.fact


def shown(figure: Figure) -> str:
    """A figure with its unit, money in 万元."""
    if figure.value is None:
        return _NONE
    if figure.unit == "元":
        return f"{plain(printed(figure.value))}{UNIT}"
    unit = _POINTS if figure.unit == "%" and figure.fact.endswith(_DIFFERENCES) else figure.unit
    return f"{plain(figure.value)}{unit}"


def cell(figure: Figure, *, money: bool) -> Words:
    """A figure in a column; money: the title says 万元 already."""
    text = shown(figure)
    return (Span(text.removesuffix(UNIT) if money else text, id_of(figure)),)
