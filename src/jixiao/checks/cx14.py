"""CX14: text copied from another project's paper."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, folder
from jixiao.checks.prose import passages
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation, Project
from jixiao.model.place import Place
from jixiao.model.terms import fold

_SHORTEST: Final = 40  # characters of a passage worth comparing
_RUN: Final = 6  # characters of a shingle
_COMMON: Final = 12  # passages in which a shingle is common speech
_LIKE: Final = 75  # percent of shared shingles that make a copy
# What the rules dictate is the same everywhere.
_PRESCRIBED: Final = ("目的", "原则", "方法", "标准", "工作过程", "评价依据", "评价范围")
_DIGITS: Final = re.compile(r"\d[\d.,%]*")


class _Passage(NamedTuple):
    evaluation: int
    field: str
    place: Place | None
    text: str
    shingles: frozenset[str]


@check("CX14", on=folder, at="sections", severity=HINT, basis=["county-review-14"], weighty=True)
def text_copied_from_another_paper(batch: Sequence[Evaluation]) -> Sequence[Answer]:
    """大段文字与另一个项目的材料相同

    为什么要查：不同的项目写出同样的话，至少有一份没有讲自己的事；数字、服务对象、单位名称也可能是别人的。
    怎么改：写本项目的事实；逐个核对这一段里的数和名称。
    不适用于：单独检查的文件；同一项目同一年度的材料；按规定写法统一的评价目的、原则、方法。
    """
    found = [one for n, d in enumerate(batch) for one in _passages(n, d)]
    where: dict[str, list[int]] = {}
    for at, one in enumerate(found):
        for shingle in one.shingles:
            where.setdefault(shingle, []).append(at)
    answers: list[Answer] = [
        [] if len(batch) > 1 and any(_passages(n, d)) else NOT_APPLICABLE for n, d in enumerate(batch)
    ]
    copied: dict[tuple[int, int], list[tuple[_Passage, _Passage]]] = {}
    for at, one in enumerate(found):
        earlier = Counter(other for s in one.shingles if len(where[s]) <= _COMMON for other in where[s] if other < at)
        for other, shared in earlier.most_common():
            if 100 * shared < _LIKE * len(one.shingles):
                break
            source = found[other]
            if not _one_project(batch[one.evaluation], batch[source.evaluation]):
                copied.setdefault((one.evaluation, source.evaluation), []).append((one, source))
                break
    for (n, other), matches in copied.items():
        one = matches[0][0]
        facts = {
            "count": str(len(matches)),
            "text": one.text[:20],
            "file": batch[other].file,
            "left": _left(batch[other], batch[n], [match[0].text for match in matches]),
        }
        answers[n] = [*_faults(answers[n]), Fault(one.field, one.place, facts)]
    return answers


def _faults(answer: Answer) -> list[Fault]:
    return list(answer) if isinstance(answer, Sequence) else []


def _passages(n: int, d: Evaluation) -> Iterator[_Passage]:
    own = [fold(name) for name in (d.project.name, d.project.unit, d.project.department) if name]
    texts = [*passages(d), *((f"goals[{g}].expected", None, goal.expected or "") for g, goal in enumerate(d.goals))]
    for field, place, text in texts:
        at = re.match(r"sections\[(\d+)\]", field)
        if at and any(word in d.sections[int(at[1])].title for word in _PRESCRIBED):
            continue
        plain = fold(text)
        for name in own:
            plain = plain.replace(name, "")
        plain = _DIGITS.sub("", plain)
        if len(plain) >= _SHORTEST:
            runs = frozenset(plain[at : at + _RUN] for at in range(len(plain) - _RUN + 1))
            yield _Passage(n, field, place, text.strip(), runs)


def _one_project(one: Evaluation, other: Evaluation) -> bool:
    """Whether two papers are on one project of one year, or come from one file."""
    if one.file == other.file or one.project.year != other.project.year:
        return one.file == other.file
    names = {fold(each.project.name or "") for each in (one, other)}
    return len(names) == 1 or any(name and all(name in other for other in names) for name in names)


def _left(source: Evaluation, own: Evaluation, texts: list[str]) -> str:
    """What the copy says of names that belong to the other paper."""
    names = [name for name in (source.project.unit, source.project.name) if name and len(name) > 2]
    ours = fold(f"{own.project.unit}{own.project.name}{own.project.department}")
    left = [name for name in names if fold(name) not in ours and any(fold(name) in fold(text) for text in texts)]
    return f"，还留着“{left[0]}”" if left else ""


SAYS = "“{text}…”等 {count} 段与 {file} 相同{left}。"
TEXT = "本项目由甲乙区文化馆组织实施，全年开展送戏下乡120场，惠及群众3万人次，丰富了基层群众的文化生活，受到普遍欢迎。"


def _report(file: str, unit: str, text: str = TEXT) -> Evaluation:
    made = a_report(a_section("（三）", "产出情况", text, level=2), project=Project(f"{unit}专项", "", unit, 2020))
    return replace(made, file=file)


FIRES = {
    "换了单位": (_report("甲", "甲乙区文化馆"), _report("乙", "丙丁县图书馆")),
    "换了数": (
        _report("甲", "甲乙区文化馆"),
        _report("乙", "丙丁县图书馆", TEXT.replace("120", "95").replace("3万", "2万")),
    ),
}
SILENT = {
    "各写各的": (
        _report("甲", "甲乙区文化馆"),
        _report(
            "乙",
            "丙丁县图书馆",
            "全年新购图书8000册，接待读者6万人次，流动书车到村68趟，办理借书证1200张，读书会每月一期，全年没有间断。",
        ),
    )
}
APART = {"只有一份": (_report("甲", "甲乙区文化馆"),)}
