"""CM05: every class of indicator has a row."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import a_trouble, an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, filled, given, indicator, project

output = count(project, filled(indicator.level3) & (indicator.level1 == "产出指标"))
benefit = count(project, filled(indicator.level3) & (indicator.level1 == "效益指标"))
satisfaction = count(project, filled(indicator.level3) & indicator.satisfaction)
elsewhere = count(project, filled(indicator.level3) & (indicator.level1 == "其他"))


@check("CM05", on=project, at="name", severity=WARNING, basis=["cz-2020-10"])
def class_without_indicator(p: Row) -> Rule:
    """产出、效益、满意度三类指标缺了一类

    为什么要查：自评表的满分分给产出、效益、满意度三类；缺一类，那一类的分就没有着落。
    怎么改：补上这一类的三级指标；满意度确实不适用的，写明“不适用”和理由，并说明分值并到了哪里。
    不适用于：用“决策、过程、产出、效益”框架的评分表；一行三级指标也没有读到的表。
        没有读到总分一行的文字、有内容没有归入任何一栏的表，可能没有读全，答“无法判断”。
    """
    return given(
        elsewhere == 0,
        output + benefit + satisfaction > 0,
        ((output == 0) | (benefit == 0) | (satisfaction == 0)) & p.whole,
    )


FACTS = {"output": output, "benefit": benefit, "satisfaction": satisfaction}
SAYS = "三级指标：产出 {output} 个、效益 {benefit} 个、满意度 {satisfaction} 个；每一类至少要有一个。"

made = an_indicator()
useful = an_indicator(level1="效益指标", level2="社会效益指标", level3="办事效率")
liked = an_indicator(level1="满意度指标", level2="服务对象满意度指标", level3="群众满意度")
FIRES = {"没有满意度": an_evaluation(made, useful), "只有产出": an_evaluation(made)}
SILENT = {"三类都有": an_evaluation(made, useful, liked)}
APART = {"决策过程框架": an_evaluation(an_indicator(level1="项目决策"), made), "没有读到指标": an_evaluation()}
UNSURE = {
    "有内容没有归栏": an_evaluation(made, useful, troubles=(a_trouble("left-over", "“满意”没有归入任何一栏"),)),
    "有一行的类别没读出来": an_evaluation(made, useful, an_indicator(level1=None)),
}
