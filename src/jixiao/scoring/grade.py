"""评价等级 of a total (domain §3.5)."""

from decimal import Decimal
from typing import Final

from jixiao.law.snapshot import Law
from jixiao.model.number import tidy
from jixiao.model.terms import Grade
from jixiao.scoring.points import Undecided
from jixiao.scoring.tally import Tally

_BOUNDS: Final = (
    (Grade.EXCELLENT, "grade.excellent"),
    (Grade.GOOD, "grade.good"),
    (Grade.FAIR, "grade.fair"),
)


def grade_range(sums: Tally, law: Law) -> tuple[Grade, Grade]:
    """The grades of the points earned and of the best possible points; a total on a bound has the better grade.

    Bounds are for the law's full marks. A form whose weights add up to something else has no grade; one with waived
    rows has one only if the law rescales.

    Raises:
        Undecided: no grade can be given, and why.
    """
    total = law.number("score.total")
    bounds = [(grade, law.number(name)) for grade, name in _BOUNDS]
    if total is None or any(bound is None for _, bound in bounds):
        raise Undecided("现行规定没有评价等级的标准", "score.total", *(name for _, name in _BOUNDS))
    if sums.unweighted:
        raise Undecided(f"有 {sums.unweighted} 行没有读到分值，不能评等级")
    if sums.full + sums.waived != total:
        raise Undecided(
            f"分值合计 {tidy(sums.full + sums.waived)} 分，不是 {tidy(total)} 分，不能评等级", "score.total"
        )
    if sums.waived and not rescales(sums, law):
        raise Undecided(
            f"有 {tidy(sums.waived)} 分的指标不适用，现行规定没有写明怎样折算，不能评等级", "not_applicable.rescale"
        )

    def grade(points: Decimal) -> Grade:
        reached = (grade for grade, bound in bounds if bound is not None and points * total >= bound * sums.full)
        return next(reached, Grade.POOR)

    return grade(sums.earned), grade(sums.best)


def rescales(sums: Tally, law: Law) -> bool:
    """Whether the form has waived rows and the law scales the others up to full marks."""
    return sums.waived > 0 and sums.full > 0 and law.flag("not_applicable.rescale")
