import json

import pytest

from jixiao import api
from jixiao.model.errors import InputError
from jixiao.model.finding import Standing
from jixiao.review import baseline


@pytest.fixture
def earlier(run, published, tmp_path):
    path = tmp_path / "上次.json"
    run("check", published / "report.docx", "--format", "json", "--out", path)
    return path


def test_an_unchanged_document_has_nothing_new_and_nothing_gone(earlier, published):
    review = api.review([api.read(published / "report.docx")], brought=api.Brought(baseline=earlier))
    assert {one.standing for one in review.examined[0].findings} == {Standing.STILL}
    assert not review.loose


def test_a_mended_total_is_gone_and_a_new_fault_is_new(published, tmp_path, run):
    text = (published / "report.txt").read_text("utf-8")
    old = tmp_path / "old.json"
    run("check", published / "report.txt", "--format", "json", "--out", old)
    mended = tmp_path / "改后.txt"
    mended.write_text(
        text.replace("\t总分\n\t100\n\t96\n", "\t总分\n\t100\n\t97\n").replace("\t3\n\t3\n", "\t3\n\t4\n", 1)
    )
    review = api.review([api.read(mended)], brought=api.Brought(baseline=old))
    new = {one.code for one in review.examined[0].findings if one.standing is Standing.NEW}
    gone = {one.code for one in review.loose if one.standing is Standing.GONE}
    assert "SC02" in new
    assert "SC01" in gone | new
    assert all(one.counts is False for one in review.loose)
    _, out, _ = run("check", mended, "--baseline", old)
    assert "〔新增〕" in out
    assert "比上次消除" in out
    assert "〔仍在〕" in out


def test_of_two_equal_faults_one_may_be_gone(earlier, published, tmp_path):
    lines = earlier.read_text("utf-8").splitlines(keepends=True)
    doubled = tmp_path / "两份.json"
    doubled.write_text("".join(lines) + lines[0], "utf-8")
    review = api.review([api.read(published / "report.docx")], brought=api.Brought(baseline=doubled))
    assert [one.code for one in review.loose] == [json.loads(lines[0])["code"]]


def test_what_was_gone_already_is_not_gone_again(tmp_path, earlier):
    lines = [json.loads(line) for line in earlier.read_text("utf-8").splitlines()]
    lines[0]["standing"] = "gone"
    path = tmp_path / "b.json"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    assert len(baseline.load(path)) == len(lines) - 1


@pytest.mark.parametrize(
    "text",
    ["你好", "{}", "[1]", '{"file": 3}', "[" * 100_000, '{"file":"a","code":"SC01","message":"m","field":"f"}'],
)
def test_what_is_no_result_is_refused_with_its_line(tmp_path, text):
    path = tmp_path / "x.json"
    path.write_text("\n" + text, "utf-8")
    with pytest.raises(InputError) as refused:
        baseline.load(path)
    assert refused.value.place == "第 2 行"
    assert "不是 jixiao 写出的结果" in refused.value.cause


def test_a_place_with_foreign_parts_is_refused(tmp_path, earlier):
    line = json.loads(earlier.read_text("utf-8").splitlines()[0])
    path = tmp_path / "x.json"
    for place in ({"evil": 1}, {"row": []}, 3):
        path.write_text(json.dumps({**line, "place": place}), "utf-8")
        with pytest.raises(InputError):
            baseline.load(path)


def test_the_marks_do_not_depend_on_the_name_of_the_file(published, tmp_path):
    copy = tmp_path / "另一个名字.docx"
    copy.write_bytes((published / "report.docx").read_bytes())
    marks = [
        [one.fingerprint for one in api.review([api.read(path)]).examined[0].findings]
        for path in (published / "report.docx", copy)
    ]
    assert marks[0] == marks[1]
