"""综合评价情况及评价结论: the total, the grade, the points by class, the form."""

from collections.abc import Iterator

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story.blocks import Block, Chart, FormTable, Paragraph, Table
from jixiao.evaluation.words import Words, number, plain, resolve


def blocks(evaluated: Evaluated) -> Iterator[Block]:
    """The conclusion in a sentence, the form, and the points by class as table and chart."""
    yield Paragraph(resolve(_sentence(evaluated), evaluated.facts))
    yield FormTable("项目支出绩效自评表")
    yield _classes(evaluated)
    names = _names(evaluated)
    rates = tuple(evaluated.facts[f"{prefix}.rate"].value for prefix in names.values())
    yield Chart("各类指标得分率", "columns", tuple(names), "得分率", rates, "%")


def _grade(evaluated: Evaluated) -> str:
    """The grade, the two between which it lies, or why there is none."""
    card = evaluated.scorecard
    if card.grade is not None:
        return "评价等级为{fact:total.grade}"
    if card.grade_range is not None:
        return "评价等级在{fact:total.grade}之间，待无法判断的分值有了结论再定"
    return f"没有评定等级：{card.grade_reason}"


def _sentence(evaluated: Evaluated) -> str:
    if evaluated.scorecard.undecided:
        total = "自评得分：已得{fact:total.score}，另有{fact:total.undecided}无法判断"
    else:
        total = "自评得分{fact:total.score}"
    grade = _grade(evaluated)
    rest = "各项得分见自评表，各类得分见其后的汇总"
    return f"经评价，本项目{total}（满分{{fact:total.weight}}）；{grade}。{rest}。"


def _names(evaluated: Evaluated) -> dict[str, str]:
    """The classes as they are printed, execution first, and the names of their facts."""
    classes = dict.fromkeys(row.plan.level1.value for row in evaluated.rows)
    return {"预算执行率": "class.execution"} | {name: f"class.{name}" for name in classes}


def _classes(evaluated: Evaluated) -> Table:
    facts = evaluated.facts
    parts = ("weight", "score", "undecided", "rate")
    rows: list[tuple[Words, ...]] = [
        (plain(name), *(number(facts, f"{prefix}.{part}") for part in parts))
        for name, prefix in _names(evaluated).items()
    ]
    total = (plain("合计"), *(number(facts, f"total.{part}") for part in ("weight", "score", "undecided")), plain("—"))
    rows.append(total)
    header = ("类别", "满分", "已得", "无法判断", "得分率（%）")
    return Table("各类指标得分", header, tuple(rows), "lrrrr", (300, 150, 150, 150, 200))
