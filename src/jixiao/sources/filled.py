"""What a new project folder begins with: nothing, or what last year's form says."""

from collections.abc import Mapping, Sequence
from typing import Final

from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.number import known, tidy

# Rows as texts by column name, by table; what the writers of both spellings take.
Filled = Mapping[str, Sequence[Mapping[str, str]]]

EMPTY: Final[Filled] = {}


def from_last_year(evaluation: Evaluation) -> Filled:
    """Project, goals and indicators of last year's form for the year after it; its actual values become 上年完成值.

    Amounts, contracts and evidence are this year's and stay empty.
    """
    project = evaluation.project
    head = {
        "name": project.name or "",
        "unit": project.unit or "",
        "department": project.department or "",
        "year": str(project.year + 1) if project.year else "",
    }
    goals: dict[str, list[str]] = {}
    for goal in evaluation.goals:
        goals.setdefault(goal.scope.value, []).append(goal.expected or "")
    rows = [_indicator(number, row) for number, row in enumerate(evaluation.indicators, 1) if row.level3]
    return {
        "project": [head],
        "goal": [{"scope": scope, "expected": "\n".join(filter(None, texts))} for scope, texts in goals.items()],
        "indicator": rows,
    }


def _indicator(number: int, row: Indicator) -> dict[str, str]:
    weight = known(row.weight)
    return {
        "id": f"zb{number:02}",
        "level1": row.class1.value if row.class1 else "",
        "level2": row.class2.value if row.class2 else "",
        "level3": row.level3 or "",
        "target": row.target or "",
        "weight": "" if weight is None else tidy(weight),
        "previous": row.actual or "",
    }
