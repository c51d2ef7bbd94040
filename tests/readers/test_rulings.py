import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.readers.pdfpage import Rule
from jixiao.readers.rulings import Area, ruled_tables


def level(y, start, end):
    return Rule(y * 100, start * 100, end * 100, is_upright=False)


def upright(x, start, end):
    return Rule(x * 100, start * 100, end * 100, is_upright=True)


GRID = [level(y, 0, 200) for y in (0, 20, 40)] + [upright(x, 0, 40) for x in (0, 100, 200)]


def areas(rules):
    (table,) = ruled_tables(rules)
    return [(area.row, area.col, area.rowspan, area.colspan) for area in table.areas]


def test_every_field_between_lines_is_a_cell():
    assert areas(GRID) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_a_missing_piece_of_a_line_joins_two_fields():
    assert areas([*GRID[:4], GRID[5], upright(100, 20, 40)]) == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_dashes_make_a_line_and_scraps_do_not():
    dashes = [level(20, start, start + 2) for start in range(0, 200, 4)]
    assert areas([GRID[0], *dashes, *GRID[2:], upright(150, 5, 9)]) == areas(GRID)


def test_two_figures_apart_are_two_tables_and_the_smaller_comes_first():
    small = [level(y, 20, 80) for y in (24, 32)] + [upright(x, 24, 32) for x in (20, 50, 80)]
    assert [len(table.areas) for table in ruled_tables([*GRID, *small])] == [2, 4]


@pytest.mark.parametrize("rules", [[], GRID[:3], GRID[3:], [GRID[0], GRID[2], GRID[3], GRID[5]], [GRID[0], GRID[3]]])
def test_lines_that_part_nothing_are_no_table(rules):
    assert ruled_tables(rules) == []


AXES = [upright(0, 0, 100), *(level(y, 0, 200) for y in (0, 25, 50, 75, 100))]


def column(left, top):
    return [upright(left, top, 100), upright(left + 30, top, 100), level(top, left, left + 30)]


@pytest.mark.parametrize(
    "columns", [[], column(20, 40), column(20, 0) + column(90, 30), column(20, 60) + column(90, 8)]
)
def test_a_chart_is_no_table(columns):
    assert ruled_tables(AXES + columns) == []


@pytest.mark.parametrize(
    "rules",
    [
        [*AXES, upright(100, 0, 100)],
        [*AXES, upright(60, 25, 75), upright(120, 25, 100)],
        [*AXES, upright(200, 0, 100), *column(20, 40)],
    ],
)
def test_a_table_without_its_right_side_or_with_merged_cells_is_a_table(rules):
    assert len(ruled_tables(rules)) == 1


def test_a_run_of_text_belongs_where_it_begins_or_to_the_cell_of_its_middle():
    (table,) = ruled_tables(GRID)
    assert [table.area_of(*run, 1000) for run in ((200, 15000), (4000, 15000), (5000, 16000), (21000, 30000))] == [
        0, 0, 1, None,
    ]  # fmt: skip


@st.composite
def partitions(draw):
    """A grid of at most 6 × 6 fields cut into cells."""
    rows, cols = draw(st.integers(1, 6)), draw(st.integers(2, 6))
    owner = {}
    cells = []
    for row in range(rows):
        for col in range(cols):
            if (row, col) in owner:
                continue
            width = draw(st.integers(1, cols - col))
            while any((row, col + right) in owner for right in range(width)):
                width -= 1
            height = draw(st.integers(1, rows - row))
            area = Area(row, col, height, width)
            owner |= {(row + down, col + right): area for down in range(height) for right in range(width)}
            cells.append(area)
    return cells


@given(partitions(), st.integers(10, 60), st.integers(10, 90))
def test_any_table_is_found_by_the_sides_of_its_cells(cells, height, width):
    rules = []
    for cell in cells:
        left, right = cell.col * width, (cell.col + cell.colspan) * width
        top, bottom = cell.row * height, (cell.row + cell.rowspan) * height
        rules += [
            level(top, left, right),
            level(bottom, left, right),
            upright(left, top, bottom),
            upright(right, top, bottom),
        ]
    tables = ruled_tables(rules)
    if len(cells) == 1:
        assert tables == []
        return
    (table,) = tables
    found = [
        (table.ys[area.row], table.xs[area.col], table.ys[area.row + area.rowspan], table.xs[area.col + area.colspan])
        for area in table.areas
    ]
    drawn = [
        (cell.row * height, cell.col * width, (cell.row + cell.rowspan) * height, (cell.col + cell.colspan) * width)
        for cell in cells
    ]
    assert sorted(found) == sorted(tuple(100 * side for side in sides) for sides in drawn)


@given(st.lists(st.builds(Rule, *[st.integers(-(10**8), 10**8)] * 3, is_upright=st.booleans()), max_size=30))
def test_any_lines_give_whole_tables(rules):
    for table in ruled_tables(rules):
        fields = sum(area.rowspan * area.colspan for area in table.areas)
        assert fields == (len(table.xs) - 1) * (len(table.ys) - 1)
