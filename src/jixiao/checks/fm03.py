"""FM03: brackets come in pairs of one width."""

from collections.abc import Sequence
from typing import Final

from jixiao.checks.base import HINT, Answer, Edit, Fault, check, document
from jixiao.checks.prose import WHOLE, breaks_off, passages
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding

OPENING: Final = {"（": "）", "(": ")", "〔": "〕", "《": "》", "“": "”", "【": "】"}
CLOSING: Final = set(OPENING.values())


@check("FM03", on=document, at="sections", severity=HINT, basis=["jx-practice"])
def brackets_do_not_pair(d: Evaluation) -> Answer:
    """括号不成对，或全角半角混用

    为什么要查：一半全角一半半角，或者缺了一半，是手工拼改留下的痕迹，也会让查找和套打出错。
    怎么改：改成同一种宽度的一对；中文里用全角。
    不适用于：文本在一句话中间断了，最后一行里没有合上的。
    """
    faults = []
    for field, place, text in passages(d):
        wrong = _unpaired(text)
        if wrong and not _goes_on(d, field) and not (wrong in OPENING and _is_cut(d, field)):
            faults.append(Fault(field, place, {"text": text.strip()[:30], "wrong": wrong}))
    return faults


def _goes_on(d: Evaluation, field: str) -> bool:
    """Whether a paragraph that was broken into lines has the other half on another of them."""
    if d.layout is None or d.layout.format in WHOLE or "].text[" not in field:
        return False
    section = d.sections[int(field.removeprefix("sections[").partition("]")[0])]
    return not _unpaired(section.text.replace("\n", ""))


def _is_cut(d: Evaluation, field: str) -> bool:
    """Whether a line is the last of a text that breaks off, so that the other half was lost with what follows."""
    last = len(d.sections) - 1
    line = d.sections[last].text.count("\n") if d.sections else 0
    return field == f"sections[{last}].text[{line}]" and breaks_off(d)


def _unpaired(text: str) -> str:
    """The first bracket without its partner, "" if all pair; the one of a list item "1）" needs none."""
    open_ones: list[str] = []
    for at, sign in enumerate(text):
        if sign in OPENING:
            open_ones.append(sign)
        elif sign in CLOSING:
            if not open_ones and text[:at].strip().isdigit():
                continue
            if not open_ones or OPENING[open_ones.pop()] != sign:
                return sign
    return open_ones[-1] if open_ones else ""


def _widened(d: Evaluation, finding: Finding) -> Sequence[Edit]:
    """Pairs of round brackets of two widths become full-width; nothing where a bracket has no other half."""
    for field, place, text in passages(d):
        if field == finding.field and place is not None:
            paired = _paired(text)
            return () if _unpaired(paired) or paired == text else (Edit(field, place, text, paired),)
    return ()


def _paired(text: str) -> str:
    signs = list(text)
    open_ones: list[int] = []
    for at, sign in enumerate(text):
        if sign in OPENING:
            open_ones.append(at)
        elif sign in CLOSING and open_ones:
            first = open_ones.pop()
            if (text[first], sign) in {("（", ")"), ("(", "）")}:
                signs[first], signs[at] = "（", "）"
    return "".join(signs)


SAYS = "“{text}”里的“{wrong}”没有同样宽度的另一半。"
REPAIR = _widened
FIRES = {"一半全角一半半角": a_report(a_section("一、", "基本情况", "执行率（B/A)按季计算。"))}
SILENT = {
    "成对": a_report(a_section("一、", "基本情况", "执行率（B/A）按季计算；见《办法》。")),
    "断在括号里": a_report(
        a_section("一、", "基本情况", "按《示例省水库移民资金管理办法》安排，其中市级资金（示财农〔2021")
    ),
}
