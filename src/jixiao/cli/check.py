"""jixiao check: recompute a form or report, and say what is wrong with it."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from jixiao import api
from jixiao.cli import options
from jixiao.cli.app import EXIT_FINDINGS, EXIT_INPUT
from jixiao.cli.reading import Reading
from jixiao.model.finding import Outcome, Severity

_PAGE = Path("findings.html")


@click.command("check", options_metavar=options.METAVAR, short_help="检查自评表和评价报告")
@click.argument("paths", metavar="文件或文件夹...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", help="输出的样子。")
@click.option("--out", type=click.Path(path_type=Path), help="写到这个文件；html 不写时为 findings.html。")
@click.option(
    "--profile", "profiles", multiple=True, metavar="名称", help="另按一种复核口径算分供参考，例如 review-14。"
)
@options.region
@click.option("--on", "day", type=options.Day(), help="按哪一天的规定；不写时按报告日期，没有则按年度次年 3 月 31 日。")
@click.option("--code", "codes", multiple=True, metavar="代码", help="只做这几项检查。")
@options.resume
@click.option("--all", "every", is_flag=True, help="json 里也列出通过的和不适用的。")
def command(
    *,
    paths: Sequence[Path],
    form: str,
    out: Path | None,
    profiles: Sequence[str],
    region: str,
    day: date | None,
    codes: Sequence[str],
    resume: Path | None,
    every: bool,
) -> None:
    """检查自评表和评价报告：重算得分，列出问题、依据和改法。

    退出码：0 没有必须改的问题；1 有必须改的；2 有文件或格子读不出来。
    """
    if form == "text" and out:
        raise click.UsageError("--out 要和 --format html 或 json 一起用")
    reading = Reading(api.files_in(paths), resume)
    documents = list(reading)
    shown = tuple(Outcome) if every and form == "json" else (Outcome.FAIL, Outcome.UNDECIDED)
    ground = api.Ground(region, day, tuple(profiles))
    examined = api.examine(documents, ground, shown, [code.upper() for code in codes]) if documents else []
    if form == "json":
        _write_json(examined, out)
    else:
        page = None
        if form == "html" and examined:
            page = out or _PAGE
            api.write_page(examined, page)
        from jixiao.cli import screen

        screen.show(examined, page)
    if reading.unread or any(one.evaluation.troubles for one in examined):
        sys.exit(EXIT_INPUT)
    if any(one.failed(Severity.ERROR) for one in examined):
        sys.exit(EXIT_FINDINGS)


def _write_json(examined: Sequence[api.Examined], out: Path | None) -> None:
    lines = [json.dumps(finding.as_dict(), ensure_ascii=False) for one in examined for finding in one.findings]
    text = "".join(f"{line}\n" for line in lines)
    if out:
        api.write(out, text)
    else:
        click.echo(text, nl=False)
