"""Amounts in sentences, told by the nearest words before them, or behind them (500万元资金全部到位).

Parts (其中, 中央补助), changes, other years and prices are no amounts of the whole and are left out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.forms.claims import speaks_of_something_else
from jixiao.forms.sentences import Sentence
from jixiao.model.number import DIGITS, MONEY_PLACES, decimal, fits, in_yuan
from jixiao.model.place import Place

_AMOUNT: Final = re.compile(rf"(?<![\d.])(?P<value>{DIGITS})(?P<unit>亿元|万元|元)(?![/每])", re.ASCII)
_RATE: Final = re.compile(
    rf"(?:执行率|支出率|使用率|支付率|发放率|支出进度|执行进度)(?:\(.{{0,12}}?\))?[约达到为是:]{{0,3}}(?P<value>{DIGITS})%",
    re.ASCII,
)
_SPENT: Final = "支出|支付|使用|执行|列支|发放|兑付"
# What words before an amount make of it, and how plainly they say so.
_ROLES: Final = tuple(
    (role, rank, re.compile(pattern))
    for role, rank, pattern in (
        ("plan", 4, r"年初(?:批复|安排|下达)?预算|年初批复数"),
        ("plan", 3, r"预算(?:安排|批复|下达)?(?!执行|支出)|申报|批复|核定|指标金额"),
        ("issued", 2, r"下达|安排|争取"),
        ("plan", 1, r"总投资|投资估算|概算|计划投资|投资总额"),
        (
            "budget",
            4,
            r"全年预算|调整后的?(?:项目)?预算|调整预算数|调整预算后的?(?:项目)?(?:预算)?|实际下达|涉及(?:的?预算|资金)|预算(?:调整|调减|调增)[为至]",
        ),
        ("budget", 3, r"到位|实到"),
        ("budget", 2, r"(?:资金|经费)(?:总额|总量|金额|规模)?(?=[约共为是计:]{0,3}$)"),
        ("executed", 3, rf"(?:实际|累计|全年|合计|共计?|已)(?:完成)?(?:{_SPENT}|拨付|投入)|执行数|实际完成投资"),
        ("executed", 2, rf"{_SPENT}|资金完成"),
    )
)
_MONEY: Final = r"(?:的?(?:项目)?(?:资金|经费))?(?:均)?已?"
_BEHIND: Final = (
    ("budget", 3, re.compile(rf"{_MONEY}(?:全部|全额|足额)?(?:拨付|下达)?到位")),
    ("executed", 2, re.compile(rf"{_MONEY}(?:全部|全额)(?:{_SPENT})")),
)
_PARTS: Final = re.compile(r"其中|包括|包含|分别|用于|分为|主要[为是]")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_SOURCE: Final = re.compile(
    r"(?:中央|自治区|[省市区县](?:级|财政)|地方|自筹|配套|其他|上级|本级|自有)(?:财政)?(?:补助|配套|专项|自筹|统筹)*"
    r"(?:资金|经费|拨款|预算)?[约共为是:]*$"
)
_NO_WHOLE: Final = re.compile(
    r"每[人户亩次天月年个]|单价|标准|人均|户均|节约|节省|剩余|结余|结转|收回|中标|合同(?:价|金额|总?额)|罚|奖励|配套(?!设施|基础|工程|建设|服务)|自筹"
)
_CLAUSE: Final = re.compile(r"[,、。;；]")
# Below this heading stands what is hoped for, not what happened.
_GOALS: Final = re.compile(r"目标[。:]?$")
_DONE: Final = ("budget", "executed")
# Words so plain speak of the whole even behind its parts.
_PLAINEST: Final = 4


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a sentence, with its words and place.

    role: plan (before anything became of it), issued, budget (in force, or arrived), executed, or rate, in percent.
    rank: how plainly it has that role.
    """

    role: str
    rank: int
    value: Decimal
    unit: str
    words: str
    place: Place

    @property
    def yuan(self) -> Decimal:
        """The amount in 元."""
        return in_yuan(self.value, self.unit)


def amounts_in(sentences: Iterable[Sentence], year: int | None) -> Iterator[Amount]:
    """The amounts of the whole, and the rates of execution, in reading order; those of another year left out."""
    for sentence in sentences:
        yield from (one for one in _amounts(sentence, year) if fits(one.yuan, MONEY_PLACES))
        for match in _RATE.finditer(sentence.text):
            if not _is_parted(sentence.text[: match.start()]):
                yield Amount("rate", 1, decimal(match["value"]), "%", match[0], sentence.place)


def _amounts(sentence: Sentence, year: int | None) -> Iterator[Amount]:
    text = sentence.text
    hoped = _GOALS.search(sentence.heading) is not None
    start = 0
    for match in _AMOUNT.finditer(text):
        before = text[start : match.start()]
        start = match.end()
        clause = _CLAUSE.split(before)[-1]
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        if _SOURCE.search(clause) or _NO_WHOLE.search(clause) or speaks_of_something_else(clause, year):
            continue
        role = _role(clause, text[match.end() :])
        if role is None or (role[1] < _PLAINEST and _is_parted(text[: match.start()])):
            continue
        if not (hoped and role[0] in _DONE):
            words = clause + match[0]
            yield Amount(*role, decimal(match["value"]), match["unit"], words, sentence.place)


def _is_parted(before: str) -> bool:
    """Whether words outside brackets say that parts of the whole follow."""
    return _PARTS.search(_BRACKETS.sub("", before)) is not None


def _role(before: str, behind: str) -> tuple[str, int] | None:
    """What an amount is: by the words behind it that follow at once, else by the last words before it."""
    for role, rank, pattern in _BEHIND:
        if pattern.match(behind):
            return role, rank
    hits = [
        (match.end(), match.end() - match.start(), rank, role)
        for role, rank, pattern in _ROLES
        for match in pattern.finditer(before)
    ]
    plain = [hit for hit in hits if hit[2:] != (2, "budget")] or hits
    if not plain:
        return None
    _, _, rank, role = max(plain)
    return role, rank
