"""资金投入和使用情况: amounts, cuts, payments by quarter and by line of the budget."""

from collections.abc import Iterator

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story.blocks import Block, Chart, Paragraph, Table
from jixiao.evaluation.words import number, plain, resolve

_QUARTERS = ("一季度", "二季度", "三季度", "四季度")


def blocks(evaluated: Evaluated) -> Iterator[Block]:
    """The sentences, the table of fees and the chart of payments."""
    for sentence in _sentences(evaluated):
        yield Paragraph(resolve(sentence, evaluated.facts))
    if evaluated.dossier.fees:
        yield _fees(evaluated)
    if evaluated.facts["payment.count"].value:
        values = tuple(evaluated.facts[f"payment.q{n}"].value for n in (1, 2, 3, 4))
        yield Chart("各季度支付情况", "columns", _QUARTERS, "支付", values, "万元")


def _sentences(evaluated: Evaluated) -> Iterator[str]:
    facts, dossier = evaluated.facts, evaluated.dossier
    cut = facts["fund.cut"]
    adjusted = f"{cut.title}{{fact:fund.cut}}，调整后" if cut.value else ""
    yield (
        "{fact:project.year}，项目年初预算{fact:fund.initial}，"
        f"{adjusted}全年预算{{fact:fund.budget}}，"
        "全年执行数{fact:fund.executed}，预算执行率{fact:fund.rate}。"
    )
    for plan in dossier.funds:
        parts = [f"原因：{plan.reason}" if plan.reason else "", f"依据：{plan.decision}" if plan.decision else ""]
        if plan.adjustment and any(parts):
            yield f"预算调整的{'；'.join(part for part in parts if part)}。"
    if facts["payment.count"].value:
        yield (
            "全年支付{fact:payment.count}：一季度{fact:payment.q1}，二季度{fact:payment.q2}，"
            "三季度{fact:payment.q3}，四季度{fact:payment.q4}。"
            + ("其中支付以前年度的服务费{fact:payment.cross_year}。" if facts["payment.cross_year"].value else "")
        )


def _fees(evaluated: Evaluated) -> Table:
    columns = ("initial", "cut", "budget", "paid")
    names = {fee.id: fee.name for fee in evaluated.dossier.fees} | {"total": "合计"}
    return Table(
        "费用明细（单位：万元）",
        ("费用项目", "年初安排", "核减", "调整后", "已付"),
        tuple(
            (plain(name), *(number(evaluated.facts, f"fee.{key}.{column}") for column in columns))
            for key, name in names.items()
        ),
        "lrrrr",
        (300, 160, 160, 160, 160),
    )
