import subprocess
import sys
from pathlib import Path

import pytest

from jixiao.readers import read_bytes, read_layout

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "examples" / "jinnan-2020" / "published"
CORPUS = ROOT.parent / "shared" / "corpus"


def test_plain_text_is_read_without_lxml():
    program = "import sys; from pathlib import Path; from jixiao.readers import read_layout; "
    program += (
        "read_layout(Path(sys.argv[1])); sys.exit(any(name in sys.modules for name in ('lxml', 'charset_normalizer')))"
    )
    assert subprocess.run([sys.executable, "-c", program, PUBLISHED / "report.txt"], check=False).returncode == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_page_is_a_page_in_every_encoding(encoding):
    page = f'<html><head><meta charset="{encoding}"></head><body><table><tr><td>甲<td>乙</table></body></html>'
    layout = read_bytes(page.encode(encoding), "页.txt")
    assert layout.format == "html"
    assert [cell.text for cell in next(layout.tables).cells] == ["甲", "乙"]


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of published documents is not here")
def test_every_published_text_is_read_without_losing_a_character():
    paths = sorted(CORPUS.glob("*.txt"))
    assert len(paths) > 70
    for path in paths:
        read = read_layout(path)
        if read.notes:
            continue  # noise that was taken out, and said so
        printed = "".join(
            "".join(cell.text for cell in block.cells) if hasattr(block, "cells") else block.text
            for block in read.blocks
        )
        text = path.read_text(encoding="utf-8").replace("|", "")
        assert "".join(printed.split()).replace("|", "") == "".join(text.split()), path.name
