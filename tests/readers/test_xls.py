from pathlib import Path

import pytest

from jixiao.model.errors import InputError
from jixiao.readers.xls import read_xls

ROOT = Path(__file__).resolve().parents[2]
TWIN = ROOT / "tests" / "cases" / "twins" / "documents" / "l05-training-lo-xls.xls"
CORPUS = ROOT.parent / "shared" / "corpus"


def test_values_read_as_displayed_and_merged_ranges_span():
    layout = read_xls(TWIN.read_bytes(), "表.xls")
    (table,) = layout.tables
    texts = [cell.text for cell in table.cells]
    assert layout.format == "xls"
    assert {"100.00%", "71.20", "≥"} <= set(texts)
    title = table.cells[0]
    assert (title.colspan, title.place.cell.endswith("!A1")) == (table.cols, True)
    label = next(cell for cell in table.cells if cell.text == "产出指标")
    assert label.rowspan > 1


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
def test_half_a_file_is_read_or_refused(share):
    data = TWIN.read_bytes()
    try:
        layout = read_xls(data[: int(len(data) * share)], "表.xls")
    except InputError as refusal:
        assert refusal.cause == "文件已损坏"  # noqa: PT017
    else:
        assert layout.format == "xls"


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of published documents is not here")
def test_every_sheet_of_the_published_workbooks_is_a_table():
    for path in CORPUS.glob("*.xls"):
        assert len(list(read_xls(path.read_bytes(), path.name).tables)) > 1
