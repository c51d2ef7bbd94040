"""From what a folder asks for to measurements."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from jixiao.measures.base import Evidence, Given, Measure, catalogue
from jixiao.measures.settings import settings_of
from jixiao.model.dossier import Dossier, MeasureSpec, Origin
from jixiao.model.errors import InputError
from jixiao.model.measurement import Measurement

# What every evaluation measures, whether or not an indicator asks for it, by id.
STANDING: Final = {
    "payments": MeasureSpec("amount_paid", {}),
    "execution": MeasureSpec("budget_execution", {}),
    "contracts": MeasureSpec("contract_timeliness", {}),
}
_SHOWN: Final = 3
_NOWHERE: Final = Origin("", "")


def kinds_read(dossier: Dossier) -> frozenset[str]:
    """The kinds of evidence that the measurements of a folder can use.

    Raises:
        InputError: an indicator names a measure that there is not.
    """
    methods = [method_of(spec, origin) for _, spec, origin in asked(dossier)]
    return frozenset(kind for one in methods for kind in (*one.reads, *one.may_read))


def take_all(evidence: Evidence) -> dict[str, Measurement]:
    """All measurements of a folder by id; that of an indicator has the indicator's id.

    Raises:
        InputError: an indicator names a measure or a setting that there is not, or a setting cannot be used.
    """
    return {id_: take(id_, spec, evidence, origin) for id_, spec, origin in asked(evidence.dossier)}


def take(id_: str, spec: MeasureSpec, evidence: Evidence, origin: Origin = _NOWHERE) -> Measurement:
    """One measurement; blank, with why, where evidence that it requires is not there.

    Raises:
        InputError: there is no such measure or setting, or a setting cannot be used; origin is where it was written.
    """
    method = method_of(spec, origin)
    settings = settings_of(spec, method.settings, spec.settings_origin if spec.settings_origin.file else origin)
    given = Given(id_, method, evidence, settings)
    missing = [kind for kind in method.reads if kind not in evidence.tables]
    if missing:
        return given.blank(f"没有佐证：{'、'.join(TITLES[kind] for kind in missing)}")
    found = method.compute(given)
    return replace(found, remarks=tuple(_strange_rows(given)))


def _strange_rows(given: Given) -> Iterator[str]:
    """Rows and columns of the evidence that were not used as they stand, or were taken in a way that has to be told."""
    for kind in (*given.method.reads, *given.method.may_read):
        table = given.evidence.tables.get(kind)
        if table is not None:
            for reason, rows in table.left_out.items():
                yield f"{table.file} 没有用{_named(rows)}：{reason}。"
            for remark, rows in table.remarks.items():
                yield f"{table.file} {_named(rows)}：{remark}。"
            if table.unknown:
                yield f"{table.file} 有不认识的列{'、'.join(f'“{name}”' for name in table.unknown)}，没有用。"


def _named(rows: Sequence[int]) -> str:
    more = f"等{len(rows)}行" if len(rows) > _SHOWN else "行"
    return f"第{'、'.join(map(str, rows[:_SHOWN]))}{more}"


def asked(dossier: Dossier) -> Iterator[tuple[str, MeasureSpec, Origin]]:
    """What is measured for a folder: id, method with settings, where that was written."""
    for id_, spec in STANDING.items():
        yield id_, spec, _NOWHERE
    for indicator in dossier.indicators:
        if indicator.measure:
            yield indicator.id, indicator.measure, indicator.measure.origin


def method_of(spec: MeasureSpec, origin: Origin = _NOWHERE) -> Measure:
    """The measure that a folder names, by its kind or by its Chinese title.

    Raises:
        InputError: there is no such measure; origin is where it was written.
    """
    known = catalogue()
    for one in known.values():
        if spec.kind in (one.kind, one.title):
            return one
    remedy = f"可用的测量方法：{'、'.join(f'{one.title} {kind}' for kind, one in known.items())}"
    raise InputError(origin.file, f"没有“{spec.kind}”这种测量方法", remedy, origin.place)


TITLES: Final = {
    "cameras": "摄像机台账",
    "camera_status": "在线采样",
    "maintenance": "维护窗口",
    "incidents": "故障台账",
    "lines": "线路台账",
    "outages": "线路中断",
    "inspections": "机房巡检",
    "alarms": "机房告警",
    "probes": "系统拨测",
    "engagements": "咨询委托",
    "contracts": "合同",
    "payments": "支付",
    "assessments": "季度考核",
    "spot_checks": "月度抽查",
    "survey": "满意度调查",
    "meetings": "会议",
}
