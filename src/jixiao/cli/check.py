"""jixiao check: recompute a form or report, and say what is wrong with it."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from jixiao import api
from jixiao.cli import options, papers
from jixiao.cli.app import EXIT_FINDINGS, EXIT_INPUT
from jixiao.cli.reading import Reading, keep_apart
from jixiao.cli.returning import write_annotated
from jixiao.model.errors import InputError
from jixiao.model.finding import Outcome, Severity


@click.command("check", options_metavar=options.METAVAR, short_help="检查自评表和评价报告")
@click.argument("paths", metavar="文件或文件夹...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html", "xlsx", "docx", "sarif"]),
    default="text",
    help="输出的样子；xlsx 是复核工作底稿，docx 是各单位的复核意见。",
)
@click.option("--out", type=click.Path(path_type=Path), help="写到这个文件（docx 是文件夹）；不写时用通常的名字。")
@click.option(
    "--profile", "profiles", multiple=True, metavar="名称", help="另按一种复核口径算分供参考，例如 review-14。"
)
@options.region
@click.option("--on", "day", type=options.Day(), help="按哪一天的规定；不写时按报告日期，没有则按年度次年 3 月 31 日。")
@click.option("--code", "codes", multiple=True, metavar="代码", help="只做这几项检查。")
@options.resume
@click.option(
    "--annotate", type=click.Path(file_okay=False, path_type=Path), metavar="文件夹",
    help="把问题作为批注写进文件，放到这个文件夹。",
)  # fmt: skip
@click.option("--fix", is_flag=True, help="把能证明的错改好，另存一份；目标、完成值、得分不动。")
@options.brought
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
    annotate: Path | None,
    fix: bool,
    waivers: Path | None,
    baseline: Path | None,
    own: Path | None,
    every: bool,
) -> None:
    """检查自评表和评价报告：重算得分，列出问题、依据和改法。

    退出码：0 没有必须改的问题；1 有必须改的；2 有文件或格子读不出来。
    """
    ground = api.Ground(region, day, tuple(profiles))
    if fix:
        if form != "text" or annotate or codes or every:
            raise click.UsageError("--fix 只和 --out、--region、--on 一起用")
        from jixiao.cli.repairing import repair_one

        sys.exit(repair_one(api.files_in(paths), ground, out))
    if form == "text" and out:
        raise click.UsageError("--out 要和 --format 或 --fix 一起用，屏幕上的样子不写文件")
    brought = api.Brought(waivers, baseline, own)
    files = _asked(paths, annotate)
    keep_apart(out, files)
    reading = Reading(files, resume)
    documents = list(reading)
    shown = tuple(Outcome) if every and form == "json" else (Outcome.FAIL, Outcome.UNDECIDED)
    review = api.review(documents, ground, shown, [code.upper() for code in codes], brought)
    papers.hand_in(review, form, out, complete=not reading.unread)
    returned = not annotate or write_annotated(documents, review.examined, annotate, quiet=form == "json")
    if not returned or reading.unread or any(one.evaluation.troubles for one in review.examined):
        sys.exit(EXIT_INPUT)
    if review.fails(Severity.ERROR):
        sys.exit(EXIT_FINDINGS)


def _asked(paths: Sequence[Path], annotate: Path | None) -> list[api.File]:
    """The files to check: of a folder not those that an earlier run annotated, and that lie below it."""
    named = {path for path in paths if not path.is_dir()}
    files = [
        file
        for file in api.files_in(paths)
        if annotate is None or file.path in named or annotate.resolve() not in file.path.resolve().parents
    ]
    if not files:
        raise InputError(str(annotate), "批注要写进被检查的文件夹，没有剩下要检查的文件", "换一个放批注的文件夹")
    return files
