"""What a cell or a stretch of text became, and its name in Chinese."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Family(StrEnum):
    """What a cell became; the value is its class in the page, `word` its name in the legend."""

    PROJECT = "project"
    FUNDS = "funds"
    GOALS = "goals"
    LEVELS = "levels"
    NAME = "name"
    TARGET = "target"
    ACTUAL = "actual"
    WEIGHT = "weight"
    SCORE = "score"
    REASON = "reason"
    TOTAL = "total"
    LABEL = "label"
    PROSE = "prose"
    CLAIMS = "claims"
    LEFT_OVER = "leftover"

    @property
    def word(self) -> str:
        """The name in Chinese."""
        return _WORDS[self]


_WORDS: Final = {
    Family.PROJECT: "项目和单位",
    Family.FUNDS: "资金",
    Family.GOALS: "总体目标",
    Family.LEVELS: "一级、二级指标",
    Family.NAME: "三级指标",
    Family.TARGET: "指标值",
    Family.ACTUAL: "实际完成值",
    Family.WEIGHT: "分值",
    Family.SCORE: "得分",
    Family.REASON: "原因说明",
    Family.TOTAL: "总分",
    Family.LABEL: "表头和标签",
    Family.PROSE: "正文",
    Family.CLAIMS: "正文里的数",
    Family.LEFT_OVER: "没有用上",
}
_BLOCKS: Final = {
    "project": Family.PROJECT,
    "report_date": Family.PROJECT,
    "funds": Family.FUNDS,
    "goals": Family.GOALS,
    "groups": Family.LEVELS,
    "total": Family.TOTAL,
    "headers": Family.LABEL,
    "sections": Family.PROSE,
    "claims": Family.CLAIMS,
}
_COLUMNS: Final = {family.value: family for family in Family} | {
    "level1": Family.LEVELS,
    "level2": Family.LEVELS,
    "level3": Family.NAME,
    "target_parsed": Family.TARGET,
}
_PATH: Final = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?", re.ASCII)
_FIELDS: Final = {family.value: family.word for family in Family} | {
    "name": "项目名称",
    "department": "主管部门",
    "unit": "单位",
    "year": "年度",
    "label": "名称",
    "initial": "年初预算数",
    "budget": "全年预算数",
    "executed": "全年执行数",
    "rate": "执行率",
    "expected": "预期目标",
    "achieved": "完成情况",
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "grade": "等级",
    "heading": "标题",
    "text": "文字",
    "sub": "其中",
    "target_parsed": "指标值",
}


@dataclass(frozen=True, slots=True)
class Use:
    """One field that a place became: its family, its name in Chinese, and how sure the reading is (0 to 1)."""

    family: Family
    title: str
    confidence: Decimal


def use_of(path: str, confidence: Decimal, form: int = 0) -> Use:
    """What the path of a field says in Chinese: "indicators[2].score" → 第3行指标的得分.

    form: which form of the document, from 1; 0 if there is only one.
    """
    block, ordinal, name = _parts(path)
    family = _COLUMNS.get(name, Family.NAME) if block == "indicators" else _BLOCKS.get(block, Family.LEFT_OVER)
    title = _FIELDS.get(name, family.word) if name or block != "report_date" else "报告日期"
    row = {"indicators": "行指标的", "funds": "行资金的", "goals": "条"}.get(block)
    where = f"第{int(ordinal) + 1}{row}" if ordinal and row else ""
    which = f"第{form}张表：" if form else ""
    return Use(family, f"{which}{where}{title}", confidence)


def _parts(path: str) -> tuple[str, str, str]:
    match = _PATH.match(path)
    return (match[1], match[2] or "", match[3] or "") if match else ("", "", "")
