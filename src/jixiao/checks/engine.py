"""All checks over a batch of evaluations: one pass per table for figures, one call per document or batch for text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import polars as pl

from jixiao.checks.base import Answer, Check, DocumentRule, FolderRule, NotApplicable, Unsure, document, folder
from jixiao.checks.fields import label_of, locate, missing_fields
from jixiao.checks.message import fill, names_in, show
from jixiao.checks.surety import doubt_of_fault, doubt_of_row, printed_fields
from jixiao.law.snapshot import Law
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding, Outcome, Severity
from jixiao.tables.flatten import Tables, flatten
from jixiao.tables.schema import TABLES, has_bits
from jixiao.tables.words import Rule
from jixiao.tables.workspace import Workspace, roots

OUTCOMES: Final = (Outcome.PASS, Outcome.FAIL, Outcome.NOT_APPLICABLE, Outcome.UNDECIDED)
_SHOWN: Final = (Outcome.FAIL, Outcome.UNDECIDED)


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of one table's checks: a row for each row of the table, a column of 0 to 3 for each code."""

    table: str
    checks: Sequence[Check]
    frame: pl.DataFrame
    codes: pl.DataFrame


def examine(
    evaluations: Sequence[Evaluation],
    laws: Sequence[Law],
    checks: Iterable[Check],
    shown: Sequence[Outcome] = _SHOWN,
) -> list[list[Finding]]:
    """The findings of each evaluation under its law, in the order of the catalogue and of the rows."""
    chosen = list(checks)
    tables = flatten(evaluations, laws)
    order = {check.code: place for place, check in enumerate(chosen)}
    found: list[list[Finding]] = [[] for _ in evaluations]
    for answered in answer(tables.frames, chosen):
        for number, finding in _figure_findings(answered, tables, evaluations, shown):
            found[number].append(finding)
    for check in (check for check in chosen if check.head.on in (document, folder)):
        answers = _answers(check, evaluations)
        for findings, evaluation, one in zip(found, evaluations, answers, strict=True):
            findings.extend(
                finding for finding in _document_findings(check, evaluation, one) if finding.outcome in shown
            )
    for findings in found:
        findings.sort(key=lambda finding: order[finding.code])
    return found


def answer(frames: Mapping[str, pl.DataFrame], checks: Sequence[Check]) -> Iterator[Answered]:
    """The four answers of the checks on figures, table by table, with the columns that their messages name."""
    workspace = Workspace(frames)
    for table in TABLES:
        own = [check for check in checks if check.head.on == table]
        if not own or frames[table].is_empty():
            continue
        frame = workspace.with_columns(table, sorted(set().union(*map(_columns, own))))
        codes = frame.lazy().select(code(check).alias(check.code) for check in own).collect()
        yield Answered(table, own, frame, codes)


def columns_of(check: Check, held: int = 0) -> set[str]:
    """What the expressions of a check on figures read, and the engine beside them; held: see `fails`."""
    rule = check.rule
    assert isinstance(rule, Rule)
    read = {name for expression in (*rule.conditions, rule.fault) for name in expression.meta.root_names()}
    read |= {name for name in roots(*rule.conditions, rule.fault) if name.startswith("law.")}
    return read | {"project.has"} if _has_needed(check) & ~held else read


def _columns(check: Check) -> set[str]:
    """What a check's expressions, facts, message and the engine need."""
    read = {name for value in check.facts.values() for name in value.meta.root_names()}
    deep = roots(*_expressions(check))
    return columns_of(check) | read | deep.intersection(_reachable(check, deep)) | _message_columns(check)


def _reachable(check: Check, deep: set[str]) -> set[str]:
    return {name for name in deep if name.split(".")[0] in (check.head.on, "project", "law")}


def _expressions(check: Check) -> list[pl.Expr]:
    rule = check.rule
    assert isinstance(rule, Rule)
    return [*rule.conditions, rule.fault, *check.facts.values()]


def _message_columns(check: Check) -> set[str]:
    return {_column(check, name) for name in names_in(check.says) if name not in check.facts}


def code(check: Check) -> pl.Expr:
    """0 pass, 1 fail, 2 does not apply, 3 undecided."""
    elsewhere, applies, fault = _parts(check)
    return (
        pl.when(elsewhere | ~applies)
        .then(2)
        .when(applies & fault)
        .then(1)
        .when(applies & ~fault)
        .then(0)
        .otherwise(3)
        .cast(pl.UInt8)
    )


def fails(check: Check, held: int = 0) -> pl.Expr:
    """Whether `code` is 1; null or false where it is not.

    held: the bits of `project.has` that all forms of the batch have, which need not be asked for row by row.
    """
    elsewhere, applies, fault = _parts(check, held)
    return ~elsewhere & applies & fault


def _has_needed(check: Check) -> int:
    """The bits of `project.has` for the columns that a check reads."""
    rule = check.rule
    assert isinstance(rule, Rule)
    deep = roots(*rule.conditions, rule.fault)
    return has_bits({name.removeprefix("indicator.") for name in deep if name.startswith("indicator.")})


