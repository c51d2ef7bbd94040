"""SC14: a completion rate in the text for something that the table says was not done."""

from jixiao.checks.base import ERROR, NOT_APPLICABLE, Answer, Fault, Unsure, check, document
from jixiao.checks.rows import completions
from jixiao.checks.samples import a_claim, a_report, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import tidy
from jixiao.model.terms import says_not_done


@check("SC14", on=document, at="claims", severity=ERROR, basis=["jx-practice"])
def completion_rate_for_what_was_not_done(d: Evaluation) -> Answer:
    """正文报了完成率，表内写的却是没有开展

    为什么要查：没有开展就没有完成率；正文与表格互相矛盾，至少一处不实。
    怎么改：正文如实写没有开展及原因；实际开展了的，把表内完成值改成真实数据并附佐证。
    不适用于：正文没有逐类写完成率的文件。
    """
    stated = [claim for claim in completions(d) if claim.percent]
    if not stated:
        return NOT_APPLICABLE
    faults: list[Fault] = []
    missing: list[str] = []
    for claim in stated:
        missing.extend(claim.unplaced)
        for at, row in claim.rows:
            if row.actual is None:
                missing.append(f"indicators[{at}].actual")
            elif says_not_done(row.actual):
                facts = {
                    "subject": claim.subject,
                    "said": tidy(claim.percent),
                    "level3": row.level3 or "",
                    "actual": row.actual,
                }
                faults.append(Fault(claim.field, claim.place, facts, rests=(f"indicators[{at}].actual",)))
    return faults or (Unsure(tuple(missing)) if missing else [])


SAYS = "正文写{subject}完成率 {said}%，表内“{level3}”的实际完成值是“{actual}”。"
unheld = an_indicator(level1="满意度指标", level2="服务对象满意度指标", level3="群众满意度", actual="未开展")
claim = a_claim("completion", "100", "%", subject="服务对象满意度指标")
FIRES = {"没有调查报足额": a_report(claims=(claim,), indicators=(unheld,))}
SILENT = {
    "做了": a_report(claims=(a_claim("completion", "100", "%", subject="数量指标"),), indicators=(an_indicator(),))
}
APART = {"正文没有写": a_report(indicators=(unheld,))}
UNSURE = {
    "完成值没读出来": a_report(
        claims=(a_claim("completion", "100", "%", subject="数量指标"),), indicators=(an_indicator(actual=None),)
    )
}
