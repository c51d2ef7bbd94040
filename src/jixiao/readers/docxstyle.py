"""How the paragraphs of a Word document are set: fonts, sizes, line pitch; and the paper.

Source of the format: ECMA-376 part 1, §17.3.1 (paragraph properties), §17.3.2 (run properties), §17.6 (sections), §17.7
(styles: document defaults, then the style and what it is based on, then the paragraph's own).
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from jixiao.model.layout import Face, Sheet
from jixiao.readers.wordml import NAMES, Element, attribute, child, children, first, number, value

_DEEPEST: Final = 12  # styles based on each other; more is a circle
_TWIPS_A_MM: Final = 1440 / 25.4


class _Look(NamedTuple):
    """What properties of runs and paragraphs say; what they leave open is ""."""

    font: str = ""
    latin: str = ""
    size: str = ""
    line: str = ""
    rule: str = ""
    side: str = ""


class Setting:
    """The styles of a document, by which each paragraph's face is told."""

    def __init__(self, styles: Element | None) -> None:
        self._styles = {attribute(one, "styleId"): one for one in children(styles, "style")}
        self._normal = next((one for one in self._styles.values() if _is_normal(one)), None)
        defaults = child(styles, "docDefaults")
        paragraphs, runs = child(defaults, "pPrDefault", "pPr"), child(defaults, "rPrDefault", "rPr")
        self._defaults = _look(_by_name(paragraphs), _by_name(runs))
        self._looks: dict[str, _Look] = {}

    def face(self, paragraph: Element, run: Element | None, line: int) -> Face:
        """The face of a paragraph by its first printed run."""
        properties = _by_name(first(paragraph, "pPr"))
        look = _over(_look(properties, _by_name(first(run, "rPr"))), self._style(_said(properties, "pStyle")))
        pitch = number(look.line, 0) if look.rule == "exact" else 0
        return Face(line, look.font, look.latin, number(look.size, 0), pitch, look.side == "center")

    def _style(self, name: str) -> _Look:
        """What a style says, and what it is based on, and the defaults of the document."""
        if name not in self._looks:
            look = _Look()
            for style in self._chain(name):
                look = _over(look, _look(_by_name(child(style, "pPr")), _by_name(child(style, "rPr"))))
            self._looks[name] = _over(look, self._defaults)
        return self._looks[name]

    def _chain(self, name: str) -> Iterator[Element]:
        """A style and those that it is based on."""
        style = self._styles.get(name, self._normal)
        for _ in range(_DEEPEST):
            if style is None:
                return
            yield style
            style = self._styles.get(value(style, "basedOn"))


def sheet_of(body: Element | None) -> Sheet | None:
    """The paper of the last section; None where it is not told."""
    section = child(body, "sectPr")
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    if size is None or margins is None:
        return None
    sides = [_mm(attribute(margins, side)) for side in ("top", "bottom", "left", "right")]
    return Sheet(_mm(attribute(size, "w")), _mm(attribute(size, "h")), *sides)


def _mm(twips: str) -> int:
    return round(number(twips, 0) / _TWIPS_A_MM)


def _is_normal(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true")


def _look(paragraph: Mapping[str, Element], run: Mapping[str, Element]) -> _Look:
    """What the properties of a paragraph and of a run say by themselves."""
    return _Look(
        _said(run, "rFonts", "eastAsia"),
        _said(run, "rFonts", "ascii"),
        _said(run, "sz"),
        line := _said(paragraph, "spacing", "line"),
        _said(paragraph, "spacing", "lineRule") if line else "",
        _said(paragraph, "jc"),
    )


def _by_name(properties: Element | None) -> Mapping[str, Element]:
    return {} if properties is None else {NAMES[one.tag]: one for one in properties}


def _said(properties: Mapping[str, Element], name: str, key: str = "val") -> str:
    return attribute(properties[name], key) if name in properties else ""


def _over(upper: _Look, lower: _Look) -> _Look:
    """The upper, and what it leaves open from the lower; the rule of a line pitch goes with its pitch."""
    look = _Look(*(a or b for a, b in zip(upper, lower, strict=True)))
    return look._replace(rule=upper.rule) if upper.line else look
