"""What the clerk states: the tables of project.toml, which are the sheets of 项目资料.xlsx.

Contracts, payments and meetings may stand in evidence files instead.
"""

from collections.abc import Mapping
from typing import Final

from jixiao.model.terms import FundSource, Level1, Level2, Scope, Tier
from jixiao.sources.schema import Cell, Column, Schema, words

YES_NO: Final = words("是 有 √ y yes true 1", "否 无 × n no false 0")
DOCUMENT: Final = Column("document", "文件", synonyms=("佐证", "附件", "文件名"), blank=True, optional=True)

# Chinese spelling → the word of the model; the first spelling of a word is the one that is offered.
_SOURCES: Final = {
    "中央资金": FundSource.CENTRAL,
    "中央补助": FundSource.CENTRAL,
    "省级资金": FundSource.PROVINCIAL,
    "市级资金": FundSource.MUNICIPAL,
    "区级资金": FundSource.DISTRICT,
    "县级资金": FundSource.DISTRICT,
    "当年财政拨款": FundSource.FISCAL,
    "上年结转资金": FundSource.CARRYOVER,
    "财政专户管理资金": FundSource.DEDICATED,
    "单位资金": FundSource.UNIT,
    "其他资金": FundSource.OTHER,
}
_SCOPES: Final = {
    "总体目标": Scope.OVERALL,
    "总目标": Scope.OVERALL,
    "阶段性目标": Scope.STAGE,
    "年度目标": Scope.ANNUAL,
}


def _also(chinese: Mapping[str, str]) -> dict[str, str]:
    """The Chinese spellings and the model's own word."""
    return {spelling: str(word) for spelling, word in chinese.items()} | {
        str(word): str(word) for word in chinese.values()
    }


def _each(terms: type[Level1 | Level2 | Tier]) -> dict[str, str]:
    return {term.value: term.value for term in terms}


