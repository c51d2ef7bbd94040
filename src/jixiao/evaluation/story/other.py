"""其他需要说明的问题: how the figures are known, what they leave open, what was left aside."""

from collections.abc import Iterator

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story.blocks import Block, Paragraph
from jixiao.evaluation.words import plain, resolve
from jixiao.model.measurement import Measurement


def blocks(evaluated: Evaluated) -> Iterator[Block]:
    """The limits of this evaluation."""
    facts = evaluated.facts
    yield Paragraph(
        resolve(
            "实际完成值的依据：实测{fact:count.measured}，有据{fact:count.documented}，自述{fact:count.stated}。"
            "得分的来历：按公式计分{fact:count.computed}，由人评定{fact:count.judged}，无法判断{fact:count.blank}。",
            facts,
        )
    )
    told = {note for row in evaluated.rows if row.lost and row.measurement for note in row.measurement.notes}
    for one in evaluated.measurements.values():
        for sentence in _limits(one, evaluated.title_of(one)):
            yield Paragraph(resolve(sentence, facts))
        left = [number for number, note in enumerate(one.notes, 1) if note not in told]
        told.update(one.notes)
        if left:
            words = "".join(f"{{fact:measure.{one.id}.note.{number}}}" for number in left)
            yield Paragraph(resolve(f"{evaluated.title_of(one)}的口径：{words}", facts))
    if any(not entry.evidence.confirmed for entry in evaluated.law.entries.values()):
        yield Paragraph(plain("计分所依据的部分规定未见原文，条款待核，各项数值及核实程度见本软件的规定清单。"))


def _limits(one: Measurement, title: str) -> Iterator[str]:
    name = f"measure.{one.id}"
    if one.value is None:
        yield f"{title}没有得出数值：{one.why_blank.rstrip('。')}。"
    elif one.coverage < 1:
        yield (
            f"{title}的数据覆盖{{fact:{name}.coverage}}，数值{{fact:{name}}}按已知部分计算，"
            f"真值在{{fact:{name}.low}}与{{fact:{name}.high}}之间。"
        )
