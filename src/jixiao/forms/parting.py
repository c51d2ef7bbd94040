"""The rows of a document given to forms, and within a form to its blocks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from jixiao.forms.beside import amount, is_label, pairs
from jixiao.forms.headers import Header, header_at
from jixiao.forms.labels import field_of, resembling
from jixiao.forms.rows import Columns, Row
from jixiao.forms.table_blocks import Line, is_aside, is_total
from jixiao.model.layout import Cell
from jixiao.model.terms import fold

_TITLE: Final = re.compile(
    r".{0,50}(?:自评|目标|申报|填报|监控|评分|批复|评价|绩效|复核).{0,8}表(?:[(].{0,20}[)])?|[(]?(?:19|20)\d\d年度?[)]?",
    re.ASCII,
)
# A row that is the heading of a part of the form: 四、年度绩效指标完成情况.
_SECTION: Final = re.compile(r"\s*[一二三四五六七八九十]{1,2}[、.．].{1,24}")
# Above a table, a longer paragraph is prose.
_LONGEST: Final = 80
# Labels at which the amounts or the goals of a form end.
_ENDS: Final = {
    "funds": ("goals", "goal_scopes", "indicators", "stops"),
    "goals": ("blocks", "indicators", "stops", "fund_rows"),
    "indicators": ("stops", "goals", "goal_scopes", "project"),
}


@dataclass(slots=True)
class FormRows:
    """The rows of one form: those of its head, and by block the headers and the rows below them."""

    titles: list[Cell] = field(default_factory=list)
    head: list[Row] = field(default_factory=list)
    headers: dict[str, list[Header]] = field(default_factory=dict)
    lines: dict[str, list[Line]] = field(default_factory=dict)
    total: Line | None = None
    name: str | None = None
    named: bool = False
    sheet: str = ""
    complete: bool = False

    @property
    def done(self) -> bool:
        """Whether a column says what was achieved."""
        return bool({"actual", "score"} & set(self.fields("indicators")))

    @property
    def is_evaluation(self) -> bool:
        """Whether it is one: targets, or points by class, make none without the name of a project or a title."""
        fields = self.fields("indicators")
        said = self.name is not None or any("表" in title.text for title in self.titles)
        if not fields:
            return self.name is not None and "funds" in self.headers
        if not {"level2", "level3"} & set(fields):
            return self.name is not None or any("分表" in title.text for title in self.titles)
        return said or (self.done and "level3" in fields)

    @property
    def is_over(self) -> bool:
        """Whether a title begins another form: after indicators, and after a table that says of whom nothing is."""
        begun = bool(self.headers) or any(row.table is not None for row in self.head)
        return "indicators" in self.headers or (bool(self.titles) and not self.named and begun)

    def fields(self, block: str) -> tuple[str, ...]:
        """The fields of a block's header from left to right; none if the form has no such block."""
        return tuple(self.headers[block][0].columns.at) if block in self.headers else ()

    def ends_before(self, header: Header) -> bool:
        """Whether the header of a block begins another form; one that comes again on the next page does not."""
        if header.block == "indicators" or header.block not in self.headers:
            return self.complete
        again = any(header.texts == one.texts for one in self.headers[header.block])
        return self.complete or ("indicators" in self.headers and not again) or not self.named

    def open(self, header: Header) -> str:
        """Begin a block, or go on with it; what it is called, or "" for a second of a kind, which is not read."""
        known = self.headers.setdefault(header.block, [])
        if known and header.block != "indicators" and all(header.texts != one.texts for one in known):
            return ""
        known.append(header)
        return header.block


