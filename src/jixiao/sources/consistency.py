"""What a folder states must hold together: amounts add up to the fen, and names point at something.

Policy: a contradiction is refused with both amounts and their difference; nothing is corrected silently.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from jixiao.model.dossier import Dossier
from jixiao.model.errors import InputError
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


def refuse_contradictions(dossier: Dossier, tables: _Tables) -> None:
    """Nothing, if all holds together.

    Raises:
        InputError: amounts that do not add up, or a name that points at nothing.
    """
    for row, plan in zip(tables["fund"], dossier.funds, strict=True):
        if plan.initial + plan.adjustment != plan.budget:
            sides = ("年初预算数加调整数", plan.initial + plan.adjustment, "全年预算数", plan.budget)
            raise row.error("budget", _apart(*sides), "改正其中一个；核减的调整数写负数")
    if dossier.fees:
        _compare_fees(dossier)
    for table, column, of in _NAMES:
        _refuse_unknown(tables[table], column, tables[of], TABLES[of].title)
    _refuse_reversed(tables["contract"], "starts", "ends")
    _refuse_reversed(tables["payment"], "service_from", "service_to")
    documents = {one.id for one in dossier.documents}
    for row, indicator in zip(tables["indicator"], dossier.indicators, strict=True):
        for name in indicator.documents:
            if name not in documents:
                raise row.error("documents", f"“佐证”里没有编号“{name}”", "在“佐证”里加上，或改正编号")


def _compare_fees(dossier: Dossier) -> None:
    first = dossier.fees[0].origin
    initial = _sum(plan.initial for plan in dossier.funds), _sum(fee.initial for fee in dossier.fees)
    cuts = _sum(amount for fee in dossier.fees for amount in fee.cuts.values())
    budget = _sum(plan.budget for plan in dossier.funds), initial[1] - cuts
    for what, (funds, fees) in (("年初预算数", initial), ("核减后的预算", budget)):
        if funds != fees:
            sides = (f"资金的{what}合计", funds, f"费用明细的{what}合计", fees)
            raise InputError(first.file, _apart(*sides), "逐项核对资金和费用明细", first.place)


def _refuse_unknown(rows: Iterable[Record], column: str, of: Iterable[Record], title: str) -> None:
    known = {row["id"] for row in of}
    for row in rows:
        if row[column] and row[column] not in known:
            raise row.error(column, f"“{title}”里没有编号“{row[column]}”", f"在“{title}”里加上，或改正编号")


def _refuse_reversed(rows: Iterable[Record], since: str, until: str) -> None:
    for row in rows:
        if row[until] < row[since]:
            raise row.error(until, f"服务结束 {row[until]} 早于服务开始 {row[since]}", "改正日期")


def _apart(one: str, a: Decimal, other: str, b: Decimal) -> str:
    return f"{one} {a} 元，{other} {b} 元，相差 {abs(a - b)} 元"


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal("0.00"))
