"""What `jixiao check` hands in: the screen, lines of JSON, or files."""

from pathlib import Path
from typing import Final

import click

from jixiao import api
from jixiao.cli.saying import json_line

_PAGE: Final = Path("findings.html")
_BOOK: Final = Path("复核工作底稿.xlsx")
_OPINIONS: Final = Path("复核意见")


def hand_in(review: api.Review, form: str, out: Path | None, *, complete: bool) -> None:
    """Writes or prints a review in one form.

    out: the file, or for docx the folder; None for the usual name. complete: whether every file could be read.

    Raises:
        InputError: the place cannot be written to.
    """
    if form in ("json", "sarif"):
        _write_text(_json(review) if form == "json" else api.sarif(review, complete=complete), out)
        return
    written: list[Path] = []
    if form == "html" and review.examined:
        written = [out or _PAGE]
        api.write_page(review, written[0])
    elif form == "xlsx" and review.examined:
        written = [out or _BOOK]
        api.write_workbook(review, written[0])
    elif form == "docx" and review.examined:
        written = api.write_opinions(review, out or _OPINIONS)
    from jixiao.cli import screen

    screen.show(review, written)


def _json(review: api.Review) -> str:
    findings = [*(finding for one in review.examined for finding in one.findings), *review.loose]
    return "".join(f"{json_line(finding.as_dict())}\n" for finding in findings)


def _write_text(text: str, out: Path | None) -> None:
    if out:
        api.write(out, text)
    else:
        click.echo(text, nl=False)
