"""Failures by a stated definition, and the incidents that only the definition decides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

import polars as pl
from polars import col

from jixiao.measures.base import Given, measure
from jixiao.measures.period import Period
from jixiao.measures.settings import Setting
from jixiao.model.dates import written
from jixiao.model.measurement import Measurement
from jixiao.scoring.portion import portion

_OTHER: Final = "不是所选系统的故障"
_YES: Final = "是"
_CRITERIA: Final = {"level": "级别", "minutes": "持续时间", "interrupted": "服务中断"}


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident and what each criterion of the definition says of it; None: the ledger does not say."""

    row: Mapping[str, Any]
    answers: Mapping[str, bool | None]

    @property
    def failure(self) -> bool | None:
        """Whether it is a failure: every criterion holds. None if that cannot be told."""
        answers = self.answers.values()
        return False if False in answers else None if None in answers else True

    @property
    def only_by_definition(self) -> bool:
        """Whether some criterion holds and another does not."""
        return True in self.answers.values() and False in self.answers.values()


@measure(
    "no_failure",
    advice="针对{name}，逐次分析故障原因，落实备品备件、应急预案和责任人，防止同类故障再次发生",
    title="系统故障次数",
    unit="次",
    reads=("incidents",),
    settings=(
        Setting("systems", "系统", "", "只看这些系统或机房；空着为台账里的全部"),
        Setting("levels", "故障级别", "", "这些级别的才算故障，例如 重大、较大；空着为不论级别"),
        Setting("minutes", "最短持续", "0", "持续到这么多分钟才算故障；0 为不论长短"),
        Setting("interrupted", "须服务中断", "否", "是：造成服务中断的才算故障", ("是", "否")),
        Setting("log_from", "台账起", "", "台账从哪一天记起；空着为评价期间第一天"),
        Setting("log_to", "台账止", "", "台账记到哪一天；空着为评价期间最后一天"),
    ),
    parts={
        "incidents": "台账记载的故障和异常（次）",
        "failures": "按定义算故障的（次）",
        "undecided": "台账没有写全、无法判断的（次）",
        "by_definition": "是否算故障取决于定义的（次）",
        "failure_minutes": "故障合计时间（分钟）",
        "covered_days": "台账覆盖的天数",
    },
)
def no_failure(given: Given) -> Measurement:
    """台账里符合故障定义的次数。0 次即“未发生系统故障”。

    定义由设置给出：级别、最短持续、是否须服务中断，全部符合才算故障。台账没有写级别、恢复时间或是否中断而定义用到的，
    无法判断，给出上下限。有的条件符合、有的不符合的，在说明里逐条点名：是否算故障取决于定义。
    台账没有覆盖的日子，没有记录不等于没有故障，覆盖率随之降低。
    """
    log = given.frame("incidents")
    systems = given.settings.words("systems")
    chosen = log.filter(col.system.is_in(systems)) if systems else log
    own = chosen.filter(
        (col.starts.cast(pl.Date) <= given.period.last)
        & (col.ends.cast(pl.Date) >= given.period.first).fill_null(value=True)
    )
    covered = _covered(given)
    incidents = [Incident(row, _answers(given, row)) for row in own.sort("starts").to_dicts()]
    failures = [one for one in incidents if one.failure]
    unsure = [one for one in incidents if one.failure is None]
    apart = [one for one in incidents if one.only_by_definition]
    parts = {
        "incidents": len(incidents),
        "failures": len(failures),
        "undecided": len(unsure),
        "by_definition": len(apart),
        "failure_minutes": sum((_length(one.row) or timedelta()) // timedelta(minutes=1) for one in failures),
        "covered_days": covered.days if covered else 0,
    }
    numbers = [one.row["row"] for one in (*failures, *unsure, *apart)]
    sources = (
        given.rows("incidents", {_OTHER: len(log) - len(chosen), "不在评价期间": len(chosen) - len(own)}, numbers),
    )
    found: dict[str, Any] = {
        "parts": {name: Decimal(value) for name, value in parts.items()},
        "low": Decimal(len(failures)),
        "high": Decimal(len(failures) + len(unsure)),
        "coverage": portion(Decimal(1), Decimal(parts["covered_days"]), Decimal(given.period.days), 6),
        "notes": (*_definition(given, covered), *_named(failures, unsure, apart)),
    }
    if not covered:
        return given.blank("台账没有覆盖评价期间的任何一天", sources, **found)
    if unsure:
        return given.blank(f"{len(unsure)} 次故障台账没有写全，无法判断是否符合定义", sources, **found)
    return given.result(
        Decimal(len(failures)),
        f"台账记载 {len(incidents)} 次，符合故障定义的 {len(failures)} 次",
        sources,
        **found,
    )


def _covered(given: Given) -> Period | None:
    first = max(given.settings.day("log_from") or given.period.first, given.period.first)
    last = min(given.settings.day("log_to") or given.period.last, given.period.last)
    return Period(first, last) if first <= last else None


def _answers(given: Given, row: Mapping[str, Any]) -> dict[str, bool | None]:
    """By criterion of the definition; a criterion that the definition does not have is not there."""
    levels, minutes = given.settings.words("levels"), given.settings.whole("minutes")
    length = _length(row)
    answers: dict[str, bool | None] = {}
    if levels:
        answers["level"] = None if row["level"] is None else row["level"] in levels
    if minutes:
        answers["minutes"] = None if length is None else length >= timedelta(minutes=minutes)
    if given.settings.text("interrupted") == _YES:
        answers["interrupted"] = None if row["interrupted"] is None else row["interrupted"] == _YES
    return answers


def _length(row: Mapping[str, Any]) -> timedelta | None:
    return None if row["ends"] is None else row["ends"] - row["starts"]


def _definition(given: Given, covered: Period | None) -> Iterator[str]:
    levels, minutes = given.settings.words("levels"), given.settings.whole("minutes")
    terms = [f"级别为{'、'.join(levels)}"] if levels else []
    terms += [f"持续 {minutes} 分钟以上（含）"] if minutes else []
    terms += ["造成服务中断"] if given.settings.text("interrupted") == _YES else []
    if terms:
        yield f"故障的定义：{'，且'.join(terms)}。"
    else:
        yield "没有另给故障的定义，台账记载的每一次都算故障。"
    if covered:
        stated = (
            "" if given.settings.text("log_from") or given.settings.text("log_to") else "（没有另写起止，按评价期间计）"
        )
        yield f"台账覆盖 {covered}{stated}。"


def _named(failures: list[Incident], unsure: list[Incident], apart: list[Incident]) -> Iterator[str]:
    for one in failures:
        yield f"{_told(one)}：算故障。"
    for one in unsure:
        missing = "、".join(_CRITERIA[name] for name, answer in one.answers.items() if answer is None)
        yield f"{_told(one)}：台账没有写{missing}，无法判断。"
    for one in apart:
        met = "、".join(_CRITERIA[name] for name, answer in one.answers.items() if answer)
        unmet = "、".join(_CRITERIA[name] for name, answer in one.answers.items() if answer is False)
        yield f"{_told(one)}：符合{met}的条件，不符合{unmet}的条件；是否算故障取决于定义，按上述定义不算。"


def _told(one: Incident) -> str:
    row, length = one.row, _length(one.row)
    lasted = f"，持续 {length // timedelta(minutes=1)} 分钟" if length is not None else "，没有记恢复时间"
    return f"{written(row['starts'])}{row['starts']:%H:%M} {row['system']}（{row['id']}）{lasted}"
