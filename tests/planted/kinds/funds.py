"""Amounts of the funds block, and what the rows say of money."""

from dataclasses import replace
from decimal import Decimal

from planted.kinds.registry import COST, QUANTITY, TIANJIN, Planted, kind, money
from planted.twins import Twin

money("BG02", "执行率算错", "rate", rate="80.00")
money("BG02", "改了执行数没有改执行率", "rate", executed="60.0")
money("BG03", "执行得分不合执行率", "score", score="5")
money("BG03", "没有用完给满分", "score", score="10.00")
money("BG04", "执行大于预算", "executed", executed="130.5")
money("BG04", "预算填小了", "executed", budget="50.1")
money("BG08", "预算核减到支出数", "budget", initial="150.3", budget="110.2", executed="110.2", rate="100", score="10")
money("BG08", "核减到零头也相等", "budget", initial="130", budget="97.35", executed="97.35", rate="100", score="10")
money("BG09", "用了一半", "executed", executed="50.4", rate="50", score="5")
money("BG09", "只用了零头", "executed", executed="3.1", rate="3", score="0.3")
money("BG10", "来源相加不等", "budget", line=0, budget="110.7")
money("BG13", "小数位数不一", "budget", budget="86.399871")
money("BG16", "分项执行率错", "rate", line=1, rate="12.30")
money("BG16", "分项执行率印成零", "rate", line=2, rate="0.00")
money("BG21", "来源执行数相加不等", "executed", line=0, executed="77.1")
money("BG22", "来源年初数相加不等", "initial", line=0, initial="99.9")


@kind("BG10", "一项来源多填十万")
def source_too_much(twin: Twin) -> Planted:
    return twin.fund(1, budget=str(twin.form.funds[1].budget + 10)), "funds[0].budget"


@kind("BG21", "一项来源的支出填成零")
def source_unspent(twin: Twin) -> Planted:
    return twin.fund(2, executed="0"), "funds[0].executed"


@kind("BG22", "一项来源的年初数填错")
def source_planned_wrong(twin: Twin) -> Planted:
    return twin.fund(2, initial="3.6"), "funds[0].initial"


@kind("BG13", "执行数多印四位")
def executed_finer(twin: Twin) -> Planted:
    return twin.fund(0, executed=f"{twin.form.funds[0].executed}1234"), "funds[0].budget"


@kind("BG19", "来源都空着")
def sources_empty(twin: Twin) -> Planted:
    for n in (1, 2):
        twin = twin.fund(n, initial="", budget="", executed="", rate="")
    return twin, "funds[0].budget"


@kind("BG19", "来源只填了年初数")
def sources_without_budget(twin: Twin) -> Planted:
    for n in (1, 2):
        twin = twin.fund(n, budget="", executed="", rate="")
    return twin, "funds[0].budget"


@kind("BG20", "执行得分印一位")
def execution_rounded(twin: Twin) -> Planted:
    score = twin.form.funds[0].score
    return twin.fund(0, score=str(score.quantize(Decimal("0.1")))), "funds[0].score"


@kind("BG20", "执行得分取整")
def execution_whole(twin: Twin) -> Planted:
    budget = twin.form.funds[0].budget
    return twin.fund(0, executed=str(budget * Decimal("0.83")), rate="83.00", score="8"), "funds[0].score"


@kind("BG05", "总额是零")
def zero_total(twin: Twin) -> Planted:
    return twin.fund(0, initial="0", budget="0", executed="0", rate="0", score="0"), "funds[0].budget"


@kind("BG05", "没有预算有支出")
def zero_budget(twin: Twin) -> Planted:
    return twin.fund(0, budget="0").fund(1, budget="0").fund(2, budget="0"), "funds[0].budget"


@kind("BG07", "核减没有说明", twins=TIANJIN)
def unexplained(twin: Twin) -> Planted:
    return twin.fund(0, initial="99.9"), "funds[0].reason"


