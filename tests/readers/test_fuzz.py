import pytest

from jixiao.model.errors import InputError
from jixiao.readers import read_bytes
from readers.mutations import READERS, damaged_files

COUNT = 2_000


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.filterwarnings("ignore")
def test_damaged_files_are_read_or_refused(reader, monkeypatch):
    monkeypatch.setattr("jixiao.readers.convert._program", lambda: None)
    for data in damaged_files(reader, COUNT):
        try:
            layout = read_bytes(data, "f")
        except InputError:
            continue
        for table in layout.tables:
            assert len(table.grid()) == table.rows
