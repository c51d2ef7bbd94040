import json

from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.layout_json import from_json, to_json
from jixiao.model.place import Place

NUMBERS = st.integers(1, 9)
PLACES = st.builds(Place, page=st.none() | NUMBERS, table=NUMBERS, row=NUMBERS, col=NUMBERS, cell=st.none() | st.text())
LINES = st.lists(st.text(), max_size=2).map(tuple)
CELLS = st.builds(Cell, st.text(), NUMBERS, NUMBERS, NUMBERS, NUMBERS, PLACES, LINES)
TABLES = st.builds(Table, NUMBERS, NUMBERS, NUMBERS, st.lists(CELLS, max_size=3).map(tuple), st.booleans())
BLOCKS = st.lists(st.builds(Paragraph, st.text(), NUMBERS) | TABLES, max_size=4).map(tuple)
LAYOUTS = st.builds(Layout, st.text(), st.sampled_from(["docx", "pdf"]), BLOCKS, LINES)


@given(LAYOUTS)
def test_a_layout_comes_back_as_it_was(layout):
    assert from_json(json.loads(json.dumps(to_json(layout)))) == layout
