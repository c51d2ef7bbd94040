"""BG13: amounts of one row printed to different places."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, given, project


@check("BG13", on=project, at="budget", severity=HINT, basis=["jx-practice"])
def amounts_with_different_places(p: Row) -> Rule:
    """同一行的金额，小数位数不一样

    为什么要查：一个数印到元、一个数印到百元，分不清后一个是整数还是四舍五入，验算就可能差一截。
    怎么改：年初预算数、全年预算数、全年执行数都印到同样的位数；以万元计的，六位小数正好到分。
    不适用于：有一个数是零的行；都印到百元或更粗的行。
    """
    return given(
        p.initial > 0,
        p.budget > 0,
        p.executed > 0,
        (p.initial_half < 50) | (p.budget_half < 50) | (p.executed_half < 50),
        (p.initial_half != p.budget_half) | (p.budget_half != p.executed_half),
    )


SAYS = "年初预算数 {initial}、全年预算数 {budget}、全年执行数 {executed}，印的小数位数不一样。"
FIRES = {"四位与六位": an_evaluation(funds={"initial": "28.7829", "budget": "26.352044", "executed": "26.352044"})}
SILENT = {"都是四位": an_evaluation(funds={"initial": "28.7829", "budget": "26.3520", "executed": "26.3520"})}
APART = {
    "都印到百元": an_evaluation(funds={"budget": 100, "executed": "89.97", "rate": "89.97"}),
    "有一个是零": an_evaluation(funds={"initial": 0}),
}
UNSURE = {"年初预算数没读出来": an_evaluation(funds={"initial": None, "budget": "26.352044"})}
