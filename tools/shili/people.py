"""What people did: engagements, assessments of the video service, monthly spot checks with the police, meetings."""

from datetime import date
from random import Random
from typing import Final

from jixiao.model.dossier import Meeting, Origin
from shili.ledger import csv_bytes
from shili.story import FORMER, POLICE, UNIT

NOWHERE: Final = Origin("", "")

_ENGAGEMENTS: Final = (
    ("造价审核", "智慧交通子项目预算审核报告", date(2020, 4, 15), date(2020, 5, 29), date(2020, 5, 26), "是"),
    ("法律咨询", "三方协议法律意见书", date(2020, 4, 29), date(2020, 5, 15), date(2020, 5, 13), "是"),
    ("造价审核", "城市管理子项目预算审核报告", date(2020, 5, 11), date(2020, 6, 30), date(2020, 6, 28), "是"),
    ("造价审核", "智慧社区子项目预算审核报告", date(2020, 6, 8), date(2020, 7, 24), date(2020, 7, 24), "是"),
    ("法律咨询", "PPP合同体系审查意见", date(2020, 6, 15), date(2020, 7, 31), date(2020, 7, 29), "是"),
    ("造价审核", "数据中心子项目预算审核报告", date(2020, 7, 20), date(2020, 9, 11), date(2020, 9, 9), "是"),
    ("造价审核", "感知网络子项目预算审核报告", date(2020, 8, 31), date(2020, 10, 15), date(2020, 11, 6), "是"),
    ("法律咨询", "项目采购文件合规审查意见", date(2020, 9, 14), date(2020, 10, 16), date(2020, 10, 14), "是"),
    ("造价审核", "综合指挥子项目预算审核报告", date(2020, 10, 19), date(2020, 12, 4), date(2020, 12, 3), "是"),
)
# August is missing: everybody was on flood duty.
_CHECK_DAYS: Final = {1: 20, 2: 26, 3: 24, 4: 22, 5: 20, 6: 23, 7: 22, 9: 23, 10: 21, 11: 25, 12: 16}
SCORES: Final = (
    (1, date(2020, 4, 9), "95.50", FORMER),
    (2, date(2020, 7, 8), "96.00", UNIT),
    (3, date(2020, 10, 12), "95.00", UNIT),
    (4, date(2020, 12, 21), "92.50", UNIT),
)


def files(chance: Random) -> dict[str, bytes]:
    """engagements.csv, assessments.csv, spot_checks.csv; there is no survey.csv, because no survey was held."""
    checked = [
        (f"2020-{month:02d}", date(2020, month, day), 20, 20 - chance.choice((0, 0, 1, 1, 2)), f"{UNIT}、{POLICE}")
        for month, day in _CHECK_DAYS.items()
    ]
    assessed = [(quarter(n), day, score, 100, by, "附件/季度考核表.pdf") for n, day, score, by in SCORES]
    return {
        "engagements.csv": csv_bytes(
            ("编号", "类型", "委托日期", "应交日期", "交付日期", "成果", "委托方确认"), engagements()
        ),
        "spot_checks.csv": csv_bytes(("月份", "日期", "抽查数", "合格数", "参加单位"), checked),
        "assessments.csv": csv_bytes(("季度", "日期", "得分", "满分", "考核单位", "文件"), assessed),
    }


def engagements() -> list[tuple[str, str, date, date, date, str, str]]:
    """编号, 类型, 委托日期, 应交日期, 交付日期, 成果, 委托方确认."""
    return [
        (f"ZX-2020-{n:02d}", kind, asked, due, delivered, title, confirmed)
        for n, (kind, title, asked, due, delivered, confirmed) in enumerate(_ENGAGEMENTS, 1)
    ]


def quarter(nth: int) -> str:
    """第一季度 to 第四季度."""
    return f"第{'一二三四'[nth - 1]}季度"


def meetings() -> tuple[Meeting, ...]:
    """三重一大: the year's plan, the change of parties, the cut, the last payments."""
    said = (
        (date(2020, 1, 6), 1, "2020年度运维及咨询经费安排", "同意按财政批复的年初预算安排各项运维及咨询经费。"),
        (date(2020, 4, 13), 5, "运维合同变更执行主体", "同意签订权利义务转让三方协议，承接视频监控系统运维合同。"),
        (date(2020, 6, 22), 9, "落实预算核减", "同意按财政要求核减年度预算，并相应调整合同范围和单价。"),
        (date(2020, 12, 14), 17, "年末合同款支付", "同意按考核结果支付四季度合同款，扣减视频监控系统运维费。"),
    )  # fmt: skip
    return tuple(
        Meeting(f"HY{n}", day, f"示数会纪〔2020〕{number}号", topic, decision, f"附件/会议纪要{number}.pdf", NOWHERE)
        for n, (day, number, topic, decision) in enumerate(said, 1)
    )
