"""Points of rows, the total and the grade."""

from dataclasses import replace

from planted.kinds.registry import LASTING, LIKED, QUALITY, QUANTITY, SOCIAL, TIME, Planted, cells, kind
from planted.twins import Twin

# Whether a text without a table was read to its end is not sure.
_RULED = ("docx", "xlsx", "html", "pdf")

cells("SC02", "得分高于分值", QUANTITY, "score", score=30)
cells("SC02", "得分是负数", TIME, "score", score=-2)
cells("SC03", "定量得分不合公式", QUALITY, "score", target="≥95%", actual="76%", score=5)
cells("SC03", "超了时限不合公式", TIME, "score", target="≤4小时", actual="5小时", weight=8, score=2)
cells("SC04", "没有完成给七成", QUALITY, "score", target="通过验收", actual="尚未完成", weight=10, score=7)
cells("SC04", "部分完成给九成多", QUALITY, "score", target="通过验收", actual="部分完成", weight=10, score="9.5")
cells("SC05", "达到目标却扣分", QUALITY, "score", target="≥95%", actual="97%", score=6)
cells("SC05", "做法相同却扣分", QUALITY, "score", target="通过验收", actual="通过验收", score=6)
cells("SC06", "没有做到给满分", QUANTITY, "score", actual="未开展")
cells("SC06", "没有达到给满分", QUALITY, "score", target="≥95%", actual="70%")
cells("SC11", "得分取整", QUALITY, "score", target="≥95%", actual="76%", weight=12, score=10)
cells("SC11", "满意度得分印一位", LIKED, "score", target="≥95%", actual="92.4%", weight=10, score="9.7")
cells("SC12", "不适用却满分", LASTING, "score", target="不适用", actual="不适用")
cells("SC12", "不适用却得分", SOCIAL, "score", target="不涉及", actual="不涉及")
cells("SC13", "光数没做到给满分", QUANTITY, "score", target="50套", actual="20套")
cells("SC13", "满意率没到也给满分", LIKED, "score", target="95%", actual="90%")
cells(
    "SC19",
    "原因里说迟延",
    TIME,
    "score",
    target="按时签订",
    actual="按时签订",
    weight=8,
    score=7,
    reason="个别合同签订不及时",
)
cells("SC19", "个别任务迟延", TIME, "score", target="按时完成", actual="部分任务延期")
cells("SC17", "晚了给满分", TIME, "score", target="2021年6月底前", actual="2021年9月15日")
cells("SC17", "晚五天给满分", TIME, "score", target="2021年3月15日前", actual="2021年3月20日")


@kind("SC01", "总分加错")
def total_wrong(twin: Twin) -> Planted:
    return twin.total(score=twin.form.total.score - 1), "total.score"


@kind("SC01", "改了一行没有改总分")
def total_left(twin: Twin) -> Planted:
    n = twin.at(SOCIAL)
    return twin.row(n, score=twin.form.indicators[n].score - 4), "total.score"


def _unweighted(twin: Twin) -> Twin:
    """The form with another column in place of the weights."""
    rows = tuple((f"indicators[{at}].weight", "台账") for at in range(len(twin.form.indicators)))
    others = (("分值", "数据来源"), ("funds[0].weight", ""), ("total.weight", ""))
    return replace(twin, printing="flat", overprinted=(*others, *rows))


@kind("SC20", "没有分值栏，总分加错", files=_RULED)
def total_wrong_unweighted(twin: Twin) -> Planted:
    return _unweighted(twin.total(score=twin.form.total.score - 2)), "total.score"


@kind("SC20", "没有分值栏，改了一行没有改总分", files=_RULED)
def total_left_unweighted(twin: Twin) -> Planted:
    n = twin.at(SOCIAL)
    return _unweighted(twin.row(n, score=twin.form.indicators[n].score - 1)), "total.score"


@kind("SC07", "八十九分评优")
def grade_too_high(twin: Twin) -> Planted:
    return twin.total(score="89.99", grade="优"), "total.grade"


@kind("SC07", "等级与总分不符")
def grade_wrong(twin: Twin) -> Planted:
    return twin.total(grade="良"), "total.grade"


@kind("SC15", "样样满分")
def all_full(twin: Twin) -> Planted:
    for n, row in enumerate(twin.form.indicators):
        twin = twin.row(n, score=row.weight)
    return twin.fund(score="10").total(score=100), "total.score"


@kind("SC15", "满分印了两位小数")
def all_full_to_the_cent(twin: Twin) -> Planted:
    for n, row in enumerate(twin.form.indicators):
        twin = twin.row(n, score=f"{row.weight}.00")
    return twin.fund(score="10.00").total(score="100.00"), "total.score"


@kind("SC16", "完成得多反而得分少")
def unlike(twin: Twin) -> Planted:
    n = twin.at(QUANTITY)
    twin = twin.row(n, target="≥100次", actual="92次", weight=10, score=7)
    return twin.row(n + 1, target="≥100次", actual="60次", weight=10, score=9), f"indicators[{n}].score"


@kind("SC16", "质量差一点比数量差一半扣得多")
def unlike_classes(twin: Twin) -> Planted:
    n, m = twin.at(QUANTITY), twin.at(QUALITY)
    twin = twin.row(n, target="≥100套", actual="50套", weight=10, score=8)
    return twin.row(m, target="≥95%", actual="90%", weight=12, score=8), f"indicators[{m}].score"


@kind("SC18", "加了十分")
def bonus(twin: Twin) -> Planted:
    return twin.total(score=twin.form.total.score + 10), "total.score"


@kind("SC18", "总分超过满分")
def above_full(twin: Twin) -> Planted:
    return twin.total(score="104"), "total.score"
