"""Walking WordprocessingML, transitional or strict: names are compared without their namespace."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

Element = etree._Element  # noqa: SLF001  lxml gives its element type no public name

_DIGITS = 9

# What only wraps other content; deletions and the old place of moved text are what the author took out.
_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "fldSimple", "hyperlink", "dir", "bdo"}
)
_REMOVED = frozenset({"del", "moveFrom"})


def name_of(element: Element) -> str:
    """The tag without its namespace."""
    return _local(str(element.tag))


def flow(parent: Element) -> Iterator[tuple[str, Element]]:
    """The children as they are printed, with names: wrappers opened, deletions left out, one of two alternatives."""
    for element in parent:
        name = name_of(element)
        if name in _WRAPPERS:
            yield from flow(element)
        elif name == "AlternateContent":
            chosen = child(element, "Choice")
            chosen = child(element, "Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from flow(chosen)
        elif name not in _REMOVED:
            yield name, element


def child(parent: Element | None, *names: str) -> Element | None:
    """The first child of that name, or the descendant along several names; None where a step is missing."""
    for name in names:
        if parent is None:
            return None
        parent = next(parent.iterchildren(f"{{*}}{name}"), None)
    return parent


def children(parent: Element | None, name: str) -> Iterator[Element]:
    """The children of that name; none where there is no parent."""
    return iter(()) if parent is None else parent.iterchildren(f"{{*}}{name}")


def value(parent: Element | None, *names: str, default: str = "") -> str:
    """The attribute `val` of the descendant along those names; the default where either is missing."""
    element = child(parent, *names)
    return default if element is None else attribute(element, "val", default)


def is_on(parent: Element, name: str) -> bool:
    """Whether a switch (vanish, hidden, checked) is there and not set to off (ECMA-376 part 1, §17.17.4)."""
    switch = child(parent, name)
    return switch is not None and attribute(switch, "val", "1") not in {"0", "false", "off"}


def number(text: str, default: int) -> int:
    """A whole number as XML spells it; the default for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else default


def attribute(element: Element, name: str, default: str = "") -> str:
    """An attribute whatever its namespace."""
    for key, text in element.items():
        if _local(str(key)) == name:
            return str(text)
    return default


@lru_cache(maxsize=4096)
def _local(name: str) -> str:
    return name.rpartition("}")[2]
