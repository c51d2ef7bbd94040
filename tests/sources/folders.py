"""Project folders to read: a small one that holds together, and random ones."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from jixiao.model.dossier import Dossier, Origin
from jixiao.model.number import plain
from jixiao.sources.filled import Filled
from jixiao.sources.schema import Cell
from jixiao.sources.sheet_writer import sheet_bytes
from jixiao.sources.stated import TABLES
from jixiao.sources.toml_writer import toml_text

SMALL: Filled = {
    "project": [
        {"name": "某某系统运维费", "unit": "某某中心", "department": "某某局", "year": "2020", "leader": "张某"}
    ],
    "fund": [{"source": "区级资金", "initial": "1500000.00", "adjustment": "-100000.00", "budget": "1400000.00"}],
    "fee": [{"id": "F1", "name": "运维费", "initial": "1500000.00", "cut_time": "100000.00"}],
    "goal": [{"scope": "年度目标", "expected": "稳定运行"}],
    "indicator": [
        {
            "id": "online",
            "level1": "产出指标",
            "level2": "质量指标",
            "level3": "在线率",
            "target": "≥98%",
            "weight": "5",
            "measure": "online_rate",
            "settings": "limit=30；where=甲、乙",
            "documents": "D1；D2",
            "previous": "97%",
        },
        {
            "id": "benefit",
            "level1": "效益指标",
            "level2": "社会效益指标",
            "level3": "保障能力",
            "target": "有效保障",
            "weight": "10",
            "judged_by": "王某",
            "judged_score": "8.5",
            "judged_tier": "达成",
            "judged_reason": "见佐证",
        },
    ],
    "contract": [
        {
            "id": "H1",
            "name": "运维合同",
            "party": "某某公司",
            "fee": "F1",
            "amount": "140万元",
            "signed": "2020-04-10",
            "starts": "2020-04-01",
            "ends": "2020-12-31",
        }
    ],
    "payment": [
        {
            "id": "P1",
            "contract": "H1",
            "fee": "F1",
            "day": "2020-06-28",
            "amount": "1400000",
            "service_from": "2020-04-01",
            "service_to": "2020-12-31",
            "method": "财政授权支付",
        }
    ],
    "meeting": [{"id": "M1", "day": "2020-03-16", "topic": "采购", "decision": "同意"}],
    "document": [
        {"id": "D1", "file": "附件/a.pdf", "title": "考核表", "sealed": "是", "supports": "online"},
        {"id": "D2", "file": "evidence/附件/a.pdf", "title": "考核表"},
    ],
}


def changed(table, row, **values):
    """The small folder with other values in one row; None takes a value away."""
    rows = [dict(one) for one in SMALL[table]]
    rows[row] = {name: value for name, value in {**rows[row], **values}.items() if value is not None}
    return {**SMALL, table: rows}


def write_folder(folder, filled, *, toml):
    """A project folder in one of the two spellings."""
    (folder / "evidence" / "附件").mkdir(parents=True, exist_ok=True)
    (folder / "evidence" / "附件" / "a.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    for name, content in (("project.toml", toml_text(filled).encode()), ("项目资料.xlsx", sheet_bytes(filled, {}))):
        (folder / name).unlink(missing_ok=True)
        if toml == (name == "project.toml"):
            (folder / name).write_bytes(content)
    return folder


def what_it_says(value):
    """A dossier without where its words stand and how they were hashed."""
    if isinstance(value, Dossier):
        return {
            one.name: what_it_says(getattr(value, one.name))
            for one in fields(value)
            if one.name not in ("files", "notes")
        }
    if isinstance(value, tuple):
        return [what_it_says(one) for one in value]
    if is_dataclass(value):
        values = {one.name: getattr(value, one.name) for one in fields(value)}
        return {name: what_it_says(one) for name, one in values.items() if not isinstance(one, Origin)}
    return (value, str(value)) if isinstance(value, Decimal) else value


_LETTERS = st.characters(exclude_categories=("C", "Z"), include_characters=" \n") | st.sampled_from(
    "=+-@'\"\\;；、_x0041示例"
)
_text = st.text(_LETTERS, min_size=1, max_size=12).filter(lambda text: text.strip())
_money = st.integers(0, 10**13).map(lambda fen: plain(Decimal(fen).scaleb(-2)))
_day = st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(str)
_points = st.integers(0, 10**6).map(lambda hundredths: plain(Decimal(hundredths).scaleb(-2)))
_BY_CELL = {Cell.TEXT: _text, Cell.MONEY: _money, Cell.DAY: _day, Cell.POINTS: _points, Cell.COUNT: st.just("2020")}
# What hangs together is given by hand.
_LEFT = {
    "settings",
    "measure",
    "documents",
    "document",
    "supports",
    "replaces",
    "judged_by",
    "judged_score",
    "judged_tier",
    "judged_reason",
    "judged_day",
}


@st.composite
def folders(draw):
    """Random folders that hold together."""
    made = {name: draw(st.lists(_row(schema), max_size=3)) for name, schema in TABLES.items()}
    made["project"] = [draw(_row(TABLES["project"]))]
    if "report_date" in made["project"][0]:
        made["project"][0]["report_date"] = "2099-12-31"
    initial, cut = draw(st.integers(0, 10**13)), draw(st.integers(0, 10**10))
    amounts = [plain(Decimal(fen).scaleb(-2)) for fen in (initial, -cut, initial - cut)]
    names = ("initial", "adjustment", "budget")
    made["fund"] = [{**draw(_row(TABLES["fund"])), **dict(zip(names, amounts, strict=True))}]
    made["fee"] = [{"id": "F1", "name": draw(_text), "initial": amounts[0], "cut_price": amounts[1].lstrip("-")}]
    for name in ("fee", "indicator", "contract", "payment", "meeting", "document"):
        for number, row in enumerate(made[name], 1):
            row["id"] = f"{name[0].upper()}{number}"
    for number, row in enumerate(made["goal"]):
        row["scope"] = ("overall", "阶段性目标", "年度目标")[number]
    for row in made["document"]:
        row["file"] = "附件/a.pdf"
    contracts = [row["id"] for row in made["contract"]]
    for row in (*made["contract"], *made["payment"]):
        row["fee"] = "F1"
    for row in made["payment"]:
        row["contract"] = draw(st.sampled_from(["", *contracts]))
        row["source"] = draw(st.sampled_from(["", made["fund"][0]["source"]]))
    for name, since, until in (("contract", "starts", "ends"), ("payment", "service_from", "service_to")):
        for row in made[name]:
            row[since], row[until] = sorted((row[since], row[until]))
    return made


def _row(schema):
    columns = [column for column in schema.columns if column.name not in _LEFT]
    needed = {column.name: _of(column) for column in columns if not column.blank}
    return st.fixed_dictionaries(needed, optional={column.name: _of(column) for column in columns if column.blank})


def _of(column):
    return st.sampled_from(list(column.choices)) if column.choices else _BY_CELL[column.cell]
