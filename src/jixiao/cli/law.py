"""jixiao law: what is in force on a day, in a place, and why."""

from datetime import date

import click
from rich.padding import Padding
from rich.text import Text

from jixiao.cli import options
from jixiao.cli.terminal import console
from jixiao.law.explain import explain
from jixiao.law.load import mark, on, region_name


@click.command("law", options_metavar=options.METAVAR, short_help="某天某地有哪些规定在用")
@click.option("--on", "day", type=options.Day(), required=True, help="哪一天，例如 2021-03-31。")
@options.region
@click.option("--profile", default="", metavar="名称", help="叠加一种复核口径，例如 review-14。")
def command(day: date, region: str, profile: str) -> None:
    """某天某地有哪些规定在用：每一项的数值、从哪天起、依据什么、依据核到什么程度。"""
    law = on(day, region, profile)
    out = console()
    out.print(Text(f"{day:%Y-%m-%d}　{region_name(region)}　在用的规定", style="bold"))
    for line in explain(law):
        act = "　".join(part for part in (line.act, line.number, line.article) if part)
        out.print(f"{line.title}　{line.value}　（{line.layer}，{line.since}起）")
        out.print(
            Padding(f"依据：{act}　〔{line.evidence}〕", (0, 0, 0, 4)), style="dim" if line.confirmed else "yellow"
        )
    if profile:
        out.print(f"{profile}：{mark(profile, region)}")
    out.print("〔〕里是核实的程度：只有“已核政府网页”“见于原始报告”的才引条款；“待核”“建议”的不是已经核实的规定。")
