"""A whole form: every row, their sum, what the sum leaves open."""

from dataclasses import dataclass
from decimal import Decimal

from jixiao.law.snapshot import Law
from jixiao.model.evaluation import Evaluation, FundLine
from jixiao.model.number import Number, known, tidy
from jixiao.model.terms import Grade
from jixiao.scoring.execution import score_execution
from jixiao.scoring.grade import grade_range, rescales
from jixiao.scoring.light import Light, light_of
from jixiao.scoring.points import Points, Undecided
from jixiao.scoring.portion import portion
from jixiao.scoring.rows import score_indicator
from jixiao.scoring.tally import Tally, tally


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """One scored row.

    path: where it stands in the evaluation ("indicators[3]"). printed: the score that the form prints.
    """

    path: str
    label: str
    printed: Number
    points: Points


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The points of a form, execution first.

    earned, undecided, full, unweighted: see `Tally`. printed_sum: the printed scores added up; None if the score of a
    row with weight is blank or unread. rescaled: `earned` on the scale of full marks, where the law rescales forms with
    waived rows. grade: None where undecided rows leave more than one possible, or where none can be given.
    grade_range: the worst and the best possible. grade_reason: why there is none. light: None where undecided rows
    leave it open.
    """

    rows: tuple[ScoredRow, ...]
    earned: Decimal
    undecided: Decimal
    full: Decimal
    unweighted: int
    printed_sum: Decimal | None
    printed_total: Number
    rescaled: Decimal | None
    grade: Grade | None
    grade_range: tuple[Grade, Grade] | None
    grade_reason: str
    light: Light | None

    def grade_text(self) -> str:
        """优; or the worst and the best that are possible, 良至优; or why there is none."""
        if self.grade is not None:
            return self.grade.value
        return "至".join(self.grade_range) if self.grade_range is not None else self.grade_reason

    def total_text(self) -> str:
        """The total in words: 已得 87 分，另 10 分无法判断."""
        if not self.rows:
            return "没有可以计分的指标"
        if not self.undecided and not self.unweighted:
            text = f"{tidy(self.earned)} 分"
        else:
            text = f"已得 {tidy(self.earned)} 分"
            text += f"，另 {tidy(self.undecided)} 分无法判断" if self.undecided else ""
            text += f"，还有 {self.unweighted} 行没有读到分值" if self.unweighted else ""
        if self.rescaled is not None:
            text += f"（有指标不适用，满分 {tidy(self.full)} 分，折算为 {tidy(self.rescaled)} 分）"
        return text


def score(evaluation: Evaluation, law: Law) -> Scorecard:
    """Score every row of a form under the law.

    The execution row stands first where the form prints its weight, or where the weights of its indicators leave room
    for it below the law's full marks.
    """
    indicators = tuple(
        ScoredRow(f"indicators[{n}]", item.level3 or f"第 {n + 1} 项指标", item.score, score_indicator(item, law))
        for n, item in enumerate(evaluation.indicators)
    )
    sums = tally(row.points for row in indicators)
    line = evaluation.fund_total
    execution = _execution_row(evaluation, law) if _has_execution(line, sums, law) else None
    light = light_of(sums, execution.points, line, law) if execution and line else None
    rows = (execution, *indicators) if execution else indicators
    sums = tally(row.points for row in rows)
    try:
        grades, reason = grade_range(sums, law), ""
    except Undecided as blank:
        grades, reason = None, blank.why
    return Scorecard(
        rows=rows,
        earned=sums.earned,
        undecided=sums.undecided,
        full=sums.full,
        unweighted=sums.unweighted,
        printed_sum=_printed_sum(evaluation, with_execution=execution is not None),
        printed_total=evaluation.total.score,
        rescaled=_rescaled(sums, law),
        grade=grades[0] if grades and grades[0] is grades[1] else None,
        grade_range=grades,
        grade_reason=reason,
        light=light,
    )


def _has_execution(line: FundLine | None, indicators: Tally, law: Law) -> bool:
    if line and known(line.weight) is not None:
        return True
    total, carried = law.number("score.total"), indicators.full + indicators.waived
    return total is not None and carried < total and (line is not None or carried > 0)


def _execution_row(evaluation: Evaluation, law: Law) -> ScoredRow:
    line = evaluation.fund_total
    path = f"funds[{evaluation.funds.index(line)}]" if line else "funds"
    return ScoredRow(path, "预算执行率", line.score if line else None, score_execution(line, law))


def _printed_sum(evaluation: Evaluation, *, with_execution: bool) -> Decimal | None:
    """The printed scores added up; a blank score counts as nothing only where the weight is blank or 0 as well."""
    line = evaluation.fund_total
    printed = [(item.weight, item.score) for item in evaluation.indicators]
    if with_execution:
        printed.append((line.weight, line.score) if line else (None, None))
    scores = [score for weight, score in printed if score != "" or weight not in ("", 0)]
    numbers = [score for score in scores if isinstance(score, Decimal)]
    return sum(numbers, Decimal(0)) if scores and len(numbers) == len(scores) else None


def _rescaled(sums: Tally, law: Law) -> Decimal | None:
    total, places = law.number("score.total"), law.number("score.places")
    if total is None or places is None or not rescales(sums, law):
        return None
    return portion(total, sums.earned, sums.full, int(places))
