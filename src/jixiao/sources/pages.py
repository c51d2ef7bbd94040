"""What evidence files hold, as pages for people: docs/evidence.md, and `jixiao explain evidence/…`."""

from collections.abc import Iterable, Iterator
from typing import Final

from jixiao.sources.cells import UNITS
from jixiao.sources.rows import SCHEMAS
from jixiao.sources.schema import Cell, Column, Schema
from jixiao.sources.stated import TABLES

_HEADER: Final = ("列", "内容", "必填", "也可以写作", "说明")
_INTRO: Final = """\
# 佐证文件

佐证放在项目文件夹的 `evidence/` 里，一种一个文件，名称用下面的英文名或中文名，
例如 `evidence/cameras.csv`、`evidence/摄像机台账.xlsx`。

- **格式**：csv（逗号、制表符、分号、竖线都可以；UTF-8、GB18030、UTF-16 都可以）、xlsx、Parquet；
  旧版 xls、et 请另存为 xlsx。
- **表头**：按文字认列，列的先后不限，前 20 行里找；表头上方可以有标题。多出来的列不用，列名会列出。
- **时间**：北京时间，不带时区；带时区的换算为北京时间。24:00 是次日零时；只写日期的按当天零时计，并注明。
- **金额**：元，最多两位小数；表头写“金额（万元）”或格内写“12.5万元”的，精确换算。
- **公式**：xlsx 里用公式的结果，并注明有几处；csv 里以等号开头的是文字。
- **不用的行**：一行只归一个原因，逐行计数，写明行号（文件的第一行是 1）。
    - 读不懂、空着、单元格比表头多、结束早于开始；
    - 与前面的行完全重复：第一行算数；
    - 主键相同而内容不同：无法判断哪行对，都不用，由此未知的时间按未知计；
    - 不在评价期间。
- **不能用的文件**：缺少必填的列、空文件、密码、损坏、编码认不出，都不读，并说明怎么办。
"""
_KEYS: Final = ("列", "键", "内容", "必填", "说明")
_FOLDER: Final = """\
# 项目资料

项目资料写在 `项目资料.xlsx` 或 `project.toml` 里，两种写法内容相同，一个文件夹只留一种；`jixiao new` 写出空白的。
xlsx 里一张工作表一种内容，“标记”列写着“示例”的行不读；toml 里一张表一种内容，`[[…]]` 可以有多个。

- 一个格读不懂、金额差一分、编号对不上，整个文件夹都不读，并指出格子（`合同!B7`）或键（`contract[2].amount`，
  从 1 数起）和怎么改。
- 年初预算数加调整数必须等于全年预算数；填了费用明细的，其合计必须等于资金的合计。
- 合同、支付、会议可以写在这里，也可以是佐证文件，只能一处。
- 佐证的文件必须在 `evidence/` 里，不是空的，内容与后缀相符。
- toml 里也可以写 `measure = {kind = "…", 设置 = "…"}`、`judged = {by = "…", …}`、`cuts = {scope = …}`、
  `contacts = {leader = "…"}`。
"""


def evidence_page() -> str:
    """docs/evidence.md."""
    kinds = (_section(schema.kind, schema, _HEADER, _columns(schema)) for schema in SCHEMAS.values())
    tables = (_section(f"[{name}]", schema, _KEYS, _keys(schema)) for name, schema in TABLES.items())
    return "\n".join([_INTRO, *kinds, _FOLDER, *tables]).rstrip("\n") + "\n"


def kind_lines(schema: Schema) -> Iterator[str]:
    """One kind of evidence file, for a terminal."""
    yield f"evidence/{schema.kind}　{schema.title}"
    if schema.note:
        yield schema.note
    yield f"主键：{_titles(schema)}"
    for row in _columns(schema):
        title, cell, must, synonyms, note = row
        parts = (title, cell, must and "必填", synonyms and f"也可以写作：{synonyms}", note)
        yield "  " + "　".join(filter(None, parts))


def _section(name: str, schema: Schema, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"## {name}　{schema.title}", ""]
    lines += [schema.note, ""] if schema.note else []
    lines += [f"主键：{_titles(schema)}", ""] if schema.key else []
    return "\n".join([*lines, _row(header), _row("---" for _ in header), *map(_row, rows), ""])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _titles(schema: Schema) -> str:
    return "、".join(schema.column(name).title for name in schema.key)


def _columns(schema: Schema) -> Iterator[tuple[str, ...]]:
    for column in schema.columns:
        must = "" if column.blank or column.optional else "是"
        yield column.title, _content(column), must, "、".join(column.synonyms), column.note


def _keys(schema: Schema) -> Iterator[tuple[str, ...]]:
    for column in schema.columns:
        must = "" if column.blank or column.optional else "是"
        yield column.title, f"`{column.name}`", _content(column), must, column.note


def _content(column: Column) -> str:
    if column.cell is Cell.CHOICE:
        return "、".join(column.shown)
    units = UNITS.get(column.cell, {})
    return (
        f"{column.cell}（{'、'.join(units)}）" if column.cell in (Cell.MONEY, Cell.MILLISECONDS) else str(column.cell)
    )
