"""其他需要说明的问题: how the figures are known, what they leave open, what was left aside."""

from collections.abc import Iterator
from typing import Final

from jixiao.evaluation.evaluated import Evaluated, Row
from jixiao.evaluation.notes import grades_in, points_in
from jixiao.evaluation.story.blocks import Block, Paragraph
from jixiao.evaluation.story.problems import tells_notes
from jixiao.evaluation.words import plain, resolve
from jixiao.model.evaluation import Quantity
from jixiao.model.measurement import Measurement
from jixiao.model.terms import Op

# What else was measured than the indicators, in the words of a report.
_RECORDS: Final = {"contracts": "合同", "payments": "支付", "execution": "支付"}


def blocks(evaluated: Evaluated) -> Iterator[Block]:
    """The limits of this evaluation."""
    for head, counts in (("实际完成值的依据", grades_in(evaluated)), ("得分的来历", points_in(evaluated))):
        yield Paragraph(resolve(f"{head}：{counts}。", evaluated.facts))
    partly = [row for row in evaluated.rows if row.measurement and row.measurement.value is not None]
    for sentence in _limits([row for row in partly if row.measurement and row.measurement.coverage < 1]):
        yield Paragraph(plain(sentence))
    told = {note for row in evaluated.rows if row.measurement and tells_notes(row) for note in row.measurement.notes}
    for one in evaluated.measurements.values():
        left = [number for number, note in enumerate(one.notes, 1) if note not in told]
        told.update(one.notes)
        if left:
            words = "".join(f"{{fact:measure.{one.id}.note.{number}}}" for number in left)
            yield Paragraph(resolve(f"{_head(one, evaluated)}：{words}", evaluated.facts))
    if any(source.used < source.total for one in evaluated.measurements.values() for source in one.sources):
        yield Paragraph(plain("佐证记录中没有采用的行、没有采用的原因，逐个文件列在附件1。"))
    if any(not entry.evidence.confirmed for entry in evaluated.law.entries.values()):
        yield Paragraph(plain("计分所依据的部分规定未见原文，条款待核；各项数值的来源和核实程度见所用软件的规定清单。"))


def _limits(rows: list[Row]) -> Iterator[str]:
    """Values that rest on part of the time or of the people, and those that could miss the target for it."""
    names = "".join(f"“{row.plan.level3}”" for row in rows)
    if names:
        yield f"{names}的记录没有覆盖评价期间的全部时间或全部对象，数值按有记录的部分计算，没有记录的部分不作推断。"
    open_ = [row for row in rows if row.measurement and _may_miss(row.measurement, row.plan.target_parsed)]
    names = "".join(f"“{row.plan.level3}”" for row in open_)
    if names:
        yield f"其中{names}按最不利的情形计达不到指标值，是否达标取决于没有记录的部分。"


def _may_miss(one: Measurement, target: Quantity) -> bool:
    """Whether the value meets the target and the worse of its bounds does not."""
    if one.value is None or one.low is None or one.high is None or target.low is None:
        return False
    if target.op in (Op.AT_LEAST, Op.MORE):
        return one.low < target.low <= one.value
    return target.op in (Op.AT_MOST, Op.LESS) and one.value <= target.low < one.high


def _head(one: Measurement, evaluated: Evaluated) -> str:
    if one.id in _RECORDS:
        return f"另据{_RECORDS[one.id]}记录"
    return f"“{evaluated.title_of(one)}”的统计口径"
