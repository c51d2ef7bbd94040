"""RD02: a waiver that is past its day."""

from jixiao.checks.base import WARNING, Fault, check, waiver
from jixiao.checks.samples import a_waiver
from jixiao.model.waiver import Used


@check("RD02", on=waiver, at="until", severity=WARNING, basis=["jx-practice"], since="0.2.0")
def waiver_has_expired(w: Used) -> list[Fault]:
    """豁免已经过期

    为什么要查：豁免是某人在某段时间里同意的，过了期就不再算数，原来的问题照常计入。
    怎么改：把问题改掉；确实还要豁免的，由有权的人重新同意，写上新的理由和期限。
    不适用于：豁免文件里没有过期的条目。
    """
    entry = w.waiver
    if not w.expired:
        return []
    facts = {"code": entry.code, "entry": str(entry.ordinal), "until": entry.until.isoformat(), "count": str(w.expired)}
    return [Fault("until", facts=facts)]


SAYS = "第 {entry} 条豁免（{code}）到 {until} 为止，它说的 {count} 处问题按评价日期已经过期，照常计入。"
FIRES = {"过了期": a_waiver(until="2020-12-31", held=0, expired=2)}
SILENT = {"还在期内": a_waiver(), "没有用上": a_waiver(held=0)}
