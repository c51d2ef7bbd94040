import json
from datetime import date

import pytest

from jixiao import api
from jixiao.checks.base import catalogue
from jixiao.model.errors import InputError
from jixiao.model.finding import Outcome, Severity
from jixiao.review import waivers

FULL = {
    "code": '"SC01"',
    "fingerprint": '"0123456789abcdef"',
    "reason": '"已核实"',
    "person": '"张三"',
    "authority": '"会议纪要第 3 号"',
    "until": "2030-12-31",
}


def entry(**changes):
    cells = {key: value for key, value in {**FULL, **changes}.items() if value is not None}
    return "[[waiver]]\n" + "".join(f"{key} = {value}\n" for key, value in cells.items())


@pytest.fixture
def load(tmp_path):
    def load(text):
        path = tmp_path / "豁免.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return waivers.load(path, catalogue())

    return load


def test_a_complete_entry_is_read_as_it_stands(load):
    first, second = load(entry() + entry(fingerprint=None, file='"a.docx"', place='"表2第3行"', code='"sc02"'))
    assert (first.code, first.fingerprint, first.until, first.ordinal) == (
        "SC01",
        "0123456789abcdef",
        date(2030, 12, 31),
        1,
    )
    assert (second.code, second.file, second.place, second.ordinal) == ("SC02", "a.docx", "表2第3行", 2)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (entry(reason=None), "没有写 reason"),
        (entry(reason='"  "'), "没有写 reason"),
        (entry(person=None), "没有写 person"),
        (entry(authority=None), "没有写 authority"),
        (entry(code=None), "没有写 code"),
        (entry(code='"ZZ99"'), "没有“ZZ99”这项检查"),
        (entry(until=None), "没有写 until"),
        (entry(until='"2030-12-31"'), "不是日期"),
        (entry(until="2030-12-31T10:00:00"), "不是日期"),
        (entry(fingerprint=None), "没有写 fingerprint，也没有写 place"),
        (entry(file='"a"', place='"表1"'), "只能写一个"),
        (entry(fingerprint=None, place='"表1"'), "没有写是哪个文件"),
        (entry(reason="3"), "reason 要写成文字"),
        (entry(reson='"x"'), "不认识“reson”"),
    ],
)
def test_a_faulty_entry_is_refused_and_named(load, text, cause):
    with pytest.raises(InputError) as refused:
        load(entry() + text)
    assert cause in refused.value.cause
    assert (refused.value.file, refused.value.place) == ("豁免.toml", "第 2 条豁免")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (b"\xff\xfe\x00", "不是 UTF-8"),
        ("[[waiver]\n", "写法不对"),
        ('[waiver]\ncode = "SC01"\n', "以 [[waiver]] 开头"),
        ("waiver = 3\n", "以 [[waiver]] 开头"),
        ("[[exemption]]\n", "“exemption”不是豁免文件里的内容"),
        ("a = " + "[" * 5000, "写法不对"),
    ],
)
def test_what_is_no_file_of_waivers_is_refused(load, text, cause):
    with pytest.raises(InputError) as refused:
        load(text)
    assert cause in refused.value.cause


def test_an_absent_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="打不开"):
        waivers.load(tmp_path / "没有.toml", catalogue())


@pytest.fixture
def founding(published):
    return [api.read(published / "report.docx")]


def reviewed(founding, tmp_path, text, codes=()):
    path = tmp_path / "w.toml"
    path.write_text(text, "utf-8")
    return api.review(founding, codes=codes, brought=api.Brought(waivers=path))


def sc01(review):
    return next(one for one in review.examined[0].findings if one.code == "SC01")


@pytest.mark.parametrize(
    "aim",
    [
        {"file": '"report.docx"', "place": '"表2第26行第8列"'},
        {"file": '"report.docx"', "place": '"total.score"'},
        {},
    ],
)
def test_a_waiver_marks_its_finding_and_no_other(founding, tmp_path, aim):
    plain = api.review(founding)
    target = {"fingerprint": None, **aim} if aim else {"fingerprint": f'"{sc01(plain).fingerprint}"'}
    review = reviewed(founding, tmp_path, entry(**target))
    marked = [one for one in review.examined[0].findings if one.waiver]
    assert [(one.code, one.waiver.person, one.counts) for one in marked] == [("SC01", "张三", False)]
    assert len(review.examined[0].findings) == len(plain.examined[0].findings)
    assert not review.loose


def test_an_expired_waiver_is_told_and_marks_nothing(founding, tmp_path):
    mark = sc01(api.review(founding)).fingerprint
    review = reviewed(founding, tmp_path, entry(fingerprint=f'"{mark}"', until="2021-03-30"))
    assert sc01(review).waiver is None
    ((told),) = review.loose
    assert (told.code, told.file, told.outcome) == ("RD02", "w.toml", Outcome.FAIL)
    assert "2021-03-30" in told.message
    last = reviewed(founding, tmp_path, entry(fingerprint=f'"{mark}"', until="2021-03-31"))
    assert sc01(last).waiver
    assert not last.loose


def test_an_unused_waiver_is_told_unless_its_check_was_not_run(founding, tmp_path):
    review = reviewed(founding, tmp_path, entry())
    assert [one.code for one in review.loose] == ["RD03"]
    assert not reviewed(founding, tmp_path, entry(), codes=["SC02", "RD03"]).loose


def test_the_exit_code_no_longer_counts_what_is_waived(run, published, tmp_path):
    _, out, _ = run("check", published / "report.docx", "--format", "json")
    lines = [json.loads(line) for line in out.splitlines()]
    errors = [line for line in lines if line["severity"] == Severity.ERROR]
    path = tmp_path / "w.toml"
    texts = [entry(code=f'"{line["code"]}"', fingerprint=f'"{line["fingerprint"]}"') for line in errors]
    path.write_text("\n".join(texts), "utf-8")
    code, out, _ = run("check", published / "report.docx", "--waivers", path)
    assert code == 0
    assert f"已豁免 {len(errors)} 处" in out
    path.write_text("\n".join(texts[1:]), "utf-8")
    assert run("check", published / "report.docx", "--waivers", path)[0] == 1
    _, out, _ = run("check", published / "report.docx", "--waivers", path, "--format", "json")
    waived = [line["waiver"] for line in map(json.loads, out.splitlines()) if line["waiver"]]
    assert waived[0] == {"reason": "已核实", "person": "张三", "authority": "会议纪要第 3 号", "until": "2030-12-31"}


def test_a_faulty_file_ends_the_run_with_2(run, published, tmp_path):
    path = tmp_path / "w.toml"
    path.write_text(entry(code='"ZZ99"'), "utf-8")
    code, out, err = run("check", published / "report.docx", "--waivers", path)
    assert (code, out) == (2, "")
    assert err.startswith("w.toml，第 1 条豁免：没有“ZZ99”这项检查")
