"""Figures that the prose states, with what they are said of."""

import re
from typing import Final

from jixiao.model.characters import narrow
from jixiao.model.evaluation import Claim
from jixiao.model.layout import Layout, Paragraph
from jixiao.model.number import DIGITS, decimal, fits
from jixiao.model.place import Place

# Between the words and their figure: a few characters that are no digits and end no clause.
_GAP: Final = r"[^\d。；;，,、（）()%％]{0,6}?"
_AMOUNT: Final = rf"{_GAP}(?P<value>{DIGITS})\s?(?P<unit>万元|亿元|元)"
_PERCENT: Final = rf"{_GAP}(?P<value>{DIGITS})\s?(?P<unit>[%％])"
_CLASS: Final = (
    r"(?P<subject>(?:数量|质量|时效|经济成本|社会成本|生态环境成本|成本|经济效益|社会效益|生态效益|环境效益|可持续影响"
    r"|(?:服务对象)?满意度|产出|效益)(?:指标)?)"
)
_QUOTE: Final = "[“”\"'「」]"

_GRADE_ENDS: Final = rf"(?=秀|好|级|等|{_QUOTE}|[\s。，；、）)]|$)"

_CLAIMS: Final = tuple(
    (about, re.compile(pattern, re.ASCII))
    for about, pattern in (
        ("initial", rf"年初预算(?:资金|数|安排)?{_AMOUNT}"),
        ("cut", rf"(?:核减|调减|压减)(?:预算|资金)*{_AMOUNT}"),
        ("budget", rf"(?:年度预算|全年预算|调整后预算|(?<!年初)预算资金)(?:资金|数)?{_AMOUNT}"),
        ("executed", rf"(?:实际投入|实际支出|实际支付|实际使用|累计支出|全年执行数?|执行资金)(?:资金|数)?{_AMOUNT}"),
        ("rate", rf"(?:占{_GAP}预算{_GAP}|执行率){_PERCENT}"),
        ("completion", rf"{_CLASS}(?:完成率|达标率|达成率|完成|达标){_PERCENT}"),
        (
            "total",
            rf"(?:(?:自评|评价|综合|最终|总)得分|自评总分|综合评分|总分[为是：:]){_GAP}(?P<value>{DIGITS})\s?(?P<unit>分)",
        ),
        ("grade", rf"(?:等级|评级|评定|结论)[为是：:]{{0,2}}{_QUOTE}?(?P<subject>[优良中差]){_GRADE_ENDS}"),
    )
)
# “总分为100分” says what full marks are, not what the project got.
_FULL_MARKS: Final = re.compile(r"总分[为是：:]\D{0,6}100分", re.ASCII)


def read_claims(layout: Layout) -> tuple[Claim, ...]:
    """The claims of all paragraphs outside tables, in reading order."""
    return tuple(claim for paragraph in layout.paragraphs for claim in _claims_in(paragraph))


def _claims_in(paragraph: Paragraph) -> list[Claim]:
    found: dict[int, Claim] = {}
    for about, pattern in _CLAIMS:
        for match in pattern.finditer(paragraph.text):
            claim = _claim(about, match, paragraph.line)
            if claim is not None:
                found.setdefault(match.start(), claim)
    return [found[start] for start in sorted(found)]


def _claim(about: str, match: re.Match[str], line: int) -> Claim | None:
    parts = match.groupdict()
    digits = parts.get("value")
    value = decimal(digits) if digits else None
    if _FULL_MARKS.fullmatch(match[0]) or (value is not None and not fits(value)):
        return None
    place = Place(line=line, start=match.start(), end=match.end())
    return Claim(about, parts.get("subject") or "", value, narrow(parts.get("unit") or ""), match[0], place)
