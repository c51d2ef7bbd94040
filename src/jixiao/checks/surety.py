"""How sure a fault is: no surer than the reading of the figures that it rests on."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from jixiao.checks.base import Check, Fault
from jixiao.checks.fields import field_of
from jixiao.model.evaluation import PARTIAL, Evaluation
from jixiao.tables.schema import TABLES
from jixiao.tables.words import Rule
from jixiao.tables.workspace import roots

# Fields of this confidence and above are right 98 times in 100 (docs/accuracy.md).
_SURE: Final = Decimal("0.9")
_ROWS: Final = {"indicator": "indicators", "group": "groups", "fund": "funds"}
_UNSURE: Final = "（这几处读得没有把握，请先对照原表。）"
_PARTIAL: Final = "（这张表没有读全，请先对照原表。）"


def doubt_of_row(check: Check, printed: Iterable[tuple[str, str]], evaluation: Evaluation, path: str) -> str:
    """Why a fault found in figures is no proof, in Chinese; "" if they were read surely and in full.

    printed: `printed_fields` of the check. path: the row that it judged ("indicators[3]", "" for the whole form).
    """
    own: list[str] = []
    summed = False
    for table, field in printed:
        if table in (check.head.on, "project"):
            own.append(field_of(evaluation, path if table == check.head.on else "", field))
        else:
            summed = True
            own.extend(_of_rows(evaluation, _ROWS[table], field))
    if summed and not PARTIAL.isdisjoint(trouble.kind for trouble in evaluation.troubles):
        return _PARTIAL
    return _weak(evaluation, own)


def doubt_of_fault(evaluation: Evaluation, fault: Fault) -> str:
    """The same of a fault found in the document: it rests on its own field and on those that it names."""
    return _weak(evaluation, (fault.field, *fault.rests))


def printed_fields(check: Check) -> Iterator[tuple[str, str]]:
    """Table and model field of each column that the rule reads, derived columns taken back to what was printed."""
    assert isinstance(check.rule, Rule)
    for name in roots(*check.rule.conditions, check.rule.fault):
        table, _, column = name.partition(".")
        if table != "law" and column in TABLES[table]:
            printed = TABLES[table][column]
            yield from ((table, TABLES[table][base].field) for base in ([column] if printed.field else printed.of))


def _of_rows(evaluation: Evaluation, kind: str, field: str) -> Iterator[str]:
    return (name for name in evaluation.sources if name.startswith(f"{kind}[") and name.endswith(f"].{field}"))


def _weak(evaluation: Evaluation, fields: Iterable[str]) -> str:
    read = (evaluation.sources.get(field) for field in fields)
    return _UNSURE if any(source and source.confidence < _SURE for source in read) else ""
