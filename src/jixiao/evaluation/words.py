"""Text in which every figure knows its fact."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.model.errors import InputError
from jixiao.model.measurement import Fact
from jixiao.model.number import tidy

_FACT: Final = re.compile(r"\{fact:([^{}\s]{1,120})\}")
_OPEN: Final = re.compile(r"\{\s*fact\b.{0,20}")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
# The units whose figures lose the zeros at their end in running text; columns keep them.
_TIDY: Final = frozenset({"元", "万元", "分"})
# A space between a Chinese sign and a letter or digit; what stands in 《》 or “” keeps its own.
_SPACE: Final = re.compile(
    r"(《[^》]*》|“[^”]*”)|(?<=[\u3001-\uffee%]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[\u3001-\uffee])"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; `fact` is the id of the fact that it prints, "" for words."""

    text: str
    fact: str = ""


Words = tuple[Span, ...]


def plain(text: str) -> Words:
    """Words without figures."""
    return (Span(text),) if text else ()


def text_of(words: Words) -> str:
    """The words as they are printed."""
    return "".join(span.text for span in words)


def resolve(template: str, facts: Mapping[str, Fact], file: str = "narrative.md", place: str = "") -> Words:
    """A template with each {fact:id} replaced by what the fact shows.

    Raises:
        InputError: there is no fact of that id; the nearest ids are named. Or an id is not closed.
    """
    spans: list[Span] = []
    at = 0
    for match in _FACT.finditer(template):
        fact = facts.get(match[1])
        if fact is None:
            raise InputError(file, f"没有名为“{match[1]}”的数", _remedy(match[1], facts), place)
        spans.append(Span(template[at : match.start()]))
        spans.append(Span(_in_prose(fact), fact.id))
        at = match.end()
    spans.append(Span(template[at:]))
    for span in spans:
        if not span.fact and (broken := _OPEN.search(span.text)):
            raise InputError(file, f"“{broken[0]}”没有写对，认不出是哪个数", "写成 {fact:名称}，中间没有空格", place)
    return tuple(span for span in spans if span.text)


def figure(facts: Mapping[str, Fact], name: str) -> Words:
    """What a fact shows, with all its places: for a cell."""
    return (Span(facts[name].shown, name),)


def tight(text: str) -> str:
    """A line of a measurement as a report prints it: no spaces between Chinese words and figures."""
    return _SPACE.sub(lambda match: match[1] or "", text)


def number(facts: Mapping[str, Fact], name: str) -> Words:
    """What a fact shows, without its unit: for a column whose title names the unit."""
    fact = facts[name]
    return (Span(fact.shown.removesuffix(fact.unit), name),)


def _in_prose(fact: Fact) -> str:
    """2887.660000万元 → 2887.66万元: a sentence says no zero that tells nothing."""
    if fact.value is None or fact.unit not in _TIDY or not fact.shown.endswith(fact.unit):
        return fact.shown
    digits = fact.shown.removesuffix(fact.unit)
    return f"{tidy(Decimal(digits))}{fact.unit}" if _NUMBER.fullmatch(digits) else fact.shown


def _remedy(name: str, facts: Mapping[str, Fact]) -> str:
    head = name.split(".", maxsplit=1)[0]
    near = [known for known in facts if known.split(".")[0] == head][:8] or list(facts)[:8]
    return f"可用的例如：{'、'.join(near)}；全部见 evaluation.json 的 facts"
