"""The lines below the form: how the points came about, who judged and why, who filled it in."""

from collections.abc import Iterator, Mapping
from typing import Final

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.words import resolve, text_of
from jixiao.law.load import region_name
from jixiao.model.terms import Origin

_GRADES: Final = {"measured": "实测", "documented": "有据", "stated": "自述"}
_POINTS: Final = {"computed": "按公式计分", "judged": "由人评定", "blank": "无法判断"}


def notes_of(evaluated: Evaluated) -> tuple[str, ...]:
    """Numbered notes, 注： before the first."""
    found = list(_notes(evaluated))
    return tuple(f"{'注：' if number == 1 else ''}{number}.{note}" for number, note in enumerate(found, 1))


def signed_by(evaluated: Evaluated) -> str:
    """The contacts of the folder and the day of the report."""
    parts = [f"{name}：{value}" for name, value in evaluated.dossier.contacts.items() if value]
    day = evaluated.dossier.report_date
    if day is not None:
        parts.append(f"填报日期：{day.year}年{day.month}月{day.day}日")
    return "；".join(parts)


def remark_of(evaluated: Evaluated) -> str:
    """What stands in place of the grade where there is none."""
    card = evaluated.scorecard
    if card.grade is not None:
        return ""
    return f"{'至'.join(card.grade_range)}，待定" if card.grade_range else "未评等级"


def grades_in(evaluated: Evaluated) -> str:
    """How many actual values are known in which way."""
    return _counts(evaluated, _GRADES)


def points_in(evaluated: Evaluated) -> str:
    """How many rows got their points in which way."""
    return _counts(evaluated, _POINTS)


def _counts(evaluated: Evaluated, names: Mapping[str, str]) -> str:
    """Kinds of which there is none are left out."""
    return "，".join(
        f"{word}{{fact:count.{name}}}" for name, word in names.items() if evaluated.facts[f"count.{name}"].value
    )


def _notes(evaluated: Evaluated) -> Iterator[str]:
    law, facts = evaluated.law, evaluated.facts
    yield text_of(
        resolve(f"得分按{{fact:law.day}}在{region_name(law.region)}有效的规定计算：{points_in(evaluated)}。", facts)
    )
    for row in evaluated.rows:
        if row.points.origin is Origin.JUDGED:
            yield f"“{row.plan.level3}”由{row.points.why.rstrip('。')}。"
        elif row.points.origin is Origin.BLANK:
            yield f"“{row.plan.level3}”无法判断：{row.points.why.rstrip('。')}。"
