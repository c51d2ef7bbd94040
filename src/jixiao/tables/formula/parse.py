"""Text → tree, by a grammar that knows nothing but numbers, quoted words, names, calls and eleven signs.

    condition := sum [ ( = | <> | > | >= | < | <= ) sum ]
    sum       := product { ( + | - ) product }
    product   := atom { * atom }
    atom      := number [ unit ] | "words" | name [ "(" condition { "," condition } ")" ] | "(" condition ")" | - atom

Full-width signs mean the same as half-width ones. A condition has at most `LONGEST` characters and `DEEPEST` levels.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.model.number import MONEY_UNITS
from jixiao.tables.formula.tree import COMPARISONS, Call, FormulaError, Name, Node, Number, Pair, Text

LONGEST: Final = 500
DEEPEST: Final = 20
_DIGITS: Final = 15
_PLACES: Final = 6
_UNITS: Final = ("分", "%", *sorted(MONEY_UNITS, key=len, reverse=True))
_QUOTES: Final = {'"': '"', "“": "”", "”": "”", "「": "」"}
_ALIKE: Final = {"×": "*", "、": ",", "；": ",", ";": ",", "−": "-", "–": "-"}
_SIGNS: Final = {"≥": ">=", "≤": "<=", "≠": "<>", "!=": "<>"}
_TOKEN: Final = re.compile(r"(<>|>=|<=|!=|[=<>≥≤≠+\-*(),])|([0-9]+(?:\.[0-9]+)?)|([^\W\d]\w*)")


@dataclass(frozen=True, slots=True)
class _Token:
    """kind: sign, number, words, name, end."""

    kind: str
    text: str
    at: int
    unit: str = ""


def parse(text: str) -> Node:
    """The tree of a condition.

    Raises:
        FormulaError: it is none.
    """
    if len(text) > LONGEST:
        raise FormulaError(LONGEST, f"条件有 {len(text)} 个字，太长", f"最多 {LONGEST} 个字，分成几项检查")
    reading = _Reading(_tokens(text))
    node = reading.condition(0)
    left = reading.next
    if left.kind != "end":
        remedy = "一次只比较两边；几个条件一起用 且(…, …) 或者 或(…, …)"
        raise FormulaError(left.at, f"“{left.text}”多出来了", remedy)
    return node


class _Reading:
    """Tokens from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._place = 0

    @property
    def next(self) -> _Token:
        return self._tokens[self._place]

    def condition(self, depth: int) -> Node:
        left = self._sum(depth)
        sign = self.next
        if sign.kind != "sign" or sign.text not in COMPARISONS:
            return left
        self._place += 1
        return Pair(sign.text, left, self._sum(depth), sign.at)

    def _sum(self, depth: int) -> Node:
        node = self._product(depth)
        while self.next.kind == "sign" and self.next.text in ("+", "-"):
            sign = self._take()
            node = Pair(sign.text, node, self._product(depth), sign.at)
        return node

    def _product(self, depth: int) -> Node:
        node = self._atom(depth)
        while self.next.kind == "sign" and self.next.text == "*":
            sign = self._take()
            node = Pair("*", node, self._atom(depth), sign.at)
        return node

    def _atom(self, depth: int) -> Node:
        token = self._take()
        if depth > DEEPEST:
            raise FormulaError(token.at, f"括号套了 {DEEPEST} 层以上", "分成几项检查")
        if token.kind == "number":
            return Number(Decimal(token.text), token.unit, token.at)
        if token.kind == "words":
            return Text(token.text, token.at)
        if token.kind == "name":
            return self._named(token, depth)
        if token.text == "(":
            node = self.condition(depth + 1)
            self._close(token)
            return node
        if token.text == "-":
            return Pair("-", Number(Decimal(0), "", token.at), self._atom(depth + 1), token.at)
        found = f"这里是“{token.text}”" if token.text else "条件没有写完"
        raise FormulaError(token.at, found, "这里应当是名称、数、引号里的文字或者括号")

    def _named(self, name: _Token, depth: int) -> Node:
        if not (self.next.kind == "sign" and self.next.text == "("):
            return Name(name.text, name.at)
        opened = self._take()
        arguments = [self.condition(depth + 1)]
        while self.next.kind == "sign" and self.next.text == ",":
            self._place += 1
            arguments.append(self.condition(depth + 1))
        self._close(opened)
        return Call(name.text, tuple(arguments), name.at)

    def _close(self, opened: _Token) -> None:
        if self.next.text != ")" or self.next.kind != "sign":
            raise FormulaError(opened.at, "这个左括号没有右括号", "补上“)”，各个参数之间用逗号隔开")
        self._place += 1

    def _take(self) -> _Token:
        token = self.next
        if token.kind != "end":
            self._place += 1
        return token


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    folded = _folded(text)
    at = 0
    while folded[at:].strip():
        at += len(folded[at:]) - len(folded[at:].lstrip())
        if text[at] in _QUOTES or folded[at] == '"':
            end = text.find(_QUOTES.get(text[at], text[at]), at + 1)
            if end < 0:
                raise FormulaError(at, "这个引号没有另一半", "文字两边都要有引号")
            found.append(_Token("words", text[at + 1 : end], at))
            at = end + 1
            continue
        match = _TOKEN.match(folded, at)
        if match is None:
            instead = "；没有除法，得分/分值<0.6 写成 得分<分值*60%" if folded[at] in "/÷" else ""
            raise FormulaError(at, f"不认识“{text[at]}”", f"可以用 + - * = <> > >= < <= 、括号、逗号和引号{instead}")
        at, token = _token(match, folded)
        found.append(token)
    return [*found, _Token("end", "", len(text))]


def _token(match: re.Match[str], folded: str) -> tuple[int, _Token]:
    """The token and the character after it."""
    at, end = match.start(match.lastindex or 0), match.end()
    if match[1]:
        return end, _Token("sign", _SIGNS.get(match[1], match[1]), at)
    if match[3]:
        return end, _Token("name", match[3], at)
    digits = match[2]
    places = len(digits.partition(".")[2])
    if len(digits.replace(".", "")) > _DIGITS or places > _PLACES:
        raise FormulaError(at, f"数“{digits}”太长", f"最多 {_DIGITS} 位，小数最多 {_PLACES} 位")
    unit = next((unit for unit in _UNITS if folded.startswith(unit, end)), "")
    after = folded[end + len(unit) : end + len(unit) + 1]
    if after.isalnum() or after in ("_", "."):
        raise FormulaError(
            at, f"“{digits}{unit}”后面的“{after}”不是单位", f"数后面可以写 {'、'.join(_UNITS)}，或者不写"
        )
    return end + len(unit), _Token("number", digits, at, unit)


def _folded(text: str) -> str:
    """The text sign by sign in half width, so that positions stay."""
    return "".join(_ALIKE.get(sign) or _narrow(sign) for sign in text)


def _narrow(sign: str) -> str:
    narrow = unicodedata.normalize("NFKC", sign)
    return narrow if len(narrow) == 1 else sign
