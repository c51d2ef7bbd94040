"""The evaluation report as a PDF, set by typst from templates/report.typ."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Final

import typst

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
from jixiao.writers.fonts import Fonts
from jixiao.writers.form import Form
from jixiao.writers.form_grid import form_grid
from jixiao.writers.grid import Grid
from jixiao.writers.report_tables import TITLE, chart_scale, day_text, grid_of
from jixiao.writers.word import printable

_NOON: Final = 12


def report_pdf(report: Report, form: Form, anchors: Mapping[str, str], fonts: Fonts, proof: str = "") -> bytes:
    """The document; the proof is an attached file. anchors: path in the form → the place of its evidence."""
    data = {
        "cover": {
            "title": TITLE,
            "unit": report.unit,
            "year": f"（{report.year}年度）",
            "lines": [
                ["项目名称", report.project],
                ["项目实施单位", report.unit],
                ["报告日期", day_text(report.day)],
            ],
        },
        "fonts": fonts.families,
        "bold": fonts.bold,
        "proof": proof,
        "blocks": [_block(one, report, form, anchors) for one in report.blocks],
    }
    day = report.day
    return typst.compile(
        files("jixiao.writers").joinpath("templates/report.typ").read_bytes(),
        sys_inputs={"data": printable(json.dumps(data, ensure_ascii=False))},
        font_paths=fonts.found,
        format="pdf",
        timestamp=datetime(day.year, day.month, day.day, _NOON, tzinfo=UTC) if day else 0,
    )


def _block(block: Block, report: Report, form: Form, anchors: Mapping[str, str]) -> dict[str, Any]:  # noqa: PLR0911  one way out for each kind
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            spans = [{"text": one.text, "anchor": report.anchors.get(one.fact, "")} for one in block.words]
            return {"kind": "paragraph", "spans": spans}
        case Table():
            marks = list(dict.fromkeys(block.anchors.values()))
            return {"kind": "table", "title": block.title, "anchors": marks, "grid": _grid(grid_of(block), {})}
        case FormTable():
            grid = form_grid(form.evaluation, form.remark)
            upper, lower = grid.part(0, grid.header), grid.part(grid.header, grid.rows)
            parts = {"upper": _grid(upper, anchors, repeat=False), "lower": _grid(lower, anchors)}
            return {"kind": "form", "title": block.title, "notes": list(form.notes), **parts}
        case Chart():
            return {"title": block.title, **chart_scale(block), "kind": "chart", "drawn": block.kind}
        case Attachments():
            return {"kind": "attachments", "titles": list(block.titles)}
        case Signature():
            signed = f"{block.unit}（盖章）"
            contact = f"（{block.contact}）" if block.contact else ""
            return {"kind": "signature", "unit": signed, "day": day_text(block.day), "contact": contact}
        case Annex():
            return {"kind": "annex", "number": block.number, "title": block.title}


def _grid(grid: Grid, anchors: Mapping[str, str], *, repeat: bool = True) -> dict[str, Any]:
    boxes = [
        {
            "row": box.row,
            "col": box.col,
            "rowspan": box.rowspan,
            "colspan": box.colspan,
            "text": box.text,
            "align": box.align.value,
            "bold": box.bold,
            "anchor": anchors.get(box.path, ""),
        }
        for box in grid.boxes
    ]
    return {"widths": list(grid.widths), "repeat": repeat, "boxes": boxes}
