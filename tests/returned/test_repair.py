import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from jixiao import api
from jixiao.model.errors import InputError
from jixiao.returned.repair import repair, write_repaired
from readers.words import p, package, word_parts
from returned.forms import as_docx, as_xlsx, read
from writers.returned_words import parts
from writers.test_zipped import raw

REPORT = Path(__file__).parents[2] / "examples/jinnan-2020/published/report.docx"
# What is planted: the right text, the wrong one, the check that finds it.
FIGURES = {
    "a total": ("98.75", "97.75", "SC01"),
    "a rate": ("87.50%", "78.50%", "BG02"),
}
WORDS = {
    "an amount": ("实际支出87.50万元", "实际支出87.50元", "BG11"),
    "a number of a part": ("三、综合", "四、综合", "FM01"),
    "a number of a section": ("（二）项目", "（三）项目", "FM01"),
    "a bracket": ("（含附属用房）", "（含附属用房)", "FM03"),
    "a doubled word": ("对绩效指标", "对绩效绩效指标", "FM06"),
    "wide digits": ("850间", "８５０间", "FM19"),
    "a bracket in the form": ("维修教室（间）", "维修教室(间）", "FM03"),
}
SAME = settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def codes(result):
    return sorted({finding.code for proposal in result.done for _, finding in proposal.cured})


@pytest.mark.parametrize(("right", "wrong", "code"), (FIGURES | WORDS).values(), ids=FIGURES | WORDS)
@pytest.mark.parametrize("split", [False, True], ids=["one run", "a run a character"])
def test_a_planted_error_in_a_document_becomes_what_it_was(tmp_path, right, wrong, code, split):
    good = read(tmp_path / "好.docx", as_docx())
    bad = read(tmp_path / "坏.docx", as_docx([(right, wrong)], split=[wrong] if split else ()))
    assert bad.layout.blocks != good.layout.blocks
    result = repair(bad, api.Ground())
    assert codes(result) == [code]
    assert not result.refused
    assert read(tmp_path / "改.docx", result.content).layout.blocks == good.layout.blocks


@pytest.mark.parametrize(("right", "wrong", "code"), [*FIGURES.values(), WORDS["a bracket in the form"]])
@pytest.mark.parametrize("shared", [False, True], ids=["own strings", "shared strings"])
def test_a_planted_error_in_a_workbook_becomes_what_it_was(tmp_path, right, wrong, code, shared):
    good = read(tmp_path / "好.xlsx", as_xlsx(shared=shared))
    bad = read(tmp_path / "坏.xlsx", as_xlsx([(right, wrong)], shared=shared))
    assert bad.layout.blocks != good.layout.blocks
    result = repair(bad, api.Ground())
    assert codes(result) == [code]
    assert read(tmp_path / "改.xlsx", result.content).layout.blocks == good.layout.blocks
    before, after = raw(bad.path.read_bytes()), raw(result.content)
    assert {name for name in after if after[name] != before[name]} == {"xl/worksheets/sheet0.xml"}


@SAME
@given(chosen=some.sets(some.sampled_from(sorted(FIGURES | WORDS)), min_size=1), split=some.booleans())
def test_any_planted_errors_are_repaired_together_and_nothing_else_changes(tmp_path, chosen, split):
    changes = [(FIGURES | WORDS)[name][:2] for name in sorted(chosen)]
    good = read(tmp_path / "好.docx", as_docx())
    bad = read(tmp_path / "坏.docx", as_docx(changes, split=[wrong for _, wrong in changes] if split else ()))
    result = repair(bad, api.Ground())
    assert not result.refused
    mended = read(tmp_path / "改.docx", result.content)
    assert mended.layout.blocks == good.layout.blocks
    (one,), (other,) = good.evaluations, mended.evaluations
    assert replace(one, file="") == replace(other, file="")
    again = repair(mended, api.Ground())
    assert not again.done
    assert again.content == result.content


def test_the_format_stays():
    """Every tag of the founding report stands where it stood, and every other part is the same bytes."""
    result = repair(api.read(REPORT), api.Ground())
    old, new = parts(REPORT.read_bytes()), parts(result.content)
    assert {name for name in new if new[name] != old[name]} == {"word/document.xml"}
    tags = re.compile(rb"<[^>]+>")
    assert tags.findall(new["word/document.xml"]) == tags.findall(old["word/document.xml"])
    assert codes(result) == ["FM01", "FM03", "FM06", "SC01"]


def test_a_word_keeps_the_run_that_it_stands_in(tmp_path):
    body = "<w:p>{}</w:p>".format(
        "".join(
            f"<w:r><w:rPr><w:{style}/></w:rPr><w:t>{text}</w:t></w:r>"
            for style, text in (("b", "对绩效绩"), ("i", "效指标"))
        )
    )
    bad = read(tmp_path / "坏.docx", package(word_parts(p("一、基本情况") + body)))
    document = parts(repair(bad, api.Ground()).content)["word/document.xml"].decode()
    assert "<w:b/></w:rPr><w:t>对绩效</w:t>" in document
    assert "<w:i/></w:rPr><w:t>指标</w:t>" in document


