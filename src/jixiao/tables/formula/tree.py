"""What a condition is made of, and how it is spelled."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.model.number import plain


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; unit: "", "分", "%" or a unit of money. at: the character it begins at, from 0."""

    value: Decimal
    unit: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """Words between quotation marks."""

    value: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """A column."""

    name: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """A word with its arguments."""

    name: str
    arguments: "tuple[Node, ...]"
    at: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides and the sign between them: + - * = <> > >= < <=."""

    sign: str
    left: "Node"
    right: "Node"
    at: int = 0


Node = Number | Text | Name | Call | Pair

COMPARISONS: Final = ("=", "<>", ">", ">=", "<", "<=")
# How tightly a sign binds: comparisons least.
_BINDING: Final = {**dict.fromkeys(COMPARISONS, 1), "+": 2, "-": 2, "*": 3}


class FormulaError(Exception):
    """A condition that cannot be used: the character (from 0), the cause and the remedy in Chinese."""

    def __init__(self, at: int, cause: str, remedy: str) -> None:
        super().__init__(at, cause, remedy)
        self.at = at
        self.cause = cause
        self.remedy = remedy


def spell(node: Node) -> str:
    """The condition in its one spelling; parsed again it is the same tree."""
    match node:
        case Number():
            return plain(node.value) + node.unit
        case Text():
            return f'"{node.value}"'
        case Name():
            return node.name
        case Call():
            return f"{node.name}({','.join(map(spell, node.arguments))})"
        case Pair():
            binding = _BINDING[node.sign]
            left = _bound(node.left, binding, tied=binding == 1)
            return f"{left}{node.sign}{_bound(node.right, binding, tied=True)}"


def _bound(node: Node, binding: int, *, tied: bool) -> str:
    """A side, in parentheses where it would otherwise fall apart; tied: also where it binds as tightly."""
    loose = isinstance(node, Pair) and (_BINDING[node.sign] < binding or (tied and _BINDING[node.sign] == binding))
    return f"({spell(node)})" if loose else spell(node)
