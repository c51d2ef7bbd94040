"""CM08: nothing of the template is left."""

import re
from collections import Counter
from typing import Any, Final

from jixiao.checks.base import WARNING, Answer, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.rows import judged, unread
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation

LEFT: Final = (
    ("没有填的空", re.compile(r"[*＊xX×Ｘ]{2,}(?=[人个套台次万元%％年月日号户处项名镇村亩公里])|[〇○]{2,}")),
    ("没有填的空", re.compile(r"[（(][^（()）\d]{0,6}[≥≤＞＜=][*＊xX×]{2,}[^）)]{0,6}[）)]")),
    (
        "填表说明",
        re.compile(r"[（(](?:限|不超过|控制在|≤)?\s*\d{2,4}\s?字(?:以内|之内|左右)?[）)]|请在此|此处填写|请填写"),
    ),
    ("表样里的省略号", re.compile(r"^\s*(?:指标\d{0,2}[：:]?)?\s*(?:…{1,2}|\.{3,6})\s*$")),
    ("表样里的指标名", re.compile(r"^\s*指标\s?\d{1,2}[：:]?\s*$")),
    ("未改的年份", re.compile(r"20[xX*＊×]{2}年?")),
)


@check("CM08", on=document, at="sections", severity=WARNING, basis=["fiscal-software"])
def something_of_the_template_is_left(d: Evaluation) -> Answer:
    """表样里的占位符、填表说明没有删掉

    为什么要查：留着“**”“20XX”“100字以内”的表没有填完，公开出去一眼就看得出是套用的。
    怎么改：填上实际内容；用不着的行和说明删掉。
    """
    first: dict[str, tuple[str, Any, str]] = {}
    count = Counter[str]()
    for field, place, text in passages(d):
        if field.startswith("headers."):
            continue
        found = next(((name, match) for name, pattern in LEFT if (match := pattern.search(text))), None)
        if found:
            name, match = found
            count[name] += 1
            first.setdefault(name, (field, within(place, match.start(), match.end()), match[0]))
    faults = [
        Fault(field, place, {"what": name, "text": text, "count": str(count[name])})
        for name, (field, place, text) in first.items()
    ]
    return judged(faults, unread(d, "level3", "target"))


SAYS = "留着{what}“{text}”，共 {count} 处。"
FIRES = {
    "没有填的数": an_evaluation(an_indicator(level3="补助人数（≥**人）")),
    "没有改的年份": a_report(a_section("一、", "基本情况", "20XX年下达资金。")),
    "填表说明": a_report(a_section("一、", "存在问题（200字以内）", "无。")),
    "省略号": an_evaluation(an_indicator(level3="……")),
}
SILENT = {"填完了": an_evaluation(an_indicator(level3="补助人数", target="≥20人"))}
UNSURE = {"指标值没读出来": an_evaluation(an_indicator(target=None))}
