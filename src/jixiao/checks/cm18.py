"""CM18: nothing to suggest or to admit, though points were lost."""

from itertools import takewhile
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import a_report, a_section, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.number import known
from jixiao.model.terms import fold

NOTHING: Final = ("无", "无。", "没有", "暂无", "暂无。", "")


@check("CM18", on=document, at="sections", severity=WARNING, basis=["cz-2020-10"])
def nothing_to_say_though_points_were_lost(d: Evaluation) -> Answer:
    """扣了分，“问题”或“建议”却写“无”

    为什么要查：有一行没得满分，就有要改进的地方；问题和建议写“无”，等于扣分没有结果。
    怎么改：针对每一处扣分写明问题、原因和建议。
    不适用于：没有“问题”“建议”两部分的文件；各行都得满分的表。
    """
    parts = [
        (n, section)
        for n, section in enumerate(d.sections)
        if section.level in (1, 2)
        and ("建议" in section.title or "问题" in section.title)
        and "其他" not in section.title
    ]
    if not parts:
        return NOT_APPLICABLE
    lost = sum(1 for row in d.indicators if _lost(row))
    unread = tuple(f"indicators[{n}].score" for n, row in enumerate(d.indicators) if _lost(row) is None)
    if unread:
        return Unsure(unread)
    if not lost:
        return NOT_APPLICABLE
    return [
        Fault(f"sections[{n}].heading", facts={"title": section.title, "lost": str(lost)})
        for n, section in parts
        if all(fold(text) in NOTHING for text in _texts(d, n))
    ]


def _texts(d: Evaluation, at: int) -> list[str]:
    """The text of a part and of the parts below it; a numbered paragraph, read as a heading, is text as well."""
    below = takewhile(lambda one: one.level > d.sections[at].level, d.sections[at + 1 :])
    return [d.sections[at].text, *(text for one in below for text in (one.text, one.title if one.level > 2 else ""))]


def _lost(row: Indicator) -> bool | None:
    """Whether the row lost points; None if that was not read."""
    if row.score is None or row.weight is None:
        return None
    score, weight = known(row.score), known(row.weight)
    return score is not None and weight is not None and score < weight


SAYS = "有 {lost} 行没得满分，“{title}”却没有内容。"
lost_some = (an_indicator(weight=10, score=8),)
FIRES = {"建议写无": a_report(a_section("六、", "有关建议", "无"), indicators=lost_some)}
SILENT = {
    "写了建议": a_report(a_section("六、", "有关建议", "提前续签合同。"), indicators=lost_some),
    "写在下一级": a_report(
        a_section("五、", "存在的问题", ""), a_section("1.", "合同签订偏晚", "", level=3), indicators=lost_some
    ),
}
APART = {
    "都得满分": a_report(a_section("六、", "有关建议", "无"), indicators=(an_indicator(),)),
    "没有这两部分": a_report(a_section("一、", "基本情况", "略"), indicators=lost_some),
}
UNSURE = {"得分没读出来": a_report(a_section("六、", "有关建议", "无"), indicators=(an_indicator(score=None),))}
