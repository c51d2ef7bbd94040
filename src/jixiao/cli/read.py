"""jixiao read: what stands in a document."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import click
from rich.table import Table

from jixiao import api
from jixiao.cli import options
from jixiao.cli.app import EXIT_INPUT
from jixiao.cli.reading import Reading, keep_apart
from jixiao.cli.saying import json_line, say
from jixiao.cli.terminal import console
from jixiao.model.errors import InputError
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import Number, plain

_PAGE: Final = Path("reading.html")
# Labels of left-over cells that the screen names.
_FEW: Final = 6


@click.command("read", options_metavar=options.METAVAR, short_help="读出表格和报告里的内容")
@click.argument("paths", metavar="文件或文件夹...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="每张表一行 JSON，字段见 docs/json.md。")
@click.option("--html", "as_html", is_flag=True, help="画出读到的样子：每一格按读成的字段着色，没有用上的标出来。")
@click.option("--out", type=click.Path(path_type=Path), help="写到这个文件；html 不写时为 reading.html。")
@options.resume
def command(*, paths: Sequence[Path], as_json: bool, as_html: bool, out: Path | None, resume: Path | None) -> None:
    """读出自评表、评价报告里的内容，不作判断。文件夹连同下级文件夹一起读。"""
    if as_html and as_json:
        raise InputError("--json 和 --html", "不能一起用", "留下其中一个")
    files = api.files_in(paths)
    keep_apart(out, files)
    reading = Reading(files, resume, quiet=not as_html and out is None and sys.stdout.isatty())
    if as_html:
        page = out or _PAGE
        documents = list(reading)
        if documents:
            api.write_reading(documents, page)
            say(f"已写入 {page}")
    elif as_json:
        lines = (json_line(one) for document in reading for one in api.records(document))
        _write_lines(lines, out)
    else:
        for document in reading:
            for evaluation, record in zip(document.evaluations, api.records(document), strict=True):
                show(evaluation)
                _show_left(record["left"])
    if reading.unread:
        sys.exit(EXIT_INPUT)


def _write_lines(lines: Iterable[str], out: Path | None) -> None:
    if out:
        api.write(out, "".join(f"{line}\n" for line in lines))
        return
    for line in lines:
        click.echo(line)


def show(evaluation: Evaluation) -> None:
    """The form as a table on the terminal."""
    project, total = evaluation.project, evaluation.total
    table = Table(
        title=f"{evaluation.file}　{project.name or ''}　{project.unit or ''}　{project.year or ''}",
        title_justify="left",
    )
    for name in ("一级", "二级", "三级指标", "指标值", "实际完成值"):
        table.add_column(name, overflow="fold")
    for name in ("分值", "得分"):
        table.add_column(name, justify="right")
    line = evaluation.fund_total
    if line:
        budget, executed = _cell(line.budget), _cell(line.executed)
        table.add_row("预算执行", "", line.label, budget, executed, _cell(line.weight), _cell(line.score))
    for row in evaluation.indicators:
        texts = (text or "" for text in (row.level1, row.level2, row.level3, row.target, row.actual))
        table.add_row(*texts, _cell(row.weight), _cell(row.score))
    table.add_row("总分", "", "", "", "", _cell(total.weight), _cell(total.score))
    out = console()
    out.print(table)
    for trouble in evaluation.troubles:
        out.print(f"没有读出来：{trouble.place}：{trouble.message}")


def _show_left(left: Sequence[Mapping[str, Any]]) -> None:
    """Which columns and labels the form has besides, and how many cells of each became nothing."""
    counts = Counter(entry["label"] or entry["text"] for entry in left)
    if counts:
        named = "、".join(f"“{label}”{count} 格" for label, count in counts.most_common(_FEW))
        rest = "等" if len(counts) > _FEW else ""
        console().print(f"没有用上：{named}{rest}，共 {len(left)} 格；逐格列在 --json 的 left 里，--html 标出位置")


def _cell(value: Number) -> str:
    if value is None:
        return "？"
    return value if isinstance(value, str) else plain(value)
