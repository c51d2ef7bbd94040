"""FM08: headings and text are set in the fonts and sizes of official papers."""

from collections.abc import Iterator
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.prose import has_text
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Face, Layout, Paragraph
from jixiao.model.place import Place, Source

# Role: its name, what its font is called one way or another, how it is prescribed, and the size in half-points.
_ROLES: Final = {
    0: ("标题", ("宋", "SimSun", "Song"), "小标宋", 44),
    1: ("一级标题", ("黑体", "SimHei", "Hei"), "黑体", 32),
    2: ("二级标题", ("楷", "Kai"), "楷体", 32),
    9: ("正文", ("仿宋", "FangSong"), "仿宋", 32),
}
_TEXT: Final = 9
_HALF: Final = 2


@check("FM08", on=document, at="sections", severity=HINT, basis=["gbt-9704-2012"])
def fonts_or_sizes_not_of_official_papers(d: Evaluation) -> Answer:
    """字体、字号与公文格式不同

    为什么要查：评价报告不是红头文件，复核时也按公文格式看：标题小标宋二号，一级标题黑体三号，二级标题楷体三号，正文仿宋三号。
    怎么改：用样式统一改，不要逐段改；单位另有规定的从其规定。
    不适用于：不是 Word 文件的；没有分部分的；文件没有说明字体、字号的段落。每一种只报第一处；正文有一半以上不同才报。
    """
    if d.layout is None or not d.layout.faces or not has_text(d):
        return NOT_APPLICABLE
    wrong: dict[int, list[tuple[str, Face, str]]] = {}
    seen, total = False, 0
    for role, field, face in _faces(d, d.layout):
        name, fonts, font, size = _ROLES[role]
        seen, total = seen or bool(face.font or face.size), total + (role == _TEXT)
        if (face.font and not any(one in face.font for one in fonts)) or (face.size and face.size != size):
            printed = f"{face.font or '字体未注明'} {face.size / _HALF:g} 磅" if face.size else face.font
            wrong.setdefault(role, []).append((field, face, f"{name}是{printed}，应是{font} {size // _HALF} 磅"))
    if not seen:
        return NOT_APPLICABLE
    return [
        Fault(found[0][0], Place(line=found[0][1].line), {"what": found[0][2], "count": str(len(found))})
        for role, found in wrong.items()
        if role != _TEXT or _HALF * len(found) > total
    ]


def _faces(d: Evaluation, layout: Layout) -> Iterator[tuple[int, str, Face]]:
    """Role, field and face of the title, the headings of two levels, and the paragraphs of text."""
    faces = {face.line: face for face in layout.faces}
    roles: dict[int, tuple[int, str]] = {}
    for at, section in enumerate(d.sections):
        for line in range(len(section.text.split("\n")) if section.text and section.level else 0):
            _note(roles, d, f"sections[{at}].text[{line}]", _TEXT)
        if section.level in (1, 2):
            _note(roles, d, f"sections[{at}].heading", section.level)
    title = next((face for face in layout.faces if face.centred and face.line < min(roles, default=0)), None)
    if title:
        yield 0, "sections", title
    yield from ((role, field, faces[line]) for line, (role, field) in sorted(roles.items()) if line in faces)


def _note(roles: dict[int, tuple[int, str]], d: Evaluation, field: str, role: int) -> None:
    place = d.place(field)
    if place and place.line and place.table is None:
        roles[place.line] = (role, field)


def _report(font: str, size: int) -> Evaluation:
    faces = (Face(1, "黑体", "", 32, 0, centred=False), Face(2, font, "", size, 0, centred=False))
    blocks = (Paragraph("一、基本情况", 1), Paragraph("略。", 2))
    sources = {"sections[0].heading": Source(Place(line=1), ""), "sections[0].text[0]": Source(Place(line=2), "")}
    return a_report(
        a_section("一、", "基本情况", "略。"), layout=Layout("示例", "docx", blocks, (), faces), sources=sources
    )


SAYS = "{what}，共 {count} 段。"
FIRES = {"正文用宋体": _report("宋体", 32), "正文小四": _report("仿宋_GB2312", 24)}
SILENT = {"合规": _report("仿宋_GB2312", 32)}
APART = {"只有自评表": an_evaluation(), "没有原文件": a_report(a_section("一、", "基本情况", "略。"))}
