"""CX11: figures enter the narrative as {fact:id}, never typed."""

import re
from dataclasses import replace
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import within
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation

# What is no figure of the project: facts, titles of documents, their numbers, and the numbers of headings and lists.
_EXEMPT: Final = re.compile(r"\{fact:[^{}]*\}|《[^《》]*》|〔\d{4}〕第?\d+号|第[一二三四五六七八九十]+(?:季度|阶段|批)")
_BARE: Final = re.compile(
    r"\d[\d,]{0,30}(?:\.\d{1,30})?\s?(?:万元|亿元|元|%|％|‰|个百分点|[个套台路条件份项次人家天月日年季分]|小时|分钟)|百分之[一二三四五六七八九十百]+",
    re.ASCII,
)


@check("CX11", on=document, at="sections", severity=WARNING, basis=["jx-practice"])
def bare_figure_in_narrative(d: Evaluation) -> Answer:
    """文字说明里的数字是手写的

    为什么要查：手写的金额、比率、数量、日期与表内各数没有联系，数据一变就互相矛盾，也查不到出处。
    怎么改：写成 {fact:…}，由程序填入；可用的名称见 evaluation.json。确是背景事实的，写明出处文件的标题和文号。
    不适用于：narrative.md 以外的文件。
    """
    if d.form != "narrative":
        return NOT_APPLICABLE
    faults = []
    for n, section in enumerate(d.sections):
        for line, text in enumerate(section.text.split("\n") if section.text else ()):
            seen = _EXEMPT.sub(lambda match: "□" * len(match[0]), text)
            for match in _BARE.finditer(seen):
                field = f"sections[{n}].text[{line}]"
                place = within(d.place(field), match.start(), match.end())
                faults.append(Fault(field, place, {"title": section.title, "figure": match[0]}))
    return faults


SAYS = "“{title}”里的“{figure}”是手写的。"


def _narrative(text: str) -> Evaluation:
    return replace(a_report(a_section("1.", "项目背景", text)), form="narrative")


FIRES = {
    "金额": _narrative("全年支付100万元。"),
    "比率": _narrative("在线率98.5%。"),
    "日期": _narrative("合同于2020年5月签订。"),
    "中文百分数": _narrative("完成百分之九十八。"),
}
SILENT = {
    "用了名称": _narrative("全年支付{fact:fund.executed}。"),
    "文号和标题": _narrative("依据《2020年工作要点》（示财预〔2020〕27号）。"),
    "没有数字": _narrative("按季度考核，与付款挂钩。"),
}
APART = {"成文的报告": a_report(a_section("1.", "项目背景", "全年支付100万元。"))}
