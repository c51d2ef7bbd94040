"""Problems and the advice that follows from them: rows that lost points, rows that nobody can decide, findings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.evaluation.evaluated import Evaluated, Row
from jixiao.evaluation.story.blocks import Block, Paragraph
from jixiao.evaluation.words import Words, plain, resolve
from jixiao.model.finding import Finding, Outcome, Severity
from jixiao.model.terms import Level1, Level2, Origin


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and what to do about it."""

    title: str
    words: Words
    advice: str


def problems_of(evaluated: Evaluated, findings: Sequence[Finding], remedies: Mapping[str, str]) -> list[Problem]:
    """The problems of an evaluation: first by rows, then what the checks found beyond them."""
    found = [one for row in evaluated.rows if (one := _of_row(row, evaluated)) is not None]
    told = {row.path for row in evaluated.rows if row.lost}
    for finding in findings:
        grave = finding.severity is not Severity.HINT and finding.outcome is Outcome.FAIL
        if grave and finding.subject not in told:
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
    """A numbered paragraph for each piece of advice; what several problems ask for is said once."""
    wanted: dict[str, list[int]] = {}
    for number, problem in enumerate(problems, 1):
        wanted.setdefault(problem.advice, []).append(number)
    if not wanted:
        yield Paragraph(plain("没有发现需要改进的问题，暂无建议。"))
    else:
        yield Paragraph(plain("针对上述问题，建议如下。"))
    for number, (text, of) in enumerate(wanted.items(), 1):
        where = "、".join(str(one) for one in of)
        yield Paragraph(plain(f"{number}.{text.rstrip('。')}（对应问题{where}）。"))


def _of_row(row: Row, evaluated: Evaluated) -> Problem | None:
    if not row.lost:
        return None
    name = f"indicator.{row.plan.id}"
    if row.points.origin is Origin.BLANK:
        said = f"“{row.plan.level3}”无法判断得分：{row.points.why.rstrip('。')}，{{fact:{name}.weight}}没有着落。"
    else:
        said = (
            f"“{row.plan.level3}”没有得满分：指标值{{fact:{name}.target}}，实际完成值{{fact:{name}.actual}}，"
            f"得{{fact:{name}.score}}（分值{{fact:{name}.weight}}）。"
        )
    reason = row.plan.reason or (row.plan.judged.reason if row.plan.judged else "")
    said += f"原因：{reason.rstrip('。')}。" if reason else "原因未写明。"
    if row.measurement is not None and row.measurement.notes:
        notes = "".join(
            f"{{fact:measure.{row.measurement.id}.note.{n + 1}}}" for n in range(len(row.measurement.notes))
        )
        said += f"具体情况：{notes}"
    return Problem(row.plan.level3, resolve(said, evaluated.facts), _advice(row))


def _advice(row: Row) -> str:
    name = f"“{row.plan.level3}”"
    if row.points.origin is Origin.BLANK:
        if row.plan.level1 is Level1.SATISFACTION or row.plan.level2 is Level2.SATISFACTION:
            return f"就{name}开展满意度调查，记录时间、对象、发放与有效收回份数，留存问卷和汇总表"
        return f"补齐{name}的记录，或者在目标中写明判定口径（例如何为故障），使实际完成值可以判断"
    if row.points.origin is Origin.JUDGED:
        return f"针对评定{name}时指出的不足列出整改事项、责任人和期限，下一年度改用可以计量的指标值"
    if row.plan.level2 is Level2.TIMELINESS or row.plan.level2 is Level2.SUSTAINABLE:
        return f"为{name}排出时间表，到期前提醒责任人，逾期的逐份说明原因"
    return f"对{name}未达目标的部分逐项查明原因，定出下一年度的改进措施和指标值"
