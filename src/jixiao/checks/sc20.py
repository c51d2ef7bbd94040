"""SC20: the printed scores add up to the printed total, in forms that print no weights."""

from decimal import Decimal

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import COLUMNS, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import known, plain


@check("SC20", on=document, at="total", severity=WARNING, basis=["fiscal-software"], weighty=True)
def scores_without_weights_do_not_add_up(d: Evaluation) -> Answer:
    """没有分值栏的表，各行得分相加不等于总分

    为什么要查：总分是各行得分（含预算执行）之和；没有印分值，看不出有没有漏行，所以请对照原表。
    怎么改：核对每一行的得分，再改总分；等级按改后的总分重定。
    不适用于：印了分值的表（见 SC01）；没有得分栏、没有填总分的表；可能没有读全的表。
    """
    if "score" not in d.columns or "weight" in d.columns or not d.is_whole or d.total.score == "":
        return NOT_APPLICABLE
    scores = {f"indicators[{at}].score": row.score for at, row in enumerate(d.indicators)}
    if d.fund_total:
        scores[f"funds[{d.funds.index(d.fund_total)}].score"] = d.fund_total.score
    missing = [path for path, score in ({"total.score": d.total.score} | scores).items() if score is None]
    if missing:
        return Unsure(tuple(missing))
    everything = sum((known(score) or Decimal(0) for score in scores.values()), Decimal(0))
    printed = known(d.total.score) or Decimal(0)
    if everything == printed:
        return []
    return [Fault("total.score", d.place("total.score"), {"everything": plain(everything), "total": plain(printed)})]


SAYS = "各行得分（连同预算执行）相加 {everything} 分，总分印的是 {total} 分。"

_COLUMNS = tuple(name for name in COLUMNS if name != "weight")


def _form(*scores: int | str | None, total: int | str | None = "") -> Evaluation:
    rows = (an_indicator(weight=None, score=score) for score in scores)
    return an_evaluation(*rows, total=total, columns=_COLUMNS, funds={"weight": "", "score": "18.5"})


FIRES = {"少加两分": _form(40, "33.5", total=94), "多加两分": _form(40, "33.5", total=90)}
SILENT = {"相加相等": _form(40, "33.5", total=92)}
APART = {
    "印了分值": an_evaluation(an_indicator(weight=90, score=80), total=80),
    "没有填总分": _form(40, "33.5"),
}
UNSURE = {"一行得分没读出来": _form(40, None, total=92), "总分没读出来": _form(40, total=None)}
