"""Whether contracts were signed in time, and whether service went on without one."""

from datetime import date
from decimal import Decimal

from jixiao.measures.base import Given, measure
from jixiao.measures.cover import Gap, gaps
from jixiao.measures.period import Period
from jixiao.measures.settings import Setting
from jixiao.measures.stated import rows_of
from jixiao.measures.uptime import percent
from jixiao.model.dossier import Contract
from jixiao.model.measurement import Measurement
from jixiao.model.number import plain


@measure(
    "contract_timeliness",
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
            *(_early_note(one, given.period) for one in early),
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
    name = f"{contract.id}《{contract.name}》"
    if contract.signed is None:
        return f"{name}应于 {_last_day(contract, limit):%Y-%m-%d} 前签订，没有签订日期。"
    if contract.awarded is None:
        return f"{name}没有成交日期，服务 {contract.starts:%Y-%m-%d} 开始，{contract.signed:%Y-%m-%d} 才签订。"
    days = _waited(contract)
    return f"{name}{contract.awarded:%Y-%m-%d} 成交，{contract.signed:%Y-%m-%d} 签订，用了 {days} 天，期限 {limit} 天。"


def _early_note(contract: Contract, period: Period) -> str:
    return (
        f"{contract.id}《{contract.name}》先服务后签订，评价期间内有 {_unsigned(contract, period)} 天没有签订的合同。"
    )


def _gap_note(gap: Gap) -> str:
    return (
        f"{gap.first:%Y-%m-%d} 至 {gap.last:%Y-%m-%d} 共 {gap.days} 天没有合同覆盖："
        f"{gap.before.id}《{gap.before.name}》到期，{gap.after.id}《{gap.after.name}》还没有开始。"
    )
