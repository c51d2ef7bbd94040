"""jixiao read: what stands in a document."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.table import Table

from jixiao import api
from jixiao.cli import options
from jixiao.cli.app import EXIT_INPUT
from jixiao.cli.terminal import console
from jixiao.model.errors import InputError
from jixiao.model.evaluation import Evaluation
from jixiao.model.json import to_json
from jixiao.model.number import Number, plain


@click.command("read", options_metavar=options.METAVAR, short_help="读出表格和报告里的内容")
@click.argument("paths", metavar="文件或文件夹...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="每张表一行 JSON，字段见 docs/json.md。")
def command(paths: Sequence[Path], *, as_json: bool) -> None:
    """读出自评表、评价报告里的内容，不作判断。文件夹连同下级文件夹一起读。"""
    unread = False
    for path, name in api.files_in(paths):
        try:
            document = api.read(path, name)
        except InputError as error:
            click.echo(str(error), err=True)
            unread = True
            continue
        for evaluation in document.evaluations:
            if as_json:
                click.echo(json.dumps(to_json(evaluation), ensure_ascii=False))
            else:
                show(evaluation)
    if unread:
        sys.exit(EXIT_INPUT)


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


def _cell(value: Number) -> str:
    if value is None:
        return "？"
    return value if isinstance(value, str) else plain(value)
