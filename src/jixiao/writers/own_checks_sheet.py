"""An empty sheet for a bureau's own checks, with two that work and a page of help."""

from datetime import datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from jixiao.model.finding import Severity
from jixiao.review.own_checks import COLUMNS, GRADE, OPTIONAL
from jixiao.tables.formula.names import ALSO, WORDS
from jixiao.tables.formula.names import COLUMNS as NAMES
from jixiao.writers.papers import look

_WIDTHS: Final = (10.0, 24.0, 26.0, 36.0, 36.0, 30.0, 30.0, 10.0, 30.0)
_EPOCH: Final = datetime(1980, 1, 1)  # noqa: DTZ001  a workbook knows no zone
_BLANK: Final = 60
_CHECKS: Final = (
    (
        "本局01",
        "没有开展的工作得了分",
        "",
        '且(包含(实际完成值,"未开展","未实施"), 得分>0)',
        "“{三级指标}”实际完成值是“{实际完成值}”，却得了 {得分} 分。",
        "实际完成值=未开展；得分=3",
        "实际完成值=未开展；得分=0\n实际完成值=10台；得分=10",
        "必须改",
        "按没有完成计 0 分，或者改正实际完成值。",
    ),
    (
        "本局02",
        "各行得分加执行得分不等于总分",
        "已填(总分)",
        "合计(得分)+执行得分<>总分",
        "指标得分合计 {合计(得分)} 分，预算执行得分 {执行得分} 分，总分印的是 {总分} 分。",
        "得分=80；得分=9；执行得分=10；总分=98",
        "得分=80；得分=9；执行得分=10；总分=99",
        "",
        "核对每一行的得分，再改总分。",
    ),
)
_HOW: Final = (
    ("怎么填", ""),
    ("编号", "自己定，例如 本局01；不能和软件自带检查的代码（两个字母加两个数字）一个样子。"),
    ("名称", "一句话说清查什么。"),
    ("适用条件", "什么时候才查；空着就是都查。"),
    ("出错条件", "成立就报。写了某一行的列，就逐行查；只写项目的列和 合计(…) 一类，就看整张表。"),
    ("提示语", "报出时的话；大括号里写列名，会换成表上的内容，例如 {得分}、{合计(得分)}。"),
    (
        "应报例、不应报例",
        "一格里一行一个例子，写成 实际完成值=未开展；得分=3。同一列写第二次，就是下一行指标。",
    ),
    ("例子里没有写的格子", "按“指标值≥10台、实际完成值10台、分值10、得分10”和预算、执行各 100 万元算，总分空着。"),
    ("试例子", "每次读这张表都先试例子，有一个不对，整张表不用。"),
    ("等级、怎么改", "可以空着；等级空着是“建议核实”。"),
    ("没有填的格子", "比较到没有填的数，这一行不适用，不报；要查没有填，用 为空(…)。没有读出来的，答“无法判断”。"),
    ("数的单位", "金额要写单位：全年预算数>100万元；百分数写 执行率<80% 或 得分<分值*60%；分数不写单位。"),
    ("符号", "+ - * = <> > >= < <= 和括号、逗号；文字加引号。全角半角都可以。"),
    ("用它", "jixiao check 文件夹 --checks 这个文件.xlsx"),
    ("可以用的写法", ""),
)


def own_checks_sheet() -> bytes:
    """The workbook: a sheet of checks, a sheet of help."""
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": "本局检查", "created": _EPOCH})
    looks = look.Looks(book)
    sheet = book.add_worksheet("检查")
    look.set_up(sheet, _WIDTHS, (0, 0))
    for col, name in enumerate((*COLUMNS, *OPTIONAL)):
        look.put(sheet, 0, col, name, looks["head"])
    for row in range(1, 1 + _BLANK):
        texts = _CHECKS[row - 1] if row <= len(_CHECKS) else ("",) * len(_WIDTHS)
        for col, text in enumerate(texts):
            look.put(sheet, row, col, text, looks["text"])
    for row in range(1, 1 + len(_CHECKS)):
        sheet.set_row(row, 4 * look.LINE)
    grade = (*COLUMNS, *OPTIONAL).index(GRADE)
    choices = [one.word for one in Severity]
    sheet.data_validation(1, grade, _BLANK, grade, {"validate": "list", "source": choices, "ignore_blank": True})
    sheet.freeze_panes(1, 2)
    _help(book.add_worksheet("说明"), looks)
    book.close()
    return made.getvalue()


def _help(sheet: Any, looks: look.Looks) -> None:
    look.set_up(sheet, (22.0, 110.0), None)
    lines = [
        *_HOW,
        *((name, meaning) for name, meaning in WORDS.items()),
        ("可以用的列", ""),
        *((name, "、".join(also for also, known in ALSO.items() if known == name)) for name in NAMES),
    ]
    for row, (name, text) in enumerate(lines):
        look.put(sheet, row, 0, name, looks["text" if text or name in NAMES else "head"])
        look.put(sheet, row, 1, text, looks["text" if text or name in NAMES else "head"])
