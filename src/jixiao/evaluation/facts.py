"""The facts of an evaluation: every figure that form and report print, under a name.

Ids: project.name .unit .department .year · law.day · fund.initial .cut .budget .executed .rate .weight .score ·
fund.<source>.initial .budget .executed .rate · fee.<id>.initial .cut .cut.<cause> .added .budget .paid, fee.total.… ·
payment.q1 … q4 .cross_year .count · indicator.<id>.target .actual .weight .score .judgement ·
class.<一级指标>.weight .score .undecided .rate, class.<一级指标>.<二级指标>.…, class.execution.… ·
measure.<id>, measure.<id>.low .high .coverage .formula .note.<n> .<part> · total.weight .score .undecided .grade ·
count.indicators .contracts .meetings .documents .measured .documented .stated .computed .judged .blank .waived
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from jixiao.evaluation.actuals import printed as with_places
from jixiao.evaluation.actuals import shown
from jixiao.evaluation.evaluated import Row
from jixiao.evaluation.funds import plan_of
from jixiao.evaluation.money import UNIT, printed
from jixiao.evaluation.spending import QUARTERS, Spending
from jixiao.evaluation.words import tight
from jixiao.measures.base import catalogue
from jixiao.model.dossier import Dossier, Origin
from jixiao.model.evaluation import Evaluation, FundLine
from jixiao.model.measurement import EvidenceGrade, Fact, Measurement
from jixiao.model.number import known, plain, tidy
from jixiao.model.terms import FundSource
from jixiao.model.terms import Origin as Points
from jixiao.scoring.portion import portion
from jixiao.scoring.totals import Scorecard

STATED: Final = EvidenceGrade.STATED
DOCUMENTED: Final = EvidenceGrade.DOCUMENTED
MEASURED: Final = EvidenceGrade.MEASURED

_CAUSES: Final = {"scope": "范围", "price": "价格", "time": "时间"}
_ORIGINS: Final = {
    Points.COMPUTED: "按公式计分",
    Points.JUDGED: "由人评定",
    Points.BLANK: "无法判断",
    Points.WAIVED: "不适用",
}
_AMOUNTS: Final = {"initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}


def day_fact(day: date) -> Fact:
    """The day whose law counts: law.day."""
    return Fact("law.day", "计分规则的日期", f"{day.year}年{day.month}月{day.day}日", None, "", STATED)


def facts_of(
    dossier: Dossier,
    evaluation: Evaluation,
    rows: Sequence[Row],
    card: Scorecard,
    measurements: Mapping[str, Measurement],
    spending: Spending,
) -> dict[str, Fact]:
    """All facts by id, those of the project first."""
    found = (
        *_project(dossier),
        *_funds(dossier, evaluation, spending),
        *_fees(dossier, spending),
        *_fee_totals(dossier, spending),
        *_payments(spending),
        *_indicators(rows, evaluation),
        *(fact for one in measurements.values() for fact in _measured(one)),
        *_total(card),
        *_counts(dossier, rows),
    )
    return {fact.id: fact for fact in found}


def _project(dossier: Dossier) -> Iterator[Fact]:
    for name, title, shown_ in (
        ("name", "项目名称", dossier.name),
        ("unit", "项目实施单位", dossier.unit),
        ("department", "主管部门", dossier.department),
    ):
        yield Fact(f"project.{name}", title, shown_, None, "", STATED)
    yield Fact("project.year", "年度", f"{dossier.year}年", Decimal(dossier.year), "年", STATED)


def _funds(dossier: Dossier, evaluation: Evaluation, spending: Spending) -> Iterator[Fact]:
    first = _where(dossier.funds[0].origin) if dossier.funds else ""
    for line in evaluation.funds:
        plan = plan_of(line.source, dossier, evaluation.form)
        origin = _where(plan.origin) if plan else first
        prefix = "fund" if line.source is FundSource.TOTAL else f"fund.{line.source}"
        documented = any(f"fund.{name}" in document.supports for document in dossier.documents for name in _AMOUNTS)
        stated = DOCUMENTED if documented else STATED
        label = "" if line.source is FundSource.TOTAL else line.label.removeprefix("其中：")
        for name, title in _AMOUNTS.items():
            grade = spending.grade if name == "executed" else stated
            measurement = spending.measurement if name == "executed" else ""
            yield _amount(f"{prefix}.{name}", label + title, known(getattr(line, name)), grade, measurement, origin)
        yield _points(f"{prefix}.rate", f"{label}执行率", known(line.rate), "%", spending)
    line = evaluation.funds[0]
    cut = (known(line.initial) or Decimal(0)) - (known(line.budget) or Decimal(0))
    yield _amount("fund.cut", "核减预算" if cut >= 0 else "追加预算", abs(cut), stated, "", first)
    yield from _weight_and_score("fund", "预算执行率", line)


def _weight_and_score(prefix: str, label: str, line: FundLine) -> Iterator[Fact]:
    weight, score = known(line.weight), known(line.score)
    yield Fact(
        f"{prefix}.weight", f"{label}的分值", f"{'' if weight is None else plain(weight)}分", weight, "分", STATED
    )
    text = "无法判断" if score is None else f"{plain(score)}分"
    yield Fact(f"{prefix}.score", f"{label}的得分", text, score, "分", MEASURED)


def _fees(dossier: Dossier, spending: Spending) -> Iterator[Fact]:
    for fee in dossier.fees:
        origin = _where(fee.origin)
        yield _yuan(f"fee.{fee.id}.initial", f"{fee.name}年初预算", fee.initial, STATED, origin=origin)
        yield _yuan(f"fee.{fee.id}.cut", f"{fee.name}核减", fee.cut, STATED, origin=origin)
        for cause, amount in fee.cuts.items():
            yield _yuan(
                f"fee.{fee.id}.cut.{cause}",
                f"{fee.name}核减（{_CAUSES.get(cause, cause)}）",
                amount,
                STATED,
                origin=origin,
            )
        yield _yuan(f"fee.{fee.id}.added", f"{fee.name}追加", fee.added, STATED, origin=origin)
        yield _yuan(f"fee.{fee.id}.budget", f"{fee.name}调整后预算", fee.budget, STATED, origin=origin)
        paid = spending.by_fee.get(fee.id, Decimal(0))
        yield _yuan(f"fee.{fee.id}.paid", f"{fee.name}已付", paid, spending.grade, spending.measurement)


def _fee_totals(dossier: Dossier, spending: Spending) -> Iterator[Fact]:
    sums = {
        "initial": ("年初预算", sum((fee.initial for fee in dossier.fees), Decimal(0))),
        "cut": ("核减", sum((fee.cut for fee in dossier.fees), Decimal(0))),
        "added": ("追加", sum((fee.added for fee in dossier.fees), Decimal(0))),
        "budget": ("调整后预算", sum((fee.budget for fee in dossier.fees), Decimal(0))),
    }
    paid = sum((spending.by_fee.get(fee.id, Decimal(0)) for fee in dossier.fees), Decimal(0))
    for name, (title, amount) in sums.items():
        yield _yuan(f"fee.total.{name}", f"各项费用{title}合计", amount, STATED)
    yield _yuan("fee.total.paid", "各项费用已付合计", paid, spending.grade, spending.measurement)


def _payments(spending: Spending) -> Iterator[Fact]:
    for quarter in QUARTERS:
        amount = spending.by_quarter.get(quarter, Decimal(0))
        title = f"第{'一二三四'[quarter - 1]}季度支付"
        yield _yuan(f"payment.q{quarter}", title, amount, spending.grade, spending.measurement)
    yield _yuan("payment.cross_year", "支付以前年度服务费", spending.cross_year, spending.grade, spending.measurement)
    count = Decimal(spending.count)
    yield Fact("payment.count", "支付笔数", f"{count}笔", count, "笔", spending.grade, spending.measurement)


def _indicators(rows: Sequence[Row], evaluation: Evaluation) -> Iterator[Fact]:
    for row, printed_row in zip(rows, evaluation.indicators, strict=True):
        plan, measurement = row.plan, row.measurement
        name = measurement.id if measurement else ""
        prefix, origin = f"indicator.{plan.id}", _where(plan.origin)
        yield Fact(
            f"{prefix}.target", f"{plan.level3}目标", plan.target, plan.target_parsed.low, "", STATED, "", origin
        )
        value = measurement.value if measurement else None
        unit = measurement.unit if measurement else ""
        yield Fact(f"{prefix}.actual", f"{plan.level3}实际完成值", row.actual, value, unit, row.grade, name, origin)
        weight = f"{plain(plan.weight)}分"
        yield Fact(f"{prefix}.weight", f"{plan.level3}分值", weight, plan.weight, "分", STATED, "", origin)
        score = known(printed_row.score)
        text = "无法判断" if score is None else f"{plain(score)}分"
        if row.points.origin is Points.JUDGED:
            yield Fact(f"{prefix}.judgement", f"{plan.level3}的评定", row.points.why, None, "", STATED, "", origin)
        yield Fact(f"{prefix}.score", f"{plan.level3}得分", text, score, "分", row.grade, name, origin)
    yield from _classes(rows, evaluation)


def _classes(rows: Sequence[Row], evaluation: Evaluation) -> Iterator[Fact]:
    """The points of each class: class.<一级指标> and class.<一级指标>.<二级指标>; the rate is of what can be told."""
    sums: dict[str, list[Decimal]] = {}
    for row, item in zip(rows, evaluation.indicators, strict=True):
        for name in (row.plan.level1.value, f"{row.plan.level1}.{row.plan.level2}"):
            own = sums.setdefault(name, [Decimal(0)] * 3)
            own[0] += row.plan.weight
            own[1] += known(item.score) or Decimal(0)
            own[2] += row.plan.weight if known(item.score) is None else Decimal(0)
    line = evaluation.funds[0]
    weight, score = known(line.weight) or Decimal(0), known(line.score)
    sums["execution"] = [weight, score or Decimal(0), weight if score is None else Decimal(0)]
    for name, (weight, score, open_) in sums.items():
        title = "预算执行率" if name == "execution" else name.rpartition(".")[2]
        for part, word, value in (
            ("weight", "分值", weight),
            ("score", "得分", score),
            ("undecided", "无法判断的分值", open_),
        ):
            yield Fact(f"class.{name}.{part}", f"{title}{word}", f"{plain(value)}分", value, "分", MEASURED)
        rate = portion(Decimal(100), score, weight - open_, 2) if weight > open_ else None
        text = "无法判断" if rate is None else f"{plain(rate)}%"
        yield Fact(f"class.{name}.rate", f"{title}得分率", text, rate, "%", MEASURED)


def _measured(one: Measurement) -> Iterator[Fact]:
    prefix = f"measure.{one.id}"
    text = "无法判断" if one.value is None else shown(one)
    yield Fact(prefix, one.title, text, one.value, one.unit, one.grade, one.id)
    for name, title, value in (("low", "下限", one.low), ("high", "上限", one.high)):
        text = f"{with_places(value, one.places)}{'' if value is None else one.unit}"
        yield Fact(f"{prefix}.{name}", f"{one.title}{title}", text, value, one.unit, one.grade, one.id)
    coverage = with_places(one.coverage * 100, 2)
    yield Fact(f"{prefix}.coverage", f"{one.title}覆盖率", f"{coverage}%", one.coverage, "", one.grade, one.id)
    yield Fact(f"{prefix}.formula", f"{one.title}的算法", tight(one.formula), None, "", one.grade, one.id)
    for number, note in enumerate(one.notes, 1):
        yield Fact(f"{prefix}.note.{number}", f"{one.title}说明{number}", tight(note), None, "", one.grade, one.id)
    titles = next((known.parts for known in catalogue().values() if known.title == one.title), {})
    for part, value in one.parts.items():
        yield Fact(
            f"{prefix}.{part}", f"{one.title}：{titles.get(part, part)}", tidy(value), value, "", one.grade, one.id
        )


def _total(card: Scorecard) -> Iterator[Fact]:
    yield Fact("total.weight", "总分值", f"{tidy(card.full)}分", card.full, "分", STATED)
    yield Fact("total.score", "总得分", f"{tidy(card.earned)}分", card.earned, "分", MEASURED)
    yield Fact("total.undecided", "无法判断的分值", f"{tidy(card.undecided)}分", card.undecided, "分", MEASURED)
    grade = card.grade.value if card.grade else "至".join(card.grade_range) if card.grade_range else "无法判断"
    yield Fact("total.grade", "评价等级", grade, None, "", MEASURED)


def _counts(dossier: Dossier, rows: Sequence[Row]) -> Iterator[Fact]:
    for name, title, unit, items in (
        ("indicators", "三级指标", "项", rows),
        ("contracts", "合同", "份", dossier.contracts),
        ("meetings", "会议", "次", dossier.meetings),
        ("documents", "佐证材料", "份", dossier.documents),
        *(
            (grade.name.lower(), f"{grade}的实际完成值", "项", [row for row in rows if row.grade is grade])
            for grade in EvidenceGrade
        ),
        *(
            (origin.value, f"{title}的指标", "项", [row for row in rows if row.points.origin is origin])
            for origin, title in _ORIGINS.items()
        ),
    ):
        count = Decimal(_length(items))
        yield Fact(f"count.{name}", f"{title}数", f"{count}{unit}", count, unit, STATED)


def _length(items: Iterable[object]) -> int:
    return sum(1 for _ in items)


def _yuan(id_: str, title: str, yuan: Decimal, grade: EvidenceGrade, measurement: str = "", origin: str = "") -> Fact:
    return _amount(id_, title, printed(yuan), grade, measurement, origin)


def _amount(id_: str, title: str, amount: Decimal | None, grade: EvidenceGrade, measurement: str, origin: str) -> Fact:
    text = "无法判断" if amount is None else f"{plain(amount)}{UNIT}"
    return Fact(id_, title, text, amount, UNIT, grade, measurement, origin)


def _points(id_: str, title: str, value: Decimal | None, unit: str, spending: Spending) -> Fact:
    text = "无法判断" if value is None else f"{plain(value)}{unit}"
    return Fact(id_, title, text, value, unit, spending.grade, spending.measurement)


def _where(origin: Origin) -> str:
    return f"{origin.file} {origin.place}".strip()
