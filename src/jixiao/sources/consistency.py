"""What a folder states must hold together: amounts add up to the fen, and names point at something.

Policy: a contradiction is refused with both amounts and their difference; nothing is corrected silently.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from jixiao.model.dossier import Dossier
from jixiao.model.errors import InputError
from jixiao.model.number import tidy
from jixiao.sources.entries import Record
from jixiao.sources.stated import TABLES

_Tables = Mapping[str, tuple[Record, ...]]

# A column that names a row of another table: table, column, the table named.
_NAMES: Final = (
    ("contract", "fee", "fee"),
    ("contract", "replaces", "contract"),
    ("payment", "fee", "fee"),
    ("payment", "contract", "contract"),
)

# A document may also support amounts of the budget: fund.initial.
_AMOUNTS: Final = "fund."


def refuse_contradictions(dossier: Dossier, tables: _Tables) -> None:
    """Nothing, if all holds together.

    Raises:
        InputError: amounts that do not add up, a name that points at nothing, what cannot be negative, or what was
            written after the report.
    """
    for row, plan in zip(tables["fund"], dossier.funds, strict=True):
        if plan.initial + plan.adjustment != plan.budget:
            sides = ("年初预算数加调整数", plan.initial + plan.adjustment, "全年预算数", plan.budget)
            raise row.error("budget", _apart(*sides), "改正其中一个；核减的调整数写负数")
    if dossier.fees:
        _compare_fees(dossier)
    for table, column, of in _NAMES:
        _refuse_unknown(tables[table], column, tables[of], TABLES[of].title)
    _refuse_sources(tables["payment"], dossier)
    _refuse_reversed(tables["contract"], "starts", "ends")
    _refuse_reversed(tables["payment"], "service_from", "service_to")
    for row, indicator in zip(tables["indicator"], dossier.indicators, strict=True):
        _refuse_unlisted(row, "documents", indicator.documents, tables["document"], "佐证")
    for row, document in zip(tables["document"], dossier.documents, strict=True):
        named = [name for name in document.supports if not name.startswith(_AMOUNTS)]
        _refuse_unlisted(row, "supports", named, tables["indicator"], "指标")
    _refuse_negative(tables["indicator"], "weight", "分值")
    _refuse_negative(tables["contract"], "amount", "合同金额")
    if dossier.report_date:
        for row in (*tables["meeting"], *tables["document"]):
            _refuse_later(row, dossier.report_date)


def _compare_fees(dossier: Dossier) -> None:
    first = dossier.fees[0].origin
    initial = _sum(plan.initial for plan in dossier.funds), _sum(fee.initial for fee in dossier.fees)
    budget = _sum(plan.budget for plan in dossier.funds), _sum(fee.budget for fee in dossier.fees)
    for what, (funds, fees) in (("年初预算数", initial), ("调整后的预算", budget)):
        if funds != fees:
            sides = (f"资金的{what}合计", funds, f"费用明细的{what}合计", fees)
            raise InputError(first.file, _apart(*sides), "逐项核对资金和费用明细", first.place)


def _refuse_unknown(rows: Iterable[Record], column: str, of: Iterable[Record], title: str) -> None:
    known = {row["id"] for row in of}
    for row in rows:
        if row[column] and row[column] not in known:
            raise row.error(column, f"“{title}”里没有编号“{row[column]}”", f"在“{title}”里加上，或改正编号")


def _refuse_sources(rows: Iterable[Record], dossier: Dossier) -> None:
    known = {plan.source for plan in dossier.funds}
    for row, payment in zip(rows, dossier.payments, strict=True):
        if payment.source and payment.source not in known:
            cause = f"“资金”里没有“{TABLES['fund'].column('source').shown_for(payment.source)}”"
            raise row.error("source", cause, "在“资金”里加上这个来源，或改正这一格")


def _refuse_unlisted(row: Record, column: str, names: Iterable[str], of: Iterable[Record], title: str) -> None:
    known = {one["id"] for one in of}
    for name in names:
        if name not in known:
            raise row.error(column, f"“{title}”里没有编号“{name}”", f"在“{title}”里加上，或改正编号")


def _refuse_reversed(rows: Iterable[Record], since: str, until: str) -> None:
    for row in rows:
        if row[until] < row[since]:
            raise row.error(until, f"服务结束 {row[until]} 早于服务开始 {row[since]}", "改正日期")


def _refuse_negative(rows: Iterable[Record], column: str, what: str) -> None:
    for row in rows:
        if row[column] < 0:
            raise row.error(column, f"{what} {tidy(row[column])} 是负数", "改成零或正数")


def _refuse_later(row: Record, day: date) -> None:
    if row["day"] and row["day"] > day:
        raise row.error("day", f"日期 {row['day']} 晚于报告日期 {day}", "改正其中一个；报告不能依据以后的文件")


def _apart(one: str, a: Decimal, other: str, b: Decimal) -> str:
    return f"{one} {a} 元，{other} {b} 元，相差 {abs(a - b)} 元"


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal("0.00"))
