"""A chart as a DrawingML part with the workbook that Word opens when someone edits it.

Patterns and markers instead of colours: readable in black and white.
Source of the format: ECMA-376 part 1 §21.2 (charts).
"""

from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Final

import xlsxwriter

from jixiao.evaluation.story.blocks import Chart
from jixiao.model.number import plain, tidy
from jixiao.writers.word import OFFICE, PROLOGUE, clean

_NAMESPACES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}"'
)
_EPOCH: Final = datetime(1980, 1, 1)  # noqa: DTZ001  a workbook knows no zone
_BLACK: Final = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_GREY: Final = '<a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill>'
_FONTS: Final = '<a:latin typeface="Times New Roman"/><a:ea typeface="仿宋_GB2312"/>'
_TEXT: Final = (
    f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900">{_BLACK}{_FONTS}</a:defRPr></a:pPr>'
    '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
)
_PATTERN: Final = (
    '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
    '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
)


def chart_xml(chart: Chart) -> str:
    """The chart part; its workbook is the relationship rId1."""
    plot = _columns(chart) if chart.kind == "columns" else _line(chart)
    line = f'<c:spPr><a:ln w="9525">{_BLACK}</a:ln></c:spPr>'
    ticks = '<c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{_GREY}</a:ln></c:spPr></c:majorGridlines>'
    axes = (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="b"/>{ticks}<c:tickLblPos val="low"/>{line}{_TEXT}<c:crossAx val="2"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{_bounds(chart)}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/>{grid}<c:numFmt formatCode="General" sourceLinked="0"/>{ticks}'
        f'<c:tickLblPos val="nextTo"/>{line}{_TEXT}<c:crossAx val="1"/></c:valAx>'
    )
    legend = (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_TEXT}</c:legend>' if chart.level is not None else ""
    )
    return (
        f'{PROLOGUE}<c:chartSpace {_NAMESPACES}><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}{axes}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def workbook(chart: Chart) -> bytes:
    """The figures of a chart as a workbook, for whoever edits it."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": _EPOCH})
    sheet = book.add_worksheet("数据")
    sheet.write_row(0, 1, [name for name, _ in _series(chart)])
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)
        for col, (_, values) in enumerate(_series(chart), 1):
            value = values[row - 1]
            if value is not None:
                sheet.write_number(row, col, value)  # type: ignore[call-overload]  # also takes a Decimal
    book.close()
    return made.getvalue()


def _series(chart: Chart) -> list[tuple[str, tuple[Decimal | None, ...]]]:
    found = [(chart.name, chart.values)]
    return found if chart.level is None else [*found, (chart.level_name, (chart.level,) * len(chart.categories))]


def _bounds(chart: Chart) -> str:
    """Columns stand on zero; shares end at 100."""
    if chart.kind != "columns":
        return ""
    highest = '<c:max val="100"/>' if chart.unit == "%" and all((one or 0) <= 100 for one in chart.values) else ""
    return f'{highest}<c:min val="0"/>'


def _columns(chart: Chart) -> str:
    shape = f'<c:spPr>{_PATTERN}<a:ln w="9525">{_BLACK}</a:ln></c:spPr><c:invertIfNegative val="0"/>'
    labels = (
        f'<c:dLbls>{_TEXT}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{_one(chart, 0, shape, labels)}<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )


def _line(chart: Chart) -> str:
    drawn = (
        f'<c:spPr><a:ln w="19050">{_BLACK}</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/>'
        f"<c:spPr>{_BLACK}</c:spPr></c:marker>"
    )
    dashes = f'<c:spPr><a:ln w="12700">{_BLACK}<a:prstDash val="dash"/></a:ln></c:spPr>'
    level = f'{dashes}<c:marker><c:symbol val="none"/></c:marker>'
    series = "".join(
        _one(chart, at, drawn if at == 0 else level, "", '<c:smooth val="0"/>') for at in range(len(_series(chart)))
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )


def _one(chart: Chart, at: int, shape: str, labels: str, end: str = "") -> str:
    name, values = _series(chart)[at]
    column, last = "BC"[at], len(chart.categories) + 1
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{tidy(value) if chart.kind == "columns" else plain(value)}</c:v></c:pt>'
        for n, value in enumerate(values)
        if value is not None
    )
    names = "".join(f'<c:pt idx="{n}"><c:v>{clean(one)}</c:v></c:pt>' for n, one in enumerate(chart.categories))
    count = f'<c:ptCount val="{len(values)}"/>'
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>数据!${column}$1</c:f>'
        "<c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{clean(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"{shape}{labels}"
        f"<c:cat><c:strRef><c:f>数据!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>数据!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"{count}{points}</c:numCache></c:numRef></c:val>{end}</c:ser>"
    )
