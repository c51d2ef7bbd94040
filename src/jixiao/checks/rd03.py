"""RD03: a waiver that covers nothing."""

from jixiao.checks.base import HINT, Fault, check, waiver
from jixiao.checks.samples import a_waiver
from jixiao.model.waiver import Used


@check("RD03", on=waiver, at="fingerprint", severity=HINT, basis=["jx-practice"], since="0.2.0")
def waiver_covers_nothing(w: Used) -> list[Fault]:
    """豁免没有用上

    为什么要查：问题已经改掉、文件已经换过的豁免留在那里，以后会遮住新的问题。
    怎么改：问题改掉了的，删掉这一条；这次没有检查那个文件的，不必改。
    不适用于：豁免用上了，或者过期了（见 RD02）；豁免的那项检查这次没有做。
    """
    entry = w.waiver
    if w.held or w.expired:
        return []
    aim = f"记号 {entry.fingerprint}" if entry.fingerprint else f"{entry.file} {entry.place}"
    return [Fault("fingerprint", facts={"code": entry.code, "entry": str(entry.ordinal), "aim": aim})]


SAYS = "第 {entry} 条豁免（{code}，{aim}）没有用上：这次检查没有报出它说的问题。"
FIRES = {"没有这处问题": a_waiver(held=0)}
SILENT = {"用上了": a_waiver(), "过期了": a_waiver(held=0, expired=1)}
