"""jixiao evaluate: from a project folder to the documents that an office signs."""

import sys
from pathlib import Path
from typing import Final

import click

from jixiao import api
from jixiao.cli import options
from jixiao.cli.app import EXIT_FINDINGS
from jixiao.cli.saying import say
from jixiao.model.finding import Severity
from jixiao.scoring.totals import Scorecard

_LAYOUTS: Final = {"tianjin": "tianjin", "national": "mof"}


@click.command("evaluate", options_metavar=options.METAVAR, short_help="由项目文件夹生成自评表和评价报告")
@click.argument("folder", metavar="项目文件夹", type=click.Path(path_type=Path))
@click.option("--out", required=True, metavar="文件夹", type=click.Path(path_type=Path), help="写到哪里。")
@click.option(
    "--layout",
    type=click.Choice(list(_LAYOUTS)),
    help="自评表的版式：天津或财政部。不写的，天津的项目用天津版式，其余用财政部版式。",
)
@click.option("--plain", is_flag=True, help="表和报告不携带计算资料（以后不能用 jixiao verify 核对）。")
@click.option("--fonts", metavar="文件夹", type=click.Path(path_type=Path), help="PDF 用这个文件夹里的字体。")
def command(*, folder: Path, out: Path, layout: str | None, plain: bool, fonts: Path | None) -> None:
    """由项目资料和佐证生成自评表（xlsx、docx）、绩效评价报告（docx、pdf）、findings.html 和 evaluation.json。

    六个文件或者都写成，或者都不写。退出码：0 没有必须改的问题；1 有；2 资料或佐证不能用。
    """
    made = api.evaluate(folder, out, layout=_LAYOUTS[layout] if layout else None, plain=plain, fonts=fonts)
    say(f"{made.evaluated.dossier.name}　{made.evaluated.dossier.unit}　{made.evaluated.dossier.year}年度")
    say(f"得分　{made.evaluated.scorecard.total_text()}　等级：{_grade(made.evaluated.scorecard)}")
    for row in made.evaluated.rows:
        if row.points.points is None:
            say(f"　{row.plan.level3}：无法判断，{row.points.why}")
    for note in made.evaluated.dossier.notes:
        say(f"注意：{note}")
    unused = made.evaluated.unused
    if unused:
        say(f"没有用到的佐证：{'、'.join(unused)}（没有指标由它计算，也不在“佐证”表里）")
    for path in made.paths:
        say(f"已写入 {path}")
    say(made.fonts)
    counts = [f"{severity.word} {sum(len(one.failed(severity)) for one in made.examined)} 处" for severity in Severity]
    say(f"对写成的报告作了检查：{'，'.join(counts)}，见 findings.html。")
    errors = [finding for one in made.examined for finding in one.failed(Severity.ERROR)]
    for finding in errors:
        say(f"　{finding.code}　{finding.message}")
    if errors:
        sys.exit(EXIT_FINDINGS)


def _grade(card: Scorecard) -> str:
    if card.grade is not None:
        return card.grade.value
    return "至".join(card.grade_range) + "，待定" if card.grade_range else card.grade_reason
