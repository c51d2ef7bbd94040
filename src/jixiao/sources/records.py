"""Rows understood → the records of a `Dossier`."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Final

from jixiao.model.dossier import (
    Contract,
    DocumentEvidence,
    Fee,
    FundPlan,
    GoalPlan,
    Judgement,
    MeasureSpec,
    Meeting,
    Origin,
    Payment,
    PlannedIndicator,
)
from jixiao.model.number import tidy
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import FundSource, Level1, Level2, Scope, Tier
from jixiao.sources.entries import Record, parts_of
from jixiao.sources.files import document_path

_CAUSES: Final = {"scope": "cut_scope", "price": "cut_price", "time": "cut_time"}
_SETTINGS: Final = re.compile(r"\s*[；;\n]\s*")
_NOTHING: Final = Decimal("0.00")
_JUDGED: Final = ("judged_by", "judged_score", "judged_tier", "judged_reason")


def fund(row: Record) -> FundPlan:
    """A row of 资金; an empty adjustment is none."""
    return FundPlan(
        source=FundSource(row["source"]),
        initial=row["initial"],
        adjustment=row["adjustment"] or _NOTHING,
        reason=row.text("reason"),
        decision=row.text("decision"),
        budget=row["budget"],
        origin=row.entry.origin,
    )


def fee(row: Record) -> Fee:
    """A row of 费用明细; causes without amount are left out.

    Raises:
        InputError: a cut or what was added is negative.
    """
    cuts = {cause: row[column] for cause, column in _CAUSES.items() if row[column]}
    for cause, amount in cuts.items():
        if amount < 0:
            raise row.error(_CAUSES[cause], f"核减 {amount} 元是负数", "核减多少写多少，写正数")
    added = row["added"] or _NOTHING
    if added < 0:
        raise row.error("added", f"追加 {added} 元是负数", "追加多少写多少，写正数；减少的写在核减里")
    return Fee(row["id"], row["name"], row["initial"], cuts, row.entry.origin, added)


def goal(row: Record) -> GoalPlan:
    """A row of 目标."""
    return GoalPlan(Scope(row["scope"]), row["expected"], row.text("achieved"), row.entry.origin)


def indicator(row: Record) -> PlannedIndicator:
    """A row of 指标.

    Raises:
        InputError: a setting without value, settings without a measure, or half a judgement.
    """
    return PlannedIndicator(
        id=row["id"],
        level1=Level1(row["level1"]),
        level2=Level2(row["level2"]),
        level3=row["level3"],
        target=row["target"],
        target_parsed=parse_quantity(row["target"]),
        weight=_tidy(row["weight"]),
        measure=_measure(row),
        judged=_judgement(row),
        stated=row.text("stated"),
        reason=row.text("reason"),
        documents=tuple(parts_of(row.text("documents"))),
        origin=row.entry.origin,
    )


def contract(row: Record) -> Contract:
    """A row of 合同."""
    return Contract(
        id=row["id"],
        name=row["name"],
        party=row["party"],
        fee=row["fee"],
        amount=row["amount"],
        awarded=row["awarded"],
        signed=row["signed"],
        starts=row["starts"],
        ends=row["ends"],
        replaces=row.text("replaces"),
        document=row.text("document"),
        origin=row.entry.origin,
    )


def payment(row: Record) -> Payment:
    """A row of 支付."""
    return Payment(
        id=row["id"],
        contract=row.text("contract"),
        fee=row["fee"],
        day=row["day"],
        amount=row["amount"],
        service_from=row["service_from"],
        service_to=row["service_to"],
        method=row.text("method"),
        voucher=row.text("voucher"),
        origin=row.entry.origin,
        source=FundSource(row["source"]) if row["source"] else None,
    )


def meeting(row: Record) -> Meeting:
    """A row of 会议."""
    return Meeting(
        id=row["id"],
        day=row["day"],
        number=row.text("number"),
        topic=row["topic"],
        decision=row["decision"],
        document=row.text("document"),
        origin=row.entry.origin,
    )


def attached(row: Record, column: str, folder: Path) -> str:
    """The path, within the project folder, of the file that a cell names.

    Raises:
        InputError: the file is not in the folder, is empty, or is not what its suffix says.
    """
    try:
        return document_path(folder, row[column])
    except ValueError as error:
        remedy = "把文件放进 evidence 文件夹，这里写它的路径，例如 附件/考核表.pdf"
        raise row.error(column, f"佐证文件“{row[column]}”{error}", remedy) from error


def document(row: Record, folder: Path) -> DocumentEvidence:
    """A row of 佐证.

    Raises:
        InputError: the file is not in the folder, is empty, or is not what its suffix says.
    """
    return DocumentEvidence(
        id=row["id"],
        file=attached(row, "file", folder),
        title=row["title"],
        page=row.text("page"),
        day=row["day"],
        issuer=row.text("issuer"),
        sealed=row["sealed"] == "是",
        supports=tuple(parts_of(row.text("supports"))),
        origin=row.entry.origin,
    )


def _measure(row: Record) -> MeasureSpec | None:
    settings = {}
    for part in filter(None, _SETTINGS.split(row.text("settings"))):
        name, sign, value = (word.strip() for word in part.replace("＝", "=").partition("="))
        if not (name and sign and value):
            raise row.error("settings", f"“{part}”不是“名称=值”", "写成 名称=值；名称=值")
        settings[name] = value
    if not row["measure"]:
        if settings:
            raise row.error("settings", "有测量设置，没有测量方法", "填上测量方法，或者清空设置")
        return None
    file, places = row.entry.origin.file, row.entry.places
    written = (Origin(file, places.get(name, row.entry.origin.place)) for name in ("measure", "settings"))
    return MeasureSpec(row["measure"], settings, *written)


def _judgement(row: Record) -> Judgement | None:
    given = [name for name in _JUDGED if row[name] not in (None, "")]
    if not given and row["judged_day"] is None:
        return None
    if len(given) < len(_JUDGED):
        missing = next(name for name in _JUDGED if name not in given)
        raise row.error(missing, "评分没有填全", "评分人、评分、评定档次、评分理由都要填")
    tier = Tier(row["judged_tier"])
    return Judgement(row["judged_by"], _tidy(row["judged_score"]), tier, row["judged_reason"], row["judged_day"])


def _tidy(points: Decimal) -> Decimal:
    """Points without the zeros that a column adds."""
    return Decimal(tidy(points))
