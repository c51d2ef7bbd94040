"""IN23: what the money is for has an indicator."""

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, Unsure, check, document
from jixiao.checks.prose import has_text
from jixiao.checks.rows import unread
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.checks.spending import SHORTEST, spending
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold


@check("IN23", on=document, at="indicators", severity=HINT, basis=["fiscal-software"])
def object_of_spending_without_indicator(d: Evaluation) -> Answer:
    """钱花在几件事上，有的没有一个指标

    为什么要查：正文列了支出的各项内容，指标只管其中几项；没有指标的那几项花得怎样，没有人看。
    怎么改：给每项主要支出至少设一个数量或质量指标；金额很小的可以合并。
    不适用于：正文没有逐项列出支出内容的（少于四项）；没有读到三级指标的文件。
    """
    if not has_text(d) or not d.indicators:
        return NOT_APPLICABLE
    found = next(spending(d), None)
    if found is None:
        return NOT_APPLICABLE
    missing = unread(d, "level3", "target")
    if missing:
        return Unsure(missing)
    field, place, items, _ = found
    names = [fold(f"{row.level3}{row.target}") for row in d.indicators]
    bare = [item for item in items if not any(_shares(item, name) for name in names)]
    return [Fault(field, place, {"items": "、".join(bare), "count": str(len(items))})] if bare else []


def _shares(item: str, name: str) -> bool:
    """Whether a name speaks of the item: three characters in a row, or the last two, which name the thing."""
    return item[-2:] in name or any(item[at : at + SHORTEST] in name for at in range(len(item) - SHORTEST + 1))


SAYS = "正文列了 {count} 项支出，没有指标的是：{items}。"
spent = a_section(
    "2.", "主要内容", "支出包括：核心机房运维费、光纤电路租赁费、视频监控运维费、法律事务咨询费。", level=2
)
room, camera = an_indicator(level3="核心机房数量"), an_indicator(level3="视频监控在线率")
FIRES = {"光纤没有指标": a_report(spent, indicators=(room, camera))}
SILENT = {
    "都有": a_report(
        spent, indicators=(room, camera, an_indicator(level3="光纤电路通畅率"), an_indicator(level3="法律事务咨询次数"))
    )
}
APART = {"没有列": a_report(a_section("一、", "内容", "略。"), indicators=(room,)), "只有自评表": an_evaluation(room)}
UNSURE = {"名称没读出来": a_report(spent, indicators=(an_indicator(level3=None),))}
