"""资金投入和使用情况: amounts, cuts, payments by quarter and by line of the budget."""

from collections.abc import Iterator
from typing import Final

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story.blocks import Block, Chart, Paragraph, Table
from jixiao.evaluation.words import number, plain, resolve

_QUARTERS: Final = ("一季度", "二季度", "三季度", "四季度")
_COLUMNS: Final = {"initial": "年初安排", "cut": "核减", "added": "追加", "budget": "调整后", "paid": "已付"}
# The columns of the table of fees that are there only where the budget was changed.
_CHANGES: Final = ("cut", "added")


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
        + ("" if facts["payment.count"].value else "没有支付记录，执行数没有依据。")
    )
    for plan in dossier.funds:
        parts = [f"原因：{plan.reason}" if plan.reason else "", f"依据：{plan.decision}" if plan.decision else ""]
        if plan.adjustment and any(parts):
            yield f"预算调整的{'；'.join(part for part in parts if part)}。"
    if facts["payment.count"].value:
        quarters = (
            f"{name}{{fact:payment.q{number}}}" if facts[f"payment.q{number}"].value else f"{name}没有支付"
            for number, name in enumerate(_QUARTERS, 1)
        )
        yield (
            f"全年支付{{fact:payment.count}}：{'，'.join(quarters)}。"
            + ("其中支付以前年度的服务费{fact:payment.cross_year}。" if facts["payment.cross_year"].value else "")
        )


def _fees(evaluated: Evaluated) -> Table:
    changes = [name for name in _CHANGES if evaluated.facts[f"fee.total.{name}"].value]
    shown = ("initial", *changes, *(["budget"] if changes else []), "paid")
    columns = {name: _COLUMNS[name] for name in shown}
    names = {fee.id: fee.name for fee in evaluated.dossier.fees} | {"total": "合计"}
    return Table(
        "费用明细（单位：万元）",
        ("费用项目", *columns.values()),
        tuple(
            (plain(name), *(number(evaluated.facts, f"fee.{key}.{column}") for column in columns))
            for key, name in names.items()
        ),
        "l" + "r" * len(columns),
        (300, *[640 // len(columns)] * len(columns)),
    )
