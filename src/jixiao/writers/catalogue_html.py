"""All checks on one page that needs nothing else, with a search that works without a network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from jinja2 import Template

from jixiao.checks.base import FAMILY_TITLES, Check, waiver
from jixiao.checks.pages import Support, looks_at, needs
from jixiao.law.load import acts
from jixiao.law.snapshot import Act
from jixiao.model.finding import Severity
from jixiao.tables.words import Rule
from jixiao.writers.pages import environment, printable

_BY_FIGURES: Final = "对表里的数逐行比较，同一条式子查一张表和查几万张表结果相同。"
_BY_TEXT: Final = "通读文件的文字、版面和读出的内容，按词语、数和位置判断，不用模型。"


_BY_WAIVERS: Final = "把豁免文件逐条与这次报出的问题、评价日期比对。"


@dataclass(frozen=True, slots=True)
class Entry:
    """One check as the page shows it. words: what the search looks through, in one lower-case line."""

    check: Check
    looks_at: str
    needs: Sequence[str]
    method: str
    basis: Sequence[Act]
    messages: Mapping[str, Sequence[str]]
    support: Support | None
    words: str


def catalogue_html(
    checks: Mapping[str, Check],
    messages: Mapping[str, Mapping[str, Sequence[str]]],
    support: Mapping[str, Support],
) -> str:
    """The page.

    messages: by code and name of an example that is reported, what is said of it. support: by code, what people said of
    its firings on real documents; a check that is missing there was not looked at.
    """
    entries = [_entry(one, messages.get(one.code, {}), support.get(one.code)) for one in checks.values()]
    families = {
        family: [one for one in entries if one.check.code[:2] == family]
        for family in FAMILY_TITLES
        if any(one.check.code[:2] == family for one in entries)
    }
    counts = {severity: sum(one.check.head.severity is severity for one in entries) for severity in Severity}
    page = _template().render(families=families, titles=FAMILY_TITLES, counts=counts, labelled=bool(support))
    return printable(page)


def _entry(check: Check, messages: Mapping[str, Sequence[str]], support: Support | None) -> Entry:
    known = acts()
    basis = [known[one] for one in check.head.basis if one in known]
    said = [message for told in messages.values() for message in told]
    words = [check.code, check.title, check.slug, check.why, check.remedy, check.exclusions, looks_at(check)]
    words += [*needs(check), *(f"{act.title} {act.number}" for act in basis), *said, check.head.severity.word]
    otherwise = _BY_WAIVERS if check.head.on == waiver else _BY_TEXT
    method = _BY_FIGURES if isinstance(check.rule, Rule) else otherwise
    text = " ".join(" ".join(words).lower().split())
    return Entry(check, looks_at(check), needs(check), method, basis, messages, support, text)


@cache
def _template() -> Template:
    return environment().get_template("catalogue.html.jinja")
