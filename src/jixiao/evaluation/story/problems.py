"""Problems and the advice that follows from them: rows that lost points, rows that nobody can decide, findings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.evaluation.evaluated import Evaluated, Row
from jixiao.evaluation.story.blocks import Block, Paragraph
from jixiao.evaluation.story.results import BY_MONTH, against, month
from jixiao.evaluation.words import Words, plain, resolve
from jixiao.measures.take import method_of
from jixiao.model.finding import Finding, Outcome, Severity
from jixiao.model.number import plain as digits
from jixiao.model.terms import Level1, Level2, Op, Origin

_NAME: Final = "{name}"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and what to do about it. In the advice {name} stands for the indicators that it is about."""

    title: str
    words: Words
    advice: str


def problems_of(evaluated: Evaluated, findings: Sequence[Finding], remedies: Mapping[str, str]) -> list[Problem]:
    """The problems of an evaluation: first by rows, then what the checks found beyond them."""
    found = [one for row in evaluated.rows if (one := _of_row(row, evaluated)) is not None]
    told = {row.path for row in evaluated.rows if row.lost}
    for finding in findings:
        grave = finding.severity is not Severity.HINT and finding.outcome is Outcome.FAIL
        about = finding.subject or finding.field.partition(".")[0]
        if grave and about not in told:
            found.append(Problem(finding.label, plain(finding.message), remedies[finding.code]))
    return found


def blocks(problems: Sequence[Problem]) -> Iterator[Block]:
    """A numbered paragraph for each problem."""
    if not problems:
        yield Paragraph(plain("各项指标均达到目标，对表内各数的检查没有发现问题。"))
    else:
        yield Paragraph(plain("从得分和检查结果看，存在以下问题。"))
    for number, problem in enumerate(problems, 1):
        yield Paragraph((*plain(f"{number}."), *problem.words))


def advice(problems: Sequence[Problem]) -> Iterator[Block]:
    """A numbered paragraph for each piece of advice; what several problems ask for is said once, with their names."""
    wanted: dict[str, list[int]] = {}
    for number, problem in enumerate(problems, 1):
        wanted.setdefault(problem.advice, []).append(number)
    if not wanted:
        yield Paragraph(plain("没有发现需要改进的问题，暂无建议。"))
    else:
        yield Paragraph(plain("针对上述问题，建议如下。"))
    for number, (text, of) in enumerate(wanted.items(), 1):
        where = "、".join(str(one) for one in of)
        names = "".join(f"“{problems[one - 1].title}”" for one in of)
        yield Paragraph(plain(f"{number}.{text.rstrip('。').replace(_NAME, names)}（对应问题{where}）。"))


def _of_row(row: Row, evaluated: Evaluated) -> Problem | None:
    if not row.lost:
        return None
    name = f"indicator.{row.plan.id}"
    if row.points.origin is Origin.BLANK:
        said = f"“{row.plan.level3}”无法判断得分：{row.points.why.rstrip('。')}，分值{{fact:{name}.weight}}待定。"
    else:
        said = f"“{row.plan.level3}”没有得满分：{against(row)}，得{{fact:{name}.score}}（分值{{fact:{name}.weight}}）。"
    reason = row.plan.reason or (row.plan.judged.reason if row.plan.judged else "")
    said += f"原因：{reason.rstrip('。')}。" if reason else "原因未写明。"
    return Problem(row.plan.level3, resolve(said + _cases(row), evaluated.facts), _advice(row))


def tells_notes(row: Row) -> bool:
    """Whether the problem of a row names what its measurement notes; of a rate by month it names the months instead."""
    one = row.measurement
    return row.lost and one is not None and not (one.unit == "%" and BY_MONTH in one.series)


def _cases(row: Row) -> str:
    """Who or what missed the target."""
    one, target = row.measurement, row.plan.target_parsed
    if one is None:
        return ""
    if tells_notes(row):
        notes = "".join(f"{{fact:measure.{one.id}.note.{number}}}" for number in range(1, len(one.notes) + 1))
        return f"具体情况：{notes}" if notes else ""
    if target.op not in (Op.AT_LEAST, Op.MORE) or target.low is None:
        return ""
    known = [(month(label), value) for label, value in one.series[BY_MONTH] if value is not None]
    told = "、".join(f"{label}{digits(value)}{one.unit}" for label, value in known if value < target.low)
    return f"低于指标值的月份：{told}。" if told else ""


def _advice(row: Row) -> str:
    if row.points.origin is Origin.BLANK:
        if row.plan.level1 is Level1.SATISFACTION or row.plan.level2 is Level2.SATISFACTION:
            return f"就{_NAME}开展满意度调查，记录时间、对象、发放与有效收回份数，留存问卷和汇总表"
        if row.measurement is None and row.actual and row.plan.judged is None:
            return f"由评价工作组依据材料给{_NAME}评分，在规定的档次内打分，写明评分人、日期和理由"
        return f"补齐{_NAME}的记录，或者在目标中写明判定口径（例如何为故障），使实际完成值可以判断"
    if row.points.origin is Origin.JUDGED:
        return f"针对评定{_NAME}时指出的不足列出整改事项、责任人和期限，下一年度改用可以计量的指标值"
    special = method_of(row.plan.measure).advice if row.plan.measure else ""
    return special or f"对{_NAME}未达目标的部分逐项查明原因，定出下一年度的改进措施和指标值"
