"""One PDF page as pdfium sees it: its text and its ruling lines. Lengths are hundredths of a point, y runs down.

Source of the calls: pdfium's fpdf_text.h, fpdf_edit.h.
"""

import ctypes
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import pi
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

MAX_CHARS: Final = 50_000
MAX_OBJECTS: Final = 50_000
MAX_SEGMENTS: Final = 20_000
_MAX_NESTING: Final = 5

_UNIT: Final = 100
# What is at most this thick is a line, however it was drawn.
_THIN: Final = 400
# A gap of more than an eighth of the height of the type parts two runs.
_GAP: Final = 8
_SAMPLE: Final = 40
_FAR: Final = 1_000_000
_BLANK: Final = frozenset("\x7f\xa0\xad\u200b\u3000\ufeff\ufffe\uffff")
_RECTANGLE: Final = 5
_UNSEEN: Final = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_WIDGET: Final = 20

_Point = tuple[float, float]
_Matrix = tuple[float, float, float, float, float, float]


class Run(NamedTuple):
    """Characters that follow each other without a gap, and the box that they take on their line.

    middle: the height of the middle of the first. size: of the type, the width of a Chinese character; 0 if there is
    none among them.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    middle: int
    size: int


class Rule(NamedTuple):
    """A ruling line at a position (x of an upright one, y of a level one), from start to end."""

    at: int
    start: int
    end: int
    is_upright: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page shows: its text in runs, ruling lines, whether there are pictures; turned by `turn` quarters.

    has_unseen: whether text is written that does not show, as that of a scan which was recognised. has_outside: whether
    there is text beside the page, which was left out.
    """

    runs: Sequence[Run]
    rules: Sequence[Rule]
    has_pictures: bool
    has_unseen: bool = False
    has_outside: bool = False
    turn: int = 0


def drawn_on(page: PdfPage) -> Drawn:
    """What a page shows, turned so that its text runs from left to right."""
    text = page.get_textpage()
    try:
        turn = _turn(text.raw)
        objects = _Objects(turn)
        objects.gather(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, ())
        written = list(_runs(text, objects))
    finally:
        text.close()
    runs = list(_shown(written, page.get_bbox(), turn))
    has_outside = len(runs) < len(written)
    return Drawn(runs, objects.rules, objects.has_pictures, objects.has_unseen, has_outside, turn)


