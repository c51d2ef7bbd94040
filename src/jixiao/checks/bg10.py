"""BG10: the sources of funds add up to the total."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, among, contradicts, count, filled, fund, given, pick, project, total

given_parts = filled(fund.budget) & (fund.source != "total")
top = given_parts & among(fund.source, "fiscal", "carryover", "dedicated", "unit", "other")
parts = total(fund.budget, project, where=given_parts)


@check("BG10", on=project, at="budget", severity=WARNING, basis=["cz-2020-10"], weighty=True)
def sources_do_not_add_up_to_the_total(p: Row) -> Rule:
    """各项资金来源相加不等于年度资金总额

    为什么要查：总额是各项来源之和；对不上，就有一项填错、漏填或重复。
    怎么改：逐项核对各来源的全年预算数，空着的确实没有就填 0，再核总额。
    不适用于：一项来源也没有填的表（见 BG19）。
        财政拨款下面又分中央、省、市、县的，两种加法有一种对得上就算对；
        同一笔钱按级次重复列、相加正好是两三倍的，也算对。
    """
    nested = count(project, where=given_parts & (fund.source == "fiscal")) > 0
    flat = contradicts(parts, p.budget)
    upper = pick(nested, contradicts(total(fund.budget, project, where=top), p.budget), flat)
    repeated = (parts == p.budget * 2) | (parts == p.budget * 3)
    return given(count(project, where=given_parts) > 0, flat & upper & ~repeated)


FACTS = {"parts": parts}
SAYS = "各项来源的全年预算数相加是 {parts}，年度资金总额印的是 {budget}。"
FIRES = {"少了十万": an_evaluation(parts={"municipal": 60, "other": 30})}
SILENT = {
    "相加相等": an_evaluation(parts={"municipal": 60, "other": 40}),
    "总额只印到万元": an_evaluation(parts={"municipal": "60.2", "other": "39.6"}),
    "财政拨款下又分级": an_evaluation(parts={"fiscal": 100, "central": 70, "municipal": 30}),
}
APART = {"来源都空着": an_evaluation(parts={"municipal": "", "other": ""}), "没有来源各行": an_evaluation()}
UNSURE = {
    "一项没读出来": an_evaluation(parts={"municipal": 60, "other": None}),
    "总额没读出来": an_evaluation(funds={"budget": None}, parts={"municipal": 60}),
}
