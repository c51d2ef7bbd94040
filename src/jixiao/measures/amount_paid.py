"""What was paid: in all, by quarter, by line of the budget, and for service of other years."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from jixiao.measures.base import Given, measure
from jixiao.measures.period import Period
from jixiao.measures.settings import Setting
from jixiao.measures.stated import ZERO, named, rows_of
from jixiao.model.dossier import Payment
from jixiao.model.measurement import Measurement
from jixiao.model.number import plain
from jixiao.scoring.portion import portion

_FEN: Final = 2
_WAN: Final = 4
_FEES: Final = Setting("fees", "费用项", "", "只算这些费用项的编号；空着为全部")
_UNIT: Final = Setting("unit", "单位", "万元", "金额的单位", ("元", "万元"))


@measure(
    "amount_paid",
    advice="针对{name}，核对支出与指标值的差距，从紧安排下一年度支出，确需调整的按程序调整预算和指标值",
    title="实际支付金额",
    unit="元",
    places=2,
    settings=(_FEES, _UNIT),
    parts={
        "count": "支付笔数",
        "quarter_1_paid": "第一季度支付（元）",
        "quarter_2_paid": "第二季度支付（元）",
        "quarter_3_paid": "第三季度支付（元）",
        "quarter_4_paid": "第四季度支付（元）",
        "cross_year": "其中服务期全部在以前年度的支付（元）",
        "other_years": "其中按天数属于评价期间以外服务的部分（元）",
        "returned": "其中退回（元）",
    },
)
def amount_paid(given: Given) -> Measurement:
    """支付日期在评价期间内的各笔支付相加，退回的按负数计。

    按支付日期分季度，按费用项分列。跨年度的部分按服务期计：服务期全部在评价期间以前的支付单列；
    服务期跨出评价期间的，按天数分摊，四舍五入到分。
    """
    fees = given.settings.words("fees")
    payments = given.dossier.payments
    others = [one for one in payments if fees and one.fee not in fees]
    early_or_late = [one for one in payments if one not in others and not given.period.holds(one.day)]
    paid = [one for one in payments if one not in others and given.period.holds(one.day)]
    left_out = {"不是所选费用项": others, "支付日期不在评价期间": early_or_late}
    sources = rows_of(given, payments, left_out, paid)
    if not payments:
        return given.blank("没有支付记录")
    total = _sum(paid)
    parts = {
        "count": Decimal(len(paid)),
        **{
            f"quarter_{nth}_paid": _sum([one for one in paid if (one.day.month + 2) // 3 == nth]) for nth in range(1, 5)
        },
        "cross_year": _sum([one for one in paid if one.service_to < given.period.first]),
        "other_years": sum((outside(one, given.period) for one in paid), ZERO),
        "returned": -_sum([one for one in paid if one.amount < 0]),
    }
    unit = given.settings.text("unit")
    return given.result(
        total.scaleb(-_WAN) if unit == "万元" else total,
        f"{len(paid)} 笔支付合计 {plain(total)} 元",
        sources,
        unit=unit,
        places=6 if unit == "万元" else _FEN,
        parts=parts,
        notes=tuple(_against_contracts(given, [one for one in payments if one not in others])),
        series={"by_fee": _by_fee(paid), "by_month": _by_month(paid, given.period)},
    )


def _against_contracts(given: Given, payments: Sequence[Payment]) -> Iterator[str]:
    """Payments that do not fit their contract: more than it says in all, or for another fee."""
    for contract in given.dossier.contracts:
        own = [one for one in payments if one.contract == contract.id]
        total = _sum(own)
        if total > contract.amount:
            yield f"{named(contract)}累计支付 {plain(total)} 元，多于合同金额 {plain(contract.amount)} 元。"
        for one in own:
            if one.fee != contract.fee:
                where = f"{one.origin.file} {one.origin.place}"
                yield f"{where}：{one.id} 的费用项是 {one.fee}，合同 {contract.id} 的是 {contract.fee}。"


def outside(payment: Payment, period: Period) -> Decimal:
    """The part of a payment, to the fen, that is for days of service outside the period."""
    days = _days(payment.service_from, payment.service_to)
    within = _days(max(payment.service_from, period.first), min(payment.service_to, period.last))
    if days <= 0 or within >= days:
        return ZERO
    part = portion(abs(payment.amount), Decimal(days - max(within, 0)), Decimal(days), _FEN)
    return part.copy_sign(payment.amount)


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _sum(payments: Sequence[Payment]) -> Decimal:
    return sum((payment.amount for payment in payments), ZERO)


def _by_fee(paid: Sequence[Payment]) -> tuple[tuple[str, Decimal | None], ...]:
    fees = dict.fromkeys(one.fee for one in paid)
    return tuple((fee, _sum([one for one in paid if one.fee == fee])) for fee in sorted(fees))


def _by_month(paid: Sequence[Payment], period: Period) -> tuple[tuple[str, Decimal | None], ...]:
    return tuple(
        (f"{month.first:%Y-%m}", _sum([one for one in paid if month.holds(one.day)])) for month in period.months()
    )
