"""Write the pages that are made from checks, law and the kinds of evidence.

python tools/build_docs.py            write docs/checks/, law.md, evidence.md and founding-case.md anew
python tools/build_docs.py --check    exit 1 and name every page that is stale, missing or surplus
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import jixiao.law
from jixiao.checks.base import Check, catalogue, document, folder
from jixiao.checks.engine import examine
from jixiao.checks.samples import an_evaluation
from jixiao.law.explain import explain
from jixiao.law.load import NATIONAL, acts, counting_day, on, profiles, region_name, region_of
from jixiao.law.rulebook import Layer, read_layer, read_toml
from jixiao.law.snapshot import Act, Entry, Evidence, Law
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.finding import Finding, Outcome, Severity
from jixiao.sources.pages import evidence_page
from jixiao.tables.schema import TABLES
from jixiao.writers.files import write_atomically

ROOT: Final = Path(__file__).resolve().parents[1]
DOCS: Final = ROOT / "docs"
FOUNDING_CASE: Final = ROOT / "tests" / "cases" / "jinnan-2020" / "expected.toml"
LAW: Final = Path(jixiao.law.__file__).parent

HEADER: Final = "<!-- 由 make docs 生成，改了会被覆盖。 -->"
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
TABLE_TITLES: Final = {
    "project": "项目",
    "fund": "资金",
    "group": "指标类别",
    "indicator": "指标",
    document: "全文",
    folder: "一起检查的各份文件",
}
DOCUMENT_TITLES: Final = {
    "sections": "正文各部分",
    "claims": "正文里的数",
    "goals": "总体目标",
    "indicators": "绩效指标",
    "troubles": "没有读出来的内容",
    "project": "项目名称、单位和年度",
    "funds": "项目资金",
}
EXAMPLE_TITLES: Final = {"fires": "会报", "silent": "不会报", "apart": "不适用", "unsure": "无法判断"}

# A page's place below docs/ → its text.
Pages = dict[str, str]


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or compare them with those on disk."""
    wanted = pages()
    if list(arguments) != ["--check"]:
        for name, text in wanted.items():
            write_atomically(DOCS / name, text)
        for name in _surplus(wanted):
            (DOCS / name).unlink()
        return 0
    faults = list(_faults(wanted))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def pages() -> Pages:
    """Every generated page."""
    checks = catalogue()
    messages = firing_messages(checks.values())
    made = {f"checks/{code}.md": check_page(check, messages[code]) for code, check in checks.items()}
    made["checks/README.md"] = checks_index(checks.values())
    made["law.md"] = law_page()
    made["evidence.md"] = evidence_page().removesuffix("\n")
    made["founding-case.md"] = founding_page(read_toml(FOUNDING_CASE), checks)
    return {name: f"{HEADER}\n\n{text}\n" for name, text in made.items()}


def firing_messages(checks: Iterable[Check]) -> dict[str, dict[str, list[str]]]:
    """By code and name of the example: the messages that the program gives for it."""
    firing = [(check, name, example) for check in checks for name, example in check.fires.items()]
    single = [(check, _form(example)) for check, _, example in firing if not isinstance(example, tuple)]
    found = iter(_found([form for _, form in single], [check for check, _ in single]))
    messages: dict[str, dict[str, list[str]]] = {}
    for check, name, example in firing:
        findings = (
            next(found)
            if not isinstance(example, tuple)
            else [one for told in _found(example, [check]) for one in told]
        )
        messages.setdefault(check.code, {})[name] = [one.message for one in findings if one.code == check.code]
    return messages


def _found(evaluations: Sequence[Evaluation], checks: Iterable[Check]) -> list[list[Finding]]:
    laws = [
        on(counting_day(one.report_date, one.project.year) or date.min, region_of(one.project.unit or ""))
        for one in evaluations
    ]
    return examine(evaluations, laws, {check.code: check for check in checks}.values(), (Outcome.FAIL,))


def check_page(check: Check, messages: Mapping[str, Sequence[str]]) -> str:
    """The page of one check."""
    facts = {
        "等级": check.head.severity.word,
        "看什么": looks_at(check),
        "为什么要查": check.why,
        "怎么改": check.remedy,
        "不适用于": check.exclusions or "没有例外。",
    }
    basis = (acts()[name] for name in check.head.basis)
    parts = [
        f"# {check.code}　{check.title}",
        *(f"**{name}**：{text}" for name, text in facts.items()),
        "## 依据",
        _list(f"{_named_act(act)}：{_marked(act.evidence, act.words)}" for act in basis),
    ]
    for kind, title in EXAMPLE_TITLES.items():
        examples: Mapping[str, object] = getattr(check, kind)
        if examples:
            said = messages if kind == "fires" else {}
            parts += [f"## {title}", _list(_example(name, said.get(name, ())) for name in examples)]
    parts.append(f"自 {check.head.since} 版起。命令行里看这一页：`jixiao explain {check.code}`。")
    return "\n\n".join(parts)


def checks_index(checks: Iterable[Check]) -> str:
    """All checks, by family."""
    known = list(checks)
    counts = "，".join(
        f"{severity.word} {sum(one.head.severity is severity for one in known)} 项" for severity in Severity
    )
    parts = ["# 检查一览", f"共 {len(known)} 项：{counts}。点开代码看为什么要查、怎么改、依据和例子。"]
    for family, members in groupby(known, key=lambda one: one.code[:2]):
        rows = ((f"[{one.code}]({one.code}.md)", one.title, one.head.severity.word, looks_at(one)) for one in members)
        parts += [f"## {family}　{FAMILY_TITLES[family]}", _table(("代码", "查什么", "等级", "看什么"), rows)]
    return "\n\n".join(parts)


