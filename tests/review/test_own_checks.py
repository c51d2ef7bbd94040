from io import BytesIO

import pytest
import xlsxwriter

from jixiao import api
from jixiao.checks.base import catalogue
from jixiao.model.errors import InputError
from jixiao.model.finding import Outcome, Severity
from jixiao.review.own_checks import COLUMNS, OPTIONAL, load

GOOD = {
    "编号": "本局01",
    "名称": "没有开展却得了分",
    "适用条件": "",
    "出错条件": '且(包含(实际完成值,"未开展"), 得分>0)',
    "提示语": "“{三级指标}”得了 {得分} 分，总分 {总分}。",
    "应报例": "实际完成值=未开展；得分=3",
    "不应报例": "实际完成值=未开展；得分=0\n得分=5",
    "等级": "",
    "怎么改": "",
}


@pytest.fixture
def sheet(tmp_path):
    def sheet(*rows, columns=(*COLUMNS, *OPTIONAL), above=0):
        made = BytesIO()
        book = xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_numbers": False})
        page = book.add_worksheet("检查")
        for row in range(above):
            page.write(row, 0, "某局自用")
        for col, name in enumerate(columns):
            page.write(above, col, name)
            for at, one in enumerate(rows, above + 1):
                page.write(at, col, one.get(name, ""))
        book.close()
        path = tmp_path / "本局检查.xlsx"
        path.write_bytes(made.getvalue())
        return path

    return sheet


def test_a_row_becomes_a_check_that_finds_and_names_its_row(sheet, published):
    (check,) = load(sheet({**GOOD, "等级": "必须改", "怎么改": "改成 0 分"})).values()
    assert (check.code, check.head.severity, check.remedy) == ("本局01", Severity.ERROR, "改成 0 分")
    brought = api.Brought(checks=sheet(GOOD))
    review = api.review([api.read(published / "report.docx")], brought=brought)
    (found,) = [one for one in review.examined[0].findings if one.code == "本局01"]
    assert found.message == "“视频监控系统运维满意度”得了 10 分，总分 96。"
    assert (found.outcome, str(found.place)) == (Outcome.FAIL, "表2第25行第6列")
    assert set(catalogue()) < set(review.checks)


def test_figures_over_all_rows_may_stand_in_the_message(sheet):
    row = {
        **GOOD,
        "适用条件": "已填(总分)",
        "出错条件": "合计(得分)+执行得分<>总分",
        "提示语": "合计 {合计(得分)}，最大 {最大(得分)}，{个数(得分>5)} 行，总分 {总分}",
        "应报例": "得分=50；得分=40；执行得分=10；总分=96",
        "不应报例": "得分=50；得分=36；总分=96\n总分=",
    }
    (check,) = load(sheet(row)).values()
    (example,) = check.fires.values()
    from jixiao.checks.engine import examine
    from jixiao.law.load import counting_day, on

    ((found,),) = examine([example], [on(counting_day(None, 2020))], [check])
    assert found.message == "合计 90，最大 50，2 行，总分 96"
    assert found.field == "total.score"


def test_header_may_stand_lower_and_columns_in_another_order(sheet):
    assert list(load(sheet(GOOD, {**GOOD, "编号": "b2"}, columns=tuple(reversed(COLUMNS)), above=3))) == [
        "本局01",
        "B2",
    ]


