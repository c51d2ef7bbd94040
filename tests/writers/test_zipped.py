from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jixiao.writers.zipped import replaced

NAMES = some.text("abc/表_", min_size=1, max_size=9)


def packed(parts, *, stream=False):
    out = BytesIO()
    target = Unseekable(out) if stream else out
    with ZipFile(target, "w") as archive:
        for at, (name, content) in enumerate(parts.items()):
            archive.writestr(ZipInfo(name, (2021, 3, 4, 5, 6, 8)), content, ZIP_STORED if at % 2 else ZIP_DEFLATED)
    return out.getvalue()


class Unseekable:
    """What makes zipfile write the sizes behind the content."""

    def __init__(self, out):
        self.write, self.flush = out.write, out.flush


def raw(data):
    """Name → compressed bytes, date, method."""
    with ZipFile(BytesIO(data)) as archive:
        found = {}
        for one in archive.infolist():
            name, extra = (int.from_bytes(data[one.header_offset + at :][:2], "little") for at in (26, 28))
            start = one.header_offset + 30 + name + extra
            found[one.filename] = data[start : start + one.compress_size], one.date_time, one.compress_type
        return found


@pytest.mark.parametrize("stream", [False, True])
@given(parts=some.dictionaries(NAMES, some.binary(max_size=300), min_size=1), pick=some.data())
def test_parts_that_do_not_change_are_copied_byte_for_byte(stream, parts, pick):
    data = packed(parts, stream=stream)
    changed = pick.draw(some.dictionaries(some.one_of(some.sampled_from(sorted(parts)), NAMES), some.binary()))
    result = replaced(data, changed)
    with ZipFile(BytesIO(result)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts | changed
        assert archive.namelist()[: len(parts)] == list(parts)
    old, new = raw(data), raw(result)
    assert all(new[name] == old[name] for name in parts if name not in changed)
