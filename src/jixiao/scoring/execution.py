"""The budget execution row (domain §3.2)."""

from decimal import Decimal

from jixiao.law.snapshot import Law
from jixiao.model.evaluation import FundLine
from jixiao.model.number import Number, known, tidy
from jixiao.model.terms import Origin
from jixiao.scoring.points import Points, Undecided, places_in_force
from jixiao.scoring.portion import portion


def score_execution(line: FundLine | None, law: Law) -> Points:
    """执行数 ÷ 预算数 × the weight, printed or else the law's, in one division; capped if the law says so."""
    printed = known(line.weight) if line else None
    weight = law.number("weight.execution") if printed is None else printed
    try:
        return _by_rate(line, weight, law)
    except Undecided as blank:
        return blank.points(weight)


def base_of(line: FundLine, law: Law) -> tuple[str, Number]:
    """Name and amount of what spending is measured against: the adjusted budget, or the initial one in older forms."""
    if law.word("execution.base") == "initial":
        return "年初预算数", line.initial
    return "全年预算数", line.budget


def _by_rate(line: FundLine | None, weight: Decimal | None, law: Law) -> Points:
    if weight is None:
        raise Undecided("没有读到预算执行率的分值", "weight.execution")
    if weight < 0:
        raise Undecided(f"分值 {tidy(weight)} 是负数")
    if line is None:
        raise Undecided("没有读到资金总额，无法计算预算执行率")
    name, printed = base_of(line, law)
    base, executed = _amount(name, printed), _amount("全年执行数", line.executed)
    if base == 0:
        raise Undecided("没有预算却有支出，不计算执行率" if executed else "没有预算，不计算执行率")
    points = portion(weight, executed, base, places_in_force(law))
    why = (
        f"{name} {tidy(base)} {line.money_unit}，全年执行数 {tidy(executed)} {line.money_unit}，"
        f"{tidy(weight)}×{tidy(executed)}÷{tidy(base)}={tidy(points)} 分"
    )
    basis = ["execution.base", "score.places"]
    if executed > base:
        basis.append("execution.cap")
        why += "；支出超过预算"
        if law.flag("execution.cap"):
            points = weight
            why += f"，按分值 {tidy(weight)} 分计"
    return Points(Origin.COMPUTED, points, weight, why, tuple(basis), met=executed >= base)


def _amount(name: str, printed: Number) -> Decimal:
    if printed is None:
        raise Undecided(f"没有读到{name}")
    if printed == "":
        raise Undecided(f"没有填写{name}")
    if printed < 0:
        raise Undecided(f"{name} {tidy(printed)} 是负数")
    return printed
