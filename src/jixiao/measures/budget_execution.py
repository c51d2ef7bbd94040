"""Budget execution: what was paid of the adjusted budget."""

from decimal import Decimal
from typing import Final

from jixiao.measures.base import Given, measure
from jixiao.measures.stated import ZERO, Record, rows_of
from jixiao.model.dossier import FundPlan
from jixiao.model.measurement import Measurement
from jixiao.model.number import plain
from jixiao.model.terms import FundSource
from jixiao.scoring.portion import portion

_PERCENT: Final = Decimal(100)


@measure(
    "budget_execution",
    advice="针对{name}，按合同约定的节点排出用款计划，按月跟踪支付进度，确实用不完的及时申请调剂或者交回",
    title="预算执行率",
    unit="%",
    places=2,
    parts={"initial": "年初预算（元）", "budget": "全年预算（元）", "paid": "实际支付（元）", "left": "结余（元）"},
)
def budget_execution(given: Given) -> Measurement:
    """评价期间的实际支付 ÷ 全年预算数（调整后）× 100%。预算为零时无法判断。"""
    plans = sources_of(given.dossier.funds)
    payments = given.dossier.payments
    early_or_late = [one for one in payments if not given.period.holds(one.day)]
    paid = sum((one.amount for one in payments if given.period.holds(one.day)), ZERO)
    budget = sum((plan.budget for plan in plans), ZERO)
    initial = sum((plan.initial for plan in plans), ZERO)
    used: tuple[Record, ...] = (*payments, *plans)
    sources = rows_of(given, used, {"支付日期不在评价期间": early_or_late})
    parts = {"initial": initial, "budget": budget, "paid": paid, "left": budget - paid}
    if budget <= 0:
        return given.blank("全年预算数为零，没有执行率", sources, parts=parts)
    if not payments:
        return given.blank("没有支付记录", sources, parts=parts)
    if paid < 0:
        return given.blank("退回的多于支付的，没有执行率", sources, parts=parts)
    rate = portion(_PERCENT, paid, budget, given.method.places)
    formula = f"{plain(paid)} 元 ÷ {plain(budget)} 元 × 100% = {plain(rate)}%"
    return given.result(rate, formula, sources, parts=parts)


def sources_of(funds: tuple[FundPlan, ...]) -> tuple[FundPlan, ...]:
    """The sources of funds, or the total line where only that is given."""
    return tuple(plan for plan in funds if plan.source is not FundSource.TOTAL) or funds
