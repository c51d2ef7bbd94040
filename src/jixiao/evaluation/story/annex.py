"""Attachments: the evidence behind every figure, and the tables that methods rest on."""

from collections.abc import Mapping, Sequence
from typing import Final

from jixiao.evaluation.analyses import cell
from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story.blocks import Block, Table
from jixiao.evaluation.words import Words, figure, plain, text_of
from jixiao.measures.analysis import AnalysisTable
from jixiao.model.measurement import Fact, Measurement

# A table is 960 wide; the least share of a column of names, and its share where there is room.
_WIDTH: Final = 960
_NARROW: Final = 100
_LABEL: Final = 240
# The shares that a digit of a cell and the space around a number take.
_DIGIT: Final = 11
_AROUND: Final = 12
_UNDECIDED: Final = "无法判断"
_RUNS: Final = 8  # runs of rows named beside a figure; evaluation.json has all


def annexes(evaluated: Evaluated) -> list[tuple[str, tuple[Block, ...]]]:
    """Titles and contents, evidence first."""
    found = [("佐证材料清单", evidence_of(evaluated))]
    return found + [(one.title, _analysis(one)) for one in evaluated.analyses]


def anchors(evaluated: Evaluated) -> Mapping[str, str]:
    """Id of a fact → the anchor of its evidence: the row of a measurement, or of what the folder states."""
    measured = {name: f"evidence_{number}" for number, name in enumerate(evaluated.measurements, 1)}
    found = {fact.id: measured[fact.measurement] for fact in evaluated.facts.values() if fact.measurement in measured}
    return found | {fact.id: f"stated_{number}" for number, fact in enumerate(_stated_facts(evaluated), 1)}


def _stated_facts(evaluated: Evaluated) -> list[Fact]:
    """What stands in the folder as it is printed."""
    stated = (fact for fact in evaluated.facts.values() if fact.origin and not fact.measurement)
    return [fact for fact in stated if fact.value != 0 and fact.shown not in ("", _UNDECIDED)]


def evidence_of(evaluated: Evaluated) -> tuple[Table, ...]:
    """What was measured, the files, the documents, and what the folder states."""
    measured = (_measured(evaluated),) if evaluated.measurements else ()
    documents = (_documents(evaluated),) if evaluated.dossier.documents else ()
    return (*measured, _files(evaluated), *documents, _stated(evaluated))


def _measured(evaluated: Evaluated) -> Table:
    names = anchors(evaluated)
    rows, marks = [], {}
    for at, one in enumerate(evaluated.measurements.values()):
        marks[at] = names.get(f"measure.{one.id}", "")
        rows.append(
            (
                plain(evaluated.title_of(one)),
                figure(evaluated.facts, f"measure.{one.id}"),
                plain("—" if one.value is None else one.grade.value),
                plain(one.why_blank) or figure(evaluated.facts, f"measure.{one.id}.formula"),
                plain(_rows(one) or "—"),
            )
        )
    header = ("事项", "数值", "等级", "算法", "文件与行")
    return Table("由记录计算的数", header, tuple(rows), "lrcll", (130, 168, 50, 212, 400), marks)


def _rows(one: Measurement) -> str:
    """Which rows of which files: used, left out and why, and those that decide the value."""
    parts = []
    for source in one.sources:
        text = f"{source.file}：共{source.total}行，采用{source.used}行"
        left = "、".join(f"{reason}{count}行" for reason, count in source.left_out.items() if count)
        text += f"，未采用：{left}" if left else ""
        if source.numbers:
            runs = _runs(source.numbers)
            more = f"等{len(source.numbers)}行" if len(runs) > _RUNS else ""
            text += f"；起决定作用的：{'、'.join(runs[:_RUNS])}{more}"
        parts.append(text)
    return "\n".join((*parts, *one.remarks))


def _runs(numbers: Sequence[int]) -> list[str]:
    """Rows that follow one another are named together: 第2至13行. Each has its words: lines break between them."""
    starts = [at for at, number in enumerate(numbers) if not at or number != numbers[at - 1] + 1]
    runs = [numbers[start:end] for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True)]
    return [f"第{run[0]}行" if len(run) == 1 else f"第{run[0]}至{run[-1]}行" for run in runs]


def _files(evaluated: Evaluated) -> Table:
    hashes = dict(evaluated.dossier.files)
    for one in evaluated.measurements.values():
        hashes |= {source.file: source.sha256 for source in one.sources}
    rows = tuple((plain(file), plain(hashes[file])) for file in sorted(hashes))
    return Table("佐证文件及其校验值（SHA-256）", ("文件", "校验值"), rows, "ll", (280, 680))


def _documents(evaluated: Evaluated) -> Table:
    rows = tuple(
        (
            plain(one.title),
            plain(one.file + (f" 第{one.page}页" if one.page else "")),
            plain(f"{one.day:%Y-%m-%d}" if one.day else "—"),
            plain(one.issuer or "—"),
            plain("有" if one.sealed else "无"),
        )
        for one in evaluated.dossier.documents
    )
    return Table(
        "作为依据的文件", ("名称", "文件", "日期", "出具单位", "盖章"), rows, "llclc", (300, 270, 110, 200, 70)
    )


def _stated(evaluated: Evaluated) -> Table:
    """What the folder states: funds, fees, targets and weights, with where it stands there."""
    facts = _stated_facts(evaluated)
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (
            plain(fact.title),
            figure(evaluated.facts, fact.id),
            plain(fact.grade.value),
            plain(fact.origin),
        )
        for fact in facts
    )
    names = anchors(evaluated)
    marks = {at: names[fact.id] for at, fact in enumerate(facts)}
    header = ("事项", "数值", "证据等级", "出处")
    return Table("项目资料填列的数", header, rows, "lrcl", (360, 210, 100, 280), marks)


def _analysis(one: AnalysisTable) -> tuple[Block, ...]:
    money = all(figure.unit == "元" for _, figure in one.figures)
    lines = (*one.lines, *((one.total,) if one.total else ()))
    rows = tuple((plain(line.label), *(cell(figure, money=money) for figure in line.figures)) for line in lines)
    title = f"{one.title}（单位：万元）" if money else one.title
    return (Table(title, one.header, rows, "l" + "r" * (len(one.header) - 1), _widths(rows)),)


def _widths(rows: tuple[tuple[Words, ...], ...]) -> tuple[int, ...]:
    """The names first, then columns that no number is too long for while the names have their least share."""
    needs = [
        _DIGIT * max(len(text_of(one)) for one in column) + _AROUND for column in list(zip(*rows, strict=True))[1:]
    ]
    label = min(_LABEL, max(_NARROW, _WIDTH - sum(needs)))
    return (label, *((_WIDTH - label) * need // sum(needs) for need in needs))