def _shown(runs: Iterable[Run], box: tuple[float, float, float, float], turn: int) -> Iterator[Run]:
    """The runs whose middle is on the page: within its box of left, bottom, right, top."""
    xs, ys = zip(_placed(turn, *box[:2]), _placed(turn, *box[2:]), strict=True)
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    return (run for run in runs if left <= (run.left + run.right) // 2 <= right and top <= run.middle <= bottom)


def has_fields(page: PdfPage) -> bool:
    """Whether the page has form fields, whose values are not part of its text."""
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    return any(_subtype(page, index) == _WIDGET for index in range(min(count, MAX_OBJECTS)))


def _subtype(page: PdfPage, index: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    subtype = int(pdfium.FPDFAnnot_GetSubtype(annotation))
    pdfium.FPDFPage_CloseAnnot(annotation)
    return subtype


def _turn(text: Any) -> int:
    """Quarter turns of most of the text, counted with the clock."""
    count = pdfium.FPDFText_CountChars(text)
    angles = (pdfium.FPDFText_GetCharAngle(text, at) for at in range(0, count, max(count // _SAMPLE, 1)))
    turns = Counter(round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0)
    return turns.most_common(1)[0][0] if turns else 0


def point(turn: int, right: int, down: int) -> tuple[float, float]:
    """The point of a page, in points from its lower left corner, that a reader sees at a place: undoes `_placed`."""
    x, y = ((right, -down), (-down, -right), (-right, down), (down, right))[turn]
    return x / _UNIT, y / _UNIT


def _placed(turn: int, x: float, y: float) -> tuple[int, int]:
    """A point of the page where a reader sees it, y running down."""
    right, down = ((x, -y), (-y, -x), (-x, y), (y, x))[turn]
    return _hundredths(right), _hundredths(down)


def _runs(page: Any, objects: "_Objects") -> Iterator[Run]:
    """Text that fills its cell touches that of the next: what is written anew behind an upright line is another run."""
    walls = sorted((rule.at, rule.start, rule.end) for rule in objects.rules if rule.is_upright)
    signs: list[str] = []
    left = top = right = bottom = middle = size = last = wall = 0
    for at, sign, x1, y1, x2, y2 in _chars(page, objects.turn):
        em = y2 - y1
        goes_on = bool(signs) and abs(x1 - right) * _GAP <= em and abs(y1 + y2 - 2 * middle) * 2 <= em
        while goes_on and wall < len(walls) and walls[wall][0] <= x1:
            goes_on = not walls[wall][1] <= middle <= walls[wall][2] or _is_one(page.raw, last, at)
            wall += 1
        if goes_on:
            top, right, bottom = min(top, y1), x2, max(bottom, y2)
        else:
            if signs:
                yield Run("".join(signs), left, top, right, bottom, middle, size)
            signs, left, top, right, bottom, middle, size = [], x1, y1, x2, y2, (y1 + y2) // 2, 0
            wall = bisect_right(walls, (x1, _FAR, _FAR))
        signs.append(sign)
        last = at
        if not sign.isascii():
            size = max(size, x2 - x1)
    if signs:
        yield Run("".join(signs), left, top, right, bottom, middle, size)


def _is_one(text: Any, one: int, other: int) -> bool:
    """Whether two characters were written by the same text object."""
    objects = [pdfium.FPDFText_GetTextObject(text, at) for at in (one, other)]
    first, second = (ctypes.cast(found, ctypes.c_void_p).value for found in objects)
    return first == second


def _chars(page: Any, turn: int) -> Iterator[tuple[int, str, int, int, int, int]]:
    """Each printed character with its number, and left, top, right and bottom of its box."""
    text = page.raw
    count = min(pdfium.FPDFText_CountChars(text), MAX_CHARS)
    printed = page.get_text_range(0, count) if count else ""
    if len(printed) != count:
        # Characters that pdfium leaves out of its text, or that take two units of UTF-16.
        printed = [_character(pdfium.FPDFText_GetUnicode(text, at)) for at in range(count)]
    box = pdfium.FS_RECTF()
    pointer = ctypes.byref(box)
    box_of = pdfium.FPDFText_GetLooseCharBox
    for at, sign in enumerate(printed):
        if sign <= " " or sign in _BLANK or not box_of(text, at, pointer):
            continue
        if turn:
            x1, y1 = _placed(turn, box.left, box.top)
            x2, y2 = _placed(turn, box.right, box.bottom)
            yield at, sign, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        elif abs(box.left) + abs(box.top) + abs(box.right) + abs(box.bottom) < _FAR:
            yield (
                at, sign,
                int(box.left * _UNIT), -int(box.top * _UNIT), int(box.right * _UNIT), -int(box.bottom * _UNIT),
            )  # fmt: skip


def _hundredths(points: float) -> int:
    return int(points * _UNIT) if -_FAR < points < _FAR else _FAR


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ""


class _Objects:
    """A walk over the objects of a page and of the drawings in it."""

    def __init__(self, turn: int) -> None:
        self.rules: list[Rule] = []
        self.has_pictures = self.has_unseen = False
        self.turn = turn
        self._left = MAX_OBJECTS
        self._bounds = [ctypes.c_float() for _ in range(4)]
        self._pointers = [ctypes.byref(bound) for bound in self._bounds]

    def gather(self, parent: Any, count: Any, get: Any, matrices: tuple[_Matrix, ...]) -> None:
        """Add what `parent` holds. matrices: those of the drawings that it stands in, innermost first."""
        for index in range(min(count(parent), self._left)):
            self._left -= 1
            one = get(parent, index)
            kind = pdfium.FPDFPageObj_GetType(one)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(one, matrices)
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self.has_unseen = self.has_unseen or pdfium.FPDFTextObj_GetTextRenderMode(one) in _UNSEEN
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.has_pictures = True
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(matrices) < _MAX_NESTING:
                inner = (_matrix(one), *matrices)
                self.gather(one, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner)

    def _path(self, path: Any, matrices: tuple[_Matrix, ...]) -> None:
        if not pdfium.FPDFPageObj_GetBounds(path, *self._pointers):
            return
        left, bottom, right, top = (bound.value for bound in self._bounds)
        count = pdfium.FPDFPath_CountSegments(path)
        if min(right - left, top - bottom) * _UNIT <= _THIN:
            self._line(((left, bottom), (right, top)), matrices)
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        if (count <= _RECTANGLE and not stroke.value) or count > MAX_SEGMENTS:
            return  # a coloured area, or a picture made of lines
        matrices = (_matrix(path), *matrices)
        for points in _outlines(path, count):
            if stroke.value:
                for pair in pairwise(points):
                    self._line(pair, matrices)
            else:
                xs, ys = zip(*points, strict=True)
                self._line(((min(xs), min(ys)), (max(xs), max(ys))), matrices)

    def _line(self, ends: tuple[_Point, _Point], matrices: tuple[_Matrix, ...]) -> None:
        """Add the line between two points (corners of what is drawn), if it is level or upright."""
        for matrix in matrices:
            ends = (_moved(ends[0], matrix), _moved(ends[1], matrix))
        (left, top), (right, bottom) = (_placed(self.turn, *end) for end in ends)
        width, height = abs(right - left), abs(bottom - top)
        if height <= _THIN and height < width:
            self.rules.append(Rule((top + bottom) // 2, min(left, right), max(left, right), is_upright=False))
        elif width <= _THIN and width < height:
            self.rules.append(Rule((left + right) // 2, min(top, bottom), max(top, bottom), is_upright=True))


def _outlines(path: Any, count: int) -> Iterator[list[_Point]]:
    """The points of each part of a path; a curve ends one part and begins another."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _matrix(one: Any) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(one, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _moved(point: _Point, matrix: _Matrix) -> _Point:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f
