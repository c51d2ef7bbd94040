"""What the text says that the money was spent on."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jixiao.checks.prose import within
from jixiao.model.evaluation import Evaluation
from jixiao.model.place import Place
from jixiao.model.terms import fold

_LIST: Final = re.compile(r"(?:包括|包含|用于支付|主要用于|用于)[：:]?([^。；;]{12,400})")
_PARTS: Final = re.compile(r"[、，,]|以及|另有")
_AMOUNT: Final = re.compile(r"\d[\d,.]*(?:万|亿)?元")
# What is done with the object; the object is what stands before.
_DEED: Final = re.compile(
    r"(?:的)?(?:日常|年度)?(?:租赁与运维|租赁|运维|运行维护|维护|维修|采购|购置|审核|咨询|费用?|经费)(?:服务)?(?:费用?|经费)?(?:等.{0,3})?$"
)
SHORTEST: Final = 3
_FEWEST: Final = 4


class Spending(NamedTuple):
    """A list of items of spending: where it stands, the objects (at least four), and its words."""

    field: str
    place: Place | None
    objects: list[str]
    words: str


def spending(evaluation: Evaluation) -> Iterator[Spending]:
    """The lists below headings, in order; an item is known by what was done with its object: 光纤租赁费."""
    for at, section in enumerate(evaluation.sections):
        for line, text in enumerate(section.text.split("\n") if section.level else ()):
            match = _LIST.search(text)
            items = [item for part in _PARTS.split(match[1]) if (item := _object(part))] if match else []
            if match and len(items) >= _FEWEST:
                field = f"sections[{at}].text[{line}]"
                yield Spending(field, within(evaluation.place(field), match.start(1), match.end(1)), items, match[1])


def _object(part: str) -> str:
    words = _AMOUNT.sub("", fold(part))
    match = _DEED.search(words)
    return words[: match.start()] if match and match.start() >= SHORTEST else ""
