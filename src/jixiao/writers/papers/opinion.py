"""复核意见: what the reviewer sends back to a unit, as a Word document in the layout of official papers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from jixiao.checks.base import Check
from jixiao.checks.examined import Examined, Review
from jixiao.checks.fields import title_of
from jixiao.evaluation.story.lines import day_text
from jixiao.law.load import region_name
from jixiao.model.finding import Finding, Severity
from jixiao.model.number import Number, plain, tidy
from jixiao.writers import word
from jixiao.writers.grid import Align, plain_grid
from jixiao.writers.papers import ours
from jixiao.writers.papers.problems import basis_of
from jixiao.writers.papers.rows import chosen
from jixiao.writers.papers.summary import reason_of
from jixiao.writers.word_document import FOOTERS, MARGINS, paper

TITLE: Final = "项目支出绩效自评复核意见"
_ORDINALS: Final = "一二三四五六七八九十"
_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_LONGEST: Final = 60
_UNNAMED: Final = "没有读到单位"
_HEADINGS: Final = {
    Severity.ERROR: "必须修改的问题",
    Severity.WARNING: "需要核实的问题",
    Severity.HINT: "供参考的提示",
}


def opinions(review: Review) -> dict[str, bytes]:
    """File name → document, one for each unit, in the order in which the units appear."""
    units: dict[str, list[Examined]] = {}
    for one in review.examined:
        units.setdefault(one.evaluation.project.unit or one.evaluation.project.department or "", []).append(one)
    made: dict[str, bytes] = {}
    for unit, examined in units.items():
        made[_file_name(unit, made)] = opinion(unit, examined, review.checks)
    return made


def _file_name(unit: str, taken: Mapping[str, bytes]) -> str:
    stem = f"复核意见（{_FORBIDDEN.sub('', unit)[:_LONGEST].strip(' .') or _UNNAMED}）"
    names = {name.casefold() for name in taken}
    name, number = f"{stem}.docx", 1
    while name.casefold() in names:
        number += 1
        name = f"{stem}{number}.docx"
    return name


def opinion(unit: str, examined: Sequence[Examined], checks: Mapping[str, Check]) -> bytes:
    """The document for one unit. Who sends it and when is left for the sender to fill in."""
    body = [
        _text(TITLE, "Title"),
        _text("", "Normal"),
        _text(f"{unit or '〔单位待填〕'}：", "Normal"),
        _text(_opening(examined), "Body"),
        _text("一、复核结果", "Heading1"),
        *_results(examined),
    ]
    number = 1
    for severity, heading in _HEADINGS.items():
        found = [(one, _standing(one.failed(severity))) for one in examined]
        if any(findings for _, findings in found):
            body.append(_text(f"{_ORDINALS[number]}、{heading}", "Heading1"))
            body += _problems(found, checks)
            number += 1
    open_ones = [(one, _standing(one.undecided)) for one in examined]
    if any(findings for _, findings in open_ones):
        body.append(_text(f"{_ORDINALS[number]}、无法判断的事项", "Heading1"))
        body += _undecided(open_ones)
        number += 1
    body += [_text(f"{_ORDINALS[number]}、有关要求", "Heading1"), _text(_CLOSING, "Body"), *_SIGNED]
    return paper(
        "".join(body) + word.section(MARGINS, FOOTERS),
        {ours.PART: ours.part()},
        kinds={ours.PART: ours.PART_TYPE},
        top=[("rId2", "custom-properties", ours.PART)],
    )


_CLOSING: Final = (
    "请对照以上意见修改自评材料，于〔日期待填〕前重新报送；对复核意见有不同看法的，请附依据一并说明。"
    "评分依据标“待核”的，以现行有效的文件原文为准。"
)


def _opening(examined: Sequence[Examined]) -> str:
    laws = dict.fromkeys(f"{day_text(one.law.day)}有效的{region_name(one.law.region)}规定" for one in examined)
    marks = dict.fromkeys(mark for one in examined if (mark := chosen(one)[2]))
    ground = "、".join(laws) + (f"，并参照“{'、'.join(marks)}”" if marks else "")
    return f"对你单位报送的 {len(examined)} 份项目支出绩效自评材料，按{ground}作了复核，意见如下。"


def _results(examined: Sequence[Examined]) -> list[str]:
    """A table of scores, and below it why they differ."""
    rows = []
    for one in examined:
        _, card, _ = chosen(one)
        total = one.evaluation.total
        rows.append(
            (
                one.evaluation.project.name or "（没有读到项目名称）",
                _shown(total.score),
                tidy(card.earned) if card.rows else "—",
                tidy(card.undecided) if card.undecided else "",
                card.grade_text() if card.grade or card.grade_range else "—",
                reason_of(one) if card.rows else "没有读到指标表，不能复核得分",
            )
        )
    header = ("项目名称", "自评得分", "复核得分", "无法判断", "复核等级", "差异原因")
    aligns = (Align.LEFT, Align.CENTER, Align.CENTER, Align.CENTER, Align.CENTER, Align.LEFT)
    grid = plain_grid(header, rows, (420, 160, 160, 160, 170, 490), aligns, {})
    return [word.table(grid), word.paragraph("", "Note")]


def _shown(value: Number) -> str:
    if value is None:
        return "没有读到"
    return "没有填" if value == "" else plain(value)


def _standing(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.counts]


def _problems(found: Sequence[tuple[Examined, list[Finding]]], checks: Mapping[str, Check]) -> list[str]:
    """By project and check: where, what, and once for each check how to mend it and on what basis."""
    made = []
    for number, (one, findings) in enumerate(((one, own) for one, own in found if own), 1):
        made.append(_text(_project(number, one), "Heading2"))
        for at, (code, same) in enumerate(groupby(findings, key=lambda finding: finding.code), 1):
            own = list(same)
            check = checks[code]
            made.append(_text(f"{at}．{check.title}（{code}）。{_facts(own)}", "Body"))
            advice = f"建议：{check.remedy}" if check.remedy else ""
            basis = basis_of(own[0])
            made.append(_text(advice + (f"依据：{basis}。" if basis else ""), "Body"))
    return made


def _facts(findings: Sequence[Finding]) -> str:
    if len(findings) == 1:
        return _fact(findings[0])
    return "".join(f"（{number}）{_fact(finding)}" for number, finding in enumerate(findings, 1))


def _fact(finding: Finding) -> str:
    place = f"{finding.place}：" if finding.place else ""
    text = place + finding.message
    return text if text.endswith("。") else f"{text}。"


def _undecided(found: Sequence[tuple[Examined, list[Finding]]]) -> list[str]:
    """By project and missing field, how many questions it leaves open: the unit can only supply the field."""
    made = []
    for number, (one, findings) in enumerate(((one, own) for one, own in found if own), 1):
        made.append(_text(_project(number, one), "Heading2"))
        counts: dict[str, int] = {}
        for finding in findings:
            for title in dict.fromkeys(map(title_of, finding.missing)) or ("没有写明的内容",):
                counts[title] = counts.get(title, 0) + 1
        words = "；".join(f"缺“{title}”，{count} 项核对不能下结论" for title, count in counts.items())
        made.append(_text(f"{words}。请补充后重新报送。", "Body"))
    return made


def _project(number: int, one: Examined) -> str:
    ordinal = _ORDINALS[number - 1] if number <= len(_ORDINALS) else str(number)
    return f"（{ordinal}）{one.evaluation.project.name or one.evaluation.file}"


def _text(text: str, style: str) -> str:
    return word.paragraph(word.run(text) if text else "", style)


_SIGNED: Final = (
    _text("", "Normal"),
    _text("〔复核单位待填〕", "Signed"),
    _text("〔日期待填〕", "Signed"),
)
