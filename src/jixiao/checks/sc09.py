"""SC09: the total in the text is the total of the table."""

from jixiao.checks.base import ERROR, NOT_APPLICABLE, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import a_claim, a_report
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import contradicts, known, tidy


@check("SC09", on=document, at="claims", severity=ERROR, basis=["jx-practice"])
def total_in_text_differs_from_table(d: Evaluation) -> Answer:
    """正文写的总分与表内总分不一致

    为什么要查：同一份文件只能有一个总分。
    怎么改：先按各行得分重算总分，再把正文和表格改成一样。
    不适用于：正文没有写总分，或者表内没有总分的文件。
    """
    claims = [(n, claim, claim.value) for n, claim in enumerate(d.claims) if claim.about == "total" and claim.value]
    if not claims or d.total.score == "":
        return NOT_APPLICABLE
    total = known(d.total.score)
    if total is None:
        return Unsure(("total.score",))
    return [
        Fault(f"claims[{n}]", claim.place, {"said": tidy(value), "printed": tidy(total)}, rests=("total.score",))
        for n, claim, value in claims
        if contradicts(value, total)
    ]


SAYS = "正文写总分 {said} 分，表内总分是 {printed} 分。"
FIRES = {"差一分": a_report(claims=(a_claim("total", "97", "分"),), total=96)}
SILENT = {"一致": a_report(claims=(a_claim("total", "96", "分"),), total="96.00")}
APART = {"正文没有写": a_report(total=96), "表内没有": a_report(claims=(a_claim("total", "96", "分"),), total="")}
UNSURE = {"表内没读出来": a_report(claims=(a_claim("total", "96", "分"),), total=None)}
