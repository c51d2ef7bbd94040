"""BG22: the initial budgets of the sources of funds add up to the total."""

from typing import Any

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import a_fund_part, an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.tables.words import Row, Rule, among, contradicts, count, filled, fund, given, pick, project, total

given_parts = filled(fund.initial) & (fund.source != "total")
top = given_parts & among(fund.source, "fiscal", "carryover", "dedicated", "unit", "other")
parts = total(fund.initial, project, where=given_parts)


@check("BG22", on=project, at="initial", severity=WARNING, basis=["cz-2020-10"])
def initial_budgets_of_sources_do_not_add_up(p: Row) -> Rule:
    """各项来源的年初预算数相加不等于总额

    为什么要查：总额是各项来源之和；对不上，就有一项填错、漏填或重复。
    怎么改：逐项核对各来源的年初预算数，空着的确实没有就填 0，再核总额。
    不适用于：各来源的年初预算数都没有填的表。财政拨款下面又分中央、省、市、县的，两种加法有一种对得上就算对；同一笔钱按级次重复列、相加正好是两三倍的，也算对。
    """
    nested = count(project, where=given_parts & (fund.source == "fiscal")) > 0
    flat = contradicts(parts, p.initial)
    upper = pick(nested, contradicts(total(fund.initial, project, where=top), p.initial), flat)
    repeated = (parts == p.initial * 2) | (parts == p.initial * 3)
    return given(count(project, where=given_parts) > 0, flat & upper & ~repeated)


FACTS = {"parts": parts}
SAYS = "各项来源的年初预算数相加是 {parts}，总额一行印的是 {initial}。"


def _parts(*amounts: Any) -> Evaluation:
    names = ("central", "municipal", "other")
    return an_evaluation(
        more_funds=[a_fund_part(name, initial=amount) for name, amount in zip(names, amounts, strict=False)]
    )


FIRES = {"少了十万": _parts(60, 30)}
SILENT = {"相加相等": _parts(60, 30, 10), "空着的不算": _parts(60, "", 40)}
APART = {"都没有填": _parts("", ""), "没有来源各行": an_evaluation()}
UNSURE = {"一项没读出来": _parts(60, None)}
