"""Whether what was ordered was delivered in time."""

from decimal import Decimal
from typing import Final

import polars as pl
from polars import col

from jixiao.measures.base import Given, measure
from jixiao.measures.settings import Setting
from jixiao.measures.uptime import percent
from jixiao.model.dates import written
from jixiao.model.measurement import Measurement
from jixiao.model.number import plain

_YES: Final = "是"


@measure(
    "deliverables_on_time",
    advice="针对{name}，在委托时约定资料移交的时间和逾期的责任，按节点催办，逾期的逐份说明原因",
    title="成果按时交付率",
    unit="%",
    places=2,
    reads=("engagements",),
    settings=(
        Setting("kinds", "委托类型", "", "只算这些类型，例如 造价审核、法律咨询；空着为全部"),
        Setting("confirmed", "须委托方确认", "是", "是：委托方确认了的才算交付", ("是", "否")),
    ),
    parts={
        "due": "应交付数",
        "on_time": "按时交付数",
        "late": "迟交数",
        "undelivered": "到期没有交付数",
        "unconfirmed": "交了没有确认数",
        "longest_days": "最长迟交天数",
    },
)
def deliverables_on_time(given: Given) -> Measurement:
    """应交日期在评价期间内的委托中，按时交付的 ÷ 应交付的 × 100%。

    交付日期不晚于应交日期的为按时；迟交的、没有交付的、须确认而没有确认的逐条点名。
    """
    log = given.frame("engagements")
    kinds = given.settings.words("kinds")
    own = log.filter(col.kind.cast(pl.String).is_in(kinds)) if kinds else log
    due = own.filter(col.due.is_between(given.period.first, given.period.last)).sort("due", "id")
    needs = given.settings.text("confirmed") == _YES
    judged = due.with_columns(
        late=(col.delivered - col.due).dt.total_days(),
        unconfirmed=col.delivered.is_not_null() & col.confirmed.is_null() & needs,
    )
    late = judged.filter(col.late > 0)
    undelivered = judged.filter(col.delivered.is_null())
    unconfirmed = judged.filter("unconfirmed")
    failed = judged.filter((col.late > 0) | col.delivered.is_null() | col.unconfirmed)
    parts = {
        "due": len(due),
        "on_time": len(due) - len(failed),
        "late": len(late),
        "undelivered": len(undelivered),
        "unconfirmed": len(unconfirmed),
        "longest_days": max(late["late"].to_list(), default=0),
    }
    sources = (
        given.rows(
            "engagements",
            {"不是所选类型的委托": len(log) - len(own), "应交日期不在评价期间": len(own) - len(due)},
            failed["row"].to_list(),
        ),
    )
    found = {
        "parts": {name: Decimal(value) for name, value in parts.items()},
        "notes": (
            *(
                f"{_named(one)}应于{written(one['due'])}交付，"
                f"实际于{written(one['delivered'])}交付，迟 {one['late']} 天。"
                for one in late.to_dicts()
            ),
            *(f"{_named(one)}应于{written(one['due'])}交付，没有交付日期。" for one in undelivered.to_dicts()),
            *(f"{_named(one)}已交付，没有委托方确认。" for one in unconfirmed.to_dicts()),
        ),
    }
    rate = percent(len(due) - len(failed), len(due), given.method.places)
    if rate is None:
        return given.blank("评价期间没有应交付的委托", sources, **found)
    formula = f"按时交付 {len(due) - len(failed)} 项 ÷ 应交付 {len(due)} 项 × 100% = {plain(rate)}%"
    return given.result(rate, formula, sources, **found)


def _named(row: dict[str, object]) -> str:
    return f"“{row['result'] or row['kind']}”（{row['id']}）"
