"""The evaluation report as a PDF, set by typst from templates/report.typ."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from jixiao.evaluation.story.blocks import (
    Annex,
    Attachments,
    Block,
    Chart,
    FormTable,
    Heading,
    Paragraph,
    Report,
    Signature,
    Table,
)
from jixiao.evaluation.story.lines import TITLE, Captions, attached, cover_lines, legend, signed, year_text
from jixiao.writers.fonts import Fonts
from jixiao.writers.form import Form
from jixiao.writers.form_grid import form_grid
from jixiao.writers.grid import Grid
from jixiao.writers.report_tables import chart_scale, grid_of, signed_at
from jixiao.writers.word import printable

_NOON: Final = 12
# Hashes are longer than their cell: a place to break, which is not printed, every so many characters.
_WORD: Final = re.compile(r"[0-9A-Za-z]{40,}")
_PIECE: Final = 8


def report_pdf(report: Report, form: Form, fonts: Fonts, proof: str = "") -> bytes:
    """The document; the proof is an attached file, and figures jump to their evidence."""
    captions = Captions()
    data = {
        "cover": {
            "title": TITLE,
            "unit": report.unit,
            "year": year_text(report),
            "lines": cover_lines(report),
        },
        "fonts": fonts.families,
        "bold": fonts.bold,
        "proof": proof,
        "blocks": [_block(one, report, form, captions) for one in report.blocks],
    }
    day = report.day
    made = fonts.compiler.compile(
        sys_inputs={"data": printable(json.dumps(data, ensure_ascii=False))},
        format="pdf",
        timestamp=datetime(day.year, day.month, day.day, _NOON, tzinfo=UTC) if day else 0,
    )
    assert isinstance(made, bytes)
    return made


def _block(block: Block, report: Report, form: Form, captions: Captions) -> dict[str, Any]:  # noqa: PLR0911  one way out for each kind
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            spans = [{"text": one.text, "anchor": report.anchors.get(one.fact, "")} for one in block.words]
            return {"kind": "paragraph", "spans": spans}
        case Table():
            return {"kind": "table", "title": captions.table(block), "grid": _grid(grid_of(block), {})}
        case FormTable():
            grid = form_grid(form.evaluation, form.remark)
            upper, lower = grid.part(0, grid.header), grid.part(grid.header, grid.rows)
            parts = {"upper": _grid(upper, form.anchors, repeat=False), "lower": _grid(lower, form.anchors)}
            return {"kind": "form", "title": captions.table(block), "notes": list(form.notes), **parts}
        case Chart():
            scale = {**chart_scale(block), "legend": legend(block)}
            return {**scale, "title": captions.chart(block), "kind": "chart", "drawn": block.kind}
        case Attachments():
            return {"kind": "attachments", "lines": attached(block)}
        case Signature():
            unit, day, *contact = signed(block)
            return {"kind": "signature", "lines": (unit, day), "ends": signed_at(unit, day), "contact": contact}
        case Annex():
            return {"kind": "annex", "number": block.number, "title": block.title}


def _grid(grid: Grid, anchors: Mapping[str, str], *, repeat: bool = True) -> dict[str, Any]:
    boxes = [
        {
            "row": box.row,
            "col": box.col,
            "rowspan": box.rowspan,
            "colspan": box.colspan,
            "text": _WORD.sub(_with_breaks, box.text),
            "align": box.align.value,
            "bold": box.bold,
            "anchor": anchors.get(box.path, ""),
            "mark": box.mark,
        }
        for box in grid.boxes
    ]
    return {"widths": list(grid.widths), "repeat": repeat, "boxes": boxes}


def _with_breaks(word: re.Match[str]) -> str:
    return "\u200b".join(word[0][at : at + _PIECE] for at in range(0, len(word[0]), _PIECE))