class Parting:
    """Gives every row to a form and to one of its blocks."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._forms = [FormRows()]
        self._block = ""
        self._parted = False
        self._above: list[Row] = []

    def forms(self) -> list[FormRows]:
        """The forms, each with its rows."""
        at = 0
        while at < len(self._rows):
            at += self._take(at)
        return self._forms

    def _take(self, at: int) -> int:
        """Take the rows that begin at a place: a header, or one; how many."""
        row = self._rows[at]
        if row.table is None:
            self._take_paragraph(row)
            return 1
        taken = self._take_line(row, at)
        self._above = []
        return taken

    def _take_line(self, row: Row, at: int) -> int:
        self._take_sheet(row)
        if is_title(row):
            self._begin_if(begins=self._forms[-1].is_over)
            self._forms[-1].titles.append(row.printed[0])
            self._block = ""
            return 1
        header = header_at(self._rows, at)
        if header is not None:
            self._begin_if(begins=self._forms[-1].ends_before(header))
            self._block = self._forms[-1].open(header)
            self._parted = False
            return header.rows
        self._take_row(row, at)
        return 1

    def _begin_if(self, *, begins: bool) -> None:
        if begins:  # the paragraphs just above go with the new form
            old, above = self._forms[-1], self._above
            old.head = old.head[: len(old.head) - len(above)]
            self._forms.append(FormRows(sheet=old.sheet, head=above))
            self._above = []
            self._block = ""

    def _take_paragraph(self, row: Row) -> None:
        self._parted = True
        if is_title(row):
            self._begin_if(begins=self._forms[-1].is_over)
            self._forms[-1].titles.append(row.cells[0])
        elif _is_prose(row.cells[0].text):
            if not self._forms[-1].headers:  # what stands above a sentence belongs to the prose
                self._forms[-1] = FormRows(sheet=self._forms[-1].sheet)
                self._above = []
        else:
            self._take_name(row)
            self._forms[-1].head.append(row)
            self._above.append(row)

    def _take_sheet(self, row: Row) -> None:
        sheet = (row.cells[0].place.cell or "").rpartition("!")[0]
        if sheet != self._forms[-1].sheet:
            self._begin_if(begins=self._forms[-1].is_over)
            self._forms[-1].sheet = sheet
            self._block = ""

    def _take_name(self, row: Row) -> bool:
        """Begin another form at the name of another project, or at the name of a unit below a form that is complete."""
        named = {field_of("project", pair.label.text): pair.value.text for pair in pairs(row)}
        form = self._forms[-1]
        name = named.get("name")
        if name is not None:
            same = form.name is not None and fold(name) == fold(form.name) and not form.complete
            self._begin_if(begins=not same and (form.name is not None or bool(form.headers)))
            self._forms[-1].name = name
        elif {"unit", "department"} & named.keys() and is_label(row.texts[0]):
            self._begin_if(begins=form.complete)
            if row.table is None:
                return True
        else:
            return False
        self._forms[-1].named = True
        return True

    def _take_row(self, row: Row, at: int) -> None:
        if self._take_name(row):
            self._block = ""
        form, block = self._forms[-1], self._block
        if form.complete:
            self._take_late_total(row)
            return
        if block == "indicators" and is_total(row):
            if not self._goes_on(at):
                form.total = (form.headers[block][-1].columns, row)
                form.complete = True
            return
        if block and self._ends(row):
            block = self._block = ""
            form.complete = form.complete or "indicators" in form.headers
        if not block:
            form.head.append(row)
            return
        form.lines.setdefault(block, []).append((form.headers[block][-1].columns, row))

    def _take_late_total(self, row: Row) -> None:
        """Take a last row that stands below what ended the indicators: 其他需要说明的事项 before 总分."""
        form = self._forms[-1]
        above = [line for _, line in form.lines.get("indicators", [])]
        if form.total is None and above and above[-1].table == row.table and is_total(row):
            form.total = (form.headers["indicators"][-1].columns, row)

    def _ends(self, row: Row) -> bool:
        """Whether a block ends before a row: at a label of another, or in another table of another shape."""
        columns = self._forms[-1].headers[self._block][-1].columns
        if self._parted and not row.ragged and _width(row) != _width(columns.header):
            return True
        printed = row.printed
        if not printed:
            return False
        first = printed[0].text
        if self._block == "funds" and field_of("fund_rows", first):
            return False
        if self._block == "funds" and resembling("goals", first) and not any(amount(cell.text) for cell in printed):
            return True
        if self._block != "indicators" and len(printed) == 1 and _SECTION.fullmatch(first):
            return True
        named = any(field_of(block, first) for block in _ENDS[self._block])
        return named and (self._block != "indicators" or _is_beside(columns, row))

    def _goes_on(self, at: int) -> bool:
        """Whether the rows below a total are those of another class, up to another total."""
        between = 0
        for after, row in enumerate(self._rows[at + 1 :], at + 1):
            if (
                row.table != self._rows[at].table
                or is_title(row)
                or is_label(row.texts[0])
                or header_at(self._rows, after)
            ):
                return between > 0 and is_total(row)
            if is_total(row):
                return between > 0
            between += _has_values(self._forms[-1].headers["indicators"][-1].columns, row)
        return False


def _is_beside(columns: Columns, row: Row) -> bool:
    """Whether a row that begins with a label is no indicator: it has no values, or the label stands for a class."""
    if is_aside(columns, row) or not _has_values(columns, row):
        return True
    return columns.pick(row).get("level1") is row.printed[0] and field_of("stops", row.printed[0].text) == "tail"


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST or text.rstrip().endswith(("。", "；"))


def _width(row: Row) -> int:
    return max((cell.col + cell.colspan for cell in row.cells), default=0)


def _has_values(columns: Columns, row: Row) -> bool:
    """Whether a row has a name and a value of its own."""
    cells = columns.pick(row)
    name = cells.get("level3")
    others = [cells[key] for key in ("target", "actual", "weight", "score") if key in cells and cells[key] is not name]
    return name is not None and bool(name.text.strip()) and any(cell.text.strip() for cell in others)


def is_title(row: Row) -> bool:
    """Whether a row holds nothing but the title of a form, or the year below it."""
    printed = [cell.text for cell in row.printed]
    return len(printed) == 1 and names_form(printed[0])


def names_form(text: str) -> bool:
    """Whether a text is the title of a form, or the year below it."""
    return _TITLE.fullmatch(fold(text)) is not None
