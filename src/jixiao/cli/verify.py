"""jixiao verify: does an exported file still say what was computed, and does that still follow?"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from jixiao import api
from jixiao.cli import options
from jixiao.cli.app import EXIT_FINDINGS
from jixiao.cli.saying import say

if TYPE_CHECKING:
    from jixiao.evaluation.verify import Verdict

_SHOWN: Final = 40


@click.command("verify", options_metavar=options.METAVAR, short_help="核对导出的表和报告是否被改动、是否仍然成立")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.argument("folder", metavar="项目文件夹", required=False, type=click.Path(path_type=Path))
def command(file: Path, folder: Path | None) -> None:
    """核对 jixiao evaluate 导出的文件：导出以后改了什么；按当日规定重算得分；给出项目文件夹时，佐证变了哪些数不再成立。

    退出码：0 没有改动，各数成立；1 有改动或有数不再成立；2 读不出来。
    """
    verdict = api.verify(file, folder)
    for line in told(verdict, checked=folder is not None):
        say(line)
    if not verdict.holds:
        sys.exit(EXIT_FINDINGS)


def told(verdict: "Verdict", *, checked: bool) -> list[str]:
    """The verdict line by line. checked: whether it was held against a project folder."""
    lines = [verdict.file]
    if not verdict.compared:
        lines.append("　这种格式的正文本版还不能比对，只核对了携带的数。")
    elif not verdict.edits:
        lines.append("　导出以后没有改动。")
    lines += [
        f"　改动　{one.where}：导出时“{one.was}”，现在“{one.now or '（没有）'}”" for one in verdict.edits[:_SHOWN]
    ]
    lines += _more(len(verdict.edits))
    lines += [f"　不符　{one.where}：印的是 {one.was}，重算是 {one.now}" for one in verdict.wrong]
    if not verdict.wrong:
        lines.append("　按当日规定重算，各行得分和总分相符。")
    if not checked:
        lines.append("　没有给出项目文件夹，佐证没有核对。")
        return lines
    lines += [f"　佐证　{file}：{what}" for file, what in verdict.changed.items()]
    lines += [
        f"　不再成立　{one.title}：导出时 {one.was}{_now(one.was, one.now)}（{one.why}）"
        for one in verdict.broken[:_SHOWN]
    ]
    lines += _more(len(verdict.broken))
    if verdict.trouble:
        lines.append(f"　佐证已不能重新计算：{verdict.trouble}")
    elif not verdict.changed and not verdict.broken:
        lines.append("　佐证与导出时相同，重新计算的各数相同。")
    return lines


def _now(was: str, now: str) -> str:
    if was == now:
        return "，重新计算仍是这样，依据要重新核对"
    return f"，现在 {now}" if now else ""


def _more(count: int) -> list[str]:
    return [f"　……共 {count} 处"] if count > _SHOWN else []
