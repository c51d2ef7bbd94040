"""Options that several commands have."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

# How a usage line calls the options.
METAVAR = "[选项]"


class Day(click.ParamType[date]):
    """A day, 2021-03-31."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a Chinese error."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            self.fail(f"“{value}”不是日期，写成 2021-03-31 的样子", param, ctx)


region = click.option("--region", default="", metavar="代码", help="行政区划代码（2、4 或 6 位），不写按全国规定。")
resume = click.option(
    "--resume",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="文件夹",
    help="读过的存在这里；中断以后再做一遍，内容没有变的文件不再读。",
)


def brought(command: Callable[..., Any]) -> Callable[..., Any]:
    """What a reviewer brings to `check`: waivers, an earlier result, the bureau's own checks."""
    file = click.Path(dir_okay=False, path_type=Path)
    for option in (
        click.option(
            "--checks", "own", type=file, metavar="文件", help="加上本局自己的检查（xlsx，用 jixiao new 新建）。"
        ),
        click.option("--baseline", type=file, metavar="文件", help="与上次 --format json 的结果比：新增、仍在、消除。"),
        click.option("--waivers", type=file, metavar="文件", help="豁免文件（toml）：列出的问题加注，不计入退出码。"),
    ):
        command = option(command)
    return command
