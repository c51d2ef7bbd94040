"""CX16: this year's paper against last year's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, folder
from jixiao.checks.batch import pairs
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator, Project
from jixiao.model.terms import Kind, Op, fold

_UPWARD: Final = frozenset({Op.AT_LEAST, Op.MORE})
_DOWNWARD: Final = frozenset({Op.AT_MOST, Op.LESS})
_FEWEST: Final = 3


@check("CX16", on=folder, at="indicators", severity=WARNING, basis=["fiscal-software"], weighty=True)
def easier_than_last_year_or_the_same(batch: Sequence[Evaluation]) -> Sequence[Answer]:
    """目标比上年已经做到的还低，或者完成值与上年一字不差

    为什么要查：目标低于上年的实际，今年不做也能完成；完成值全部相同，多半是照抄上年的表。
    怎么改：目标按上年实际和本年预算重新测算；完成值按本年的台账填。任务确实减少的，写明原因。
    不适用于：单独检查的文件；没有同一项目上一年度的表；没有读到年度的表。
    """
    answers: list[Answer] = [NOT_APPLICABLE] * len(batch)
    for (_, before), (n, now) in pairs(batch, 1):
        both = list(_both(before, now))
        faults = [
            Fault(f"indicators[{at}].target", facts={"what": _easier(old, row), "file": before.file})
            for at, old, row in both
            if _easier(old, row)
        ]
        if _copied(both) and now.kind is not Kind.TARGET:
            what = f"{len(both)} 个指标的完成值与上年一字不差"
            faults.append(Fault("indicators[0].actual", facts={"what": what, "file": before.file}))
        missing = tuple(_unread(before, now))
        answers[n] = faults if not missing else Unsure(missing)
    return answers


def _both(before: Evaluation, now: Evaluation) -> Iterator[tuple[int, Indicator, Indicator]]:
    """The rows of one name in both years."""
    rows = {fold(row.level3 or ""): row for row in before.indicators if row.level3}
    for n, row in enumerate(now.indicators):
        if row.level3 and fold(row.level3) in rows:
            yield n, rows[fold(row.level3)], row


def _easier(old: Indicator, row: Indicator) -> str:
    """How this year's target falls short of last year's actual value; "" if it does not."""
    actual, target = old.actual_parsed, row.target_parsed
    if actual.low is None or target.low is None or actual.unit != target.unit:
        return ""
    lower = target.op in _UPWARD and target.low < actual.low
    higher = target.op in _DOWNWARD and target.low > actual.low
    said = f"“{row.level3}”今年的目标是 {row.target}，上年实际 {old.actual}"
    return said if lower or higher else ""


def _copied(both: list[tuple[int, Indicator, Indicator]]) -> bool:
    """Whether all actual values are the same, and some of them are no mere repetition of the target."""
    same = all(old.actual and row.actual and fold(old.actual) == fold(row.actual) for _, old, row in both)
    return len(both) >= _FEWEST and same and any(fold(row.actual or "") != fold(row.target or "") for _, _, row in both)


def _unread(before: Evaluation, now: Evaluation) -> Iterator[str]:
    for one, names in ((before, ("level3", "actual")), (now, ("level3", "target", "actual"))):
        for n, row in enumerate(one.indicators):
            yield from (
                f"indicators[{n}].{name}" for name in names if name in one.columns and getattr(row, name) is None
            )


SAYS = "{what}（对照 {file}）。"


def _year(year: int, *rows: Indicator) -> Evaluation:
    return replace(an_evaluation(*rows, project=Project("示例项目", "", "示例单位", year)), file=f"{year}年度")


old = an_indicator(target="≥10台", actual="15台")
FIRES = {
    "目标放低": (_year(2019, old), _year(2020, an_indicator(target="≥12台", actual="13台"))),
    "照抄": tuple(
        _year(year, *(an_indicator(level3=f"指标{n}", target="=8次", actual="7.5次") for n in "甲乙丙"))
        for year in (2019, 2020)
    ),
}
SILENT = {"目标抬高": (_year(2019, old), _year(2020, an_indicator(target="≥16台", actual="16台")))}
APART = {"没有上年": (_year(2020, old),), "隔了一年": (_year(2018, old), _year(2020, an_indicator(target="≥5台")))}
UNSURE = {"目标没读出来": (_year(2019, old), _year(2020, an_indicator(target=None)))}
