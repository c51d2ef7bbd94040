"""jixiao new: a project folder to fill in."""

from pathlib import Path

import click

from jixiao import api
from jixiao.cli import options
from jixiao.cli.saying import say


@click.command("new", options_metavar=options.METAVAR, short_help="新建项目文件夹")
@click.argument("folder", metavar="文件夹", required=False, type=click.Path(path_type=Path))
@click.option("--toml", is_flag=True, help="写 project.toml，不写 项目资料.xlsx。")
@click.option(
    "--from",
    "form",
    metavar="上年自评表",
    type=click.Path(path_type=Path),
    help="从上年的自评表或报告带入目标、指标和完成值。",
)
@click.option(
    "--checks",
    "own",
    metavar="文件",
    type=click.Path(path_type=Path),
    help="不建项目文件夹，写一张本局检查的空表（xlsx），带说明和两项样例。",
)
def command(folder: Path | None, *, toml: bool, form: Path | None, own: Path | None) -> None:
    """新建项目文件夹：项目资料.xlsx（下拉选项、示例行、填写说明）、narrative.md 和放佐证的 evidence。

    不覆盖已有的文件：文件夹里有东西时不写。
    """
    if own:
        if folder or toml or form:
            raise click.UsageError("--checks 单独用，不和文件夹、--toml、--from 一起写")
        api.new_own_checks(own)
        say(f"已写入 {own}")
        say(f"填好后运行：jixiao check 文件夹 --checks {own}")
        return
    if folder is None:
        raise click.UsageError("没有写文件夹")
    for path in api.new_project(folder, form, toml=toml):
        say(f"已写入 {path}")
    say(f"填好后运行：jixiao evaluate {folder}")