PROJECT: Final = Schema(
    "project",
    "项目",
    (
        Column("name", "项目名称", example="某某系统运维费"),
        Column("unit", "实施单位", synonyms=("项目实施单位",), example="某某中心"),
        Column("department", "主管部门", example="某某局"),
        Column("year", "年度", Cell.COUNT, note="被评价的预算年度。", example="2020"),
        Column("region", "行政区划代码", note="2、4 或 6 位，决定用哪里的规定。", blank=True, example="120112"),
        Column("kind", "项目类别", note="例如 运维、购买服务、工程。", blank=True, example="运维"),
        Column("report_date", "报告日期", Cell.DAY, note="决定按哪一天的规定评价。", blank=True, example="2021-03-12"),
        Column("leader", "项目负责人", blank=True, optional=True, example="张某"),
        Column("filler", "填报人", blank=True, optional=True, example="李某"),
        Column("phone", "联系电话", blank=True, optional=True, example="010-00000000"),
    ),
    key=(),
    note="一行填一项。",
)
CONTACTS: Final = ("leader", "filler", "phone")
FUNDS: Final = Schema(
    "fund",
    "资金",
    (
        Column("source", "资金来源", Cell.CHOICE, choices=_also(_SOURCES), example="区级资金"),
        Column("initial", "年初预算数", Cell.MONEY, ("年初预算",), example="1500000.00"),
        Column(
            "adjustment",
            "调整数",
            Cell.MONEY,
            ("调整",),
            blank=True,
            note="核减写负数；没有调整的空着。",
            example="-100000.00",
        ),
        Column("reason", "调整原因", blank=True, example="服务期缩短"),
        Column("decision", "调整依据", blank=True, note="批复文号。", example="某财预〔2020〕1号"),
        Column(
            "budget", "全年预算数", Cell.MONEY, ("调整后预算数",), note="等于年初预算数加调整数。", example="1400000.00"
        ),
    ),
    key=("source",),
    note="一个来源一行，不写合计。",
)
FEES: Final = Schema(
    "fee",
    "费用明细",
    (
        Column("id", "编号", example="F1"),
        Column("name", "费用名称", synonyms=("名称",), example="视频监控系统运维费"),
        Column("initial", "年初预算数", Cell.MONEY, ("年初预算",), example="1500000.00"),
        Column(
            "cut_scope",
            "核减：范围",
            Cell.MONEY,
            ("范围核减",),
            blank=True,
            optional=True,
            note="因减少内容而核减的，写正数。",
        ),
        Column(
            "cut_price",
            "核减：价格",
            Cell.MONEY,
            ("价格核减",),
            blank=True,
            optional=True,
            note="因价格降低而核减的，写正数。",
        ),
        Column(
            "cut_time",
            "核减：时间",
            Cell.MONEY,
            ("时间核减",),
            blank=True,
            optional=True,
            note="因服务期缩短而核减的，写正数。",
            example="100000.00",
        ),
        Column("added", "追加", Cell.MONEY, ("调增",), blank=True, optional=True, note="追加的预算，写正数。"),
    ),
    key=("id",),
    note="年初预算的构成，合计等于资金表；核减按原因分列，追加单列。",
)
GOALS: Final = Schema(
    "goal",
    "目标",
    (
        Column("scope", "目标类别", Cell.CHOICE, choices=_also(_SCOPES), example="年度目标"),
        Column("expected", "预期目标", example="保障系统全年稳定运行。"),
        Column(
            "achieved", "实际完成情况", blank=True, note="数字写成 {fact:…}，由程序填入。", example="系统运行稳定。"
        ),
    ),
    key=("scope",),
)
INDICATORS: Final = Schema(
    "indicator",
    "指标",
    (
        Column("id", "编号", note="英文或拼音，例如 online_rate。", example="online_rate"),
        Column("level1", "一级指标", Cell.CHOICE, choices=_each(Level1), example="产出指标"),
        Column("level2", "二级指标", Cell.CHOICE, choices=_each(Level2), example="质量指标"),
        Column("level3", "三级指标", example="视频监控系统在线率"),
        Column("target", "指标值", synonyms=("年度指标值",), example="≥98%"),
        Column("weight", "分值", Cell.POINTS, example="5"),
        Column(
            "measure",
            "测量方法",
            blank=True,
            note="由佐证算出的从下拉列表中选，各种方法见工作表“说明”。",
            example="在线率",
        ),
        Column("settings", "测量设置", blank=True, optional=True, note="写成 名称=值；名称=值。"),
        Column(
            "judged_by", "评分人", blank=True, optional=True, note="不能用公式打分的，由有名有姓的人打分并说明理由。"
        ),
        Column("judged_score", "评分", Cell.POINTS, blank=True, optional=True),
        Column("judged_tier", "评定档次", Cell.CHOICE, choices=_each(Tier), blank=True, optional=True),
        Column("judged_reason", "评分理由", blank=True, optional=True),
        Column("judged_day", "评分日期", Cell.DAY, blank=True, optional=True),
        Column("stated", "自述完成值", blank=True, optional=True, note="没有佐证、只能自述的填这里，等级为“自述”。"),
        Column("reason", "偏差原因及改进措施", synonyms=("偏差原因分析及改进措施",), blank=True, optional=True),
        Column(
            "documents", "佐证编号", blank=True, optional=True, note="佐证表里的编号，多个用分号隔开。", example="ZJ-01"
        ),
        Column("previous", "上年完成值", blank=True, optional=True, example="97.5%"),
    ),
    key=("id",),
)
CONTRACTS: Final = Schema(
    "contracts",
    "合同",
    (
        Column("id", "编号", synonyms=("合同编号",), example="HT-01"),
        Column("name", "名称", synonyms=("合同名称",), example="视频监控系统运维服务合同"),
        Column("party", "乙方", synonyms=("承包单位", "服务商", "供应商", "对方单位"), example="某某公司"),
        Column("fee", "费用项", synonyms=("费用明细", "费用编号"), note="费用明细里的编号。", example="F1"),
        Column("amount", "金额", Cell.MONEY, ("合同金额",), example="1200000.00"),
        Column(
            "awarded",
            "成交日期",
            Cell.DAY,
            ("中标日期", "成交通知书日期"),
            blank=True,
            optional=True,
            example="2020-03-20",
        ),
        Column("signed", "签订日期", Cell.DAY, ("签订时间",), blank=True, example="2020-04-10"),
        Column("starts", "服务开始", Cell.DAY, ("开始", "开始日期", "起始日期"), example="2020-04-01"),
        Column(
            "ends",
            "服务结束",
            Cell.DAY,
            ("结束", "结束日期", "截止日期"),
            note="当天仍在服务期。",
            example="2020-12-31",
        ),
        Column("replaces", "承接合同", synonyms=("承接", "受让合同"), blank=True, optional=True),
        DOCUMENT,
    ),
    key=("id",),
    since="starts",
    until="ends",
)
PAYMENTS: Final = Schema(
    "payments",
    "支付",
    (
        Column("id", "编号", synonyms=("支付编号", "支付序号", "序号"), example="ZF-01"),
        Column("contract", "合同编号", synonyms=("合同",), blank=True, note="没有合同的支出空着。", example="HT-01"),
        Column("fee", "费用项", synonyms=("费用明细", "费用编号"), note="费用明细里的编号。", example="F1"),
        Column("day", "支付日期", Cell.DAY, ("日期",), example="2020-06-28"),
        Column("amount", "金额", Cell.MONEY, ("支付金额",), note="退回的写负数。", example="400000.00"),
        Column("service_from", "服务开始", Cell.DAY, ("所属期起", "开始"), example="2020-04-01"),
        Column("service_to", "服务结束", Cell.DAY, ("所属期止", "结束"), example="2020-06-30"),
        Column(
            "method", "支付方式", synonyms=("方式",), blank=True, note="例如 财政授权支付。", example="财政授权支付"
        ),
        Column("voucher", "凭证号", synonyms=("凭证", "凭证编号"), blank=True, optional=True, example="记-0628-01"),
        Column(
            "source",
            "资金来源",
            Cell.CHOICE,
            choices=_also(_SOURCES),
            blank=True,
            optional=True,
            note="有几个资金来源的，写明这笔出自哪一个；只有一个的空着。",
        ),
    ),
    key=("id",),
    since="day",
    until="day",
)
MEETINGS: Final = Schema(
    "meetings",
    "会议",
    (
        Column("id", "编号", synonyms=("序号",), example="HY-01"),
        Column("day", "日期", Cell.DAY, ("会议日期",), example="2020-03-16"),
        Column(
            "number",
            "文号",
            synonyms=("会议纪要号", "纪要编号", "届次"),
            blank=True,
            example="某单位党组会纪要〔2020〕3号",
        ),
        Column("topic", "议题", synonyms=("事项",), example="运维项目采购事项"),
        Column("decision", "决定", synonyms=("决议", "结论"), example="同意按公开招标方式采购"),
        DOCUMENT,
    ),
    key=("id",),
    since="day",
    until="day",
    note="“三重一大”集体决策。",
)
DOCUMENTS: Final = Schema(
    "document",
    "佐证",
    (
        Column("id", "编号", example="ZJ-01"),
        Column("file", "文件", note="evidence 文件夹里的路径。", example="附件/考核评分表.pdf"),
        Column("title", "标题", example="第二季度考核评分表"),
        Column("page", "页码", blank=True, optional=True, example="1"),
        Column("day", "日期", Cell.DAY, blank=True, optional=True, example="2020-07-05"),
        Column("issuer", "出具单位", blank=True, optional=True, example="某某公安分局"),
        Column("sealed", "是否盖章", Cell.CHOICE, choices=YES_NO, blank=True, optional=True, example="是"),
        Column(
            "supports",
            "证明什么",
            blank=True,
            optional=True,
            note="指标的编号，多个用分号隔开。",
            example="online_rate",
        ),
    ),
    key=("id",),
)

# In the order of the sheets; the names of the tables in project.toml.
TABLES: Final[Mapping[str, Schema]] = {
    "project": PROJECT,
    "fund": FUNDS,
    "fee": FEES,
    "goal": GOALS,
    "indicator": INDICATORS,
    "contract": CONTRACTS,
    "payment": PAYMENTS,
    "meeting": MEETINGS,
    "document": DOCUMENTS,
}
