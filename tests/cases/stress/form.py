"""A form of random shape: which blocks it has, which columns, how they are merged, and what it says."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from making.page import Cell, Part, Table

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
FUNDS = [line.split() for line in (
    "initial annual executed weight rate score", "initial annual executed weight score rate", "annual executed rate",
    "annual executed weight rate score", "initial annual executed rate",
)]  # fmt: skip
TRUTH = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Habits:
    """How indicators are filled in. levels: merged, printed again, or blank below the first."""

    levels: str
    grouped: bool
    numbered: bool
    subtotal: bool


@dataclass
class Form:
    """One form and its truth; `shape` names the choices that were made."""

    chance: Random
    kind: str
    width: int = 0
    rows: list[list[Cell]] = field(default_factory=list)
    truth: dict[str, Any] = field(default_factory=dict)
    shape: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    merged: bool = True
    money: str = "万元"

    def pick(self, name: str, *choices: Any) -> Any:
        """One of some choices, noted."""
        choice = self.chance.choice(choices)
        self.shape.append(f"{name}={choice}")
        return choice

    def maybe(self, name: str, share: float = 0.5) -> bool:
        """Whether the form has a peculiarity."""
        yes = self.chance.random() < share
        if yes:
            self.shape.append(name)
        return yes

    def any(self, choices: Sequence[str]) -> str:
        """One of some words."""
        return self.chance.choice(choices)

    def add(self, *cells: tuple[str, int] | Cell) -> None:
        """A row; the last cell is as wide as the table needs."""
        made = [cell if isinstance(cell, Cell) else Cell(*cell) for cell in cells]
        self.rows.append(made)

    def pairs(self, *texts: str) -> None:
        """A row of labels and values over the whole width."""
        each, rest = divmod(self.width, len(texts))
        self.add(*((text, each + (rest if at == len(texts) - 1 else 0)) for at, text in enumerate(texts)))


def make(chance: Random, kind: str) -> tuple[Form, Part]:
    """A form of a kind and the part of a document that prints it."""
    form = Form(chance, kind)
    year = str(chance.randint(2018, 2024))
    place, office, work = (form.any(pool) for pool in (WORDS["places"], WORDS["offices"], WORDS["works"]))
    form.truth = {
        "year": year,
        "unit": f"{place}{office}",
        "project": None if kind == "department" else f"{place}{work}项目",
    }
    columns = _columns(form)
    left = form.maybe("left-label", 0.6)
    form.width = len(columns) + left
    form.merged = form.maybe("merged", 0.7)
    title = form.any(WORDS["titles"][kind])
    dated = form.pick("year", "below", "before", "within")
    heads = {
        "below": [title, f"（{year}年度）"],
        "before": [f"{year}年度{title}"],
        "within": [f"{title}（{year}年度）"],
    }[dated]
    if form.maybe("titled", 0.5):
        for text in heads:
            form.add((text, form.width))
    else:
        form.above += heads
    _head(form, place)
    blocks = [lambda: _funds(form), lambda: _goals(form)]
    if form.maybe("goals-first", 0.15):
        blocks.reverse()
    for block in blocks:
        block()
    _indicators(form, columns, left=left)
    if form.maybe("tail", 0.4):
        for label, text in chance.sample(WORDS["tails"], 2):
            form.pairs(label, text)
    table = Table([6] * form.width, form.rows).check()
    return form, Part(
        form.truth["project"] or form.truth["unit"], [*form.above, table if form.merged else unmerged(table)]
    )


def unmerged(table: Table) -> Table:
    """The table without merged cells: what was merged is printed once, the other cells are blank."""
    grid = [[Cell() for _ in table.widths] for _ in table.rows]
    for row, column, cell in table.placed():
        grid[row][column] = Cell(cell.text)
    return Table(table.widths, grid)


def _head(form: Form, place: str) -> None:
    department = f"{place}财政局"
    form.truth["department"] = department
    project, unit = form.truth["project"], form.truth["unit"]
    if project is None:
        form.pairs(form.any(("部门名称", "部门（单位）名称", "单位名称")), unit)
        return
    style = form.pick("head", "rows", "rows", "one-row", "inline")
    name, dep, own = form.any(WORDS["names"]), form.any(WORDS["departments"]), form.any(WORDS["units"])
    if style == "inline":
        form.above += [f"{name.rstrip('：')}：{project}", f"{dep}：{department}　　{own}：{unit}"]
    elif style == "one-row" and form.width > 6:
        form.pairs(name, project, dep, department, own, unit)
    else:
        form.pairs(name, project)
        form.pairs(dep, department, own, unit)
    if form.maybe("aside", 0.3):
        (one, two) = form.chance.sample(WORDS["aside"], 2)
        form.pairs(*one, *two)


def _money(form: Form) -> dict[str, str]:
    initial = Decimal(form.chance.randint(1000, 90000)) / 100
    annual = initial if form.chance.random() < 0.6 else initial + Decimal(form.chance.randint(-900, 9000)) / 100
    executed = (annual * form.chance.choice((100, 100, 98, 87, 64)) / 100).quantize(_CENT)
    rate = (executed / annual * 100).quantize(_CENT)
    return {
        "initial": f"{initial}", "annual": f"{annual}", "executed": f"{executed}", "rate": f"{rate}%", "weight": "10",
        "score": f"{(rate / 10).quantize(_CENT)}",
    }  # fmt: skip


def _funds(form: Form) -> None:
    money, unit = _money(form), form.pick("unit", "万元", "元")
    form.money = unit
    where = form.pick("unit-at", "label", "header", "above")
    label = "项目资金" + (f"（{unit}）" if where == "label" else "")
    note = f"（{unit}）" if where == "header" else ""
    if where == "above":
        form.above.append(f"单位：{unit}")
    if form.kind in ("target", "review"):
        if form.kind == "target" and form.maybe("planned", 0.8):
            form.truth["funds"] = {"initial": money["initial"]}
            rest = form.width - 1
            total = (form.any(("年度资金总额", "资金总额", "年度资金总额：")) + note, rest // 2)
            form.add(Cell(label, 1, 2), total, (money["initial"], rest - rest // 2))
            form.add(("其中：财政拨款", rest // 2), (money["initial"], rest - rest // 2))
        return
    fields = ["initial", "annual", "executed", "rate"]
    if form.kind == "self":
        fields = form.chance.choice(FUNDS)
    fields = fields[: form.width - 2]
    form.truth["funds"] = {name: money[name] for name in fields}
    parts = form.chance.sample(WORDS["sources"], form.chance.randint(2, 6))
    wide = form.width - 1 - len(fields)
    form.add(
        Cell(label, 1, len(parts) + 2),
        ("", wide),
        *((form.any(WORDS["funds"][name]) + note * (name in ("initial", "annual", "executed")), 1) for name in fields),
    )
    form.add((form.any(WORDS["totals"]), wide), *((money[name], 1) for name in fields))
    for at, part in enumerate(parts):
        blank = {"weight": "—", "score": "—"}
        form.add(
            (part, wide),
            *((money[name] if at == 0 and name not in blank else blank.get(name, "0.00"), 1) for name in fields),
        )


def _goals(form: Form) -> None:
    at = form.chance.randrange(len(WORDS["goals"]))
    expected, achieved = WORDS["goals"][at], WORDS["done"][at]
    planned = form.kind in ("target", "review", "monitor")
    style = (
        form.pick("goals", "beside", "none")
        if planned
        else form.pick("goals", "headed", "headed", "beside-both", "two-rows", "none")
    )
    if style == "none":
        return
    form.truth["goal_expected"] = expected
    if style == "beside":
        form.pairs(form.any(("年度目标", "年度绩效目标", "总体目标", "年度总体目标", "项目绩效目标")), expected)
        return
    form.truth["goal_actual"] = achieved
    want, done = (
        form.any(("预期目标", "年初设定目标", "年度预期目标", "年初绩效目标")),
        form.any(("实际完成情况", "全年实际完成情况", "目标实际完成情况", "年度目标完成情况")),
    )
    half = (form.width - 1) // 2
    if style == "headed":
        form.add(
            Cell(form.any(("年度总体目标", "年度目标", "总体目标", "年度绩效目标")), 1, 2),
            (want, half),
            (done, form.width - 1 - half),
        )
        form.add((expected, half), (achieved, form.width - 1 - half))
    elif style == "beside-both":
        form.pairs(want, expected, done, achieved)
    else:
        form.pairs(want, expected)
        form.pairs(done, achieved)


def _columns(form: Form) -> list[tuple[str, str, str]]:
    """(header, field, header above) of the indicator table."""
    chance = form.chance
    if form.kind == "target":
        fields = ["target"] + ["weight"] * form.maybe("weights", 0.4)
    elif form.kind == "monitor":
        fields = ["target", "actual", "reason"]
    elif form.kind == "review":
        fields = ["weight", "score"] + ["reason"] * form.maybe("deducted", 0.4)
    else:
        fields = ["target", "actual", "weight", "score", "reason"]
        if form.maybe("weight-first", 0.3):
            fields = ["weight", "target", "actual", "score", "reason"]
        if form.maybe("no-points", 0.15):
            fields = ["target", "actual", "reason"]
    levels = ["level1", "level2", "level3"]
    if form.maybe("two-levels", 0.1):
        levels = ["level1", "level3"]
    headers = {name: form.any(WORDS["columns"][name]) for name in (*levels, *fields)}
    columns = [(headers[name], name, "") for name in (*levels, *fields)]
    if "target" in fields and form.maybe("split", 0.3):
        at = [name for _, name, _ in columns].index("target")
        parent = headers["target"] if form.maybe("split-below", 0.5) else ""
        sign = form.any(("指标性质", "计算符号", "符号"))
        value = form.any(("指标值", "值", "数值")) if parent else headers["target"]
        columns[at : at + 1] = [
            (sign, "sign", parent),
            (value, "value", parent),
            (form.any(("度量单位", "计量单位", "单位")), "unit", parent),
        ]
    for extra in chance.sample(sorted(WORDS["besides"]), chance.choice((0, 0, 1, 2))):
        at = chance.randint(len(levels), len(columns))
        while at < len(columns) and columns[at][2] and columns[at - 1][2]:
            at += 1
        columns.insert(at, (extra, "=" + WORDS["besides"][extra], ""))
        form.shape.append(f"extra:{extra}")
    return columns


def _rows(form: Form) -> list[dict[str, str]]:
    classes = WORDS["reviewed"] if form.kind == "review" else WORDS["classes"]
    return [
        _row(form, level1, level2, name)
        for level1, level2, names in classes
        for name in form.chance.sample(names, form.chance.choice((1, 1, min(2, len(names)))))
    ]


def _row(form: Form, level1: str, level2: str, name: str) -> dict[str, str]:
    chance = form.chance
    sign, value, unit = "≥", str(chance.randint(3, 3000)), form.any(("个", "人", "次", "公里", "万元", "天"))
    if name.endswith(("机制", "能力")):
        sign, value, unit = "定性", form.any(("健全", "明显提升", "有所改善")), ""
    elif name.endswith(("率", "度")):
        value, unit = str(chance.randint(80, 99)), "%"
    weight = str(chance.choice((3, 4, 5, 8, 10, 15)))
    short = chance.random() < 0.2
    number = str(max(1, int(value) - 2)) if value.isdigit() and short else value
    return {
        "level1": level1, "level2": level2, "level3": name, "sign": sign, "value": value, "unit": unit,
        "target": value if sign == "定性" else sign + value + unit, "actual": number + unit, "weight": weight,
        "score": str(Decimal(weight) - 1) if short else weight, "reason": form.any(WORDS["reasons"]) if short else "",
    }  # fmt: skip


def _indicators(form: Form, columns: list[tuple[str, str, str]], *, left: bool) -> None:
    rows = _rows(form)
    printed = {name for _, name, _ in columns}
    if "value" in printed:
        printed.add("target")
        rows = [{**row, "target": row["sign"] + row["value"] + row["unit"]} for row in rows]
    form.truth["indicators"] = [{name: row[name] for name in TRUTH if name in printed} for row in rows]
    start = len(form.rows)
    _header(form, columns)
    how = form.pick("levels", "merged", "merged", "blank", "again")
    habits = Habits(
        how,
        grouped=form.maybe("group-points", 0.2),
        numbered=form.maybe("numbered", 0.2),
        subtotal=how != "merged" and "score" in printed and form.maybe("subtotal", 0.4),
    )
    for at, row in enumerate(rows):
        form.add(*(cell for _, name, _ in columns for cell in _cells(rows, at, name, habits)))
        if habits.subtotal and (at + 1 == len(rows) or rows[at + 1]["level1"] != row["level1"]):
            sums = _sums([one for one in rows if one["level1"] == row["level1"]])
            form.add(*(Cell("小计" if not place else sums.get(name, "")) for place, (_, name, _) in enumerate(columns)))
        if how != "merged" and form.maybe("blank-row", 0.05):
            form.add(*(Cell() for _ in columns))
    if left:
        label = form.any(("绩效指标", "年度绩效指标", "绩效指标完成情况", "绩\n效\n指\n标"))
        form.rows[start].insert(0, Cell(label, 1, len(form.rows) - start))
    if {"score", "weight"} & printed and form.maybe("total", 0.8):
        _total(form, columns, rows, left=left)


def _cells(rows: list[dict[str, str]], at: int, name: str, habits: Habits) -> list[Cell]:
    """The cell of a column in a row; none where the one above goes on."""
    row = rows[at]
    if name not in ("level1", "level2"):
        text = name[1:] if name.startswith("=") else row[name]
        return [Cell(f"指标{at + 1}：{text}" if name == "level3" and habits.numbered else text)]
    text = row[name]
    if name == "level1" and habits.grouped:
        text += f"（{_sums([one for one in rows if one['level1'] == text])['weight']}分）"
    keys = [(one["level1"], one["level2"] if name == "level2" else "") for one in rows]
    first = at == 0 or keys[at] != keys[at - 1]
    if habits.levels != "merged":
        return [Cell(text if first or habits.levels == "again" else "")]
    span = next((n for n, key in enumerate(keys[at:]) if key != keys[at]), len(rows) - at)
    return [Cell(text, 1, span)] * first


def _sums(rows: list[dict[str, str]]) -> dict[str, str]:
    return {name: str(sum(Decimal(row[name]) for row in rows)) for name in ("weight", "score")}


def _header(form: Form, columns: list[tuple[str, str, str]]) -> None:
    two = any(above for _, _, above in columns)
    if not two:
        form.add(*(Cell(header) for header, _, _ in columns))
        return
    first: list[Cell] = []
    for at, (header, _, above) in enumerate(columns):
        if above and (at == 0 or columns[at - 1][2] != above):
            first.append(Cell(above, sum(one[2] == above for one in columns)))
        elif not above:
            first.append(Cell(header, 1, 2))
    form.add(*first)
    form.add(*(Cell(header) for header, _, above in columns if above))


def _total(form: Form, columns: list[tuple[str, str, str]], rows: list[dict[str, str]], *, left: bool) -> None:
    sums = _sums(rows)
    names = [""] * left + [name for _, name, _ in columns]
    first = next(at for at, name in enumerate(names) if name in sums)
    for name in ("weight", "score"):
        if name in names:
            form.truth[f"total_{name}"] = sums[name]
    form.add((form.any(("总分", "合计", "总计", "总 分")), first), *((sums.get(name, ""), 1) for name in names[first:]))