def test_a_total_that_the_text_states_as_well_is_left_to_a_person(tmp_path):
    changes = [("98.75", "97.75"), ("总体良好。", "总得分97.75分。")]
    result = repair(read(tmp_path / "表.docx", as_docx(changes)), api.Ground())
    ((proposal, why),) = result.refused
    assert (proposal.edits[0].old, proposal.edits[0].new) == ("97.75", "98.75")
    assert why == "改了会与别处矛盾（SC09），不能断定哪一处错"
    assert not result.done


def test_a_total_of_rows_that_were_not_all_read_is_not_touched(tmp_path):
    result = repair(read(tmp_path / "表.docx", as_docx([("98.75", "97.75"), ("50", "4")])), api.Ground())
    assert "WT01" in {finding.code for one in result.examined for finding in one.findings}
    assert not result.done
    assert not result.refused


@pytest.mark.parametrize(
    "changes",
    [
        [("三、综合", "四、综合"), ("总体良好。", "问题见第二部分。")],
        [("三、综合评价情况及评价结论", "一、综合评价情况及评价结论")],
        [("保障校舍安全（含附属用房）。", "本项目项目支出已公开。")],
        [("保障校舍安全（含附属用房）。", "保障校舍安全（含附属用房。")],
        [("实际支出87.50万元", "实际支出87.50元"), ("年初预算100万元", "年初预算120万元")],
    ],
    ids=["a number that is referred to", "two rows of numbers", "two names side by side", "half a bracket", "no proof"],
)
def test_what_is_not_proved_is_not_changed(tmp_path, changes):
    bad = read(tmp_path / "表.docx", as_docx(changes))
    assert not repair(bad, api.Ground()).done


@pytest.mark.parametrize(("old", "new"), [("≥10间", "≥10间(含）"), ("10间", "１０间"), ("≥90%", "≥９０%")])
def test_targets_actual_values_and_points_are_never_touched(tmp_path, old, new):
    result = repair(read(tmp_path / "表.docx", as_docx([(old, new)])), api.Ground())
    assert not result.done
    assert all("要由填报的人改" in why for _, why in result.refused)


def test_figures_in_wide_digits_become_figures_that_can_be_checked(tmp_path):
    good = read(tmp_path / "好.docx", as_docx())
    wide = [("年初预算100万元，实际支出87.50万元", "年初预算１００万元，实际支出８７．５０万元")]
    result = repair(read(tmp_path / "坏.docx", as_docx(wide)), api.Ground())
    assert codes(result) == ["FM19"]
    assert read(tmp_path / "改.docx", result.content).layout.blocks == good.layout.blocks


def test_wide_digits_that_turn_out_to_contradict_are_left(tmp_path):
    wide = [("实际支出87.50万元", "实际支出８８．５０万元")]
    result = repair(read(tmp_path / "坏.docx", as_docx(wide)), api.Ground())
    assert not result.done
    assert "BG11" in result.refused[0][1]


def test_automatic_numbers_fields_and_boxes_are_refused_one_by_one(tmp_path):
    box = f"<w:r><w:drawing><wps:txbx><w:txbxContent>{p('对绩效绩效进行')}</w:txbxContent></wps:txbx></w:drawing></w:r>"
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>情况情况属实</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    body = p("一、基本情况") + f"<w:p>{box}</w:p>" + field + p("进行进行核对")
    bad = read(tmp_path / "表.docx", package(word_parts(body)))
    result = repair(bad, api.Ground())
    assert [one.edits[0].old for one in result.done] == ["进行进行"]
    assert {why for _, why in result.refused} == {
        "这里是文本框或脚注，不能直接改",
        "这里是自动编号、域或特殊字符，不能直接改",
    }


def test_a_formula_is_not_replaced_by_its_result(tmp_path):
    held = parts(as_xlsx([("98.75", "97.75")]))
    sheet = held["xl/worksheets/sheet0.xml"].replace(b"<v>97.75</v>", b"<f>SUM(G4:G8)</f><v>97.75</v>")
    bad = read(tmp_path / "表.xlsx", package(held | {"xl/worksheets/sheet0.xml": sheet}))
    result = repair(bad, api.Ground())
    assert [why for _, why in result.refused] == ["这一格是公式，不能直接改"]
    assert result.content == bad.path.read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("word/settings.xml", "<w:settings><w:documentProtection w:enforcement='1'/></w:settings>", "编辑限制"),
        ("_xmlsignatures/sig1.xml", "<Signature/>", "数字签名"),
    ],
)
def test_what_its_author_closed_is_not_opened(tmp_path, name, content, cause):
    held = parts(as_docx([("98.75", "97.75")]))
    with pytest.raises(InputError, match=cause):
        repair(read(tmp_path / "表.docx", package(held | {name: content})), api.Ground())


def test_a_file_changed_after_reading_is_not_repaired_nor_overwritten(tmp_path):
    bad = read(tmp_path / "表.docx", as_docx([("98.75", "97.75")]))
    result = repair(bad, api.Ground())
    shutil.copy(REPORT, bad.path)
    with pytest.raises(InputError, match="又被改动过"):
        repair(bad, api.Ground())
    with pytest.raises(InputError, match="又被改动过"):
        write_repaired(bad, result, bad.path)
    assert bad.path.read_bytes() == REPORT.read_bytes()


def test_the_file_itself_is_replaced_only_when_asked(tmp_path):
    bad = read(tmp_path / "表.docx", as_docx([("98.75", "97.75")]))
    result = repair(bad, api.Ground())
    write_repaired(bad, result, bad.path)
    assert bad.path.read_bytes() == result.content
