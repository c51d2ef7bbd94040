"""The actual value of an indicator in the words of the form, and how it is known."""

from decimal import Decimal
from typing import Final

from jixiao.model.dossier import Dossier, PlannedIndicator
from jixiao.model.measurement import EvidenceGrade, Measurement
from jixiao.model.number import plain
from jixiao.model.terms import Level1, Level2
from jixiao.scoring.portion import rounded as half_up
from jixiao.scoring.qualitative import tier_of

UNKNOWN: Final = "无法判断"
UNHELD: Final = "未开展"


def actual_of(plan: PlannedIndicator, measurement: Measurement | None) -> str:
    """What the form prints as 实际完成值.

    A measured value with its unit; 未开展 for a survey that was not held, 无法判断 for all else that cannot be told;
    for a judged row the clerk's words, with the tier beside them where they do not name it; otherwise what is stated.
    """
    if measurement is not None:
        return shown(measurement) if measurement.value is not None else _nothing(plan)
    if plan.judged is None:
        return plan.stated
    said = plan.stated or plan.judged.tier.value
    return said if tier_of(plan.target, said) in (plan.judged.tier, None) else f"{said}（{plan.judged.tier}）"


def grade_of(plan: PlannedIndicator, measurement: Measurement | None, dossier: Dossier) -> EvidenceGrade:
    """实测 for what was computed from rows, 有据 where a document supports the row, else 自述."""
    if measurement is not None:
        return measurement.grade
    supported = any(plan.id in document.supports for document in dossier.documents) or plan.documents
    return EvidenceGrade.DOCUMENTED if supported else EvidenceGrade.STATED


def shown(measurement: Measurement) -> str:
    """A measured value as it is printed: its places, then its unit."""
    return f"{printed(measurement.value, measurement.places)}{measurement.unit}"


def printed(value: Decimal | None, places: int) -> str:
    """A value with a fixed number of places, half up; 无法判断 for none."""
    return UNKNOWN if value is None else plain(half_up(value, places))


def _nothing(plan: PlannedIndicator) -> str:
    asked = plan.level1 is Level1.SATISFACTION or plan.level2 is Level2.SATISFACTION
    return UNHELD if asked else UNKNOWN
