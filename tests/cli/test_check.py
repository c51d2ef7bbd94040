import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


def changed(published, tmp_path, old, new, name="report.txt"):
    text = (published / "report.txt").read_text("utf-8")
    assert old in text
    path = tmp_path / name
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_the_screen_tells_the_founding_case(run, published):
    code, out, err = run("check", published, "--profile", "review-14")
    assert code == 1
    assert not err
    assert "印出的总分　　　96 分" in out
    assert "各行得分相加　　97 分" in out
    assert "按全国规定重算　已得 87 分，另 10 分无法判断" in out
    assert "review-14　87 分（按国家等次划分：良）　参考口径（外地复核做法，非天津规定）" in out
    assert all(word in out for word in ("必须改", "建议核实", "提示", "计算", "评分人判断", "无法判断"))
    assert "report.txt：表内各数与 report.docx 相同，逐行重算不再重复。" in out
    assert "问题也相同。" in out


def test_ten_findings_come_first_and_the_rest_is_counted(run, published):
    _, out, _ = run("check", published / "report.txt")
    assert out.count("怎么改：") == 10
    assert re.search(r"还有 \d+ 处；用 --format html 看全部", out)


def test_the_page_is_written_and_its_path_is_the_last_line(run, published, tmp_path):
    page = tmp_path / "out" / "findings.html"
    code, out, _ = run("check", published, "--format", "html", "--out", page)
    assert code == 1
    assert out.rstrip().endswith(str(page)) or str(page) in out.replace("\n", "")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_json_has_one_finding_a_line_with_the_promised_keys(run, published):
    code, out, _ = run("check", published / "report.txt", "--format", "json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    keys = "file code severity outcome message place field facts missing basis fingerprint waiver standing".split()
    assert all(list(line) == keys for line in lines)
    assert {line["outcome"] for line in lines} == {"fail"}
    total = next(line for line in lines if line["code"] == "SC01")
    assert (total["severity"], total["field"], total["place"]["line"]) == ("error", "total.score", 389)


def test_all_four_answers_are_listed_on_demand(run, published):
    _, out, _ = run("check", published / "report.txt", "--format", "json", "--all")
    assert {json.loads(line)["outcome"] for line in out.splitlines()} == {"fail", "pass", "not-applicable"}


def test_a_fingerprint_survives_a_moved_row(run, published, tmp_path):
    moved = changed(published, tmp_path, "四、绩效评价指标分析\n", "又一段。\n四、绩效评价指标分析\n")
    marks = []
    for path in (published / "report.txt", moved):
        _, out, _ = run("check", path, "--format", "json")
        marks.append({(line["code"], line["fingerprint"]) for line in map(json.loads, out.splitlines())})
    assert marks[0] == marks[1]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("\t3\n\t3\n", "\t3\n\t优秀\n", "这里应当是数字，读到的是“优秀”"),
        ("\t20\n\t20\n", "\t120\n\t20\n", "分值是“120”，比满分 100 还多"),
        ("\t总分\n\t100\n\t96\n\t\n", "", "没有读到总分行"),
    ],
    ids=["scores that are words", "a weight over 100", "no total"],
)
def test_a_half_read_form_says_where_and_exits_with_2(run, published, tmp_path, old, new, message):
    code, out, _ = run("check", changed(published, tmp_path, old, new))
    assert code == 2
    assert message in out
    assert "表2第" in out
    assert "怎么办：" in out


def test_two_forms_in_a_file_are_both_examined(run, published, tmp_path):
    text = (published / "report.txt").read_text("utf-8")
    form = text[text.index("\t项目名称") : text.index("年初设定的项目绩效目标已经")]
    path = tmp_path / "two.txt"
    path.write_text(text + "\n" + form.replace("智慧津南项目运维及咨询费", "另一个项目"), "utf-8")
    _, out, _ = run("check", path)
    assert "two.txt（第 1 张表，共 2 张）" in out
    assert "two.txt（第 2 张表，共 2 张）" in out


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(run, published, tmp_path):
    picture = tmp_path / "a.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    code, out, err = run("check", picture, published / "report.txt")
    assert code == 2
    assert "a.docx：这是图片" in err
    assert "怎么办：" in err
    assert "印出的总分　　　96 分" in out


@pytest.mark.parametrize(
    ("content", "cause"),
    [(b"", "文件是空的"), (None, "找不到文件"), ("你好，这里什么表也没有。".encode(), "没有找到绩效自评表")],
    ids=["empty", "absent", "no form"],
)
def test_input_that_is_no_form_is_refused_with_cause_and_remedy(run, tmp_path, content, cause):
    path = tmp_path / "x.txt"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run("check", path)
    assert code == 2
    assert not out
    assert err.startswith("x.txt：")
    assert cause in err
    assert "怎么办：" in err


