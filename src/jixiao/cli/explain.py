"""jixiao explain: the page of a check, of a kind of evidence, of a kind of measure."""

from pathlib import Path
from typing import Final

import click

from jixiao.checks.base import Check, catalogue, named
from jixiao.cli import options
from jixiao.cli.saying import say
from jixiao.law.load import acts
from jixiao.model.errors import InputError

_PAGE: Final = Path("检查目录.html")


@click.command("explain", options_metavar=options.METAVAR, short_help="说明一项检查、一种佐证或一种测量方法")
@click.argument("code", metavar="代码", required=False, default="")
@click.option("--all", "every", is_flag=True, help="列出全部检查。")
@click.option(
    "--format", "form", type=click.Choice(["text", "html"]), default="text", help="html 是可以查找的检查目录。"
)
@click.option("--out", type=click.Path(path_type=Path), help="检查目录写到这个文件；不写时为 检查目录.html。")
def command(code: str, *, every: bool, form: str, out: Path | None) -> None:
    """说明一项检查：查什么、为什么查、依据、怎么改、什么时候不适用。例如 jixiao explain SC01。

    说明一种佐证文件有哪些列：jixiao explain evidence/cameras；jixiao explain evidence 列出全部。
    说明一种测量方法：jixiao explain measures/online_rate；jixiao explain measures 列出全部。
    """
    if form == "html":
        if code:
            raise click.UsageError("--format html 写全部检查，不和代码一起用")
        from jixiao import api

        page_of_all = out or _PAGE
        api.write_catalogue(page_of_all)
        say(f"已写入 {page_of_all}")
        return
    if out:
        raise click.UsageError("--out 要和 --format html 一起用")
    head, _, kind = code.partition("/")
    if head == "evidence":
        _explain_evidence(kind)
        return
    if head == "measures":
        _explain_measure(kind)
        return
    if every or not code:
        for check in catalogue().values():
            say(f"{check.code}  {check.head.severity.word}  {check.title}")
        return
    asked = named(code)
    if asked is None:
        raise InputError("检查代码", f"没有“{code}”这项检查", "用 jixiao explain --all 看全部代码")
    say(page(asked))


def _explain_evidence(kind: str) -> None:
    from jixiao.sources.pages import kind_lines
    from jixiao.sources.rows import SCHEMAS

    if kind and kind not in SCHEMAS:
        raise InputError("佐证文件", f"没有“{kind}”这一种", f"可用的：{'、'.join(SCHEMAS)}")
    for schema in SCHEMAS.values():
        if schema.kind == kind:
            say("\n".join(kind_lines(schema)))
        elif not kind:
            say(f"evidence/{schema.kind}　{schema.title}")


def _explain_measure(kind: str) -> None:
    from jixiao.measures import base, pages

    known = base.catalogue()
    if kind and kind not in known:
        raise InputError("测量方法", f"没有“{kind}”这一种", f"可用的：{'、'.join(known)}")
    for measure in known.values():
        if measure.kind == kind:
            say("\n".join(pages.page(measure)))
        elif not kind:
            say(f"measures/{measure.kind}　{measure.title}")


def page(check: Check) -> str:
    """The check's page as plain text."""
    rulebook = acts()
    basis = [
        f"  {act.title} {act.number}".rstrip() + f"（{act.words}）"
        for act in map(rulebook.get, check.head.basis)
        if act
    ]
    parts = [
        f"{check.code}  {check.title}",
        f"等级：{check.head.severity.word}",
        f"为什么要查：{check.why}",
        f"怎么改：{check.remedy}",
        f"不适用于：{check.exclusions}" if check.exclusions else "",
        "依据：\n" + "\n".join(basis),
        f"会报的例子：{'、'.join(check.fires)}",
        f"不会报的例子：{'、'.join(check.silent)}",
        f"自 {check.head.since} 起",
    ]
    return "\n".join(part for part in parts if part)