def _parts(check: Check, held: int = 0) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """Whether the check has no place here, whether it applies, and the fault.

    A parameter that is not in force on that day and place, or a column that the form does not have, means "does not
    apply"; both are added here, so that no check has to say so.
    """
    rule = check.rule
    assert isinstance(rule, Rule)
    deep = roots(*rule.conditions, rule.fault)
    elsewhere = pl.lit(value=False)
    for name in sorted(name for name in deep if name.startswith("law.")):
        elsewhere |= pl.col(name).is_null()
    bits = _has_needed(check) & ~held
    if bits:
        elsewhere |= (pl.col("project.has") & bits) != bits
    return elsewhere, pl.all_horizontal(pl.lit(value=True), *rule.conditions), rule.fault


def _figure_findings(
    answered: Answered, tables: Tables, evaluations: Sequence[Evaluation], shown: Sequence[Outcome]
) -> Iterator[tuple[int, Finding]]:
    table = answered.table
    wanted = [OUTCOMES.index(outcome) for outcome in shown]
    for check in answered.checks:
        codes = answered.codes[check.code]
        rows = answered.frame.with_row_index("row").filter(codes.is_in(wanted))
        if rows.is_empty():
            continue
        names = sorted(_message_columns(check) | _columns(check))
        cells = rows.select("row", f"{table}.id", *names, *(value.alias(name) for name, value in check.facts.items()))
        owner = f"{table}.id" if table == "project" else f"{table}.project"
        owners = rows[owner].to_list()
        printed = tuple(printed_fields(check))
        for number, row in zip(owners, cells.iter_rows(named=True), strict=True):
            path = tables.paths[table][row[f"{table}.id"]]
            outcome = OUTCOMES[codes[row["row"]]]
            missing = missing_fields(check, row, path, tables, number) if outcome is Outcome.UNDECIDED else ()
            facts = {name: show(row[_column(check, name)]) for name in names_in(check.says)}
            failed = outcome is Outcome.FAIL
            doubt = doubt_of_row(check, printed, evaluations[number], path) if failed else ""
            yield number, _finding(check, evaluations[number], outcome, path, facts, missing, doubt)


def _column(check: Check, name: str) -> str:
    """The column that a name in a message stands for."""
    return name if name in check.facts or "." in name else f"{check.head.on}.{name}"


def _finding(  # noqa: PLR0913, PLR0917  a finding has so many parts
    check: Check,
    evaluation: Evaluation,
    outcome: Outcome,
    path: str,
    facts: dict[str, str],
    missing: tuple[str, ...],
    doubt: str,
) -> Finding:
    field, place = locate(evaluation, check.head.on, path, check.head.at)
    return Finding(
        file=evaluation.file,
        code=check.code,
        severity=_severity(check, doubt),
        outcome=outcome,
        message=fill(check.says, facts) + doubt if outcome is Outcome.FAIL else check.title,
        subject=path,
        field=field,
        place=place,
        facts=facts,
        missing=missing,
        basis=check.head.basis,
        label=label_of(evaluation, path),
    )


def _severity(check: Check, doubt: str) -> Severity:
    """What is not read surely proves nothing: an ERROR becomes a WARNING."""
    return Severity.WARNING if doubt and check.head.severity is Severity.ERROR else check.head.severity


def _answers(check: Check, evaluations: Sequence[Evaluation]) -> Sequence[Answer]:
    """What a check on documents or on the batch says of each evaluation."""
    if check.head.on == folder:
        return cast("FolderRule", check.rule)(evaluations)
    rule = cast("DocumentRule", check.rule)
    return [rule(evaluation) for evaluation in evaluations]


def _document_findings(check: Check, evaluation: Evaluation, answer: Answer) -> Iterator[Finding]:
    head = check.head

    def finding(outcome: Outcome, **more: Any) -> Finding:
        common: dict[str, Any] = {
            "severity": head.severity,
            "message": check.title,
            "subject": "",
            "field": head.at,
            "basis": head.basis,
        }
        return Finding(file=evaluation.file, code=check.code, outcome=outcome, **(common | more))

    if isinstance(answer, NotApplicable):
        yield finding(Outcome.NOT_APPLICABLE)
    elif isinstance(answer, Unsure):
        yield finding(Outcome.UNDECIDED, missing=answer.missing)
    elif not answer:
        yield finding(Outcome.PASS)
    else:
        for fault in answer:
            place = fault.place or evaluation.place(fault.field)
            doubt = doubt_of_fault(evaluation, fault)
            message = fill(check.says, fault.facts) + doubt
            label = "·".join(fault.facts.values())
            more = {"message": message, "field": fault.field, "place": place, "facts": fault.facts, "label": label}
            yield finding(Outcome.FAIL, **more | {"severity": _severity(check, doubt)})
