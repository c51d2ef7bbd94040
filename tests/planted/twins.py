"""Clean forms in three layouts, with nothing in them that a check reports."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from jixiao.model.evaluation import Evaluation, FundLine, Goal, Group, Indicator, Project, Total
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import FundSource, Kind, Scope

COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
_FORM = "〔自评表〕"
_LONGEST_HEADING = 30
CLASSES = {
    "数量指标": "产出指标",
    "质量指标": "产出指标",
    "时效指标": "产出指标",
    "成本指标": "产出指标",
    "社会效益指标": "效益指标",
    "可持续影响指标": "效益指标",
    "服务对象满意度指标": "满意度指标",
}


@dataclass(frozen=True)
class Twin:
    """A form and what is printed around it.

    prose, after: the paragraphs above and below. list: names and targets of a table above the form. printing: the
    layout, where it is not one of our own. overprinted: fields with the text that stands in their cell instead. face,
    margins: properties of the runs of text and of the page in Word.
    """

    form: Evaluation
    prose: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    list: tuple[tuple[str, str], ...] = ()
    printing: str = ""
    overprinted: tuple[tuple[str, str], ...] = ()
    face: str = ""
    margins: tuple[int, int, int, int] | None = None

    @property
    def is_report(self) -> bool:
        """Whether the form stands in a report of seven parts."""
        return any("评价报告" in line for line in self.prose)

    def row(self, at: int, **cells: Any) -> "Twin":
        """The form with other cells in one row, as printed."""
        rows = list(self.form.indicators)
        rows[at] = changed(rows[at], **cells)
        return replace(self, form=replace(self.form, indicators=tuple(rows)))

    def fund(self, at: int = 0, **cells: Any) -> "Twin":
        lines = list(self.form.funds)
        lines[at] = replace(lines[at], **{name: number(cell) for name, cell in cells.items()})
        return replace(self, form=replace(self.form, funds=tuple(lines)))

    def total(self, **cells: Any) -> "Twin":
        numbers = {name: cell if name == "grade" else number(cell) for name, cell in cells.items()}
        return replace(self, form=replace(self.form, total=replace(self.form.total, **numbers)))

    def said(self, *lines: str) -> "Twin":
        """The form among paragraphs of a report."""
        return replace(self, prose=("一、基本情况", *lines))

    def swapped(self, old: str, new: str) -> "Twin":
        """The report with other words, which stood in it once."""
        lines = "\n".join((*self.prose, _FORM, *self.after))
        assert lines.count(old) == 1, old
        before, after = lines.replace(old, new).split(f"\n{_FORM}\n")
        return replace(self, prose=tuple(before.split("\n")), after=tuple(after.split("\n")))

    def added(self, heading: str, *lines: str) -> "Twin":
        """The report with more paragraphs below a heading, which it has once."""
        own = next(line for line in (*self.prose, *self.after) if heading in line and len(line) < _LONGEST_HEADING)
        return self.swapped(own, "\n".join((own, *lines)))

    def printed(self, path: str, words: str) -> "Twin":
        """The form with a text in a cell where a number or another text belongs."""
        return replace(self, overprinted=(*self.overprinted, (path, words)))

    def at(self, level2: str) -> int:
        """The first row of a class."""
        return next(n for n, row in enumerate(self.form.indicators) if row.level2 == level2)


def number(cell: Any) -> Any:
    return Decimal(cell) if isinstance(cell, str | int) and cell != "" else cell


def changed(row: Indicator, **cells: Any) -> Indicator:
    cells = {name: number(cell) if name in ("weight", "score") else cell for name, cell in cells.items()}
    row = replace(row, **cells)
    return replace(row, target_parsed=parse_quantity(row.target or ""), actual_parsed=parse_quantity(row.actual or ""))


def a_row(level2: str, level3: str, target: str, actual: str, weight: int, score: str = "") -> Indicator:
    row = Indicator(CLASSES[level2], level2, level3, weight=Decimal(weight), score=Decimal(score or weight), reason="")
    return changed(row, target=target, actual=actual)


def a_line(source: FundSource, label: str, *cells: str, reason: str | None = None) -> FundLine:
    initial, budget, executed, weight, score, rate = (number(cell) for cell in cells)
    return FundLine(source, label, "万元", initial, budget, executed, weight, score, rate, reason)


def _form(
    layout: str, project: Project, funds: tuple[FundLine, ...], goal: Goal, rows: tuple[Indicator, ...]
) -> Evaluation:
    classes = list(dict.fromkeys(row.level1 or "" for row in rows))
    weight = {name: sum((row.weight for row in rows if row.level1 == name), Decimal(0)) for name in classes}
    score = sum((row.score for row in rows), funds[0].score)
    return Evaluation(
        file="",
        kind=Kind.SELF_EVALUATION,
        form=layout,
        project=project,
        funds=funds,
        goals=(goal,),
        columns=COLUMNS,
        groups=tuple(Group(name, None, weight[name]) for name in classes),
        indicators=rows,
        total=Total(Decimal(100), score, ""),
    )


ROADS = Twin(
    _form(
        "tianjin",
        Project("村道养护项目", "示例县交通运输局", "示例县公路养护中心", 2021),
        (
            a_line(FundSource.TOTAL, "年度资金总额", "86.4", "86.4", "80.3", "10", "9.29", "92.94", reason=""),
            a_line(FundSource.MUNICIPAL, "市级资金", "50.0", "50.0", "46.0", "", "", "", reason=""),
            a_line(FundSource.OTHER, "其他资金", "36.4", "36.4", "34.3", "", "", "", reason=""),
        ),
        Goal(Scope.ANNUAL, "养护村道42公里，路况保持良好。", "养护村道43公里，路况优良率96.3%，10月15日通过验收。"),
        (
            a_row("数量指标", "养护里程", "≥42公里", "43公里", 15),
            a_row("数量指标", "清理边沟次数", "≥12次", "13次", 10),
            a_row("质量指标", "路况优良率", "≥95%", "96.3%", 12),
            a_row("时效指标", "汛期排险到场时间", "≤4小时", "3.2小时", 8),
            a_row("成本指标", "每公里养护费", "≤1.95万元", "1.87万元", 5),
            a_row("社会效益指标", "沿线群众出行投诉办结率", "≥90%", "93%", 20),
            a_row("可持续影响指标", "养护档案完整率", "≥98%", "98.5%", 10),
            a_row("服务对象满意度指标", "沿线群众满意度", "≥90%", "92.4%", 10),
        ),
    )
)
LIBRARY = Twin(
    _form(
        "mof",
        Project("图书馆夜间开放项目", "示例区文化和旅游局", "示例区图书馆", 2022),
        (
            a_line(FundSource.TOTAL, "年度资金总额", "120.5", "120.5", "115.2", "10", "9.56", "95.60"),
            a_line(FundSource.FISCAL, "当年财政拨款", "100.5", "100.5", "98.2", "", "", ""),
            a_line(FundSource.CARRYOVER, "上年结转资金", "20.0", "20.0", "17.0", "", "", ""),
        ),
        Goal(Scope.ANNUAL, "夜间开放300天，接待读者6万人次。", "夜间开放306天，接待读者6.4万人次，办讲座25场。"),
        (
            a_row("数量指标", "夜间开放天数", "≥300天", "306天", 20),
            a_row("数量指标", "讲座场次", "≥24场", "25场", 10),
            a_row("质量指标", "设备完好率", "≥97%", "97.8%", 10),
            a_row("时效指标", "借还响应时间", "≤5分钟", "4分钟", 5),
            a_row("成本指标", "每日开放成本", "≤0.42万元", "0.38万元", 5),
            a_row("社会效益指标", "读者人次增长率", "≥5%", "5.6%", 18),
            changed(
                a_row("可持续影响指标", "志愿者留任比例", "≥70%", "66.5%", 12, "11.4"),
                reason="暑期志愿者毕业离开，下一步提前招募",
            ),
            a_row("服务对象满意度指标", "读者满意度", "≥90%", "94.1%", 10),
        ),
    )
)
CLINIC = Twin(
    _form(
        "mof",
        Project("村医培训项目", "示例市卫生健康委员会", "示例市医学会", 2023),
        (
            a_line(FundSource.TOTAL, "年度资金总额", "64.8", "64.8", "61.5", "10", "9.49", "94.91"),
            a_line(FundSource.MUNICIPAL, "市级资金", "40.3", "40.3", "38.2", "", "", ""),
            a_line(FundSource.OTHER, "其他资金", "24.5", "24.5", "23.3", "", "", ""),
        ),
        Goal(Scope.ANNUAL, "培训村医480人，办班12期。", "培训村医492人，办班12期，考核合格率97.2%。"),
        (
            a_row("数量指标", "培训村医人数", "≥480人", "492人", 18),
            a_row("数量指标", "办班期数", "≥12期", "12期", 8),
            a_row("质量指标", "结业考核合格率", "≥95%", "97.2%", 14),
            a_row("时效指标", "证书发放时长", "≤15天", "12天", 4),
            a_row("成本指标", "人均培训费", "≤1350元", "1250元", 6),
            a_row("社会效益指标", "门诊病历规范书写率", "≥85%", "88.6%", 22),
            a_row("可持续影响指标", "学员继续参训比例", "≥60%", "63.5%", 8),
            a_row("服务对象满意度指标", "学员满意度", "≥92%", "95.8%", 10),
        ),
    ),
    printing="flat",
)
TWINS = {"村道养护": ROADS, "夜间开放": LIBRARY, "村医培训": CLINIC}
