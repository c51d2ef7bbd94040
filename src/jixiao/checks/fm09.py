"""FM09: paper, margins and the pitch of lines."""

from collections import Counter
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.prose import has_text
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Face, Layout, Sheet
from jixiao.model.place import Place

_PAPER: Final = ((210, 297), (297, 210))
# Millimetres: what is prescribed, and by how much a margin may differ.
_MARGINS: Final = {"top": ("上", 37, 2), "bottom": ("下", 35, 2), "left": ("左", 28, 2), "right": ("右", 26, 2)}
# Twentieths of a point: 28 to 30 points.
_LEAST: Final = 560
_MOST: Final = 600
_TWENTY: Final = 20


@check("FM09", on=document, at="sections", severity=HINT, basis=["gbt-9704-2012"])
def page_not_of_official_papers(d: Evaluation) -> Answer:
    """纸张、页边距、行距与公文格式不同

    为什么要查：公文用 A4 纸，上边距 37 毫米、左 28 毫米，行距固定在 28 至 30 磅；不一致的，装订和复核都不方便。
    怎么改：在页面设置里改边距，在段落里把行距设成固定值；单位另有规定的从其规定。
    不适用于：不是 Word 文件的；没有分部分的；横排的附表。
    """
    page = d.layout
    if page is None or page.sheet is None or not has_text(d):
        return NOT_APPLICABLE
    sheet = page.sheet
    wrong = []
    if (sheet.width, sheet.height) not in _PAPER:
        wrong.append(f"纸张是 {sheet.width}×{sheet.height} 毫米，应是 A4")
    elif sheet.width < sheet.height:
        sides = ((name, getattr(sheet, side), due, room) for side, (name, due, room) in _MARGINS.items())
        off = [f"{name}边距 {got} 毫米（应为 {due}）" for name, got, due, room in sides if abs(got - due) > room]
        wrong += ["、".join(off)] if off else []
    pitches = Counter(face.pitch for face in page.faces)
    if page.faces:
        pitch = pitches.most_common(1)[0][0]
        if not pitch:
            wrong.append("行距不是固定值（应为 28 至 30 磅）")
        elif not _LEAST <= pitch <= _MOST:
            wrong.append(f"行距固定为 {pitch / _TWENTY:g} 磅（应为 28 至 30 磅）")
    return [Fault("sections", Place(line=page.faces[0].line) if page.faces else None, {"what": what}) for what in wrong]


def _report(top: int, pitch: int) -> Evaluation:
    faces = (Face(1, "仿宋", "", 32, pitch, centred=False),)
    layout = Layout("示例", "docx", (), (), faces, Sheet(210, 297, top, 35, 28, 26))
    return a_report(a_section("一、", "基本情况", "略。"), layout=layout)


SAYS = "{what}。"
FIRES = {"边距": _report(25, 580), "行距": _report(37, 360), "没有固定": _report(37, 0)}
SILENT = {"合规": _report(37, 580)}
APART = {"只有自评表": an_evaluation(), "没有原文件": a_report(a_section("一、", "基本情况", "略。"))}
