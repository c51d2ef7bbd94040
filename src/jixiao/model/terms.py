"""The closed vocabularies of the field. Printed text stands beside them; docs/glossary.md has the English names."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeVar

_T = TypeVar("_T")


class Op(StrEnum):
    """How a target or an actual value is to be read."""

    AT_LEAST = ">="
    MORE = ">"
    EQUAL = "="
    AT_MOST = "<="
    LESS = "<"
    BETWEEN = "between"
    BEFORE = "before"
    NONE = "none"  # a bare number: no operator was printed
    TEXT = "text"
    UNREAD = "unread"


class Kind(StrEnum):
    """Kinds of document."""

    TARGET = "target"
    SELF_EVALUATION = "self-evaluation"
    MONITORING = "monitoring"
    DEPARTMENT = "department"
    REVIEW = "review"
    REPORT = "report"


class FundSource(StrEnum):
    """Rows of the funds block."""

    TOTAL = "total"
    CENTRAL = "central"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    DISTRICT = "district"
    FISCAL = "fiscal"
    CARRYOVER = "carryover"
    DEDICATED = "dedicated"
    UNIT = "unit"
    OTHER = "other"


class Scope(StrEnum):
    """Which period a goal speaks of."""

    OVERALL = "overall"
    STAGE = "stage"
    ANNUAL = "annual"


class Level1(StrEnum):
    """一级指标, the class of an indicator."""

    COST = "成本指标"
    OUTPUT = "产出指标"
    BENEFIT = "效益指标"
    SATISFACTION = "满意度指标"
    OTHER = "其他"


class Level2(StrEnum):
    """二级指标."""

    QUANTITY = "数量指标"
    QUALITY = "质量指标"
    TIMELINESS = "时效指标"
    COST = "成本指标"
    ECONOMIC_COST = "经济成本指标"
    SOCIAL_COST = "社会成本指标"
    ENVIRONMENTAL_COST = "生态环境成本指标"
    ECONOMIC = "经济效益指标"
    SOCIAL = "社会效益指标"
    ECOLOGICAL = "生态效益指标"
    SUSTAINABLE = "可持续影响指标"
    SATISFACTION = "服务对象满意度指标"
    OTHER = "其他"


class Tier(StrEnum):
    """The three options of a qualitative indicator."""

    MET = "达成"
    PARTIAL = "部分达成"
    UNMET = "未达成"


class Origin(StrEnum):
    """Where a row's points come from."""

    COMPUTED = "computed"
    JUDGED = "judged"
    BLANK = "blank"
    WAIVED = "waived"

    @property
    def word(self) -> str:
        """What users read."""
        return {"computed": "计算", "judged": "评分人判断", "blank": "无法判断", "waived": "不适用"}[self.value]


class Grade(StrEnum):
    """评价等级, best first."""

    EXCELLENT = "优"
    GOOD = "良"
    FAIR = "中"
    POOR = "差"


# Words of an actual or target cell that say the row does not apply.
WAIVED: Final = ("不适用", "不涉及")

_LEVEL1: Final = (
    ("满意", Level1.SATISFACTION),
    ("成本", Level1.COST),
    ("产出", Level1.OUTPUT),
    ("效益", Level1.BENEFIT),
    ("效果", Level1.BENEFIT),
)
_LEVEL2: Final = (
    ("满意", Level2.SATISFACTION),
    ("可持续", Level2.SUSTAINABLE),
    ("经济成本", Level2.ECONOMIC_COST),
    ("社会成本", Level2.SOCIAL_COST),
    ("环境成本", Level2.ENVIRONMENTAL_COST),
    ("经济效", Level2.ECONOMIC),
    ("社会效", Level2.SOCIAL),
    ("生态效", Level2.ECOLOGICAL),
    ("环境效", Level2.ECOLOGICAL),
    ("数量", Level2.QUANTITY),
    ("质量", Level2.QUALITY),
    ("时效", Level2.TIMELINESS),
    ("成本", Level2.COST),
)


_IMPLIED: Final = {
    **dict.fromkeys((Level2.QUANTITY, Level2.QUALITY, Level2.TIMELINESS, Level2.COST), Level1.OUTPUT),
    **dict.fromkeys((Level2.ECONOMIC_COST, Level2.SOCIAL_COST, Level2.ENVIRONMENTAL_COST), Level1.COST),
    **dict.fromkeys((Level2.ECONOMIC, Level2.SOCIAL, Level2.ECOLOGICAL, Level2.SUSTAINABLE), Level1.BENEFIT),
    Level2.SATISFACTION: Level1.SATISFACTION,
}


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Text for matching only: NFKC, without any white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


# 未发生 (故障) says that something bad did not happen, 没有未完成事项 that nothing was left undone.
_NOT_DONE: Final = re.compile(
    "(?<!没有)(?<!无)(?<!不存在)(?<!是否)(?:[尚暂还]?未|没有)(?:能|按期|按时|按|全部|如期|及时){0,2}"
    "(?:开展|实施|完成|启动|组织|进行|执行|达成|达到|达标)(?!率|数|事项|的?项目|情况)"
)
_DASHES: Final = frozenset("-—–―─‐‑/／\\")


def says_not_done(text: str) -> bool:
    """Whether an actual value says that the work was not done: 未开展, 尚未完成, 未按期完成."""
    return _NOT_DONE.search(fold(text)) is not None


def is_empty(text: str) -> bool:
    """Whether a cell is blank or holds only dashes, which forms print for "nothing here"."""
    return set(fold(text)) <= _DASHES


def level1_of(text: str | None) -> Level1 | None:
    """The class that a printed 一级指标 means; None where nothing was read."""
    return _first(text, _LEVEL1, Level1.OTHER)


def implied_level1(text: str | None) -> Level1 | None:
    """The 一级指标 that a printed 二级指标 belongs to in the ministry's form; None for one of its own."""
    return _IMPLIED.get(level2_of(text) or Level2.OTHER)


def level2_of(text: str | None) -> Level2 | None:
    """The class that a printed 二级指标 means; None where nothing was read."""
    return _first(text, _LEVEL2, Level2.OTHER)


def _first(text: str | None, words: tuple[tuple[str, _T], ...], otherwise: _T) -> _T | None:
    if text is None:
        return None
    folded = fold(text)
    return next((value for word, value in words if word in folded), otherwise)
