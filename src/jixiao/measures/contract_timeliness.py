"""Whether contracts were signed in time, and whether service went on without one."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from jixiao.measures.base import Given, measure
from jixiao.measures.cover import Gap, gaps
from jixiao.measures.period import Period
from jixiao.measures.settings import Setting
from jixiao.measures.stated import named, rows_of
from jixiao.measures.uptime import percent
from jixiao.model.dates import written, written_span
from jixiao.model.dossier import Contract
from jixiao.model.measurement import Measurement
from jixiao.model.number import plain


@measure(
    "contract_timeliness",
    advice="针对{name}，成交前完成合同审查，成交后按期签订；建立合同台账，到期前启动续签或者承接，不留空档，不先服务后签订",
    title="合同签订及时率",
    unit="%",
    places=2,
    settings=(
        Setting("days", "签订期限", "30", "成交之日起多少天内应当签订"),
        Setting("fees", "费用项", "", "只看这些费用项的合同；空着为全部"),
    ),
    parts={
        "contracts": "应签合同数",
        "on_time": "按期签订数",
        "late": "未按期签订数",
        "longest_days": "签订最晚的一份距成交的天数",
        "served_unsigned": "服务开始后才签订的合同数",
        "unsigned_days": "其中评价期间内先服务后签订的天数",
        "gaps": "没有合同覆盖的间断数",
        "gap_days": "没有合同覆盖的天数",
    },
)
def contract_timeliness(given: Given) -> Measurement:
    """按期签订的合同数 ÷ 应签合同数 × 100%。

    应签合同：签订日期在评价期间内的，以及期间内到期应签而没有签的。有成交日期的，成交之日起“签订期限”内签订为按期；
    没有成交日期的（例如三方转让协议），服务开始以前签订为按期。另列先服务后签订的合同，
    以及同一费用项或前后承接的合同之间没有合同覆盖的日子。
    """
    limit = given.settings.whole("days")
    fees = given.settings.words("fees")
    contracts = given.dossier.contracts
    others = [one for one in contracts if fees and one.fee not in fees]
    chosen = [one for one in contracts if one not in others]
    due = [one for one in chosen if _counts(one, limit, given.period)]
    late = [one for one in due if not _on_time(one, limit)]
    early = [one for one in chosen if _unsigned(one, given.period)]
    open_days = gaps(chosen, given.period)
    left_out = {"不是所选费用项": others, "不在评价期间签订": [one for one in chosen if one not in due]}
    sources = rows_of(given, contracts, left_out, late)
    parts = {
        "contracts": len(due),
        "on_time": len(due) - len(late),
        "late": len(late),
        "longest_days": max((_waited(one) or 0 for one in due), default=0),
        "served_unsigned": len(early),
        "unsigned_days": sum(_unsigned(one, given.period) for one in early),
        "gaps": len(open_days),
        "gap_days": sum(gap.days for gap in open_days),
    }
    found = {
        "parts": {name: Decimal(value) for name, value in parts.items()},
        "notes": (
            *(_late_note(one, limit) for one in late),
            *_early_note(early, given.period),
            *map(_gap_note, open_days),
        ),
    }
    rate = percent(len(due) - len(late), len(due), given.method.places)
    if rate is None:
        why = "评价期间没有应签的合同" if contracts else "没有合同记录"
        return given.blank(why, sources, **found)
    formula = f"按期签订 {len(due) - len(late)} 份 ÷ 应签 {len(due)} 份 × 100% = {plain(rate)}%"
    return given.result(rate, formula, sources, **found)


def _last_day(contract: Contract, limit: int) -> date:
    """The last day to sign."""
    if contract.awarded is None:
        return contract.starts
    return date.fromordinal(min(contract.awarded.toordinal() + limit, date.max.toordinal()))


def _counts(contract: Contract, limit: int, period: Period) -> bool:
    return period.holds(contract.signed or _last_day(contract, limit))


def _on_time(contract: Contract, limit: int) -> bool:
    return contract.signed is not None and contract.signed <= _last_day(contract, limit)


def _waited(contract: Contract) -> int | None:
    return (contract.signed - contract.awarded).days if contract.signed and contract.awarded else None


def _unsigned(contract: Contract, period: Period) -> int:
    """The days of the period on which service ran before the contract was signed."""
    signed = (contract.signed or date.max).toordinal()
    until = min(signed, contract.ends.toordinal() + 1, period.last.toordinal() + 1)
    return max(0, until - max(contract.starts, period.first).toordinal())


def _late_note(contract: Contract, limit: int) -> str:
    name = named(contract)
    if contract.signed is None:
        return f"{name}应于{written(_last_day(contract, limit))}前签订，没有签订日期。"
    if contract.awarded is None:
        return f"{name}没有成交日期，服务自{written(contract.starts)}开始，{written(contract.signed)}才签订。"
    passed = f"历时 {_waited(contract)} 天，超过 {limit} 天的期限"
    return f"{name}{written(contract.awarded)}成交，{written(contract.signed)}签订，{passed}。"


def _early_note(contracts: Sequence[Contract], period: Period) -> Iterator[str]:
    if contracts:
        told = "、".join(f"{named(one)} {_unsigned(one, period)} 天" for one in contracts)
        yield f"服务已经开始、合同还没有签订的（评价期间内的天数）：{told}。"


def _gap_note(gap: Gap) -> str:
    return (
        f"{written_span(gap.first, gap.last)}共 {gap.days} 天没有合同覆盖："
        f"{named(gap.before)}已经到期，{named(gap.after)}还没有开始。"
    )
