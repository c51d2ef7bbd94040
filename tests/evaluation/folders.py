"""A small project folder by hand: one row of each kind, and the measurements of its evidence."""

from datetime import date
from decimal import Decimal

from jixiao.evaluation.assemble import assemble
from jixiao.evaluation.evaluated import Evaluated
from jixiao.law.load import on
from jixiao.model.dossier import (
    Dossier,
    Fee,
    FundPlan,
    GoalPlan,
    Judgement,
    MeasureSpec,
    Origin,
    PlannedIndicator,
)
from jixiao.model.measurement import EvidenceGrade, Measurement, Rows
from jixiao.model.outline import OUTLINE, path_of
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import FundSource, Level1, Level2, Scope, Tier

_KINDS = {"online": "online_rate", "asked": "survey_rate"}
HERE = Origin("项目资料.xlsx", "指标!A5")
DAY = date(2021, 3, 12)
D = Decimal


def planned(  # noqa: PLR0913  a row of the folder
    name, target, weight, *, classes=(Level1.OUTPUT, Level2.QUALITY), measured=True, judged=None, said=""
):
    return PlannedIndicator(
        id=name,
        level1=classes[0],
        level2=classes[1],
        level3=f"{name}的名称",
        target=target,
        target_parsed=parse_quantity(target),
        weight=D(weight),
        measure=MeasureSpec(_KINDS.get(name, "count"), {}) if measured else None,
        judged=judged,
        stated=said,
        reason="",
        documents=(),
        origin=HERE,
    )


def measured(name, value, unit="%", places=2, **more):
    source = Rows(f"evidence/{name}.csv", "0" * 64, 10, 9, {"重复": 1}, (3,))
    number = None if value is None else D(value)
    fields = {"formula": f"{name}的算法", "coverage": D(1), "low": number, "high": number, "sources": (source,)}
    return Measurement(name, f"{name}的标题", number, unit, places, grade=EvidenceGrade.MEASURED, **(fields | more))


JUDGED = Judgement("王五", D("9"), Tier.MET, "有一项延期", date(2021, 3, 5))
ROWS = (
    planned("online", "≥98%", "40"),
    planned("asked", "≥90%", "10", classes=(Level1.SATISFACTION, Level2.SATISFACTION)),
    planned(
        "safe",
        "达到预期",
        "10",
        classes=(Level1.BENEFIT, Level2.SOCIAL),
        measured=False,
        judged=JUDGED,
        said="达到预期",
    ),
    planned("told", "≥2个", "30", classes=(Level1.OUTPUT, Level2.QUANTITY), measured=False, said="2个"),
)
MEASURED = {
    one.id: one
    for one in (
        measured("online", "97.5", low=D("97"), high=D("98.2"), coverage=D("0.98"), notes=("停机窗口不计。",)),
        measured("asked", None, why_blank="没有开展满意度调查"),
        measured("payments", "90", "万元", 6, parts={"count": D(2), "quarter_4_paid": D("900000.00")}),
    )
}
WRITTEN = {path_of(part): f"关于{part.title}的说明。" for part in OUTLINE if part.narrative}


def a_dossier(**more) -> Dossier:
    fields = {
        "name": "示例项目",
        "unit": "示例中心",
        "department": "示例办",
        "year": 2020,
        "region": "12",
        "kind": "运维",
        "report_date": DAY,
        "contacts": {"填报人": "赵例"},
        "funds": (
            FundPlan(FundSource.DISTRICT, D("1200000.00"), D("-200000.00"), "压减", "某号文", D("1000000.00"), HERE),
        ),
        "fees": (Fee("F1", "运维费", D("1200000.00"), {"price": D("200000.00")}, HERE),),
        "goals": (GoalPlan(Scope.ANNUAL, "保障运行。", "在线率{fact:indicator.online.actual}。", HERE),),
        "indicators": ROWS,
        "narrative": WRITTEN,
        "files": {"evidence/online.csv": "0" * 64},
    }
    return Dossier(**(fields | more))


def an_evaluated(dossier=None, measurements=None, layout="tianjin") -> Evaluated:
    return assemble(dossier or a_dossier(), measurements or MEASURED, on(DAY, "12"), layout)
