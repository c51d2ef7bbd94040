"""What the pages of checks say beside the check's own words: what it looks at, what it reads, what it prints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from jixiao.checks.base import Check, document, folder, waiver
from jixiao.checks.engine import examine
from jixiao.checks.samples import an_evaluation
from jixiao.checks.waived import waiver_findings
from jixiao.law.load import counting_day, on, region_of
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.finding import Finding, Outcome
from jixiao.model.waiver import Used
from jixiao.tables.schema import TABLES
from jixiao.tables.words import Rule
from jixiao.tables.workspace import roots

TABLE_TITLES: Final = {
    "project": "项目",
    "fund": "资金",
    "group": "指标类别",
    "indicator": "指标",
    document: "全文",
    folder: "一起检查的各份文件",
    waiver: "豁免",
}
DOCUMENT_TITLES: Final = {
    "project": "项目名称、单位和年度",
    "sections": "正文各部分",
    "claims": "正文里的数",
    "goals": "总体目标",
    "total": "总分",
    "funds": "项目资金",
    "indicators": "绩效指标",
    "troubles": "没有读出来的内容",
    "until": "期限",
    "fingerprint": "记号",
}


@dataclass(slots=True)
class Support:
    """What people said of a check's firings on real documents."""

    right: int = 0
    wrong: int = 0
    arguable: int = 0

    def add(self, verdict: str) -> None:
        """Counts a firing: right, wrong or arguable."""
        setattr(self, verdict, getattr(self, verdict) + 1)

    @property
    def total(self) -> int:
        """How many firings were looked at."""
        return self.right + self.wrong + self.arguable


def looks_at(check: Check) -> str:
    """The rows that a check judges and the field that it points at, in words."""
    table, column = check.head.on, check.head.at
    field = DOCUMENT_TITLES[column] if table in (document, folder, waiver) else TABLES[table][column].title
    return f"{TABLE_TITLES[table]} · {field}"


def needs(check: Check) -> list[str]:
    """The titles of the fields and rules that a check on figures reads, each once; none for one on a document."""
    if not isinstance(check.rule, Rule):
        return []
    names = (name.partition(".") for name in sorted(roots(*check.rule.conditions, check.rule.fault)))
    titles = (TABLES[table][column].title for table, _, column in names if column in TABLES.get(table, {}))
    return list(dict.fromkeys(titles))


def firing_messages(checks: Iterable[Check]) -> dict[str, dict[str, list[str]]]:
    """By code and name of the example: the messages that the program gives for it."""
    firing = [(check, name, example) for check in checks for name, example in check.fires.items()]
    single = [(check, _form(example)) for check, _, example in firing if isinstance(example, Evaluation | Indicator)]
    found = iter(_found([form for _, form in single], [check for check, _ in single]))
    messages: dict[str, dict[str, list[str]]] = {}
    for check, name, example in firing:
        findings = next(found) if isinstance(example, Evaluation | Indicator) else _told(check, example)
        messages.setdefault(check.code, {})[name] = [one.message for one in findings if one.code == check.code]
    return messages


def _told(check: Check, example: tuple[Evaluation, ...] | Used) -> list[Finding]:
    """What a check says of an example that is a batch of its own, or an entry of a file of waivers."""
    if isinstance(example, Used):
        return list(waiver_findings(check, "豁免.toml", example))
    return [finding for findings in _found(example, [check]) for finding in findings]


def _found(evaluations: Sequence[Evaluation], checks: Iterable[Check]) -> list[list[Finding]]:
    laws = [
        on(counting_day(one.report_date, one.project.year) or date.min, region_of(one.project.unit or ""))
        for one in evaluations
    ]
    return examine(evaluations, laws, {check.code: check for check in checks}.values(), (Outcome.FAIL,))


def _form(example: Evaluation | Indicator) -> Evaluation:
    return example if isinstance(example, Evaluation) else an_evaluation(example)
