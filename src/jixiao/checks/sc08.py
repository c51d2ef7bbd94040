"""SC08: the completion rates in the text are those of the scores."""

from decimal import Decimal

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.rows import Completion, completions
from jixiao.checks.samples import a_claim, a_report, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import known, step, tidy
from jixiao.scoring.portion import portion


@check("SC08", on=document, at="claims", severity=WARNING, basis=["jx-practice"])
def completion_rate_is_not_that_of_the_scores(d: Evaluation) -> Answer:
    """正文写的完成率与表内得分率不一致

    为什么要查：正文逐类报“完成率”，表内同一类有得分和分值，两处说的是同一件事。
    怎么改：按表内得分重算，或者在正文写明完成率的算法和数据。
    不适用于：正文没有逐类写完成率的文件；正文写的是某一行的实际完成值、或者超过 100% 的。
    """
    stated = list(completions(d))
    if not stated:
        return NOT_APPLICABLE
    faults: list[Fault] = []
    missing: list[str] = []
    for claim in stated:
        cells = [(at, row, name) for at, row in claim.rows for name in ("score", "weight")]
        absent = [f"indicators[{at}].{name}" for at, row, name in cells if known(getattr(row, name)) is None]
        absent.extend(claim.unplaced)
        missing.extend(absent)
        if claim.percent > 100 or _is_an_actual_value(claim):
            continue
        if not absent and (facts := _contradiction(claim)):
            faults.append(Fault(claim.field, claim.place, facts))
    return faults or (Unsure(tuple(missing)) if missing else [])


def _is_an_actual_value(claim: Completion) -> bool:
    """Whether a row of the class has this percentage as its actual value: then the text speaks of that."""
    return any(row.actual_parsed.unit == "%" and row.actual_parsed.low == claim.percent for _, row in claim.rows)


def _contradiction(claim: Completion) -> dict[str, str]:
    """The facts, if the printed percentage cannot be score ÷ weight; nothing is divided to find out."""
    scored = sum((known(row.score) or Decimal(0) for _, row in claim.rows), Decimal(0))
    weight = sum((known(row.weight) or Decimal(0) for _, row in claim.rows), Decimal(0))
    if weight <= 0 or 2 * abs(claim.percent * weight - 100 * scored) <= step(claim.percent) * weight:
        return {}
    return {
        "subject": claim.subject,
        "said": tidy(claim.percent),
        "scored": tidy(scored),
        "weight": tidy(weight),
        "rate": tidy(portion(Decimal(100), scored, weight, 2)),
    }


SAYS = "正文写{subject}完成率 {said}%，表内这一类得 {scored} 分、分值 {weight} 分，得分率 {rate}%。"
late = an_indicator(level2="时效指标", weight=10, score=9)
FIRES = {"九成写成足额": a_report(claims=(a_claim("completion", "100", "%", subject="时效指标"),), indicators=(late,))}
SILENT = {
    "九成": a_report(claims=(a_claim("completion", "90", "%", subject="时效指标"),), indicators=(late,)),
    "三分之一取整": a_report(
        claims=(a_claim("completion", "33", "%", subject="数量指标"),), indicators=(an_indicator(weight=3, score=1),)
    ),
}
APART = {
    "正文没有写": a_report(indicators=(late,)),
    "表内没有这一类": a_report(claims=(a_claim("completion", "90", "%", subject="质量指标"),), indicators=(late,)),
}
UNSURE = {
    "得分没读出来": a_report(
        claims=(a_claim("completion", "90", "%", subject="时效指标"),),
        indicators=(an_indicator(level2="时效指标", score=None),),
    )
}
