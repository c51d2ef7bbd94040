"""Figures that the prose states, with what they are said of."""

import re
from typing import Final

from jixiao.forms.pages import Whole, whole_texts
from jixiao.model.characters import narrow
from jixiao.model.evaluation import Claim
from jixiao.model.layout import Layout
from jixiao.model.number import DIGITS, decimal, fits

# Between the words and their figure stands nothing, or a word that says "is".
_IS: Final = r"(?:总额|总计|合计|共计|约为|约|共|为|是|达到|达|：|:|\s){0,3}"
_AMOUNT: Final = rf"{_IS}(?P<value>{DIGITS})\s?(?P<unit>万元|亿元|元)"
_PERCENT: Final = rf"{_IS}(?P<value>{DIGITS})\s?(?P<unit>[%％])"
# A level-2 class is named whole, or begins a clause: 设备验收质量达标率 is the name of an indicator.
_CLASS: Final = (
    r"(?P<subject>(?:(?:数量|质量|时效|经济成本|社会成本|生态环境成本|成本|经济效益|社会效益|生态效益|环境效益|可持续影响"
    r"|(?:服务对象)?满意度|产出|效益)指标)|(?:(?<=^)|(?<=[。；;，,、：:]))(?:可持续影响|社会效益|经济效益|生态效益))"
)
_QUOTE: Final = "[“”\"'「」]"
_GRADE_ENDS: Final = rf"(?=秀|好|级|等|{_QUOTE}|[\s。，；、）)]|$)"
# The score of the whole: not of a part, and no limit of a grade.
_TOTAL: Final = (
    r"(?<!执行)(?<!指标)(?<!决策)(?<!过程)(?<!产出)(?<!效益)(?<!满意度)(?<!上级)"
    r"(?:(?:自评价?|评价|综合|绩效|最终|总|总体|(?<!个)项目)得分|(?:自评总?分数?|评分结果)(?!得)"
    r"|(?:综合|绩效|最终)评分|总分(?=[为是：:]))"
    rf"{_IS}(?:已得)?(?P<value>{DIGITS})\s?(?P<unit>分|(?=[。，,；;]|$))(?!以上|以下|及以|（含|\(含)"
)
# Not the whole budget of the year: a part of it, or a change of it.
_PART: Final = (
    "(?<!核减)(?<!调减)(?<!压减)(?<!调整)(?<!追加)(?<!中央)(?<!省级)(?<!市级)(?<!区级)(?<!县级)(?<!财政)(?<!年初)"
)

# What is claimed; words of which one stands in every such claim, found sooner than the claim; the claim.
_CLAIMS: Final = tuple(
    (about, words.split(), re.compile(pattern, re.ASCII))
    for about, words, pattern in (
        ("initial", "年初预算", rf"年初预算(?:资金|数|安排)?{_AMOUNT}"),
        ("cut", "减", rf"(?:核减|调减|压减)(?:预算|资金)*{_AMOUNT}"),
        ("budget", "预算", rf"(?:年度预算|全年预算|调整后预算|{_PART}预算资金)(?:资金|数)?{_AMOUNT}"),
        (
            "executed",
            "实际 累计 执行",
            rf"(?:实际投入|实际支出|实际支付|实际使用|累计支出|全年执行数?|执行资金)(?:资金|数)?{_AMOUNT}",
        ),
        ("rate", "预算", rf"(?:占预算资金的|占预算的|占年度预算的|预算执行率){_PERCENT}"),
        ("completion", "% ％", rf"{_CLASS}(?:完成率|达标率|达成率|完成|达标){_PERCENT}"),
        ("total", "分", _TOTAL),
        (
            "grade",
            "优 良 中 差",
            rf"(?:等级|评级|评定|结论|(?:评价|自评)结果(?=[为是：:])|属于(?={_QUOTE}))[为是：:]{{0,2}}[（(]?{_QUOTE}?(?P<subject>[优良中差]){_GRADE_ENDS}",
        ),
    )
)
# A clause that speaks of another year, or of a part, says nothing of this year's whole.
_ELSEWHERE: Final = re.compile(r"上年|去年|上一年|往年|其中|下年|明年|减少|增加|增长|下降|人均|户均|扣减|扣除")
_CLAUSE_ENDS: Final = re.compile(r"[。；;，,]")
_YEAR: Final = re.compile(r"(20\d\d)年", re.ASCII)
# “总分为100分” says what full marks are, not what the project got.
_FULL_MARKS: Final = re.compile(r"总分[为是：:]\D{0,6}100分", re.ASCII)


def read_claims(layout: Layout, year: int | None = None) -> tuple[Claim, ...]:
    """The claims of all paragraphs outside tables, in reading order; those of another year than `year` left out."""
    return tuple(claim for text in whole_texts(layout.paragraphs) for claim in _claims_in(text, year))


def _claims_in(whole: Whole, year: int | None) -> list[Claim]:
    found: dict[int, Claim] = {}
    for about, words, pattern in _CLAIMS:
        if not any(word in whole.text for word in words):
            continue
        for match in pattern.finditer(whole.text):
            if about != "grade" and speaks_of_something_else(whole.text[: match.start()], year):
                continue
            claim = _claim(about, match, whole)
            if claim is not None:
                found.setdefault(match.start(), claim)
    return [found[start] for start in sorted(found)]


def speaks_of_something_else(before: str, year: int | None) -> bool:
    """Whether the clause that these words end speaks of another year than `year`, of a part or of a change."""
    clause = _CLAUSE_ENDS.split(before)[-1]
    years = {int(digits) for digits in _YEAR.findall(clause)}
    return _ELSEWHERE.search(clause) is not None or bool(year and years - {year})


def _claim(about: str, match: re.Match[str], whole: Whole) -> Claim | None:
    parts = match.groupdict()
    digits = parts.get("value")
    value = decimal(digits) if digits else None
    if _FULL_MARKS.fullmatch(match[0]) or (value is not None and not fits(value)):
        return None
    place = whole.place(match.start(), match.end())
    return Claim(about, parts.get("subject") or "", value, narrow(parts.get("unit") or ""), match[0], place)
