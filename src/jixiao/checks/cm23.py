"""CM23: items of spending come with their amounts."""

from jixiao.checks.amounts import figures
from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.prose import has_text, sentences, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.checks.spending import spending
from jixiao.model.evaluation import Evaluation


@check("CM23", on=document, at="sections", severity=HINT, basis=["jx-practice"])
def items_of_spending_without_amounts(d: Evaluation) -> Answer:
    """正文列了几项支出，一项金额也没有写

    为什么要查：只有一个总数，各项花了多少看不出来，合同也没有办法和总数对账。
    怎么改：写明每一项的预算和支出，相加等于总数；附分项明细表。
    不适用于：没有逐项列出支出内容的（少于四项）；有一项写了金额的；别处逐项写了金额的。
    """
    found = next(spending(d), None) if has_text(d) else None
    if found is None:
        return NOT_APPLICABLE
    field, place, items, words = found
    claimed = {(claim.place.line, claim.place.end) for claim in d.claims}
    amounts = 0
    for one in sentences(d):
        for figure in figures(one.text):
            own = within(one.place, figure.start, figure.end)
            amounts += figure.unit == "元" and (own is None or (own.line, own.end) not in claimed)
    return [] if "元" in words or amounts >= len(items) else [Fault(field, place, {"count": str(len(items))})]


def _report(text: str) -> Evaluation:
    return a_report(a_section("2.", "主要内容", text, level=2))


SAYS = "正文列了 {count} 项支出，一项金额也没有写。"
FIRES = {"没有金额": _report("支出包括：核心机房运维费、光纤电路租赁费、视频监控运维费、法律事务咨询费。")}
SILENT = {
    "有金额": _report(
        "支出包括：核心机房运维费30万元、光纤电路租赁费20万元、视频监控运维费9万元、法律事务咨询费1万元。"
    )
}
APART = {"没有列": _report("略。"), "只有自评表": an_evaluation()}
