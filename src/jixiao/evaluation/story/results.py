"""产出 and 效益: every indicator with target, actual value, points, and how the value is known."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from jixiao.evaluation.actuals import UNHELD
from jixiao.evaluation.evaluated import Evaluated, Row
from jixiao.evaluation.story.blocks import Block, Chart, Paragraph
from jixiao.evaluation.words import resolve
from jixiao.model.measurement import EvidenceGrade
from jixiao.model.terms import Level1, Origin

# The series of a measurement that has a value for each month.
BY_MONTH: Final = "by_month"
_KNOWN: Final = {EvidenceGrade.DOCUMENTED: "实际完成值有佐证材料", EvidenceGrade.STATED: "实际完成值为单位自述"}


def output(evaluated: Evaluated) -> Iterator[Block]:
    """产出 and 成本."""
    yield from _classes(evaluated, [row for row in evaluated.rows if row.plan.level1 in (Level1.OUTPUT, Level1.COST)])


def benefit(evaluated: Evaluated) -> Iterator[Block]:
    """效益 and 满意度."""
    own = [row for row in evaluated.rows if row.plan.level1 not in (Level1.OUTPUT, Level1.COST)]
    yield from _classes(evaluated, own)


def against(row: Row) -> str:
    """Target and actual value of a row, words in quotation marks: 指标值≥98%，实际完成98.04%."""
    name = f"indicator.{row.plan.id}"
    target = _quoted(f"{{fact:{name}.target}}", row.plan.target)
    if row.actual == UNHELD:
        return f"指标值{target}，本年度{{fact:{name}.actual}}"
    return f"指标值{target}，实际完成{_quoted(f'{{fact:{name}.actual}}', row.actual)}"


def month(label: str) -> str:
    """2020-03 → 3月, 3 月 → 3月."""
    number = label.rpartition("-")[2]
    return f"{int(number)}月" if number.isdecimal() else label.replace(" ", "")


def _classes(evaluated: Evaluated, rows: Sequence[Row]) -> Iterator[Block]:
    """Each class with its rows, then its charts: so that a chart that needs a new page leaves no hole in the text."""
    facts = evaluated.facts
    for (level1, level2), group in groupby(rows, key=lambda row: (row.plan.level1, row.plan.level2)):
        own = list(group)
        name = f"class.{level1}.{level2}"
        yield Paragraph(resolve(f"{level2}分值{{fact:{name}.weight}}，{_points(evaluated, name)}。", facts))
        for row in own:
            yield Paragraph(resolve(_sentence(row), facts))
        for row in own:
            yield from _charts(row)


def _points(evaluated: Evaluated, name: str) -> str:
    open_ = evaluated.facts[f"{name}.undecided"].value
    if not open_:
        return f"得{{fact:{name}.score}}"
    if open_ == evaluated.facts[f"{name}.weight"].value:
        return "得分无法判断"
    return f"得{{fact:{name}.score}}，另有{{fact:{name}.undecided}}无法判断"


def _sentence(row: Row) -> str:
    """One indicator in words. What the clerk wrote as reason stands in the form and among the problems, not here."""
    name = f"indicator.{row.plan.id}"
    if row.points.origin is Origin.BLANK:
        points = f"，分值{{fact:{name}.weight}}，得分无法判断（{row.points.why.rstrip('。')}）"
    else:
        points = f"，得{{fact:{name}.score}}（分值{{fact:{name}.weight}}）"
    return f"“{row.plan.level3}”{against(row)}{points}。{_how(row)}"


def _quoted(value: str, text: str) -> str:
    return value if any(sign.isdecimal() for sign in text) else f"“{value}”"


def _how(row: Row) -> str:
    one = row.measurement
    if row.points.origin is Origin.JUDGED:
        return f"{{fact:indicator.{row.plan.id}.judgement}}。"
    if one is None:
        return f"{_KNOWN[row.grade]}。"
    if one.value is None:
        return ""
    name = f"measure.{one.id}"
    words = f"依据记录：{{fact:{name}.formula}}"
    if (one.low, one.high) != (one.value, one.value) and one.low is not None and one.high is not None:
        words += f"；记录覆盖{{fact:{name}.coverage}}"
        words += f"，其余部分按最不利、最有利的情形计，分别为{{fact:{name}.low}}、{{fact:{name}.high}}"
    return f"{words}。"


def _charts(row: Row) -> Iterator[Block]:
    one = row.measurement
    for name, points in (one.series if one else {}).items():
        if name == BY_MONTH and len(points) > 1 and one is not None and one.unit == "%":
            level = row.plan.target_parsed.low
            yield Chart(
                f"{row.plan.level3}（按月）",
                "line",
                tuple(month(label) for label, _ in points),
                row.plan.level3,
                tuple(value for _, value in points),
                one.unit,
                level,
                f"指标值{row.plan.target}",
            )