def test_files_with_the_same_trouble_are_named_under_one_remedy(run, published, tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text("这里什么表也没有。", "utf-8")
    (tmp_path / "d.txt").write_bytes(b"")
    code, _, err = run("check", tmp_path, published / "report.txt")
    assert code == 2
    assert err.count("没有找到绩效自评表、绩效目标表或评价报告\n怎么办：") == 1
    assert err.endswith("另有 2 个文件也是“没有找到绩效自评表、绩效目标表或评价报告”：\n  b.txt\n  c.txt\n")
    assert "d.txt：文件是空的" in err


def test_another_encoding_reads_the_same(run, published, tmp_path):
    text = (published / "report.txt").read_text("utf-8")
    path = tmp_path / "gbk.txt"
    path.write_bytes(text.encode("gb18030"))
    assert "表内各数与 gbk.txt 相同" in run("check", path, published / "report.txt")[1]


def test_an_output_that_cannot_be_written_leaves_the_earlier_one(run, published, tmp_path):
    earlier = tmp_path / "file"
    earlier.write_text("earlier", "utf-8")
    code, _, err = run("check", published / "report.txt", "--format", "html", "--out", earlier / "findings.html")
    assert code == 2
    assert "路径中有一级是文件" in err
    assert earlier.read_text("utf-8") == "earlier"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--formt", "json"], "没有 --formt 这个选项"),
        (["--region"], "--region 后面要带一个值"),
        (["--all=1"], "--all 后面不要带一个值"),
        (["--out", "x.txt"], "--out 要和 --format 或 --fix 一起用"),
        (["--format", "pdf"], "可用的是 text、json、html、xlsx、docx、sarif"),
        (["--on", "2021-13-01"], "写成 2021-03-31 的样子"),
        (["--region", "9900"], "没有这个行政区划代码"),
        (["--profile", "abc"], "可用的复核口径"),
        (["--code", "XX99"], "没有“XX99”这项检查"),
    ],
)
def test_a_wrong_option_is_explained(run, published, words, message):
    code, out, err = run("check", published / "report.txt", *words)
    assert code == 2
    assert not out
    assert message in err


def test_what_only_the_second_file_of_a_form_says_is_not_hidden(run, published, tmp_path):
    (tmp_path / "1.txt").write_text((published / "report.txt").read_text("utf-8"), "utf-8")
    changed(published, tmp_path, "数量指标完成率100%", "数量指标完成率80%", "2.txt")
    _, out, _ = run("check", tmp_path)
    assert "2.txt：表内各数与 1.txt 相同" in out
    assert "另有的问题：必须改 0 处，建议核实 1 处" in out


def test_files_of_one_name_are_told_apart_by_their_folders(run, published, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        changed(published, tmp_path / folder, "\t96\n", "\t97\n" if folder == "a" else "\t95\n", "表.txt")
    _, out, _ = run("check", tmp_path, "--format", "json")
    assert {json.loads(line)["file"] for line in out.splitlines()} == {"a/表.txt", "b/表.txt"}
    assert "张表，共" not in run("check", tmp_path)[1]


def test_its_own_page_does_not_poison_the_next_run(run, published, tmp_path):
    (tmp_path / "report.txt").write_text((published / "report.txt").read_text("utf-8"), "utf-8")
    page = tmp_path / "findings.html"
    assert run("check", tmp_path, "--format", "html", "--out", page)[0] == 1
    assert run("check", tmp_path, "--format", "html", "--out", page)[0] == 1


def test_a_terminal_without_a_character_stops_nothing(published, tmp_path):
    path = changed(published, tmp_path, "智慧津南项目运维及咨询费\n", "智慧•津南项目\n")
    done = subprocess.run(
        [Path(sys.executable).parent / "jixiao", "check", path],
        env={**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "必须改" in done.stdout.decode("gbk")


def test_more_than_three_forms_are_listed_a_line_each(run, published, tmp_path):
    for total in range(93, 98):
        changed(published, tmp_path, "\t96\n", f"\t{total}\n", f"{total}.txt")
    _, out, _ = run("check", tmp_path)
    assert "共 5 张表" in out
    assert out.count("怎么改：") == 10
    assert all(f"{total}.txt" in out for total in range(93, 98))
    assert "逐行重算" not in out


def test_annotated_documents_are_written_and_what_cannot_be_is_told(run, published, tmp_path):
    folder = tmp_path / "批注"
    code, out, err = run("check", published, "--annotate", folder)
    assert code == 2
    assert "已写入批注：1 份" in out
    assert "report.txt：这种格式（txt）不能写批注\n怎么办：请用 WPS 或 Word 另存为 .docx" in err
    assert [one.name for one in folder.iterdir()] == ["report.docx"]


def test_annotated_documents_are_not_checked_again(run, published, tmp_path):
    (tmp_path / "报送").mkdir()
    (tmp_path / "报送/表.docx").write_bytes((published / "report.docx").read_bytes())
    folder = tmp_path / "报送/批注"
    first = run("check", tmp_path / "报送", "--annotate", folder)
    assert first[0] == 1
    assert run("check", tmp_path / "报送", "--annotate", folder) == first


def test_a_file_named_itself_is_checked_though_its_comments_go_beside_it(run, published, tmp_path):
    path = tmp_path / "表.docx"
    path.write_bytes((published / "report.docx").read_bytes())
    code, out, _ = run("check", path, "--annotate", tmp_path)
    assert code in (1, 2)
    assert "必须改" in out
    assert path.read_bytes() == (published / "report.docx").read_bytes()


def test_comments_into_the_folder_that_is_checked_leave_nothing_to_check(run, published, tmp_path):
    (tmp_path / "表.docx").write_bytes((published / "report.docx").read_bytes())
    code, _, err = run("check", tmp_path, "--annotate", tmp_path)
    assert code == 2
    assert "没有剩下要检查的文件" in err


@pytest.mark.parametrize("words", [("check", "--format", "html"), ("check", "--format", "xlsx"), ("read", "--json")])
def test_a_document_that_is_read_is_never_written_onto(run, published, tmp_path, words):
    path = tmp_path / "表.docx"
    path.write_bytes((published / "report.docx").read_bytes())
    command, *options = words
    code, _, err = run(command, path, *options, "--out", path)
    assert code == 2
    assert "这是要读的原件，没有覆盖" in err
    assert path.read_bytes() == (published / "report.docx").read_bytes()
