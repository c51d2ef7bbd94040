"""What a check is: its declaration, and the catalogue of all of them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as keep
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import FunctionType, ModuleType
from typing import Any, Final

import polars as pl

import jixiao.checks
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding, Severity
from jixiao.model.place import Place
from jixiao.model.waiver import Used
from jixiao.tables.words import Row, Rule

ERROR: Final = Severity.ERROR
WARNING: Final = Severity.WARNING
HINT: Final = Severity.HINT

# What a check may judge beside the rows of a table: a whole document, all documents examined together, one
# entry of a file of waivers.
document: Final = "document"
waiver: Final = "waiver"
folder: Final = "folder"
_CODE: Final = re.compile(r"[a-z]{2}\d{2}")
# What a reviewer wants to see first; also the families that there are.
FAMILY_TITLES: Final = {
    "RD": "读表",
    "SC": "得分",
    "BG": "预算和资金",
    "WT": "分值",
    "EV": "佐证",
    "AC": "实际完成值",
    "EX": "原因说明",
    "IN": "指标和指标值",
    "CX": "前后一致",
    "CM": "完整",
    "TM": "时间和合规",
    "FM": "格式",
}
FAMILIES: Final = tuple(FAMILY_TITLES)
_PARTS: Final = ("为什么要查", "怎么改", "不适用于")


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check on the document found: the field or the words, and the facts of the message.

    rests: the other fields without which it would not be a fault, as paths in the evaluation.
    """

    field: str
    place: Place | None = None
    facts: Mapping[str, str] = keep(default_factory=dict)
    rests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsure:
    """A check on the document could not be decided: the fields that are missing."""

    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of printed text that repairs a fault.

    field: what it changes, a path in the evaluation. place: the cell or line, which may be narrowed to characters. old:
    what is printed there, once. new: what is to be printed in its stead.
    """

    field: str
    place: Place
    old: str
    new: str


class NotApplicable:
    """A check on the document has nothing to look at."""


NOT_APPLICABLE: Final = NotApplicable()
Answer = Sequence[Fault] | Unsure | NotApplicable
DocumentRule = Callable[[Evaluation], Answer]
# The changes that together repair a fault without a judgement; none where that takes a person.
Repair = Callable[[Evaluation, Finding], Sequence[Edit]]
WaiverRule = Callable[[Used], Sequence[Fault]]
# Judges the evaluations of a batch against each other: an answer for each of them, in their order.
FolderRule = Callable[[Sequence[Evaluation]], Sequence[Answer]]


@dataclass(frozen=True, slots=True)
class Head:
    """The arguments of the decorator."""

    code: str
    on: str
    at: str
    severity: Severity
    basis: tuple[str, ...]
    since: str
    weighty: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One check, read from its file.

    rule: the expressions of a check on figures, or the function of one on the document or the folder. says: the
    message, with the names of columns and facts in braces. why, remedy, exclusions: the parts of the docstring. fires,
    silent, apart, unsure: named examples that fail, pass, do not apply, and cannot be decided; an example of a check on
    the folder is a tuple of evaluations. repair: what `jixiao check --fix` does about it, None if that takes a person.
    """

    head: Head
    slug: str
    title: str
    why: str
    remedy: str
    exclusions: str
    rule: Rule | DocumentRule | FolderRule | WaiverRule
    says: str
    facts: Mapping[str, pl.Expr]
    fires: Mapping[str, Any]
    silent: Mapping[str, Any]
    apart: Mapping[str, Any]
    unsure: Mapping[str, Any]
    repair: Repair | None = None

    @property
    def code(self) -> str:
        """Two letters and two digits, never used again."""
        return self.head.code


def check(  # noqa: PLR0913  a declaration
    code: str,
    *,
    on: Row | str,
    at: str,
    severity: Severity,
    basis: list[str],
    since: str = "0.1.0",
    weighty: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declares the function below it as a check.

    on: the table whose rows it judges, `document`, `folder` for all that is examined together, or `waiver`. at: the
    column that a finding points at. basis: ids of acts. weighty: it is about what was done with money or said untruly,
    and a screen of ten lines shows it before what is merely told badly.
    """
    table = on.table if isinstance(on, Row) else on

    def declare(function: Callable[..., Any]) -> Callable[..., Any]:
        function.head = Head(code, table, at, severity, tuple(basis), since, weighty)  # type: ignore[attr-defined]
        return function

    return declare


@cache
def named(code: str) -> Check | None:
    """The check with a code, in capitals or not, without reading any other; None if there is none."""
    name = f"jixiao.checks.{code.lower()}"
    is_check = _CODE.fullmatch(code.lower()) is not None and find_spec(name) is not None
    return _read(import_module(name)) if is_check else None


@cache
def catalogue() -> Mapping[str, Check]:
    """All checks by code, in the order of the families."""
    names = sorted(module.name for module in iter_modules(jixiao.checks.__path__) if _CODE.fullmatch(module.name))
    found = [check for name in names if (check := named(name)) is not None]
    return {one.code: one for one in sorted(found, key=lambda one: (FAMILIES.index(one.code[:2]), one.code))}


def _read(module: ModuleType) -> Check:
    functions = (value for value in vars(module).values() if isinstance(value, FunctionType))
    function: Any = next(one for one in functions if isinstance(getattr(one, "head", None), Head))
    head: Head = function.head
    if module.__name__.rpartition(".")[2] != head.code.lower():
        raise ValueError(f"{module.__name__} declares {head.code}")
    title, parts = _docstring(function.__doc__ or "")
    rule = function
    if head.on not in (document, folder, waiver):
        built = function(Row(head.on))
        rule = built if isinstance(built, Rule) else Rule((), built)
    return Check(
        head=head,
        slug=function.__name__.replace("_", "-"),
        title=title,
        why=parts.get("为什么要查", ""),
        remedy=parts.get("怎么改", ""),
        exclusions=parts.get("不适用于", ""),
        rule=rule,
        says=module.SAYS,
        facts=getattr(module, "FACTS", {}),
        fires=module.FIRES,
        silent=module.SILENT,
        apart=getattr(module, "APART", {}),
        unsure=getattr(module, "UNSURE", {}),
        repair=getattr(module, "REPAIR", None),
    )


def _docstring(text: str) -> tuple[str, dict[str, str]]:
    """The title, and the parts that start with one of the three headings."""
    title, _, rest = text.strip().partition("\n")
    parts: dict[str, str] = {}
    heading = ""
    for line in (line.strip() for line in rest.splitlines()):
        word, mark, tail = line.partition("：")
        if mark and word in _PARTS:
            heading = word
            parts[heading] = tail
        elif heading:
            parts[heading] += line
    return title, parts
