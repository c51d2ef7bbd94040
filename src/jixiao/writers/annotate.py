"""Documents given back with what was found, as comments where it stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from jixiao.checks.base import Check
from jixiao.model.errors import InputError
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding, Outcome
from jixiao.model.layout import Layout
from jixiao.writers.annotate_docx import annotate_docx
from jixiao.writers.annotate_pdf import annotate_pdf
from jixiao.writers.annotate_xlsx import annotate_xlsx
from jixiao.writers.remark import Remark, remarks

_WRITERS: Final[Mapping[str, Callable[[bytes, Layout, Sequence[Remark]], bytes]]] = {
    "docx": annotate_docx,
    "pdf": annotate_pdf,
    "xlsx": annotate_xlsx,
}


def can_hold(layout: Layout) -> None:
    """Passes documents of a format that can hold comments.

    Raises:
        InputError: it cannot.
    """
    if layout.format not in _WRITERS:
        raise InputError(
            layout.file,
            f"这种格式（{layout.format}）不能写批注",
            "请用 WPS 或 Word 另存为 .docx、.xlsx 或 .pdf 再检查；或用 --format html 看问题的位置",
        )


def annotated(
    data: bytes, layout: Layout, found: Sequence[tuple[Evaluation, Sequence[Finding]]], checks: Mapping[str, Check]
) -> bytes:
    """The bytes of a document with a comment for each fault; as they are if there is none.

    layout: what was read from `data`, of a format that `can_hold` comments. found: its evaluations with the answers of
    the checks.

    Raises:
        InputError: a part of the document is damaged, or not in UTF-8.
    """
    if all(finding.outcome is not Outcome.FAIL for _, findings in found for finding in findings):
        return data
    return _WRITERS[layout.format](data, layout, remarks(layout, found, checks))
