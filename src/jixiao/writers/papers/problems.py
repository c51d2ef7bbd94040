"""问题清单: every finding in a line that can be sorted, filtered and followed to its row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jixiao.checks.base import FAMILY_TITLES, Check
from jixiao.checks.examined import Examined, Review
from jixiao.checks.fields import title_of
from jixiao.law.load import acts
from jixiao.model.finding import Finding, Outcome, Severity
from jixiao.writers.grid import lines_in
from jixiao.writers.papers.look import LINE, Looks, link, put
from jixiao.writers.papers.places import Block

SHEET: Final = "问题清单"
UNDECIDED: Final = "无法判断"
OWN_FAMILY: Final = "本局检查"
COLUMNS: Final = (
    ("序号", 5.0),
    ("等级", 9.0),
    ("维度", 10.0),
    ("对象", 24.0),
    ("位置", 15.0),
    ("发现", 24.0),
    ("事实及判定", 40.0),
    ("建议", 30.0),
    ("依据", 26.0),
    ("项目名称", 18.0),
    ("文件", 16.0),
    ("代码", 7.0),
    ("底稿", 6.0),
    ("变化", 7.0),
    ("豁免", 18.0),
    ("记号", 18.0),
)
# The columns by which the summary counts: grade, number of the workpaper, change, waiver.
GRADE_COLUMN, PAPER_COLUMN, CHANGE_COLUMN, WAIVER_COLUMN = "B", "M", "N", "O"
_OBJECT: Final = 3
_PRINTED: Final = 9  # the columns that go on paper; the others are for sorting and for the next run
_CENTERED: Final = frozenset((0, 1, 2, 11, 12, 13))


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with its number on the list; one is the examination it belongs to, None for a loose one."""

    number: int
    finding: Finding
    one: Examined | None
    paper: int | None


def problems(review: Review) -> list[Problem]:
    """All faults, the gravest first, then what could not be decided; within a grade by form."""
    listed: list[tuple[Finding, Examined | None, int | None]] = [
        (finding, one, at) for at, one in enumerate(review.examined, 1) for finding in one.findings
    ]
    listed += [(finding, None, None) for finding in review.loose]
    ranked = sorted((item for item in listed if _rank(item[0]) is not None), key=lambda item: _rank(item[0]) or 0)
    return [Problem(number, *item) for number, item in enumerate(ranked, 1)]


def _rank(finding: Finding) -> int | None:
    if finding.outcome is Outcome.UNDECIDED:
        return len(Severity)
    return tuple(Severity).index(finding.severity) if finding.outcome is Outcome.FAIL else None


def numbers_by_row(listed: Sequence[Problem]) -> list[dict[str, list[int]]]:
    """For each workpaper, by path of a row, the numbers of the faults that are about it."""
    papers = max((one.paper or 0 for one in listed), default=0)
    found: list[dict[str, list[int]]] = [{} for _ in range(papers)]
    for problem in listed:
        if problem.paper is not None and problem.finding.outcome is Outcome.FAIL:
            path = row_of(problem.finding)
            found[problem.paper - 1].setdefault(path, []).append(problem.number)
    return found


def row_of(finding: Finding) -> str:
    """The path of the row that a finding is about, from its subject or the field that it points at."""
    return finding.subject or finding.field.rpartition(".")[0] or finding.field


def write_problems(
    sheet: Any, looks: Looks, listed: Sequence[Problem], checks: Mapping[str, Check], where: Mapping[int, Block]
) -> None:
    """Writes the list. where: by number of the workpaper, its block, to which the object links."""
    for col, (name, _) in enumerate(COLUMNS):
        put(sheet, 0, col, name, looks["head"])
    sheet.set_row(0, 2 * LINE)
    for row, problem in enumerate(listed, 1):
        texts = _texts(problem, checks)
        for col, text in enumerate(texts):
            put(sheet, row, col, text, looks["word" if col in _CENTERED else "text"])
        _link(sheet, looks, row, problem, where)
        lines = max(lines_in(str(text), int(width) - 1) for text, (_, width) in zip(texts, COLUMNS, strict=True))
        sheet.set_row(row, lines * LINE + 4)
    sheet.print_area(0, 0, max(1, len(listed)), _PRINTED - 1)
    sheet.autofilter(0, 0, max(1, len(listed)), len(COLUMNS) - 1)
    sheet.freeze_panes(1, 2)


def _texts(problem: Problem, checks: Mapping[str, Check]) -> list[str | int]:
    finding = problem.finding
    check = checks.get(finding.code)
    undecided = finding.outcome is Outcome.UNDECIDED
    lacks = "、".join(dict.fromkeys(map(title_of, finding.missing))) or "没有写明的内容"
    project = problem.one.evaluation.project.name or "" if problem.one else ""
    return [
        problem.number,
        UNDECIDED if undecided else finding.severity.word,
        FAMILY_TITLES.get(finding.code[:2], OWN_FAMILY),
        subject_of(problem),
        str(finding.place or "整份文件"),
        check.title if check else "",
        f"缺{lacks}，不能判定" if undecided else finding.message,
        (f"补上{lacks}后再检查一次" if undecided else check.remedy) if check else "",
        basis_of(finding),
        project,
        finding.file,
        finding.code,
        problem.paper or "",
        finding.standing.word if finding.standing else "",
        finding.waiver.words() if finding.waiver else "",
        finding.fingerprint,
    ]


def subject_of(problem: Problem) -> str:
    """What people call the thing that the finding is about."""
    named = problem.finding.label if problem.finding.subject else ""
    project = problem.one.evaluation.project.name if problem.one else ""
    parts = (project, named if named != project else "")
    return "：".join(part for part in parts if part) or problem.finding.file


def basis_of(finding: Finding) -> str:
    """The acts that a finding rests on, each with how far it may be relied on."""
    known = acts()
    named = (known[one] for one in finding.basis if one in known)
    return "；".join(f"{act.title} {act.number}".rstrip() + f"（{act.words}）" for act in named)


def _link(sheet: Any, looks: Looks, row: int, problem: Problem, where: Mapping[int, Block]) -> None:
    block = where.get(problem.paper or 0)
    if block is None or problem.one is None:
        return
    paths = [scored.path for scored in problem.one.scorecard.rows]
    path = row_of(problem.finding)
    target = block.first + paths.index(path) if path in paths else block.top
    link(sheet, row, _OBJECT, block.cell(target, "A"), subject_of(problem), looks["link"])
