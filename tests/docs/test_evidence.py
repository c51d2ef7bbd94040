from pathlib import Path

from jixiao.sources.pages import evidence_page

PAGE = Path(__file__).parents[2] / "docs/evidence.md"


def test_the_page_of_evidence_files_says_what_the_program_reads():
    header, _, text = PAGE.read_text(encoding="utf-8").partition("\n\n")
    assert header.startswith("<!--")
    assert text == evidence_page()
