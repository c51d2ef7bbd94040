"""EV02: a survey is described by its date, sample and valid returns."""

import re
from typing import Any, Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import a_report, a_section, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.number import known
from jixiao.model.terms import fold

ELEMENTS: Final = (
    (
        "调查方式或时间",
        ("问卷调查", "发放问卷", "电话回访", "电话调查", "现场访谈", "网络调查", "抽样调查", "调查时间"),
    ),
    ("样本数", ("发放", "样本", "抽取", "调查了", "访谈了")),
    ("有效份数", ("有效", "回收", "收回")),
)
# A day or month, and in the same sentence that people were asked.
_DATED: Final = re.compile(r"\d月[^。；]{0,40}(?:调查|访谈|回访|访问)")


@check("EV02", on=document, at="indicators", severity=WARNING, basis=["county-review-14", "jx-practice"])
def survey_without_sample(d: Evaluation) -> Answer:
    """满意度得了分，文中没有调查的时间、样本和有效份数

    为什么要查：满意率是满意人数除以有效调查人数；没有样本，这个数就无从核对。
    怎么改：写明调查的时间、方式、发放和有效收回的份数、计算方法，并附问卷和汇总表。
    不适用于：没有正文的文件；没有满意度指标，或满意度没有得分的表。
    """
    if not d.indicators or not any(section.level in (1, 2) for section in d.sections):
        return NOT_APPLICABLE
    rows = list(enumerate(d.indicators))
    unread = tuple(
        f"indicators[{n}].{'score' if row.level1 else 'level1'}"
        for n, row in rows
        if row.level1 is None or (row.is_satisfaction and row.score is None)
    )
    if unread:
        return Unsure(unread)
    scored = [(n, row) for n, row in rows if row.is_satisfaction and (known(row.score) or 0) > 0]
    if not scored:
        return NOT_APPLICABLE
    text = fold("".join(section.text for section in d.sections))
    lacking = [name for name, words in ELEMENTS if not any(word in text for word in words)]
    if ELEMENTS[0][0] in lacking and _DATED.search(text):
        lacking.remove(ELEMENTS[0][0])
    if not lacking:
        return []
    return [
        Fault(f"indicators[{n}].actual", facts={"level3": row.level3 or "", "what": "、".join(lacking)})
        for n, row in scored
    ]


SAYS = "“{level3}”得了分，文中没有写{what}。"


def _liked(**cells: Any) -> Indicator:
    return an_indicator(**{"level1": "满意度指标", "level3": "群众满意度", "target": "≥90%", "actual": "93%", **cells})


told = a_section("三、", "综合评价", "2020年11月发放问卷200份，有效回收188份，满意175人。")
mute = a_section("三、", "综合评价", "群众普遍满意。")
FIRES = {"只说满意": a_report(mute, indicators=(_liked(),))}
dated = a_section("三、", "综合评价", "2020年11月2日至6日入户调查，发放200份，收回188份，有效180份。")
SILENT = {
    "写了样本": a_report(told, indicators=(_liked(),)),
    "写了哪几天调查": a_report(dated, indicators=(_liked(),)),
}
APART = {
    "只有表，没有正文": a_report(a_section("", "", "项目支出绩效自评表", level=0), indicators=(_liked(),)),
    "没有得分": a_report(mute, indicators=(_liked(score=0),)),
    "没有满意度": a_report(mute, indicators=(an_indicator(),)),
}
UNSURE = {"得分没读出来": a_report(mute, indicators=(_liked(score=None),))}
