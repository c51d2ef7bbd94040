"""Weights of rows and classes."""

from dataclasses import replace
from decimal import Decimal

from planted.kinds.registry import COST, LIKED, OWN, QUALITY, QUANTITY, SOCIAL, TIME, Planted, cells, kind
from planted.twins import Twin

cells("WT04", "分值是零", QUALITY, "weight", weight=0)
cells("WT04", "分值是负数", TIME, "weight", weight=-5)
cells("WT05", "一行四十五分", QUANTITY, "weight", weight=45)
cells("WT05", "效益一行四十分", SOCIAL, "weight", weight=40)
cells("WT08", "分值三位小数", QUALITY, "weight", weight="11.125")
cells("WT08", "分值四位小数", SOCIAL, "weight", weight="16.6667")


def moved(twin: Twin, points: int, giver: str, taker: str) -> Twin:
    """Points of one class's first row given to another's."""
    n, m = twin.at(giver), twin.at(taker)
    rows = twin.form.indicators
    return twin.row(n, weight=rows[n].weight - points).row(m, weight=rows[m].weight + points)


@kind("WT01", "分值合计不足")
def weights_short(twin: Twin) -> Planted:
    n = twin.at(QUALITY)
    return twin.row(n, weight=twin.form.indicators[n].weight - 2), "total.weight"


@kind("WT01", "分值合计超过")
def weights_over(twin: Twin) -> Planted:
    n = twin.at(SOCIAL)
    return twin.row(n, weight=twin.form.indicators[n].weight + 5), "total.weight"


@kind("WT02", "标注的分值写错", twins=OWN)
def group_wrong(twin: Twin) -> Planted:
    groups = (replace(twin.form.groups[0], weight=Decimal(55)), *twin.form.groups[1:])
    return replace(twin, form=replace(twin.form, groups=groups)), "groups[0].weight"


@kind("WT02", "改了行没有改标注", twins=OWN)
def rows_changed(twin: Twin) -> Planted:
    return moved(twin, 3, QUALITY, SOCIAL), "groups[1].weight"


@kind("WT03", "产出少五分")
def scheme(twin: Twin) -> Planted:
    return moved(twin, 5, QUANTITY, SOCIAL), "total.weight"


@kind("WT03", "满意度只给五分")
def little_for_satisfaction(twin: Twin) -> Planted:
    return moved(twin, 5, LIKED, QUALITY), "total.weight"


@kind("WT06", "分值平均")
def even(twin: Twin) -> Planted:
    for n in range(len(twin.form.indicators)):
        twin = twin.row(n, weight="11.25")
    return twin, "total.weight"


@kind("WT06", "五个指标各十八分")
def even_with_fewer(twin: Twin) -> Planted:
    twin = replace(twin, form=replace(twin.form, indicators=twin.form.indicators[:5]))
    for n in range(5):
        twin = twin.row(n, weight=18)
    return twin, "total.weight"


@kind("WT07", "预算总额再考一次")
def money_again(twin: Twin) -> Planted:
    n = twin.at(COST)
    line = twin.form.funds[0]
    return twin.row(
        n, target=f"≤{line.budget}万元", actual=f"{line.executed}万元", weight=20
    ), f"indicators[{n}].weight"


@kind("WT07", "数量指标考预算总额")
def money_as_output(twin: Twin) -> Planted:
    line = twin.form.funds[0]
    changes = {"level3": "投入资金", "target": f"{line.initial}万元", "actual": f"{line.executed}万元", "weight": 25}
    return twin.row(0, **changes), "indicators[0].weight"


@kind("WT09", "一半以上靠文字")
def words(twin: Twin) -> Planted:
    for n in (0, 1, 2, 5):
        twin = twin.row(n, target="按要求做好", actual="做好并通过验收")
    return twin, "total.weight"


@kind("WT09", "效益和质量都是文字")
def words_for_effects(twin: Twin) -> Planted:
    for n in (2, 5, 6, 7):
        twin = twin.row(n, target="明显改善", actual="有改善")
    return twin, "total.weight"


@kind("WT10", "成本单列分值不同")
def cost_class(twin: Twin) -> Planted:
    return twin.row(twin.at(COST), level1="成本指标", level2="经济成本指标"), "total.weight"


@kind("WT10", "成本单列给了三十分")
def heavy_cost_class(twin: Twin) -> Planted:
    return twin.row(twin.at(COST), level1="成本指标", level2="经济成本指标", weight=30), "total.weight"


def in_hubei(twin: Twin) -> Twin:
    """The form where spending has twenty points, and the rows eighty."""
    project = replace(twin.form.project, unit="湖北省示例县公路养护中心")
    return replace(twin, form=replace(twin.form, project=project)).fund(0, weight="20", score="19")


@kind("WT11", "分值不按当地分法")
def local_scheme(twin: Twin) -> Planted:
    n = twin.at(SOCIAL)
    return in_hubei(twin).row(n, weight=twin.form.indicators[n].weight - 10), "total.weight"


@kind("WT11", "产出多给五分")
def more_for_output(twin: Twin) -> Planted:
    twin = in_hubei(twin)
    for n in (twin.at(QUANTITY), twin.at(SOCIAL)):
        twin = twin.row(n, weight=twin.form.indicators[n].weight - 5)
    return twin, "total.weight"
