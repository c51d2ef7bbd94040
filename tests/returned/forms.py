"""A small report with its form, right in every figure, as docx and as xlsx; errors are planted into its texts."""

from jixiao import api
from readers.books import book_parts, c, row, sheet
from readers.words import p, package, tbl, tc, tr, word_parts

PROSE = (
    "校舍维修项目支出绩效自评报告",
    "一、基本情况",
    "（一）项目概况",
    "年初预算100万元，实际支出87.50万元，对绩效指标逐项核对，共查看850间教室。",
    "（二）项目绩效目标",
    "保障校舍安全（含附属用房）。",
    "二、绩效评价工作开展情况",
    "成立小组，按季度核对台账，情况属实。",
    "三、综合评价情况及评价结论",
    "总体良好。",
)
FORM = (
    ("项目名称", 1, "2021年度校舍维修", 7),
    ("主管部门", 1, "示例区教育局", 3, "实施单位", 1, "示例小学", 3),
    ("项目资金（万元）", 2, "年初预算数", 1, "全年预算数", 1, "全年执行数", 1, "分值", 1, "执行率", 1, "得分", 1),
    ("年度资金总额", 2, "100", 1, "100", 1, "87.50", 1, "10", 1, "87.50%", 1, "8.75", 1),
    ("一级指标", 1,
     "二级指标", 1, "三级指标", 1, "年度指标值", 1, "实际完成值", 1, "分值", 1, "得分", 1, "偏差原因", 1),
    ("产出指标", 1, "数量指标", 1, "维修教室（间）", 1, "≥10间", 1, "10间", 1, "50", 1, "50", 1, "", 1),
    ("效益指标", 1, "社会效益指标", 1, "使用年限", 1, "≥5年", 1, "5年", 1, "30", 1, "30", 1, "", 1),
    ("满意度指标", 1, "服务对象满意度指标", 1, "师生满意度", 1, "≥90%", 1, "95%", 1, "10", 1, "10", 1, "", 1),
    ("总分", 5, "100", 1, "98.75", 1, "", 1),
)  # fmt: skip


def planted(text, changes):
    for old, new in changes:
        text = text.replace(old, new)
    return text


def as_docx(changes=(), *, split=()):
    """split: texts whose every character gets a run of its own."""
    body = "".join(_paragraph(planted(text, changes), split) for text in PROSE)
    rows = [
        tr(
            *(
                tc(_paragraph(planted(text, changes), split), f'<w:gridSpan w:val="{span}"/>')
                for text, span in _pairs(line)
            )
        )
        for line in FORM
    ]
    return package(word_parts(body + tbl(*rows)))


def as_xlsx(changes=(), *, shared=False):
    rows, merged, strings = [], [], []
    for number, line in enumerate(FORM, 1):
        cells, col = [], 0
        for text, span in _pairs(line):
            address = f"{'ABCDEFGH'[col]}{number}"
            cells.append(_cell(address, planted(text, changes), strings if shared else None))
            if span > 1:
                merged.append(f"{address}:{'ABCDEFGH'[col + span - 1]}{number}")
            col += span
        rows.append(row(number, *cells))
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>'
    table = "".join(f"<si><t>{text}</t></si>" for text in strings)
    return package(book_parts(sheet("自评表", *rows, merged=merged), strings=table, styles=styles))


def read(path, data):
    path.write_bytes(data)
    return api.read(path)


def _pairs(line):
    return list(zip(line[::2], line[1::2], strict=True))


def _paragraph(text, split):
    if not any(one in text for one in split):
        return p(text)
    return "<w:p>" + "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{sign}</w:t></w:r>" for sign in text) + "</w:p>"


def _cell(address, text, strings):
    if text.endswith("%") and text[0].isdigit():
        return c(address, f"{float(text[:-1]) / 100:.6f}", s=1)
    if not text or (text.replace(".", "").isdigit() and text.isascii()):
        return c(address, text) if text else c(address, "", t="n")
    if strings is None:
        return c(address, text)
    if text not in strings:
        strings.append(text)
    return c(address, strings.index(text), t="s")
