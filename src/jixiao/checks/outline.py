"""The parts of the official outline that a report has."""

from typing import Final

from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

# The parts, each by words one of which its heading contains.
OUTLINE: Final = (
    ("基本情况", ("基本情况", "项目概况")),
    ("绩效评价工作开展情况", ("工作开展情况", "评价工作情况", "工作情况")),
    ("综合评价情况及评价结论", ("综合评价", "评价结论")),
    ("绩效评价指标分析", ("指标分析",)),
    ("主要经验及做法、存在的问题及原因分析", ("存在的问题", "存在问题", "主要经验")),
    ("有关建议", ("建议",)),
    ("其他需要说明的问题", ("其他需要说明", "其他说明")),
)


def places_of_parts(evaluation: Evaluation) -> list[int | None]:
    """For each part of the outline, which of the headings of the first level is its own; None where none is."""
    headings = [fold(section.title) for section in evaluation.sections if section.level == 1]
    return [
        next((at for at, title in enumerate(headings) if any(word in title for word in words)), None)
        for _, words in OUTLINE
    ]
