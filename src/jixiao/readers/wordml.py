"""Walking WordprocessingML, transitional or strict: names are compared without their namespace."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001  lxml gives its element type no public name

_DIGITS: Final = 9
_MOST_NAMES: Final = 4096


class _Names(dict[object, str]):
    """Tag or attribute → its name without the namespace; kept, because a document has few names, many times."""

    def __missing__(self, name: object) -> str:
        local = str(name).rpartition("}")[2]
        if len(self) < _MOST_NAMES:
            self[name] = local
        return local


NAMES: Final = _Names()


def name_of(element: Element) -> str:
    """The tag without its namespace."""
    return NAMES[element.tag]


def tags(*names: str) -> tuple[str, ...]:
    """What `iter` of lxml takes to give the elements of these names, in any namespace or in none."""
    return tuple(f"{{*}}{name}" for name in names)


def child(parent: Element | None, *names: str) -> Element | None:
    """The first child of that name, or the descendant along several names; None where a step is missing."""
    for name in names:
        if parent is None:
            return None
        parent = next(parent.iterchildren(f"{{*}}{name}"), None)
    return parent


def first(parent: Element | None, name: str) -> Element | None:
    """The first child if it is of that name, which properties must be (ECMA-376 part 1, §17.3.1.22, §17.3.2.1)."""
    element = parent[0] if parent is not None and len(parent) else None
    return element if element is not None and NAMES[element.tag] == name else None


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
        if NAMES[key] == name:
            return str(text)
    return default
