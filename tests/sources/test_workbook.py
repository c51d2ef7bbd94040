import zipfile
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.model.errors import InputError
from jixiao.model.number import tidy
from jixiao.sources.workbook import column_letters, read_grids

DATE = {"num_format": 'yyyy"年"m"月"d"日"'}


def cells(*values, form=None, **options):
    """The texts of a column with these values, as Excel would store them."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, **options}) as book:
        sheet = book.add_worksheet("表")
        style = book.add_format(form) if form else None
        for row, value in enumerate(values):
            sheet.write(row, 0, value, style)
    (grid,) = read_grids(target.getvalue(), "a.xlsx")
    return [row[0] for row in grid.rows]


def with_sheet(xml):
    """A workbook whose one sheet is this XML."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.add_worksheet("表")
    made = BytesIO()
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name.endswith("sheet1.xml") else old.read(name))
    return made.getvalue()


def sheet(rows):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return with_sheet(f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>')


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-(10**15) + 1, 10**15 - 1), min_size=1, max_size=20), st.integers(0, 6))
def test_a_number_of_up_to_15_digits_is_read_as_it_was_typed(digits, places):
    numbers = [Decimal(value).scaleb(-places) for value in digits]
    assert cells(*map(float, numbers)) == [tidy(number) for number in numbers]


def test_the_noise_of_binary_numbers_is_not_read():
    data = sheet('<row r="1"><c r="A1"><v>8.1999999999999993</v></c><c r="B1"><v>1E-3</v></c></row>')
    assert read_grids(data, "a")[0].rows == (("8.2", "0.001"),)


@settings(max_examples=40, deadline=None)
@given(st.datetimes(datetime(1900, 3, 1), datetime(2099, 12, 31)), st.booleans())
def test_a_time_is_read_to_the_second(moment, since_1904):
    moment = max(moment, datetime(1904, 1, 2)) if since_1904 else moment
    moment = moment.replace(microsecond=0)
    (text,) = cells(moment, form=DATE, date_1904=since_1904)
    assert datetime.fromisoformat(text) == moment


def test_a_midnight_is_a_day_and_a_number_without_date_format_stays_a_number():
    day = datetime(2020, 4, 1)
    assert cells(day, form=DATE) == ["2020-04-01"]
    assert cells((day - datetime(1899, 12, 30)) / timedelta(days=1)) == ["43922"]


def test_words_flags_and_escapes_are_read():
    assert cells("=1+1", "两\n行", bool(1), strings_to_formulas=False) == ["=1+1", "两\n行", "是"]
    inline = '<c t="inlineStr"><is><r><t>甲</t></r><r><t>_x0042_</t></r></is></c>'
    (grid,) = read_grids(sheet(f'<row>{inline}<c t="str"><f>A1</f><v>乙</v></c></row>'), "a")
    assert grid.rows == (("甲B", "乙"),)
    assert grid.formulas == {"B1"}


def test_columns_have_the_letters_of_excel():
    assert [column_letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_cell_far_away_is_refused_not_allocated():
    data = sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    with pytest.raises(InputError, match="过大"):
        read_grids(data, "a")


def test_a_document_that_is_no_workbook_is_refused():
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("a.txt", "x")
    with pytest.raises(InputError, match="不是能读的电子表格"):
        read_grids(target.getvalue(), "a")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_changed_in_a_sheet_it_is_read_or_refused(data):
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1+1</f><v>2</v></c></row>'
    at = data.draw(st.integers(0, len(rows) - 1))
    new = data.draw(
        st.sampled_from(["", "9" * 30, "-1", "ZZZZ9", "<f/>", "<v>1e999</v>", "nan", '"', "&#x1;", "_xD800_"])
    )
    try:
        grids = read_grids(sheet(rows[:at] + new + rows[at + data.draw(st.integers(0, 5)) :]), "a")
    except InputError:
        return
    for grid in grids:
        assert len({len(row) for row in grid.rows}) <= 1
        "".join(text for row in grid.rows for text in row).encode()
