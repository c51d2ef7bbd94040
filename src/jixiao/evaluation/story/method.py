"""评价原则、指标体系、方法、标准: only what was done is said to have been done."""

from collections.abc import Iterator

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story.blocks import Block, Paragraph, Table
from jixiao.evaluation.words import figure, number, plain, resolve
from jixiao.law.load import region_name


def blocks(evaluated: Evaluated) -> Iterator[Block]:
    """Principles, indicators, methods, standard and the rules of scoring."""
    yield Paragraph(plain("评价原则：科学公正、统筹兼顾、激励约束、公开透明。"))
    yield Paragraph(
        resolve(
            "评价指标体系：设三级指标{fact:count.indicators}，分值合计{fact:total.weight}（含预算执行率），见下表。",
            evaluated.facts,
        )
    )
    yield _indicators(evaluated)
    yield Paragraph(plain(_methods(evaluated)))
    yield Paragraph(plain("评价标准：计划标准，以批复的年度指标值为准，逐项对照实际完成值。"))
    yield Paragraph(resolve(_rules(evaluated), evaluated.facts))


def _indicators(evaluated: Evaluated) -> Table:
    rows = tuple(
        (
            plain(row.plan.level1.value),
            plain(row.plan.level2.value),
            plain(row.plan.level3),
            figure(evaluated.facts, f"indicator.{row.plan.id}.target"),
            number(evaluated.facts, f"indicator.{row.plan.id}.weight"),
        )
        for row in evaluated.rows
    )
    header = ("一级指标", "二级指标", "三级指标", "指标值", "分值")
    return Table("绩效评价指标体系", header, rows, "lllcr", (150, 190, 330, 200, 80))


def _methods(evaluated: Evaluated) -> str:
    """A method is named only where its table is attached."""
    tables: dict[str, list[str]] = {}
    for one in evaluated.analyses:
        tables.setdefault(one.method, []).append(f"《{one.title}》")
    named = "、".join(f"{method}（见附件{''.join(titles)}）" for method, titles in tables.items())
    compared = "逐项对照目标值与实际完成值，按规则计分"
    return f"评价方法：{compared}；并采用{named}。" if named else f"评价方法：{compared}。"


def _rules(evaluated: Evaluated) -> str:
    law = evaluated.law
    acts = {entry.act.id: entry.act for entry in law.entries.values()}
    cited = "、".join(f"{act.title}（{act.number}，{act.words}）" for act in acts.values() if act.number)
    return f"计分规则：按{{fact:law.day}}在{region_name(law.region)}有效的规定计分" + (
        f"，依据{cited}。" if cited else "。"
    )
