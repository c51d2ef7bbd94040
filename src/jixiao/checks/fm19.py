"""FM19: full-width digits."""

import re
from collections.abc import Sequence
from typing import Final

from jixiao.checks.base import HINT, Answer, Edit, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding

_WIDE: Final = re.compile("[０-９](?:[０-９．，]*[０-９])?[％]?")
_NARROW: Final = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")


@check("FM19", on=document, at="sections", severity=HINT, basis=["jx-practice"])
def full_width_digits(d: Evaluation) -> Answer:
    """数字用了全角

    为什么要查：全角数字查找不到、算不了，排出来也宽窄不一，多半是输入法没有切换。
    怎么改：改成半角数字。
    """
    faults = []
    for field, place, text in passages(d):
        match = _WIDE.search(text)
        if match:
            facts = {"text": match[0], "right": match[0].translate(_NARROW)}
            faults.append(Fault(field, within(place, match.start(), match.end()), facts))
    return faults


def _narrowed(d: Evaluation, finding: Finding) -> Sequence[Edit]:
    """All digits of the passage become half-width."""
    return [
        Edit(field, place, text, _WIDE.sub(lambda match: match[0].translate(_NARROW), text))
        for field, place, text in passages(d)
        if field == finding.field and place is not None
    ]


SAYS = "“{text}”是全角数字，应写成“{right}”。"
REPAIR = _narrowed
FIRES = {"正文": a_report(a_section("一、", "基本情况", "共运维８５０路。"))}
SILENT = {"半角": a_report(a_section("一、", "基本情况", "共运维850路，其中㎡、①不是数字。"))}