@pytest.mark.parametrize(
    ("change", "cell", "cause"),
    [
        ({"编号": ""}, "A3（编号）", "没有填“编号”"),
        ({"编号": "SC01"}, "A3（编号）", "自带检查的样子"),
        ({"编号": "zz99"}, "A3（编号）", "自带检查的样子"),
        ({"编号": "一 二"}, "A3（编号）", "不能用"),
        ({"编号": "甲"}, "A3（编号）", "用了两次"),
        ({"名称": ""}, "B3（名称）", "没有填“名称”"),
        ({"适用条件": "得份>1"}, "C3（适用条件）", "第 1 个字：没有“得份”这一列"),
        ({"出错条件": "且(得分>1, 分植>2)"}, "D3（出错条件）", "第 9 个字：没有“分植”这一列"),
        ({"出错条件": "满分>1"}, "D3（出错条件）", "条件里没有表上的内容"),
        ({"出错条件": "得分>"}, "D3（出错条件）", "没有写完"),
        ({"提示语": "得了 {得份} 分"}, "E3（提示语）", "第 5 个字：没有“得份”这一列"),
        ({"提示语": "得了 {得分 分"}, "E3（提示语）", "大括号没有成对"),
        ({"提示语": "得了 {都(得分>1)} 分"}, "E3（提示语）", "第 5 个字：这里只能写 合计(…)"),
        ({"提示语": "得了 {得分>1} 分"}, "E3（提示语）", "大括号里只能写一列"),
        ({"出错条件": "总分>90", "提示语": "{得分}"}, "E3（提示语）", "不能写某一行的列"),
        ({"应报例": ""}, "F3（应报例）", "没有填“应报例”"),
        ({"应报例": "得分=3"}, "F3（应报例）", "“得分=3”没有报"),
        ({"应报例": "得分 3"}, "F3（应报例）", "没有等号"),
        ({"应报例": "得份=3"}, "F3（应报例）", "例子里不能写“得份”"),
        ({"应报例": "重算的执行率=3"}, "F3（应报例）", "例子里不能写“重算的执行率”"),
        ({"应报例": "得分=三"}, "F3（应报例）", "“三”不是数"),
        ({"应报例": "得分=3万元"}, "F3（应报例）", "单位不对"),
        ({"应报例": "全年预算数=100"}, "F3（应报例）", "没有写单位"),
        ({"不应报例": "实际完成值=未开展；得分=3"}, "G3（不应报例）", "报了：“设备运维数量”得了 3 分"),
        ({"等级": "严重"}, "H3（等级）", "没有“严重”这个等级"),
    ],
)
def test_a_faulty_cell_is_named(sheet, change, cell, cause):
    with pytest.raises(InputError) as refused:
        load(sheet({**GOOD, "编号": "甲"}, {**GOOD, **change}))
    assert refused.value.file == "本局检查.xlsx"
    assert refused.value.place.endswith(cell)
    assert cause in refused.value.cause
    assert refused.value.remedy


def test_a_sheet_without_header_or_rows_is_refused(sheet):
    with pytest.raises(InputError, match="没有找到表头"):
        load(sheet(GOOD, columns=COLUMNS[:3]))
    with pytest.raises(InputError, match="没有一项检查"):
        load(sheet())


@pytest.mark.parametrize(
    "formula",
    ["(" * 400, "得分>" + "9" * 400, "且(" * 100 + "得分>1" + ")" * 100, "得" * 30_000, "=cmd|'/c calc'!A0", "{{1}}"],
)
def test_hostile_conditions_are_refused_in_one_line(sheet, formula):
    with pytest.raises(InputError) as refused:
        load(sheet({**GOOD, "出错条件": formula}))
    assert len(str(refused.value)) < 600


def test_the_empty_sheet_works_as_it_is(run, published, tmp_path):
    path = tmp_path / "新.xlsx"
    code, out, _ = run("new", "--checks", path)
    assert code == 0
    assert "jixiao check" in out
    assert list(load(path)) == ["本局01", "本局02"]
    code, out, _ = run("check", published / "report.docx", "--checks", path, "--code", "本局01", "--code", "本局02")
    assert code == 1
    assert "指标得分合计 87 分，预算执行得分 10 分，总分印的是 96 分" in out
    code, _, err = run("new", "--checks", path)
    assert (code, "已经有这个文件" in err) == (2, True)
    assert run("new")[0] == 2
    assert run("new", tmp_path / "d", "--checks", tmp_path / "e.xlsx")[0] == 2


@pytest.mark.parametrize("form", ["json", "html", "xlsx", "docx", "sarif", "text"])
def test_own_findings_stand_in_every_output(run, published, tmp_path, form):
    run("new", "--checks", tmp_path / "新.xlsx")
    where = () if form == "text" else ("--out", tmp_path / f"out.{form}")
    code, out, err = run("check", published / "report.docx", "--checks", tmp_path / "新.xlsx", "--format", form, *where)
    assert (code, err) == (1, "")
    if form in ("json", "html", "sarif"):
        assert "本局01" in (tmp_path / f"out.{form}").read_text("utf-8")
    elif form == "text":
        assert "本局01" in out
