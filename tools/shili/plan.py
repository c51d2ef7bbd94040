"""What the clerk filled in: the tables of 项目资料.xlsx as texts by column name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from jixiao.model.dossier import Fee
from jixiao.model.number import plain
from jixiao.model.terms import Level1, Level2
from shili import judged, money, papers, people
from shili.ledger import shown
from shili.story import OA, PROJECT, REPORTED, UNIT, YEAR

Row = Mapping[str, str]

# The region whose rules the invented district goes by.
REGION: Final = "12"
FAILURE: Final = "故障级别=重大，较大；最短持续=30；须服务中断=是"

_GOALS: Final = (
    ("总体目标", "保障智慧示例PPP项目合法合规推进，保证线路畅通、机房安全，OA办公系统和视频监控系统正常运行。", ""),
    ("阶段性目标", "按照时间节点和流程支付租赁和运维费用，完成年度PPP子项目预算造价审核和法律咨询。", ""),
    (
        "年度目标",
        ("1.视频监控系统在管点位正常运行，图像满足公安机关调阅需要。\n2.机房安全运行，不发生约定定义的故障。\n"
        "3.电子政务外网、财政业务专网和政务云平台线路可用。\n4.OA办公系统持续可用。\n5.PPP子项目咨询成果按时交付。"),
        ("1.在管摄像机{fact:indicator.cameras.actual}，在线率{fact:indicator.online.actual}。\n"
        "2.按约定定义，机房故障{fact:indicator.rooms_safe.actual}。\n3.线路可用率{fact:indicator.lines_up.actual}。\n"
        "4.OA办公系统可用率{fact:indicator.oa_up.actual}。\n"
        "5.收到咨询成果{fact:indicator.delivered.actual}，按时交付率{fact:indicator.on_time.actual}。"),
    ),
)  # fmt: skip

_Q, _U, _T, _C = Level2.QUANTITY, Level2.QUALITY, Level2.TIMELINESS, Level2.COST
# id, level 2, name, target, weight, measure, settings, reason and remedy, last year's value.
_MEASURED: Final = (
    ("cameras", _Q, "视频监控摄像机在管数量", "≥40路", "3", "count", "对象=摄像机；日期=2020-12-31",
     "", "39路"),
    ("rooms", _Q, "机房运维数量", "≥2个", "2", "count", "对象=机房", "", "2个"),
    ("lines", _Q, "在租线路和云平台数量", "≥66条", "3", "count", "对象=线路；日期=2020-12-31", "", "64条"),
    ("delivered", _Q, "PPP子项目咨询成果数量", "≥8份", "2", "count", "对象=成果", "", ""),
    ("online", _U, "视频监控系统在线率", "≥98%", "5", "online_rate", "采样间隔=15；容差=5", "", "97.62%"),
    ("inspected", _U, "机房巡检完成率", "≥98%", "2", "inspection_rate", "", "", ""),
    ("rooms_safe", _U, "机房故障次数", "≤0次", "4", "no_failure",
     "系统=政务中心机房，管理服务中心机房；" + FAILURE, "", "0次"),
    ("lines_up", _U, "线路可用率", "≥99.9%", "4", "line_availability", "", "", "99.91%"),
    ("oa_up", _U, "OA办公系统可用率", "≥99.5%", "3", "system_availability", f"系统={OA}；采样间隔=10；容差=5",
     "", "99.63%"),
    ("on_time", _T, "PPP子项目咨询成果按时交付率", "≥100%", "3", "deliverables_on_time", "",
     "感知网络子项目资料补充较晚，审核报告迟交；今后先核齐资料再委托，并在合同中约定逾期责任。", ""),
    ("assessed", _T, "视频监控系统季度考核次数", "≥4次", "3", "assessments_held", "", "", "4次"),
    ("spot_checked", _T, "视频监控系统月度抽查次数", "≥12次", "3", "spot_checks_held", "",
     "汛期因防汛值守有当月未抽查的情况；今后与公安分局约定补查日期，当月不能抽查的次月补齐。", "12次"),
    ("signed_in_time", _T, "合同按期签订率", "≥100%", "3", "contract_timeliness", "签订期限=30",
     "受疫情和主体变更影响，部分合同和三方协议签订超期；今后在成交前完成合同审查，按周督办。", ""),
    ("cost", _C, "运维及咨询费", "≤2617.105673万元", "10", "amount_paid", "", "", ""),
)  # fmt: skip
_UNHELD: Final = (
    "survey", Level2.SATISFACTION, "视频监控系统使用单位满意度", "≥90%", "10", "survey_rate", "",
    "没有组织满意度调查，以季度考核掌握服务情况，考核不能代替调查；今后由业务科每年组织调查并留存问卷。", "",
)  # fmt: skip
_COLUMNS: Final = ("id", "level2", "level3", "target", "weight", "measure", "settings", "reason", "previous")


def tables() -> dict[str, list[Row]]:
    """All tables by name; payments are evidence and stand in a file of their own."""
    return {
        "project": [_project()],
        "fund": [_texts(one) for one in money.funds()],
        "fee": [_fee(one) for one in money.fees()],
        "goal": [{"scope": scope, "expected": expected, "achieved": achieved} for scope, expected, achieved in _GOALS],
        "indicator": list(_indicators()),
        "contract": [_texts(one) for one in money.contracts()],
        "meeting": [_texts(one) for one in people.meetings()],
        "document": [_texts(one) for one in papers.documents()],
    }


def _project() -> Row:
    return {
        "name": PROJECT,
        "unit": UNIT,
        "department": UNIT,
        "year": str(YEAR),
        "region": REGION,
        "kind": "运维",
        "report_date": REPORTED.isoformat(),
        "leader": "周例",
        "filler": "郑例",
        "phone": "000-00000000",
    }


def _fee(one: Fee) -> Row:
    cuts = {f"cut_{cause}": plain(amount) for cause, amount in one.cuts.items() if amount}
    return {"id": one.id, "name": one.name, "initial": plain(one.initial), **cuts}


def _indicators() -> Iterator[Row]:
    for row in _MEASURED:
        yield {"level1": Level1.OUTPUT, **_row(row)}
    numbers = {one.file: one.id for one in papers.documents()}
    for one in judged.ROWS:
        yield {
            "id": one.id,
            "level1": Level1.BENEFIT,
            "level2": one.level2,
            "level3": one.name,
            "target": one.target,
            "weight": "10",
            "stated": one.stated,
            "judged_by": one.said.by,
            "judged_score": str(one.said.score),
            "judged_tier": one.said.tier,
            "judged_reason": one.said.reason,
            "judged_day": judged.DAY.isoformat(),
            "reason": one.remedy,
            "documents": "；".join(numbers[name] for name in one.papers),
        }
    yield {"level1": Level1.SATISFACTION, **_row(_UNHELD)}


def _row(cells: Iterable[str]) -> Row:
    return {name: text for name, text in zip(_COLUMNS, cells, strict=True) if text}


def _texts(record: Any) -> Row:
    """A record of the model as a row; where it was read is not part of it."""
    values = {one.name: getattr(record, one.name) for one in fields(record) if one.name != "origin"}
    return {name: _text(value) for name, value in values.items() if value not in (None, "", ())}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "；".join(value)
    return shown(value)
