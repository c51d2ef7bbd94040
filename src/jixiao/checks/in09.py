"""IN09: one indicator twice."""

from collections import defaultdict

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.terms import fold


@check("IN09", on=document, at="indicators", severity=WARNING, basis=["fiscal-software", "county-review-14"])
def indicator_stands_twice(d: Evaluation) -> Answer:
    """同一个三级指标出现了两次

    为什么要查：同一件事只能打一次分；名称和指标值都一样的两行，等于给了双份的分。
    怎么改：删去一行，把分值并到另一行；确实是两件事的，把名称写清楚。
    不适用于：名称相同、指标值不同的行。
    """
    if not d.indicators:
        return NOT_APPLICABLE
    first: dict[tuple[str, str], int] = {}
    faults: list[Fault] = []
    missing: dict[str, list[str]] = defaultdict(list)
    for n, row in enumerate(d.indicators):
        for name in ("level3", "target"):
            if getattr(row, name) is None and name in d.columns:
                missing["unread"].append(f"indicators[{n}].{name}")
        key = (fold(row.level3 or ""), fold(row.target or ""))
        if not all(key):
            continue
        before = first.setdefault(key, n)
        if before != n:
            elsewhere = d.indicators[before].level1 != row.level1
            facts = {
                "level3": row.level3 or "",
                "where": f"{_class(d.indicators[before])}和{_class(row)}" if elsewhere else _class(row),
            }
            faults.append(Fault(f"indicators[{n}].level3", facts=facts))
    return faults or (Unsure(tuple(missing["unread"])) if missing["unread"] else [])


def _class(row: Indicator) -> str:
    return row.level1 or "这张表"


SAYS = "“{level3}”在{where}里出现了两次，指标值也一样。"
twice = an_indicator(level3="系统稳定运行", target="≥99%", actual="99%")
FIRES = {
    "同一类里": an_evaluation(twice, twice),
    "产出和效益": an_evaluation(
        twice,
        an_indicator(level1="效益指标", level2="社会效益指标", level3="系统稳定运行", target="≥99%", actual="99%"),
    ),
}
SILENT = {"指标值不同": an_evaluation(an_indicator(target="≥10台"), an_indicator(target="≥12台", actual="12台"))}
APART = {"没有指标": an_evaluation()}
UNSURE = {"名称没读出来": an_evaluation(an_indicator(), an_indicator(level3=None))}
