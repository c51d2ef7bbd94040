"""The rows that no formula scores: what the working group of the unit judged, and why."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from jixiao.model.dossier import Judgement
from jixiao.model.terms import Level2, Tier

DAY: Final = date(2021, 3, 5)
JUDGE: Final = "评价工作组（组长周例）"


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """An indicator in words. stated: what was reached; papers: what supports it; remedy: reason and remedy."""

    id: str
    level2: Level2
    name: str
    target: str
    stated: str
    said: Judgement
    papers: tuple[str, ...]
    remedy: str


def _judged(score: str, tier: Tier, reason: str) -> Judgement:
    return Judgement(JUDGE, Decimal(score), tier, reason, DAY)


ROWS: Final = (
    JudgedRow(
        "security", Level2.SOCIAL, "为社会治安治理提供视频支撑", "满足公安机关调阅需要", "满足调阅需要",
        _judged("9", Tier.MET, "公安分局书面认可图像支撑作用，但汛期个别点位离线较久，个别案件未调取到完整录像"),
        ("附件/视频使用情况说明.pdf", "附件/评议记录.pdf"),
        "雷雨和高温期间前端电源故障多；今后汛期前集中检修电源和防雷，备齐备件。",
    ),
    JudgedRow(
        "lawful", Level2.SOCIAL, "保障PPP项目合法合规推进", "送审合同和程序均经审查", "送审合同和程序均经审查",
        _judged("9", Tier.MET, "送审事项均出具审查意见，但感知网络子项目审核报告迟交，影响后续程序安排"),
        ("附件/咨询成果确认单.pdf", "附件/评议记录.pdf"),
        "感知网络子项目审核报告迟交；今后在委托时约定逾期责任，按节点催办。",
    ),
    JudgedRow(
        "sustained", Level2.SUSTAINABLE, "运维保障机制持续有效", "制度健全、人员到位、合同连续",
        "制度健全、人员到位，合同衔接有空档",
        _judged("7", Tier.PARTIAL, "制度和人员到位，但视频监控系统运维合同在变更主体前后没有接上，部分合同签订超期"),
        ("附件/三方协议.pdf", "附件/评议记录.pdf"),
        "机构划转与疫情叠加，合同承接滞后；今后在原合同期满前提早启动续签，不留空档。",
    ),
)  # fmt: skip