@kind("BG07", "追加没有说明", twins=TIANJIN)
def unexplained_rise(twin: Twin) -> Planted:
    return twin.fund(0, initial="70.2"), "funds[0].reason"


def in_sichuan(twin: Twin, executed: str, rate: str, score: str) -> Twin:
    project = replace(twin.form.project, unit="四川省示例县公路养护中心", year=2023)
    twin = replace(twin, form=replace(twin.form, project=project))
    return twin.fund(0, executed=executed, rate=rate, score=score)


@kind("BG06", "执行率七成没有说明", twins=TIANJIN)
def low_spending(twin: Twin) -> Planted:
    return in_sichuan(twin, "60.48", "70", "7"), "funds[0].reason"


@kind("BG06", "执行率两成没有说明", twins=TIANJIN)
def very_low_spending(twin: Twin) -> Planted:
    return in_sichuan(twin, "17.28", "20", "2"), "funds[0].reason"


@kind("BG12", "万元写成元")
def slipped(twin: Twin) -> Planted:
    n = twin.at(COST)
    return twin.row(n, target=f"≤{twin.form.funds[0].budget}元", actual="1元"), f"indicators[{n}].target"


@kind("BG12", "元写成万元")
def slipped_upwards(twin: Twin) -> Planted:
    n, line = twin.at(COST), twin.form.funds[0]
    target, actual = (f"{amount * 10_000:.0f}万元" for amount in (line.budget, line.executed))
    return twin.row(n, target=f"≤{target}", actual=actual), f"indicators[{n}].target"


@kind("BG15", "成本目标高于预算")
def vacuous_cost(twin: Twin) -> Planted:
    n = twin.at(COST)
    return twin.row(n, target="≤200万元", actual="80万元"), f"indicators[{n}].target"


@kind("BG15", "核减以后没有改")
def cost_left_at_initial(twin: Twin) -> Planted:
    n, line = twin.at(COST), twin.form.funds[0]
    twin = twin.fund(0, budget=str(line.executed))
    return twin.row(n, target=f"≤{line.initial}万元", actual=f"{line.executed}万元"), f"indicators[{n}].target"


@kind("BG23", "钱花完活干了六成")
def paid_not_done(twin: Twin) -> Planted:
    n = twin.at(QUANTITY)
    twin = twin.fund(0, executed=str(twin.form.funds[0].budget), rate="100", score="10")
    return twin.row(n, target="≥100次", actual="60次", score=9), f"indicators[{n}].actual"


@kind("BG23", "钱花完只做了一成")
def paid_hardly_done(twin: Twin) -> Planted:
    n = twin.at(QUANTITY)
    twin = twin.fund(0, executed=str(twin.form.funds[0].budget), rate="100", score="10")
    return twin.row(n, target="50套", actual="5套", score=1), f"indicators[{n}].actual"


def full_marks(twin: Twin) -> Twin:
    for n, row in enumerate(twin.form.indicators):
        twin = twin.row(n, score=row.weight)
    return twin


@kind("BG24", "花了一半却满分")
def full_unspent(twin: Twin) -> Planted:
    budget = twin.form.funds[0].budget
    return full_marks(twin).fund(0, executed=str(budget / 2), rate="50", score="5"), "funds[0].executed"


@kind("BG24", "没花钱却满分")
def full_for_nothing(twin: Twin) -> Planted:
    return full_marks(twin).fund(0, executed="0", rate="0", score="0"), "funds[0].executed"


@kind("BG25", "成本与执行数不同")
def cost_elsewhere(twin: Twin) -> Planted:
    n = twin.at(COST)
    return twin.row(n, target=f"≤{twin.form.funds[0].budget}万元", actual="71.2万元"), f"indicators[{n}].actual"


@kind("BG25", "成本的实际值照抄预算")
def cost_is_the_budget(twin: Twin) -> Planted:
    n, budget = twin.at(COST), twin.form.funds[0].budget
    return twin.row(n, target=f"≤{budget}万元", actual=f"{budget}万元"), f"indicators[{n}].actual"
