"""The papers that a unit would have scanned: notices, minutes, agreement, score sheets, statements, as PDF.

A paper is set by typst with the fonts of a pinned package and without a clock, so its bytes are the same everywhere.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import typst
from pylopdf_fonts_zh_cn import serif_path

from jixiao.model.dossier import DocumentEvidence
from shili import judged, money, people
from shili.story import FINANCE, FORMER, MARK, NOTICE, POLICE, PROJECT, UNIT, VIDEO, YEAR

FOLDER: Final = "附件"
_FONT: Final = "Noto Serif SC"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. number: its 文号, "" if it has none; to: whom it addresses; signed: who put a seal below it, or none.

    supports: ids of indicators and facts.
    """

    file: str
    title: str
    number: str
    to: str
    said: tuple[str, ...]
    signed: tuple[str, ...]
    day: date
    supports: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()


def papers() -> tuple[Paper, ...]:
    """All papers, by day."""
    return (*_minutes(), _agreement(), _cut(), _scores(), _deliverables(), _notice(), _use(), _plan(), _judged())


def documents() -> tuple[DocumentEvidence, ...]:
    """The papers as the folder lists them."""
    return tuple(
        DocumentEvidence(
            f"WJ{n:02d}", f"{FOLDER}/{one.file}", f"{one.title}{f'（{one.number}）' if one.number else ''}", "1",
            one.day, "、".join(one.signed), sealed=True, supports=one.supports, origin=people.NOWHERE,
        )
        for n, one in enumerate(papers(), 1)
    )  # fmt: skip


def files() -> dict[str, bytes]:
    """附件/*.pdf."""
    return {f"{FOLDER}/{one.file}": pdf(one) for one in papers()}


def pdf(paper: Paper) -> bytes:
    """A paper on A4, its mark on every page."""
    with tempfile.TemporaryDirectory() as root:
        Path(root, "paper.typ").write_text("\n".join(_source(paper)), encoding="utf-8")
        made = typst.Compiler(root=root, font_paths=[str(serif_path().parent)], ignore_system_fonts=True).compile(
            str(Path(root, "paper.typ")), format="pdf", timestamp=0
        )
    assert isinstance(made, bytes)
    return made


def _source(paper: Paper) -> Iterator[str]:
    yield f"#set document(title: {_quoted(paper.title)}, keywords: ({_quoted(MARK)},), date: none)"
    yield f'#set page("a4", margin: 28mm, header: align(center, text(size: 9pt)[#{_quoted(NOTICE)}]), '
    yield 'footer: align(center, text(size: 10pt, context counter(page).display("— 1 —"))))'
    yield f'#set text(font: {_quoted(_FONT)}, size: 12pt, lang: "zh")'
    yield "#set par(leading: 1em, spacing: 1em, justify: true, first-line-indent: (amount: 2em, all: true))"
    yield f"#align(center, text(size: 18pt)[#{_quoted(paper.title)}])"
    if paper.number:
        yield f"#align(center)[#{_quoted(paper.number)}]"
    if paper.to:
        yield f"#par(first-line-indent: 0em)[#{_quoted(paper.to + '：')}]"
    yield from (f"#par[#{_quoted(one)}]" for one in paper.said)
    if paper.table:
        cells = ", ".join(f"[#{_quoted(cell)}]" for row in paper.table for cell in row)
        yield f"#text(size: 10pt, table(columns: {len(paper.table[0])}, align: center, {cells}))"
    yield from (f"#align(right)[#{_quoted(f'{one}（合成示例印章）')}]" for one in paper.signed)
    yield f"#align(right)[#{_quoted(_day(paper.day))}]"


