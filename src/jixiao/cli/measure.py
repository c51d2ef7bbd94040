"""jixiao measure: what the evidence of a project folder proves."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jixiao import api
from jixiao.cli import options
from jixiao.cli.saying import json_line
from jixiao.cli.terminal import console
from jixiao.measures.base import Measure
from jixiao.measures.take import asked, method_of
from jixiao.model.json import measurement_to_json
from jixiao.model.measurement import Measurement, Rows
from jixiao.model.number import plain
from jixiao.scoring.portion import rounded

_HASH: Final = 12  # digits of a hash that a screen shows
_NUMBERS: Final = 10


@click.command("measure", options_metavar=options.METAVAR, short_help="由佐证算出实际完成值")
@click.argument("folder", metavar="项目文件夹", type=click.Path(path_type=Path))
@click.option("--explain", is_flag=True, help="逐项列出算法、分项、用了哪些行、没有用哪些行、所用的口径。")
@click.option("--json", "as_json", is_flag=True, help="每项一行 JSON。")
def command(folder: Path, *, explain: bool, as_json: bool) -> None:
    """由项目文件夹里的佐证算出各项实际完成值：数值、上下限、覆盖率、证据等级。有哪些算法见 jixiao explain measures。"""
    dossier, measurements = api.measure(folder)
    if as_json:
        for one in measurements.values():
            click.echo(json_line(measurement_to_json(one)))
        return
    names = {indicator.id: indicator.level3 for indicator in dossier.indicators}
    methods = {id_: method_of(spec) for id_, spec, _ in asked(dossier)}
    out = console()
    out.print(Text(f"{dossier.name}　{dossier.unit}　{dossier.year} 年", style="bold"))
    for note in dossier.notes:
        out.print(Text(f"注意：{note}"))
    if explain:
        for one in measurements.values():
            _explain(out, one, names.get(one.id, one.title), methods[one.id])
    else:
        out.print(_table(measurements, names))


def _table(measurements: Mapping[str, Measurement], names: Mapping[str, str]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("项目", overflow="fold")
    for name in ("数值", "下限～上限", "覆盖率"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("等级", no_wrap=True)
    for one in measurements.values():
        title = Text(names.get(one.id, one.title))
        if one.why_blank:
            title.append(f"\n{one.why_blank}", style="yellow")
        table.add_row(title, _value(one), _bounds(one), _coverage(one), one.grade.value)
    return table


def _explain(out: Console, one: Measurement, name: str, method: Measure) -> None:
    out.print()
    out.print(Text(f"{name}　{_value(one)}", style="bold"))
    for line in _lines(one, method):
        out.print(Padding(Text(line), (0, 0, 0, 2)))


def _lines(one: Measurement, method: Measure) -> Iterator[str]:
    yield f"算法：{method.title}（{method.kind}）"
    if one.formula:
        yield f"算式：{one.formula}"
    if one.why_blank:
        yield f"没有数值：{one.why_blank}"
    if _bounds(one):
        yield f"上下限：{_bounds(one)}"
    yield f"覆盖率：{_coverage(one)}　证据等级：{one.grade}"
    parts = [f"{method.parts[part]} {plain(value)}" for part, value in one.parts.items()]
    if parts:
        yield f"分项：{'；'.join(parts)}"
    for title, points in one.series.items():
        told = "　".join(f"{name} {'—' if value is None else plain(value)}" for name, value in points)
        yield f"{_SERIES[title]}：{told}"
    for rows in one.sources:
        yield from _source(rows)
    for note in (*one.notes, *one.remarks):
        yield f"说明：{note}"


_SERIES: Final = {
    "by_month": "按月",
    "by_quarter": "按季度",
    "by_fee": "按费用项（元）",
    "worst": "最低的",
}


def _source(rows: Rows) -> Iterator[str]:
    digest = f"，SHA-256 {rows.sha256[:_HASH]}…" if rows.sha256 else ""
    yield f"依据：{rows.file}，共 {rows.total} 行，用了 {rows.used} 行{digest}"
    for reason, count in rows.left_out.items():
        yield f"　　　没有用 {count} 行：{reason}"
    if rows.numbers:
        more = " 等" if len(rows.numbers) > _NUMBERS else ""
        yield f"　　　有关的行：第 {'、'.join(map(str, rows.numbers[:_NUMBERS]))} 行{more}"


def _value(one: Measurement) -> str:
    return "无法判断" if one.value is None else f"{plain(rounded(one.value, one.places))}{one.unit}"


def _bounds(one: Measurement) -> str:
    """The bounds, where they say more than the value."""
    if one.low is None or one.high is None or one.low == one.value == one.high:
        return ""
    return f"{plain(one.low)}～{plain(one.high)}{one.unit}"


def _coverage(one: Measurement) -> str:
    return f"{plain(rounded(one.coverage * 100, 2))}%"
