"""jixiao law: what is in force on a day, in a place, and why."""

from datetime import date

import click
from rich.table import Table

from jixiao.cli import options
from jixiao.cli.terminal import console
from jixiao.law.explain import explain
from jixiao.law.load import mark, on, region_name


@click.command("law", short_help="某天某地有哪些规定在用")
@click.option("--on", "day", type=options.Day(), required=True, help="哪一天，例如 2021-03-31。")
@options.region
@click.option("--profile", default="", metavar="名称", help="叠加一种复核口径，例如 review-14。")
def command(day: date, region: str, profile: str) -> None:
    """某天某地有哪些规定在用：每一项的数值、从哪天起、依据什么、依据核到什么程度。"""
    law = on(day, region, profile)
    table = Table(title=f"{day:%Y-%m-%d}　{region_name(region)}　在用的规定", title_justify="left", show_lines=False)
    for name in ("项目", "数值", "起", "层级", "依据", "核实"):
        table.add_column(name, overflow="fold")
    for line in explain(law):
        act = f"{line.act} {line.number}".strip()
        clause = f"（{line.article}）" if line.article else ""
        table.add_row(line.title, line.value, line.since, line.layer, act + clause, line.evidence)
    out = console()
    out.print(table)
    if profile:
        out.print(f"{profile}：{mark(profile, region)}")
    out.print("核实一栏：只有“已核政府网页”“见于原始报告”两种引条款；“待核”“建议”不是已经核实的规定。")
