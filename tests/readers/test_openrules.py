from jixiao.readers.openrules import column_lines
from jixiao.readers.pdfpage import Rule, Run
from jixiao.readers.rulings import ruled_tables

ROWS = [
    ("项目名称", "供水管网"),
    ("一级指标", "三级指标", "得分"),
    ("产出指标", "管网长度", "10"),
    ("效益指标", "投诉次数", "9"),
]
LEFT = {2: (2, 20), 3: (2, 20, 40)}


def levels(count, start=0, end=60):
    return [Rule(y * 2_000, start * 1_000, end * 1_000, is_upright=False) for y in range(count)]


def runs(rows):
    return [
        Run(
            text, x * 1_000, y * 2_000 + 500, x * 1_000 + len(text) * 1_000, y * 2_000 + 1_500, y * 2_000 + 1_000, 1_000
        )
        for y, row in enumerate(rows)
        for x, text in zip(LEFT.get(len(row), (2,)), row, strict=True)
    ]


def texts(rules, printed):
    (table,) = ruled_tables([*rules, *column_lines(rules, printed)])
    found = {}
    for run in printed:
        area = table.areas[table.area_of(run.left, run.right, run.middle)]
        found[run.text] = (area.row, area.col, area.colspan)
    return found


def test_columns_run_through_the_room_between_the_cells():
    found = texts(levels(5), runs(ROWS))
    assert {found[name] for name in ("一级指标", "产出指标", "效益指标")} == {(1, 0, 1), (2, 0, 1), (3, 0, 1)}
    assert found["得分"] == (1, 2, 1)


def test_a_cell_reaches_over_a_column_line_that_its_text_crosses():
    wide = ("项目名称", "城区老旧供水管网更新改造及配套设施建设项目")
    assert texts(levels(5), runs([wide, *ROWS[1:]]))[wide[1]] == (0, 1, 2)


def test_upright_lines_few_lines_and_lines_to_write_on_add_nothing():
    printed = runs(ROWS)
    assert not list(column_lines([*levels(5), Rule(20_000, 0, 8_000, is_upright=True)], printed))
    assert not list(column_lines(levels(3), printed))
    assert not list(column_lines(levels(5), [run for run in printed if run.left < 10_000]))
    assert not list(column_lines(levels(12), printed)), "most of these rows are blank"
