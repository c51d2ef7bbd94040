"""产出 and 效益: every indicator with target, actual value, points, and how the value is known."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from jixiao.evaluation.evaluated import Evaluated, Row
from jixiao.evaluation.story.blocks import Block, Chart, Paragraph
from jixiao.evaluation.words import resolve
from jixiao.model.terms import Level1, Origin

# The series of a measurement that has a value for each month.
_BY_MONTH: Final = "by_month"


def output(evaluated: Evaluated) -> Iterator[Block]:
    """产出 and 成本."""
    yield from _classes(evaluated, [row for row in evaluated.rows if row.plan.level1 in (Level1.OUTPUT, Level1.COST)])


def benefit(evaluated: Evaluated) -> Iterator[Block]:
    """效益 and 满意度."""
    own = [row for row in evaluated.rows if row.plan.level1 not in (Level1.OUTPUT, Level1.COST)]
    yield from _classes(evaluated, own)


def _classes(evaluated: Evaluated, rows: Sequence[Row]) -> Iterator[Block]:
    facts = evaluated.facts
    for (level1, level2), group in groupby(rows, key=lambda row: (row.plan.level1, row.plan.level2)):
        own = list(group)
        name = f"class.{level1}.{level2}"
        open_ = f"，{{fact:{name}.undecided}}无法判断" if facts[f"{name}.undecided"].value else ""
        yield Paragraph(resolve(f"{level2}分值{{fact:{name}.weight}}，得{{fact:{name}.score}}{open_}。", facts))
        for row in own:
            yield Paragraph(resolve(_sentence(row), facts))
            yield from _charts(row)


def _sentence(row: Row) -> str:
    """One indicator in words. What the clerk wrote as reason stands in the form and among the problems, not here."""
    name = f"indicator.{row.plan.id}"
    head = f"“{row.plan.level3}”：指标值{{fact:{name}.target}}，实际完成值{{fact:{name}.actual}}"
    if row.points.origin is Origin.BLANK:
        points = f"，分值{{fact:{name}.weight}}，得分无法判断（{row.points.why.rstrip('。')}）"
    else:
        points = f"，得{{fact:{name}.score}}（分值{{fact:{name}.weight}}）"
    return f"{head}{points}。{_how(row)}"


def _how(row: Row) -> str:
    one = row.measurement
    if row.points.origin is Origin.JUDGED:
        return f"{{fact:indicator.{row.plan.id}.judgement}}。"
    if one is None or one.value is None:
        return f"实际完成值为{row.grade}。" if one is None else ""
    name = f"measure.{one.id}"
    words = f"实际完成值为{row.grade}：{{fact:{name}.formula}}"
    if (one.low, one.high) != (one.value, one.value) and one.low is not None and one.high is not None:
        words += f"；数据覆盖{{fact:{name}.coverage}}"
        words += f"，未知部分全按最坏、最好计，在{{fact:{name}.low}}与{{fact:{name}.high}}之间"
    return f"{words}。"


def _charts(row: Row) -> Iterator[Block]:
    one = row.measurement
    for name, points in (one.series if one else {}).items():
        if name == _BY_MONTH and len(points) > 1 and one is not None and one.unit == "%":
            level = row.plan.target_parsed.low
            yield Chart(
                f"{row.plan.level3}（按月）",
                "line",
                tuple(_month(label) for label, _ in points),
                row.plan.level3,
                tuple(value for _, value in points),
                one.unit,
                level,
                f"指标值{row.plan.target}",
            )


def _month(label: str) -> str:
    """2020-03 → 3月."""
    month = label.rpartition("-")[2]
    return f"{int(month)}月" if month.isdecimal() else label
