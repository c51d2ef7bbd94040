"""reading.html: documents as they were read, every cell in the colour of the field that it became."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from jinja2 import Template

from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Layout
from jixiao.writers.drawn import Drawing, Line, draw
from jixiao.writers.families import Family
from jixiao.writers.marked import Spot, spot, spots
from jixiao.writers.pages import environment, printable


@dataclass(frozen=True, slots=True)
class File:
    """One document on the page."""

    number: int
    layout: Layout
    evaluations: Sequence[Evaluation]
    drawing: Drawing
    spots: frozenset[Spot]


def render(documents: Sequence[tuple[Layout, Sequence[Evaluation]]]) -> str:
    """The page for some documents, each with the evaluations that were found in it."""
    files = [
        File(number, layout, evaluations, draw(layout, evaluations), spots(layout))
        for number, (layout, evaluations) in enumerate(documents, 1)
    ]
    return printable(_template().render(files=files, families=tuple(Family), version=version("jixiao")))


def _anchor(file: File, where: Spot | None) -> str:
    """The id of a cell or paragraph; "" if the page shows none."""
    return "-".join(["at", *map(str, (file.number, *where))]) if where in file.spots and where else ""


def _is_line(block: object) -> bool:
    return isinstance(block, Line)


@cache
def _template() -> Template:
    templates = environment()
    templates.filters.update(anchor=_anchor, spot=spot)
    templates.tests["line"] = _is_line
    return templates.get_template("reading.html.jinja")
