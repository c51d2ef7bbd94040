"""IN20: a target that anything meets."""

import re
from typing import Final

from jixiao.checks.base import HINT, Answer, Fault, check, document
from jixiao.checks.rows import judged, unread
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

# Words that name no state one could miss; a target made of nothing else cannot be missed.
_VAGUE: Final = re.compile(
    r"(?!(?:目标|标准|要求|水平|效果|影响|预期)+$)(?:达到|达成|实现|符合|满足|取得|保持|维持|得到|进一步|不断|持续|逐步|逐年|有所|有效|明显|显著|较|大幅|大大|全面|切实|稳步|良好|较好|很好"
    r"|好|正常|合理|加强|提升|提高|增强|改善|优化|促进|推动|推进|保障|完善|扩大|增加|减少|降低|规范|稳定|要求|效果|标准|目标|预期|水平|作用|成效|影响"
    r"|长期|中长期|可持续|的|了|，|、|。)+"
)


@check("IN20", on=document, at="indicators", severity=HINT, basis=["fiscal-software"])
def target_of_empty_words(d: Evaluation) -> Answer:
    """指标值是“达到要求”“明显提升”一类的空话

    为什么要查：怎么做都算“达到要求”，这样的指标值不会有完不成的时候，也没有办法评分。
    怎么改：写成能数、能查的状态：数量、比率、日期、事件次数，或者写明好、中、差各是什么样。
    不适用于：满意度（另行核对）；有数的指标值；写明状态的定性指标值（例如“未发生系统故障”）。
    """
    faults = [
        Fault(f"indicators[{n}].target", facts={"level3": row.level3 or "", "target": row.target or ""})
        for n, row in enumerate(d.indicators)
        if not row.is_satisfaction and len(fold(row.target or "")) > 1 and _VAGUE.fullmatch(fold(row.target or ""))
    ]
    return judged(faults, unread(d, "level1", "level2", "target"))


SAYS = "“{level3}”的指标值是“{target}”，怎么做都算达到。"
FIRES = {
    "达到要求": an_evaluation(an_indicator(target="达到要求")),
    "持续提升": an_evaluation(an_indicator(target="持续提升")),
}
SILENT = {"写明状态": an_evaluation(an_indicator(target="未发生系统故障")), "有数": an_evaluation(an_indicator())}
UNSURE = {"指标值没读出来": an_evaluation(an_indicator(target=None))}