def looks_at(check: Check) -> str:
    """The rows that a check judges and the field that it points at, in words."""
    table, column = check.head.on, check.head.at
    field = DOCUMENT_TITLES[column] if table in (document, folder) else TABLES[table][column].title
    return f"{TABLE_TITLES[table]} · {field}"


def law_page() -> str:
    """Every parameter with all its values: national, by region, by profile."""
    national = read_layer(LAW / "values", NATIONAL, acts())
    parts = [
        "# 规定和参数",
        "程序用到的每一个数、每一条口径，各从哪天起、依据什么、核实到什么程度。",
        "某天某地在用的是哪些，用 `jixiao law --on 2021-03-31 --region 12` 看。",
        "**加粗的“待核”和“建议”不是已经核实的规定。** 核实到什么程度，从高到低：",
        _list(f"{_marked(one, one.words)}{'，引条款' if one.confirmed else ''}" for one in Evidence),
        "## 全国",
        "没有另外规定的地方都用这些。",
        *_layer(national, every=True),
    ]
    for region in sorted((LAW / "regions").iterdir()):
        if region.is_dir():
            title = region_name(region.name)
            overlay = read_layer(region, title, acts(), national)
            parts += [f"## {title}（{region.name}）", "当地另有规定或做法的是下列各项，其余照全国。", *_layer(overlay)]
    for profile in profiles():
        overlay = read_layer(LAW / "profiles" / profile.name, profile.title, acts(), national)
        mark = f"由使用者用 `--profile {profile.name}` 选用；它算出的数都标“{profile.mark.format(place='本地')}”。"
        parts += [f"## {profile.title}（复核口径，{profile.name}）", profile.note, mark, *_layer(overlay)]
    return "\n\n".join(parts)


def founding_page(expected: Mapping[str, Any], checks: Mapping[str, Check]) -> str:
    """What the checks say of the founding report, and why the others say nothing."""
    fires, silent = expected["fires"], expected["silent"]
    document_path = (FOUNDING_CASE.parent / expected["file"]).resolve().relative_to(ROOT).as_posix()
    fired = ((*_named(checks[code]), "、".join(places)) for code, places in fires.items())
    quiet = ((*_named(checks[code]), why) for code, why in silent.items())
    return "\n\n".join(
        [
            "# 原始报告上查出了什么",
            f"`{document_path}` 复述一份公开的 2020 年度评价报告。",
            "每一项检查在它上面的结果如下，由测试逐项核对。",
            f"按全国规定重算总分：{expected['total']}。",
            f"## 报了的（{len(fires)} 项）",
            _table(("代码", "查什么", "等级", "位置"), fired),
            f"## 没有报的（{len(silent)} 项）",
            _table(("代码", "查什么", "等级", "为什么没有报"), quiet),
        ]
    )


def _named(check: Check) -> tuple[str, str, str]:
    return f"[{check.code}](checks/{check.code}.md)", check.title, check.head.severity.word


def _layer(layer: Layer, *, every: bool = False) -> Iterator[str]:
    """The parameters of a layer as one table; with `every`, also those that no text of it speaks of."""
    rows: list[tuple[str, ...]] = []
    for name, parameter in layer.items():
        rows.extend((f"`{name}`", parameter.title, *_values(entry)) for entry in parameter.history)
        if every and not parameter.history:
            rows.append((f"`{name}`", parameter.title, "全国没有规定", "", "", "", parameter.note))
    yield _table(("参数", "项目", "数值", "从哪天起", "依据", "核实", "说明"), rows)


def _values(entry: Entry) -> tuple[str, ...]:
    (line,) = explain(Law(entry.since, "", "", {entry.name: entry}))
    days = f"{line.since}，到 {entry.until:%Y-%m-%d} 前" if entry.until else line.since
    article = f"（{line.article}）" if line.article else ""
    sure = f"{_marked(entry.evidence, entry.evidence.words)}，{entry.checked:%Y-%m-%d} 查"
    return line.value, days, _named_act(entry.act) + article, sure, line.note


def _named_act(act: Act) -> str:
    return f"{act.title} {act.number}".rstrip()


def _marked(evidence: Evidence, words: str) -> str:
    """How something is known; what may not be taken for law stands out."""
    return f"**{words}**" if evidence in (Evidence.MEMORY, Evidence.PROPOSAL) else words


def _form(example: Evaluation | Indicator) -> Evaluation:
    return example if isinstance(example, Evaluation) else an_evaluation(example)


def _example(name: str, messages: Sequence[str]) -> str:
    return f"{name}：{' '.join(messages)}" if messages else name


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ([cell.replace("|", "\\|") for cell in row] for row in (head, ["---"] * len(head), *rows))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _faults(wanted: Pages) -> Iterator[str]:
    for name, text in wanted.items():
        page = DOCS / name
        if not page.exists():
            yield f"缺少 docs/{name}，请运行 make docs"
        elif page.read_text(encoding="utf-8") != text:
            yield f"docs/{name} 已过时，请运行 make docs"
    for name in _surplus(wanted):
        yield f"docs/{name} 没有对应的检查，请运行 make docs"


def _surplus(wanted: Pages) -> list[str]:
    return sorted(name for page in (DOCS / "checks").glob("*.md") if (name := f"checks/{page.name}") not in wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
