"""One form on a ribbon: its head, funds, goals, indicators and total, each found by its labels."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, zip_longest
from typing import Final

from jixiao.forms import shapes
from jixiao.forms.centred import is_centred, with_classes
from jixiao.forms.flow_funds import read_fund_lines
from jixiao.forms.flow_goals import read_goal_lines
from jixiao.forms.flow_headers import Header, headers_of, is_indicator_run
from jixiao.forms.found import FoundForm, Slots
from jixiao.forms.indicator_grammar import IndicatorGrammar
from jixiao.forms.indicators import COLUMNS
from jixiao.forms.marks import Mark
from jixiao.forms.numbered_blocks import COLUMNS as COLUMN_ORDER
from jixiao.forms.numbered_blocks import numbered_blocks
from jixiao.forms.ribbon import Gap, Ribbon
from jixiao.forms.search import Row, read_rows
from jixiao.forms.stripped import is_stripped, stripped_rows
from jixiao.forms.weighed_words import weighed_words
from jixiao.model.layout import Cell

# How sure a cell is that was cut out at gaps in a row with all its columns, or without some; and one that nothing
# parted from its neighbour, or whose columns are a guess.
GAPPED: Final = Decimal("0.95")
SHORT: Final = Decimal("0.85")
CUT: Final = Decimal("0.80")
# The columns of rows whose header is lost.
_FRAGMENT: Final = ("level1", "level2", "level3", "sign", "target", "unit", "actual", "weight", "score")
# A row that the end of the text cuts off before one of these holds nothing.
_VALUES: Final = frozenset(("target", "actual", "weight", "score"))
# Beside none of these, the columns of a list of what was done and of its proofs hold sentences that end anywhere.
_SAYING: Final = frozenset(("target", "weight", "score"))
_LEVELS: Final = ("level1", "level2")
_CLASSES: Final = 3
_SENTENCES: Final = 30
# How far behind the total's label its numbers stand, and how long what is left over may be and still be nothing.
_TOTAL_REACH: Final = 24
_CRUMB: Final = 1
# What recognition makes of a dash in an empty cell.
_MISREAD_DASH: Final = "一"
# No table has more characters; what follows is left over, and a few of them are shown.
_MOST: Final = 20_000
_MOST_GLUED: Final = 8_000
_SAMPLE: Final = 20
_TWICE: Final = 2
_FIGURE: Final = re.compile(r"\d{1,3}(?:\.\d{1,2})?分?", re.ASCII)
_CARRIES_OUT: Final = "实施单位"
_OF_YEARS: Final = re.compile("(?:实施期|中期)(?:资金)?总额")
_NAME_REACH: Final = 90


class Part:
    """A stretch of a ribbon that may hold one form."""

    def __init__(self, ribbon: Ribbon, marks: Sequence[Mark], start: int, end: int, header: Header | None) -> None:
        self._ribbon = ribbon
        first, last = (bisect_left(marks, at, key=lambda mark: mark.start) for at in (start, end))
        self._marks = marks[first:last]
        self._start = start
        self._end = end
        self._header = header

    def read(self) -> FoundForm | None:
        """The form; None if there is none."""
        form = FoundForm()
        until = self._header.start if self._header else self._end
        above = [mark for mark in self._marks if mark.start < until]
        self._read_head(form, above)
        read_fund_lines(form, self._ribbon, above, until)
        form.money = tuple(self._ribbon.cell(one.start, one.end) for one in above if one.means("blocks", "funds"))
        if self._header is None and not ("name" in form.head and form.columns.get("funds")):
            return self._fragment()
        if "total" in form.columns.get("funds", ()):
            self._name_amount(form)
        first = above[0].start if above else until
        form.title = self._ribbon.text[self._start : first]
        read_goal_lines(form, self._ribbon, above, until)
        if self._header is not None:
            form.headers["indicators"] = [self._ribbon.cell(mark.start, mark.end) for mark in self._header.marks]
            form.columns["indicators"] = self._header.fields
            form.indicators += weighed_words(self._ribbon, self._start, self._header.start)
            if form.indicators and "weight" not in self._header.fields:
                form.columns["indicators"] += ("weight",)
            fields = set(self._header.fields)
            if not {"actual", "other"} <= fields or fields & _SAYING:
                self._read_indicators(form, self._header.end, IndicatorGrammar(self._header.fields))
            elif self._end > self._header.end:
                form.left.append(self._ribbon.cell(self._header.end, self._end))
        else:
            self._read_scattered(form)
        return form

    def _name_amount(self, form: FoundForm) -> None:
        """An amount that is only called 资金总额 is the budget of a form of results, the plan of a form of goals.

        Beside the amount of some years, that of the year is the budget.
        """
        done = self._header is not None and {"actual", "score"} & set(self._header.fields)
        of_years = _OF_YEARS.search(self._ribbon.text, self._start, self._end)
        name = "budget" if done or of_years else "initial"
        form.columns["funds"] = tuple(name if one == "total" else one for one in form.columns["funds"])
        line = form.funds[0]
        cells = {name if key == "total" and name not in line.cells else key: cell for key, cell in line.cells.items()}
        form.funds[0] = Slots(cells, line.confidence, line.place)

    def _read_scattered(self, form: FoundForm) -> None:
        """Rows whose header lies about in pieces: columns in their usual order, rows from the first number on."""
        first = shapes.first_ordinal(self._ribbon.text, self._start, self._end)
        labels = [mark for mark in self._marks if mark.means("indicators")]
        named = {mark.meanings["indicators"] for mark in labels}
        if first is None or not {"level1", "target"} <= named:
            return
        columns = tuple(name for name in COLUMNS if name in named or name in ("level2", "level3"))
        form.columns["indicators"] = columns
        form.headers["indicators"] = [self._ribbon.cell(mark.start, mark.end) for mark in labels]
        self._read_indicators(form, first, IndicatorGrammar(columns))

    def _read_head(self, form: FoundForm, marks: Sequence[Mark]) -> None:
        seen: dict[str, Mark] = {}
        for mark, after in zip_longest(marks, marks[1:]):
            field = mark.meanings.get("project")
            if field is None or (field in form.head and not self._says_more(mark, seen.get(field))):
                continue
            seen[field] = mark
            start, end = self._value(mark, after)
            if field == "total":
                end = self._digits_end(start, end)
            end = self._said_once(start, end)
            if end > start:
                form.sure = min(form.sure, CUT if self._ribbon.is_glued(self._ribbon.strip_of(start)) else GAPPED)
                form.head[field] = self._ribbon.cell(start, end)

    def _says_more(self, mark: Mark, before: Mark | None) -> bool:
        """Whether a label names who carries a project out, and the one before only who fills the form in."""
        text = self._ribbon.text
        carries = _CARRIES_OUT in text[mark.start : mark.end]
        return carries and before is not None and _CARRIES_OUT not in text[before.start : before.end]

    def _value(self, mark: Mark, after: Mark | None) -> tuple[int, int]:
        """The characters behind a label: to the end of their line or cell, at most to the next label."""
        start = mark.end
        stop = min(after.start if after else self._end, start + _NAME_REACH, self._end)
        end = next((at for at in range(start + 1, stop) if self._ribbon.gaps[at] >= Gap.LINE), stop)
        return start, end

    def _said_once(self, start: int, end: int) -> int:
        """The end of the first of two equal values, as words in order of height put them side by side."""
        middle = (start + end) // 2
        text = self._ribbon.text
        twice = self._ribbon.gaps[middle] > Gap.NONE if start < middle < end else False
        return middle if twice and text[start:middle] == text[middle:end] else end

    def _digits_end(self, start: int, end: int) -> int:
        text = self._ribbon.text
        return next((at for at in range(start, end) if not (text[at].isdigit() or text[at] == ".")), end)

    def _read_indicators(self, form: FoundForm, start: int, grammar: IndicatorGrammar) -> None:
        total = next((mark for mark in self._marks if mark.start >= start and self._closes(mark)), None)
        end = min(total.start if total else self._end, self._text_end(start))
        if total is not None and total.start > end:
            total = None
        glued = self._glued(start, end)
        most = start + (_MOST_GLUED if glued else _MOST)
        if end > most:
            form.left.append(self._ribbon.cell(most, min(most + _SAMPLE, end)))
            end, total = most, None
        weighed = bool(form.indicators)
        for begin, stop in self._between_headers(start, end):
            cut = total is None and stop == len(self._ribbon.text)
            stripped = glued and is_stripped(self._ribbon.text[begin:stop])
            if stripped:
                rows = list(stripped_rows(self._ribbon, begin, stop))
            else:
                rows = list(self._rows(begin, stop, grammar, glued=glued, cut=cut))
            if weighed and rows and not rows[0].keys() & set(_LEVELS):
                rows = []  # their classes stand somewhere among the words
            if cut and not stripped and rows and not _VALUES & rows[-1].keys():
                rows = [*rows[:-1], {name: span for name, span in rows[-1].items() if name in _LEVELS}]
            words = not glued and max(self._ribbon.gaps[begin:stop], default=Gap.NONE) is Gap.SPACE
            rows = self._once(rows)
            centred = words and not form.indicators and is_centred(rows, self._ribbon.text)
            rows = with_classes(rows, self._ribbon.text) if centred else rows
            sure = not glued and self._header is not None
            form.indicators += (
                self._slots(row, CUT if not sure else GAPPED if grammar.is_complete(row) and not centred else SHORT)
                for row in rows
                if row
            )
            form.left += self._left(begin, stop, rows)
        if total is not None and total.means("rows", "total"):
            form.total = self._total(total, grammar.columns)

    def _rows(self, start: int, end: int, grammar: IndicatorGrammar, *, glued: bool, cut: bool) -> Iterator[Row]:
        """The rows of a stretch; those of blocks that stand column by column where they stand."""
        blocks = (
            [] if glued or not set(COLUMN_ORDER) <= set(grammar.columns) else numbered_blocks(self._ribbon, start, end)
        )
        for block in blocks:
            if block.start > start:
                yield from read_rows(self._ribbon, (start, block.start), grammar, glued=glued)
            yield from block.rows
            start = block.end
        if start < end:
            yield from read_rows(self._ribbon, (start, end), grammar, glued=glued, cut=cut)

    def _once(self, rows: list[Row]) -> list[Row]:
        """The rows without those that say again what the first half of their line says: 中期 | 年度 side by side."""
        marks = self._header.marks if self._header else ()
        if sum(mark.means("indicators", "level3") for mark in marks) < _TWICE:
            return rows
        named = [self._ribbon.text[slice(*row["level3"])] if "level3" in row else None for row in rows]
        return [row for at, row in enumerate(rows) if at == 0 or named[at] is None or named[at] != named[at - 1]]

    def _text_end(self, start: int) -> int:
        """Where the table that holds a header ends, or else the first heading of prose below it."""
        if self._header is None:
            return self._end
        end = min(self._ribbon.table_end(self._header.start), self._end)
        headings = shapes.headings(self._ribbon.text, start, end)
        end = next((at for at in headings if self._ribbon.gaps[at] >= Gap.LINE), end)
        return next(shapes.sections(self._ribbon.text, start, end), end)

    def _closes(self, mark: Mark) -> bool:
        return mark.means("rows", "total") or mark.means("stops", "tail") or mark.means("project", "name")

    def _glued(self, start: int, end: int) -> bool:
        """Whether cells touch: those of the header do, or most names of classes touch what follows them."""
        gaps = self._ribbon.gaps
        if self._header is not None:
            touching = [gaps[mark.start] is Gap.NONE for mark in self._header.marks[1:]]
        else:
            ends = [match.end() for match in shapes.class_pattern("level2").finditer(self._ribbon.text, start, end)]
            touching = [at < end and gaps[at] is Gap.NONE for at in ends]
        return sum(touching) * 2 > len(touching)

    def _between_headers(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches between headers that come again, without the points printed beside the first."""
        inside = [mark for mark in self._marks if start <= mark.start < end]
        for run in headers_of(self._ribbon, inside, "indicators"):
            if is_indicator_run(run):
                yield start, run[0].start
                start = run[-1].end
        yield start, end

    def _slots(self, row: Row, confidence: Decimal) -> Slots:
        text = self._ribbon.text
        read = (
            (name, span)
            for name, span in row.items()
            if name != "other" and text[slice(*span)] != _MISREAD_DASH and not shapes.is_empty_value(text[slice(*span)])
        )
        cells = {name: self._ribbon.cell(*span) for name, span in read}
        if "sign" in cells and cells["sign"].text == shapes.MISREAD_SIGN:
            cells["sign"] = cells["sign"]._replace(text="≥")
        first = min(start for start, _ in row.values())
        return Slots(cells, confidence, self._ribbon.cell(first, first + 1).place)

    def _left(self, start: int, end: int, rows: Sequence[Row]) -> Iterator[Cell]:
        """What no row took."""
        at = start
        for begin, stop in sorted(span for row in rows for span in row.values()):
            if begin - at > _CRUMB:
                yield self._ribbon.cell(at, begin)
            at = max(at, stop)
        if end - at > _CRUMB:
            yield self._ribbon.cell(at, end)

    def _total(self, mark: Mark, columns: Sequence[str]) -> Slots:
        wanted = [name for name in columns if name in ("weight", "score")] or ["score"]
        text = self._ribbon.text
        end = mark.end
        limit = min(mark.end + _TOTAL_REACH, self._end)
        while end < limit and (text[end].isdigit() or text[end] in ".|分"):
            end += 1
        cuts = [mark.end, *(at for at in range(mark.end + 1, end) if self._ribbon.gaps[at] > Gap.NONE), end]
        parted = [span for span in pairwise(cuts) if _FIGURE.fullmatch(text, *span)]
        if len(parted) == len(cuts) - 1 == len(wanted):
            rows: list[Row] = [dict(zip(wanted, parted, strict=True))]
        else:
            rows = read_rows(self._ribbon, (mark.end, end), IndicatorGrammar(wanted), glued=True)
        cells = dict(self._slots(rows[0], CUT).cells) if rows else {}
        return Slots(cells, GAPPED, self._ribbon.cell(mark.start, mark.end).place)

    def _fragment(self) -> FoundForm | None:
        """Rows whose header is lost, known by the names of their classes."""
        text = self._ribbon.text[self._start : self._end]
        found = [match.start() for match in shapes.class_pattern("level2").finditer(text) if "指标" in match[0]]
        sentences = sum(text.count(sign) for sign in "，,。;；")
        if len(found) < _CLASSES or sentences * _SENTENCES > len(text):
            return None
        form = FoundForm(columns={"indicators": _FRAGMENT})
        self._read_indicators(form, self._start, IndicatorGrammar(_FRAGMENT, sure=False))
        return form
