"""The styles of the form and of the report in a Word document.

Source of the type: GB/T 9704-2012 (title 二号小标宋, text 三号仿宋 in 22 lines a page, headings 黑体 and 楷体).
Source of the format: ECMA-376 part 1 §17.7.
"""

from typing import Final

from jixiao.writers.word import NAMESPACES, PROLOGUE

TITLE_FONT: Final = "方正小标宋简体"
BODY_FONT: Final = "仿宋_GB2312"
HEAD_FONT: Final = "黑体"
SUB_FONT: Final = "楷体_GB2312"
PAGE_FONT: Final = "宋体"
LATIN_FONT: Final = "Times New Roman"

# Half points: 二号, 小二, 三号, 四号, 小四 and 小五.
_2, _2S, _3, _4, _4S, _CELL = 44, 36, 32, 28, 24, 18
# 22 lines in 225 mm.
_LINE: Final = '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>'
_INDENT: Final = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_CENTER: Final = '<w:jc w:val="center"/>'
_KEEP: Final = "<w:keepNext/>"


def styles() -> str:
    """The part with all styles."""
    made = (
        _style("Normal", "Normal", _LINE, _type(BODY_FONT, _3)),
        _style("Body", "Body Text", f'{_LINE}{_INDENT}<w:jc w:val="both"/>', _type(BODY_FONT, _3)),
        _style("Title", "Title", _free(0, 0, 640, "exact") + _CENTER, _type(TITLE_FONT, _2)),
        _style("Subtitle", "Subtitle", _LINE + _CENTER, _type(SUB_FONT, _3)),
        _heading(1, HEAD_FONT, ""),
        _heading(2, SUB_FONT, "<w:b/>"),
        _heading(3, BODY_FONT, "<w:b/>"),
        _style("Cell", "Table Cell", _free(15, 15), _type(BODY_FONT, _CELL)),
        _style("Caption", "caption", _KEEP + _free(120, 60) + _CENTER, _type(HEAD_FONT, _4S)),
        _style("Note", "Note", _free(0, 0), _type(BODY_FONT, _CELL)),
        _style("Gap", "Gap", _free(0, 0, 20, "exact"), _type(BODY_FONT, 2)),
        _style("Cover", "Cover", f'{_LINE}<w:ind w:leftChars="300" w:left="960"/>', _type(BODY_FONT, _3)),
        _style("Drawing", "jixiao chart", _KEEP + _free(0, 0) + _CENTER, _type(BODY_FONT, _4S)),
        _style("Figure", "jixiao chart title", _free(60, 120) + _CENTER, _type(HEAD_FONT, _4S)),
        _style("Signed", "Signature", _LINE + _SIGNED, _type(BODY_FONT, _3)),
        _style("Annex", "Annex", f"<w:pageBreakBefore/>{_LINE}", _type(HEAD_FONT, _3)),
        _style("AnnexTitle", "Annex Title", _LINE + _CENTER, _type(TITLE_FONT, _2S)),
        _style("Page", "page number", _free(0, 0), _type(PAGE_FONT, _4)),
    )
    return f"{PROLOGUE}<w:styles {NAMESPACES}>{''.join(made)}</w:styles>"


# Four characters from the right edge.
_SIGNED: Final = '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'


def _free(before: int, after: int, line: int = 240, rule: str = "auto") -> str:
    """Line spacing of its own, not that of the page's grid."""
    spacing = f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'
    return f'<w:snapToGrid w:val="0"/>{spacing}'


def _heading(level: int, font: str, weight: str) -> str:
    setting = f'{_KEEP}{_LINE}{_INDENT}<w:outlineLvl w:val="{level - 1}"/>'
    return _style(f"Heading{level}", f"heading {level}", setting, _type(font, _3, weight))


def _style(key: str, name: str, paragraphs: str, runs: str) -> str:
    """One paragraph style that rests on no other."""
    default = ' w:default="1"' if key == "Normal" else ""
    head = f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>'
    return f"{head}<w:pPr>{paragraphs}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"


def _type(font: str, half_points: int, weight: str = "") -> str:
    """Run properties: a Chinese font beside the Latin one."""
    fonts = f'<w:rFonts w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}" w:eastAsia="{font}" w:cs="{LATIN_FONT}"/>'
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    return f'{fonts}{weight}{size}<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
