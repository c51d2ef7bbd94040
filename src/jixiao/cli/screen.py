"""The screen of `jixiao check`: the totals, the rows, the findings that matter first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jixiao import api
from jixiao.checks.base import Check
from jixiao.checks.fields import title_of
from jixiao.checks.order import foremost_first
from jixiao.cli.terminal import console
from jixiao.law.load import region_name
from jixiao.model.finding import Finding, Outcome, Severity, Standing
from jixiao.model.number import Number, plain, tidy
from jixiao.model.terms import Origin
from jixiao.scoring.light import Light
from jixiao.scoring.totals import Scorecard, ScoredRow

# Findings shown before the counts (design §5).
_SHOWN: Final = 10
_NAME_WIDTH: Final = 46
# Evaluations that are shown whole; more than these make a list.
_WHOLE: Final = 3
_TROUBLES: Final = 5
_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_LIGHTS: Final = {
    Light.RED: "红灯：指标得分高，预算执行低，两者相差超过界限",
    Light.YELLOW: "黄灯：没有预算，或者没有用完的预算超过界限",
}


def show(review: api.Review, written: Sequence[Path]) -> None:
    """Prints up to three evaluations whole, and more than three as a list with the gravest findings.

    written: the files that hold everything, named at the end.
    """
    out = console()
    if len(review.examined) > _WHOLE:
        _overview(out, review)
    else:
        _one_by_one(out, review)
    _loose(out, review)
    for path in written:
        out.print(f"全部问题、位置、依据和改法：{path}")


def _loose(out: Console, review: api.Review) -> None:
    """What is found about no document: the waivers themselves, and what has gone since the earlier run."""
    gone = [one for one in review.loose if one.standing is Standing.GONE and one.outcome is Outcome.FAIL]
    own = [finding for finding in review.loose if finding.standing is not Standing.GONE]
    for finding in own:
        _finding(out, finding, review.checks, f"{finding.file}　")
    if gone:
        out.print(Text(f"比上次消除 {len(gone)} 处：", style="bold"))
        for finding in gone[:_SHOWN]:
            out.print(Padding(f"{finding.code}　{finding.file}　{finding.message}", (0, 0, 0, 2)))
        if len(gone) > _SHOWN:
            out.print(f"　还有 {len(gone) - _SHOWN} 处，用 --format json 看全部。")
    if own or gone:
        out.print()


def _overview(out: Console, review: api.Review) -> None:
    """A line for each form, then the gravest findings of all of them."""
    examined = review.examined
    table = Table(
        title=f"共 {len(examined)} 张表", title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False
    )
    for name in ("文件", "项目"):
        table.add_column(name, overflow="ellipsis", no_wrap=True, max_width=_NAME_WIDTH // 2)
    for name in ("印出", "重算", *(severity.word for severity in Severity), "没读出"):
        table.add_column(name, justify="right", no_wrap=True)
    for one in examined:
        card = one.scorecard
        open_ones = f"+{tidy(card.undecided)}？" if card.undecided else ""
        counts = [str(len(one.failed(severity))) for severity in Severity]
        printed = "—" if card.printed_total is None else _printed(card.printed_total, unit="")
        troubles = str(len(one.evaluation.troubles) or "")
        name = one.evaluation.project.name or ""
        table.add_row(one.evaluation.file, name, printed, tidy(card.earned) + open_ones, *counts, troubles)
    out.print(table)
    faults = (finding for one in examined for severity in Severity for finding in one.failed(severity))
    everything = foremost_first((finding for finding in faults if finding.counts), review.checks)
    out.print(Text(f"最要紧的 {min(_SHOWN, len(everything))} 处，共 {len(everything)} 处", style="bold"))
    for finding in everything[:_SHOWN]:
        _finding(out, finding, review.checks, f"{finding.file}　")
    out.print()
    out.print("“＋n？”是无法判断的分。一次检查三张以内，屏幕上逐张列出；要看全部，用 --format html 或 json。")


def _one_by_one(out: Console, review: api.Review) -> None:
    """Every evaluation; the rows of one whose form an earlier file prints as well are not repeated."""
    examined = review.examined
    told: dict[str, api.Examined] = {}
    forms = Counter(id(one.layout) for one in examined)
    seen: Counter[int] = Counter()
    for one in examined:
        seen[id(one.layout)] += 1
        twin = told.setdefault(api.form_key(one.evaluation), one)
        if twin is not one:
            out.print(f"{one.evaluation.file}：表内各数与 {twin.evaluation.file} 相同，逐行重算不再重复。")
            _findings(out, one, review.checks, without=twin.findings)
            continue
        nth, several = seen[id(one.layout)], forms[id(one.layout)]
        _evaluation(out, one, review.checks, f"（第 {nth} 张表，共 {several} 张）" if several > 1 else "")


def _evaluation(out: Console, one: api.Examined, checks: Mapping[str, Check], which: str) -> None:
    project = one.evaluation.project
    year = f"{project.year}年度" if project.year else "年度未读到"
    heading = "　".join(part for part in (project.name or "（没有读到项目名称）", project.unit, year) if part)
    out.print(Text(heading, style="bold"))
    out.print(one.evaluation.file + which)
    if one.evaluation.troubles:
        count = len(one.evaluation.troubles)
        out.print(f"有 {count} 处没有读出来，与它们有关的检查都答“无法判断”：", style="yellow")
        for trouble in one.evaluation.troubles[:_TROUBLES]:
            out.print(f"　{trouble.place}　{trouble.message}")
        out.print("　怎么办：对照原文看这些格子，填错的改正后再检查一次。")
    out.print()
    _totals(out, one)
    if one.scorecard.rows:
        out.print(_rows(one.scorecard))
        for row in _doubtful(one.scorecard):
            out.print(f"　{row.label}：{row.points.why}")
        out.print()
    _references(out, one)
    _findings(out, one, checks)


def _totals(out: Console, one: api.Examined) -> None:
    card = one.scorecard
    out.print(f"印出的总分　　　{_printed(card.printed_total)}")
    out.print(f"各行得分相加　　{_points(card.printed_sum)}")
    where = region_name(one.law.region)
    day = f"{one.law.day:%Y-%m-%d} 有效" if one.law.entries else "没有读到年度，请用 --on 指定日期"
    out.print(f"按{where}规定重算　{card.total_text()}　等级：{card.grade_text()}（{day}）")
    out.print(f"所用规则　　　　{_grounds(one)}")
    if card.light in _LIGHTS:
        out.print(f"自评预警　　　　{_LIGHTS[card.light]}")
    out.print()


def _grounds(one: api.Examined) -> str:
    """How surely the rules are known that the points rest on."""
    names = {name for row in one.scorecard.rows for name in row.points.basis if name in one.law.entries}
    counts = Counter(one.law.entries[name].evidence.words for name in sorted(names))
    words = "，".join(f"{word} {count} 项" for word, count in counts.most_common())
    return f"{words or '没有用到'}；条款都待核对原文，明细见 jixiao law --on {one.law.day:%Y-%m-%d}"


def _rows(card: Scorecard) -> Table:
    table = Table(title="逐行重算", title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("指标", overflow="fold", max_width=_NAME_WIDTH)
    for name in ("分值", "印出", "重算"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("来历", no_wrap=True)
    for row in card.rows:
        printed = _printed(row.printed, unit="")
        table.add_row(row.label, _weight(row), printed, _recomputed(row), _origin(row))
    table.add_section()
    table.add_row("合计", tidy(card.full), _sum(card.printed_sum), tidy(card.earned))
    return table


def _doubtful(card: Scorecard) -> list[ScoredRow]:
    """The rows that need a word: nothing can be said of them, or something other than what is printed."""
    return [
        row for row in card.rows if row.points.origin is Origin.BLANK or row.points.points not in (row.printed, None)
    ]


def _sum(value: Number) -> str:
    return "—" if value is None else _printed(value, unit="")


def _origin(row: ScoredRow) -> Text:
    origin = row.points.origin
    return Text(origin.word, style="yellow" if origin is Origin.BLANK else "")


def _weight(row: ScoredRow) -> str:
    return "" if row.points.weight is None else tidy(row.points.weight)


def _recomputed(row: ScoredRow) -> str:
    return "—" if row.points.points is None else tidy(row.points.points)


def _references(out: Console, one: api.Examined) -> None:
    for reference in one.references:
        card = reference.scorecard
        grade = f"（按国家等次划分：{card.grade}）" if card.grade else ""
        out.print(Text(f"{reference.law.profile}　{card.total_text()}{grade}　{reference.mark}", style="bold"))
        for row, ours in zip(card.rows, one.scorecard.rows, strict=True):
            if row.points.points != ours.points.points:
                out.print(f"　与上面不同：{row.label}，{row.points.why}")
        if reference.deductions:
            out.print(f"　再按逐条口径扣分，余 {tidy(reference.left)} 分：")
        for one_deduction in reference.deductions:
            out.print(f"　　{one_deduction.words}")
        out.print()


def _findings(out: Console, one: api.Examined, checks: Mapping[str, Check], without: Sequence[Finding] = ()) -> None:
    """The findings, the gravest first, the waived ones counted at the end.

    Those that an earlier file of the same form had as well are left out.
    """
    known = {(finding.code, finding.message) for finding in without}
    told = {
        severity: [
            finding
            for finding in _foremost(one, checks)
            if finding.severity is severity and (finding.code, finding.message) not in known
        ]
        for severity in Severity
    }
    by_severity = {severity: [finding for finding in found if finding.counts] for severity, found in told.items()}
    waived = [finding for found in told.values() for finding in found if finding.waiver]
    if without and not any(told.values()):
        out.print("　问题也相同。")
        out.print()
        return
    counts = [f"{severity.word} {len(found)} 处" for severity, found in by_severity.items()]
    out.print(Text(f"{'另有的' if without else '发现的'}问题：{'，'.join(counts)}", style="bold"))
    left = _SHOWN
    for severity, found in by_severity.items():
        if found and left:
            out.print(Text(severity.word, style=_STYLES[severity]))
            for finding in found[:left]:
                _finding(out, finding, checks)
        left = max(0, left - len(found))
    rest = sum(map(len, by_severity.values())) - _SHOWN
    if rest > 0:
        out.print(f"　还有 {rest} 处；用 --format html 看全部，用 jixiao explain 代码 看怎么改。")
    if waived:
        out.print(f"已豁免 {len(waived)} 处：")
        for finding in waived:
            words = finding.waiver.words() if finding.waiver else ""
            out.print(Padding(Text(f"{finding.code}　{finding.message}　{words}", style="dim"), (0, 0, 0, 2)))
    missing = Counter(title_of(path) for finding in one.undecided for path in finding.missing)
    if missing:
        words = "；".join(f"缺{title}（{count} 次）" for title, count in missing.most_common())
        out.print(f"无法判断 {len(one.undecided)} 项：{words}")
    if not one.evaluation.indicators:
        out.print("没有读到三级指标，得分方面的检查都没有做。")
    out.print()


def _foremost(one: api.Examined, checks: Mapping[str, Check]) -> list[Finding]:
    return foremost_first((finding for severity in Severity for finding in one.failed(severity)), checks)


def _finding(out: Console, finding: Finding, checks: Mapping[str, Check], which: str = "") -> None:
    place = f"{finding.place}　" if finding.place else ""
    standing = f"〔{finding.standing.word}〕" if finding.standing else ""
    out.print(Padding(f"{finding.code}　{standing}{which}{place}{finding.message}", (0, 0, 0, 2)))
    if remedy := checks[finding.code].remedy:
        out.print(Padding(Text(f"怎么改：{remedy}", style="dim"), (0, 0, 0, 8)))


def _printed(value: Number, unit: str = " 分") -> str:
    if value is None:
        return "没有读到"
    return "没有填" if value == "" and unit else value if isinstance(value, str) else plain(value) + unit


def _points(value: Number) -> str:
    return "有的行没有读到得分，加不出来" if value is None else _printed(value)