def _quoted(text: str) -> str:
    """A typst string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _minutes() -> Iterator[Paper]:
    for one in people.meetings():
        said = (
            f"时间：{_day(one.day)}。地点：{UNIT}会议室。主持：中心主任吴例。参加：领导班子成员，业务科、综合科负责人。",
            f"议题：{one.topic}。",
            f"会议按照“三重一大”事项集体决策程序进行了研究。{one.decision}",
        )
        yield Paper(one.document.removeprefix(f"{FOLDER}/"), f"{UNIT}会议纪要", one.number, "", said, (UNIT,), one.day)


def _agreement() -> Paper:
    said = (
        f"甲方（转让方）：{FORMER}；乙方（受让方）：{UNIT}；丙方（服务方）：{VIDEO}。",
        (
            "一、甲方与丙方签订的视频监控系统运维服务合同（HT-2018-01）服务期至2020年3月31日止，按约可以续期。"
            "因机构职能划转，自2020年5月1日起，合同续期后的权利义务由乙方承接，丙方同意。"
        ),
        (
            "二、甲方在2019年第四季度和2020年第一季度应付未付的服务费由乙方支付。"
            "2020年第一季度的考核由甲方负责组织，其后由乙方负责。"
        ),
        "三、自2020年5月1日起每月服务费为310000.00元；另设备件费，据实结算，不超过60000.00元。",
        "四、2020年4月的服务不在本协议范围内，由各方另行商定。",
    )
    return Paper(
        "三方协议.pdf", "权利义务转让三方协议", "", "", said, (FORMER, UNIT, VIDEO), date(2020, 5, 19), ("sustained",)
    )


def _cut() -> Paper:
    said = (
        "为落实“过紧日子”要求，经研究，核减你单位2020年部门预算如下，单位为元。请据此调整绩效目标和合同，严格按调整后预算执行。",
    )
    rows = [(fee.name, fee.initial, *fee.cuts.values(), fee.initial - sum(fee.cuts.values())) for fee in money.fees()]
    total = ("合计", *(str(sum(column)) for column in zip(*(amounts for _, *amounts in rows), strict=True)))
    header = ("费用项", "年初预算", "范围", "价格", "时间", "调整后预算")
    table = (header, *(tuple(map(str, row)) for row in rows), total)
    return Paper(
        "预算核减通知.pdf", "关于核减2020年部门预算的通知", money.CUT_NOTICE, UNIT, said, (FINANCE,), date(2020, 6, 19),
        ("fund.initial", "fund.budget", "cost"), table,
    )  # fmt: skip


def _scores() -> Paper:
    said = (
        (
            "按照合同约定，每月由业务科会同公安分局随机抽查点位，每季度据抽查结果和平台记录打分，满分100分；"
            "得分低于95分的，扣减当季服务费的百分之五。8月因防汛值守未开展抽查，第三季度按两个月的结果打分。"
        ),
    )
    table = (
        ("季度", "日期", "得分", "考核单位"),
        *((people.quarter(n), day.isoformat(), score, by) for n, day, score, by in people.SCORES),
    )
    return Paper(
        "季度考核表.pdf", "视频监控系统运维季度考核表", "", "", said, (UNIT, POLICE), date(2020, 12, 21),
        ("assessed", "spot_checked"), table,
    )  # fmt: skip


def _deliverables() -> Paper:
    header = ("编号", "类型", "成果", "应交日期", "交付日期")
    rows = tuple((row[0], row[1], row[5], str(row[3]), str(row[4])) for row in people.engagements())
    return Paper(
        "咨询成果确认单.pdf", "PPP子项目咨询成果确认单", "", "", ("下列成果已收到，经核对符合委托要求。",), (UNIT,),
        date(2020, 12, 8), ("delivered", "on_time", "lawful"), (header, *rows),
    )  # fmt: skip


def _notice() -> Paper:
    said = (
        f"为全面实施预算绩效管理，现组织各单位对{YEAR}年度预算项目开展绩效自评，有关要求通知如下。",
        "一、自评范围：纳入部门预算的全部项目支出。",
        "二、自评内容：总体目标、各项绩效指标和预算执行情况。指标实际完成值应有依据，未完成的应说明原因和改进措施。",
        "三、材料报送：《项目支出绩效自评表》和《项目支出绩效评价报告》加盖公章，于2021年3月19日前报送。",
    )
    return Paper(
        "自评通知.pdf",
        "关于组织2020年绩效自评工作的通知",
        "示财绩〔2021〕3号",
        "各预算单位",
        said,
        (FINANCE,),
        date(2021, 1, 18),
    )


def _use() -> Paper:
    said = (
        (
            f"{YEAR}年，你单位负责运维的视频监控系统在案件侦办、治安防控和交通疏导中持续提供图像，满足我局调阅需要。"
            "7月、8月雷雨和高温期间，示例公园南门等点位离线时间较长，个别案件未能调取到完整录像，建议加强汛期保障。"
        ),
        "我局参加每月抽查，未接到开展满意度调查的通知。",
    )
    return Paper(
        "视频使用情况说明.pdf", "视频监控系统使用情况说明", "", UNIT, said, (POLICE,), date(2021, 1, 20), ("security",)
    )


def _plan() -> Paper:
    said = (
        f"评价对象：{PROJECT}。评价期间：{YEAR}年1月1日至12月31日。",
        "一、1月下旬：成立评价工作组，组长为副主任周例，成员为业务科、综合科人员。",
        "二、2月：收集平台日志、台账、合同、支付凭证和会议纪要，核对原件，逐项计算指标实际完成值。",
        "三、3月上旬：评议不能计算的指标，撰写自评表和评价报告，报领导班子审定。",
    )
    return Paper("自评工作计划.pdf", f"{YEAR}年度绩效自评工作计划", "", "", said, (UNIT,), date(2021, 1, 25))


def _judged() -> Paper:
    said = ("评价工作组依据附件材料，对三项不能直接计算的指标评议如下。",)
    table = (
        ("指标", "评定", "得分", "理由"),
        *((row.name, str(row.said.tier), str(row.said.score), row.said.reason) for row in judged.ROWS),
    )
    return Paper(
        "评议记录.pdf",
        "评价工作组评议记录",
        "",
        "",
        said,
        (UNIT,),
        judged.DAY,
        tuple(row.id for row in judged.ROWS),
        table,
    )
