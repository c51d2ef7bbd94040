"""How the paragraphs of a Word document are set: fonts, sizes, line pitch; and the paper.

Source of the format: ECMA-376 part 1, §17.3.1 (paragraph properties), §17.3.2 (run properties), §17.6 (sections), §17.7
(styles: document defaults, then the style and what it is based on, then the paragraph's own).
"""

from collections.abc import Iterator
from typing import Final

from jixiao.model.layout import Face, Sheet
from jixiao.readers.wordml import Element, attribute, child, children, number, value

_DEEPEST: Final = 12  # styles based on each other; more is a circle
_TWIPS_A_MM: Final = 1440 / 25.4


class Setting:
    """The styles of a document, by which each paragraph's face is told."""

    def __init__(self, styles: Element | None) -> None:
        self._styles = {attribute(one, "styleId"): one for one in children(styles, "style")}
        self._normal = next((one for one in self._styles.values() if _is_normal(one)), None)
        self._defaults = child(styles, "docDefaults")

    def face(self, paragraph: Element, line: int) -> Face:
        """The face of the paragraph's first printed run."""
        own = child(paragraph, "pPr")
        run = next(_runs(paragraph), None)
        chain = list(self._chain(value(own, "pStyle")))
        runs = [child(run, "rPr"), *(child(one, "rPr") for one in chain), child(self._defaults, "rPrDefault", "rPr")]
        sets = [own, *(child(one, "pPr") for one in chain), child(self._defaults, "pPrDefault", "pPr")]
        spacing = [one for properties in sets if (one := child(properties, "spacing")) is not None]
        line_rule = next((one for one in spacing if attribute(one, "line")), None)
        fixed = line_rule is not None and attribute(line_rule, "lineRule") == "exact"
        return Face(
            line,
            font=_font(runs, "eastAsia"),
            latin=_font(runs, "ascii"),
            size=number(next((size for one in runs if (size := value(one, "sz"))), ""), 0),
            pitch=number(attribute(line_rule, "line"), 0) if fixed and line_rule is not None else 0,
            centred=next((side for one in sets if (side := value(one, "jc"))), "") == "center",
        )

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


def _font(runs: list[Element | None], script: str) -> str:
    fonts = (child(properties, "rFonts") for properties in runs)
    return next((name for one in fonts if one is not None and (name := attribute(one, script))), "")


def _runs(paragraph: Element) -> Iterator[Element]:
    """The runs that print text."""
    for run in paragraph.iterdescendants("{*}r"):
        if any((text.text or "").strip() for text in children(run, "t")):
            yield run
