"""What docs/accuracy.md says of the checks rests on labels that can be counted and plants that are found."""

import pytest

from jixiao.checks.base import catalogue

judged = pytest.importorskip("judged")


def test_labels_are_of_checks_that_exist():
    told = judged.labels()
    assert set(told) <= set(catalogue())
    assert sum(counts.total() for counts in told.values()) > 100


def test_a_label_of_another_verdict_is_refused(tmp_path, monkeypatch):
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/one.tsv").write_text("code\tdocument\tplace\tverdict\treason\nSC01\ta\tb\tmaybe\tc\n", "utf-8")
    monkeypatch.setattr(judged, "_TESTS", tmp_path)
    with pytest.raises(ValueError, match="maybe"):
        judged.labels()


def test_the_table_has_a_row_for_each_labelled_or_planted_check(monkeypatch):
    monkeypatch.setattr(judged, "planted", lambda: {"SC01": (1, 6, 5)})
    monkeypatch.setattr(judged, "labels", lambda: {"SC01": judged.Counter(right=3, wrong=1, arguable=2)})
    table = judged.table(lambda part, n: f"{part}/{n}", lambda part, n: f"{part} of {n}")
    assert table.splitlines()[0] == "| SC01 | 1 | 6 | 5/6 | 3 | 1 | 2 | 3/4 | 3 of 4 |"
    assert table.splitlines()[-1].startswith("| 合计 | 1 | 6 | 5/6 | 3 | 1 | 2 |")
