"""The warning light of a self-evaluation: high scores beside low spending (domain §3.7)."""

from decimal import Decimal
from enum import StrEnum

from jixiao.law.snapshot import Law
from jixiao.model.evaluation import FundLine
from jixiao.model.number import known
from jixiao.scoring.execution import base_of
from jixiao.scoring.points import Points
from jixiao.scoring.tally import Tally


class Light(StrEnum):
    """红灯、黄灯、不亮灯."""

    RED = "red"
    YELLOW = "yellow"
    NONE = "none"


def light_of(indicators: Tally, execution: Points, line: FundLine, law: Law) -> Light | None:
    """The light; None where an unread amount or an undecided row leaves it open.

    Red: the share that the indicators earn exceeds the share that execution earns by more than `light.gap` percent of
    itself. Yellow: no budget, or more than `light.unspent` percent of it unspent. A colour that no rule in force
    defines never shows.
    """
    gap, unspent = law.number("light.gap"), law.number("light.unspent")
    base, executed = known(base_of(line, law)[1]), known(line.executed)
    if base == 0:
        return Light.NONE if unspent is None else Light.YELLOW
    if base is None or executed is None or execution.points is None or indicators.unweighted:
        return None
    if gap is not None:
        reds = {_is_red(indicators, points, execution, gap) for points in (indicators.earned, indicators.best)}
        if reds != {False}:
            return Light.RED if reds == {True} else None
    if unspent is not None and (base - executed) * 100 > unspent * base:
        return Light.YELLOW
    return Light.NONE


def _is_red(indicators: Tally, points: Decimal, execution: Points, gap: Decimal) -> bool:
    """(I − E) ÷ I > gap %, multiplied out, where I and E are the shares of full points; growing with `points`."""
    assert execution.points is not None
    assert execution.weight is not None
    share, other = points * execution.weight, execution.points * indicators.full
    return (share - other) * 100 > gap * share
