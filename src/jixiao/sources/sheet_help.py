"""The sheet 说明 of 项目资料.xlsx: how to fill it in, which evidence files there are, which measures."""

from collections.abc import Iterator, Mapping
from typing import Final

from jixiao.sources.rows import SCHEMAS

HELP_SHEET: Final = "说明"

_HOW: Final = (
    ("从上到下", "先填“项目”“资金”“费用明细”“目标”“指标”，再填“合同”“支付”“会议”“佐证”。用不到的表空着，不要删。"),
    ("带 * 的列", "必填。其余可以空着。"),
    ("示例行", "“标记”列写着“示例”的灰色行只供参考，不会被读取；可以留着，也可以删去。"),
    ("金额", "单位是元，最多两位小数。要写万元的，写成“2837.8294万元”，不会有误差。"),
    ("日期", "写成 2020-04-01 的样子。"),
    (
        "数字不用手抄",
        "能由佐证算出的完成值填“测量方法”，由程序计算；不能用公式打分的由评分人打分并写明理由；其余写“自述完成值”。",
    ),
    ("合计要相等", "年初预算数加调整数等于全年预算数；费用明细的合计等于资金的合计。差一分钱都会指出来。"),
    ("大表放文件", "台账、日志放在 evidence 文件夹，名称见下。合同、支付、会议也可以放文件，那样这里就空着。"),
    ("写好以后", "文字部分写在 narrative.md；然后运行 jixiao evaluate 这个文件夹。"),
)


def help_lines(measures: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of cells; a heading has nothing in its second."""
    yield "怎么填", ""
    yield from _HOW
    yield "佐证文件", ""
    for schema in SCHEMAS.values():
        columns = "、".join(column.title for column in schema.columns)
        yield f"{schema.title}", f"evidence/{schema.kind}.csv 或 .xlsx、.parquet，列：{columns}"
    if measures:
        yield "测量方法", ""
        yield from measures.items()
