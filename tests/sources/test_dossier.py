from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings

from jixiao.model.dossier import MeasureSpec
from jixiao.model.errors import InputError
from jixiao.model.terms import FundSource, Tier
from jixiao.sources.dossier import read_dossier
from jixiao.sources.sheet_writer import sheet_bytes
from sources.folders import SMALL, changed, folders, what_it_says, write_folder


def refusal(folder):
    with pytest.raises(InputError) as caught:
        read_dossier(folder)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("toml", [True, False])
def test_a_folder_is_read_whole(tmp_path, toml):
    dossier = read_dossier(write_folder(tmp_path, SMALL, toml=toml))
    assert (dossier.name, dossier.year, dossier.contacts) == ("某某系统运维费", 2020, {"项目负责人": "张某"})
    (fund,), (fee,), (contract,) = dossier.funds, dossier.fees, dossier.contracts
    assert (fund.source, fund.adjustment, fund.budget) == (FundSource.DISTRICT, Decimal(-100000), Decimal(1400000))
    assert fee.cuts == {"time": Decimal(100000)}
    assert (contract.amount, contract.awarded, contract.signed) == (Decimal(1400000), None, date(2020, 4, 10))
    online, benefit = dossier.indicators
    assert online.measure == MeasureSpec("online_rate", {"limit": "30", "where": "甲、乙"})
    assert online.target_parsed.low == Decimal(98)
    assert online.documents == ("D1", "D2")
    assert benefit.judged is not None
    assert (str(benefit.weight), benefit.judged.score, benefit.judged.tier) == ("10", Decimal("8.5"), Tier.MET)
    assert dossier.previous == {"在线率": "97%"}
    assert [(one.file, one.sealed) for one in dossier.documents] == [
        ("evidence/附件/a.pdf", True),
        ("evidence/附件/a.pdf", False),
    ]
    assert set(dossier.files) == {"project.toml" if toml else "项目资料.xlsx", "evidence/附件/a.pdf"}


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=25
)
@given(folders())
def test_the_two_spellings_say_the_same(tmp_path, filled):
    in_toml = read_dossier(write_folder(tmp_path, filled, toml=True))
    in_sheets = read_dossier(write_folder(tmp_path, filled, toml=False))
    assert what_it_says(in_toml) == what_it_says(in_sheets)


def dated(table, day):
    return {**changed(table, 0, day=day), "project": changed("project", 0, report_date="2021-03-01")["project"]}


@pytest.mark.parametrize(
    ("filled", "key", "cell", "cause"),
    [
        (changed("contract", 0, amount="很多"), "contract[1].amount", "合同!F5", "“金额”写的是“很多"),
        (changed("contract", 0, amount="1.005"), "contract[1].amount", "合同!F5", "“金额”写的是“1.005"),
        (changed("contract", 0, signed="2020-13-01"), "contract[1].signed", "合同!H5", "“签订日期”写的是“2020-13-01”"),
        (changed("contract", 0, name=""), "contract[1].name", "合同!C5", "“名称”没有填"),
        (changed("contract", 0, fee="F9"), "contract[1].fee", "合同!E5", "“费用明细”里没有编号“F9”"),
        (changed("contract", 0, replaces="H9"), "contract[1].replaces", "合同!K5", "“合同”里没有编号“H9”"),
        (changed("contract", 0, ends="2020-03-01"), "contract[1].ends", "合同!J5", "服务结束 2020-03-01 早于"),
        (changed("payment", 0, contract="H9"), "payment[1].contract", "支付!C5", "“合同”里没有编号“H9”"),
        (changed("fund", 0, source="彩票"), "fund[1].source", "资金!B5", "“资金来源”写的是“彩票”"),
        (changed("fund", 0, budget="1400000.01"), "fund[1].budget", "资金!G5", "年初预算数加调整数 1400000.00 元"),
        (changed("fee", 0, initial="1500000.01"), "fee[1]", "费用明细!A5", "资金的年初预算数合计 1500000.00 元"),
        (changed("fee", 0, cut_time="1"), "fee[1]", "费用明细!A5", "资金的调整后的预算合计 1400000.00 元"),
        (changed("fee", 0, added="-1"), "fee[1].added", "费用明细!H5", "追加 -1.00 元是负数"),
        (changed("payment", 0, source="中央资金"), "payment[1].source", "支付!K5", "“资金”里没有“中央资金”"),
        (changed("fee", 0, cut_price="-1"), "fee[1].cut_price", "费用明细!F5", "核减 -1.00 元是负数"),
        (changed("fee", 0, name="#REF!"), "fee[1].name", "费用明细!C5", "“费用名称”写的是“#REF!”，读不懂"),
        ({**SMALL, "goal": SMALL["goal"] * 2}, "goal[2].scope", "目标!B6", "“目标”里有两行的目标类别都是“年度目标”"),
        (changed("indicator", 1, id="online"), "indicator[2].id", "指标!B6", "“指标”里有两行的编号都是“online”"),
        (changed("indicator", 0, documents="D7"), "indicator[1].documents", "指标!Q5", "“佐证”里没有编号“D7”"),
        (changed("indicator", 0, settings="无"), "indicator[1].settings", "指标!I5", "“无”不是“名称=值”"),
        (changed("indicator", 0, measure=""), "indicator[1].settings", "指标!I5", "有测量设置，没有测量方法"),
        (changed("indicator", 1, judged_reason=""), "indicator[2].judged_reason", "指标!M6", "评分没有填全"),
        (changed("document", 0, file="../a.pdf"), "document[1].file", "佐证!C5", "佐证文件“../a.pdf”不在项目文件夹里"),
        (changed("document", 0, file="b.pdf"), "document[1].file", "佐证!C5", "佐证文件“b.pdf”找不到"),
        (changed("contract", 0, amount="-5"), "contract[1].amount", "合同!F5", "合同金额 -5 是负数"),
        (changed("contract", 0, document="b.pdf"), "contract[1].document", "合同!L5", "佐证文件“b.pdf”找不到"),
        (changed("meeting", 0, document="b.pdf"), "meeting[1].document", "会议!G5", "佐证文件“b.pdf”找不到"),
        (changed("indicator", 0, weight="-3"), "indicator[1].weight", "指标!G5", "分值 -3 是负数"),
        (changed("document", 0, supports="没有"), "document[1].supports", "佐证!I5", "“指标”里没有编号“没有”"),
        (dated("meeting", "2021-03-02"), "meeting[1].day", "会议!C5", "日期 2021-03-02 晚于报告日期 2021-03-01"),
        (dated("document", "2021-03-02"), "document[1].day", "佐证!F5", "日期 2021-03-02 晚于报告日期 2021-03-01"),
        (changed("project", 0, year="20"), "project.year", "项目!B6", "年度 20 不对"),
    ],
)
def test_what_is_wrong_is_refused_at_its_key_and_at_its_cell(tmp_path, filled, key, cell, cause):
    in_toml = refusal(write_folder(tmp_path, filled, toml=True))
    assert (in_toml.file, in_toml.place) == ("project.toml", key)
    assert in_toml.cause.startswith(cause)
    in_sheets = refusal(write_folder(tmp_path, filled, toml=False))
    assert (in_sheets.file, in_sheets.place) == ("项目资料.xlsx", cell)
    assert in_sheets.cause.startswith(cause)


def test_a_sheet_may_have_a_space_behind_its_name(tmp_path):
    folder = write_folder(tmp_path, SMALL, toml=False)
    book = (folder / "项目资料.xlsx").read_bytes()
    spaced = BytesIO()
    with ZipFile(BytesIO(book)) as before, ZipFile(spaced, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace('name="合同"'.encode(), 'name="合同 "'.encode()))
    (folder / "项目资料.xlsx").write_bytes(spaced.getvalue())
    assert read_dossier(folder).contracts[0].origin.place == "合同!A5"


def test_a_measure_knows_the_cells_of_its_name_and_of_its_settings(tmp_path):
    spec = read_dossier(write_folder(tmp_path, SMALL, toml=False)).indicators[0].measure
    assert (spec.origin.place, spec.settings_origin.place) == ("指标!H5", "指标!I5")


def test_payments_without_their_source_are_told_where_several_sources_pay(tmp_path):
    two = [
        {"source": "区级资金", "initial": "1000000.00", "adjustment": "-100000.00", "budget": "900000.00"},
        {"source": "单位资金", "initial": "500000.00", "budget": "500000.00"},
    ]
    folder = write_folder(tmp_path, {**SMALL, "fund": two}, toml=False)
    (note,) = read_dossier(folder).notes
    assert note.startswith("项目资料.xlsx，支付!A5：有几个资金来源，1 笔支付没有写“资金来源”")
    paid = [{**SMALL["payment"][0], "source": "区级资金"}]
    folder = write_folder(tmp_path, {**SMALL, "fund": two, "payment": paid}, toml=False)
    dossier = read_dossier(folder)
    assert (dossier.notes, dossier.payments[0].source) == ((), FundSource.DISTRICT)


def test_a_scan_that_is_no_image_is_refused(tmp_path):
    folder = write_folder(tmp_path, changed("document", 0, file="附件/扫描.jpg"), toml=True)
    (folder / "evidence/附件/扫描.jpg").write_bytes(b"%PDF-1.7 renamed")
    assert "不是真正的 .jpg 文件" in refusal(folder).cause
    (folder / "evidence/附件/扫描.jpg").write_bytes(b"")
    assert "是空文件" in refusal(folder).cause


def test_a_folder_without_or_with_two_descriptions_is_refused(tmp_path):
    assert refusal(tmp_path / "none").cause == "没有这个文件夹"
    assert refusal(tmp_path).cause == "没有 项目资料.xlsx，也没有 project.toml"
    write_folder(tmp_path, SMALL, toml=True)
    (tmp_path / "项目资料.xlsx").write_bytes(sheet_bytes(SMALL, {}))
    assert refusal(tmp_path).cause.startswith("同时有")


@pytest.mark.parametrize(
    ("text", "place", "cause"),
    [
        ("[project\n", "", "不是正确的 TOML"),
        ("[projects]\n", "projects", "没有“projects”这张表"),
        ("[project]\nnam = 'x'\n", "project.nam", "没有“nam”这个键"),
        ("[fund]\nsource = 'x'\n", "fund", "“fund”写得不对"),
        ("", "", "文件是空的"),
        ("# 什么也没有\n", "项目", "没有填项目名称、单位、年度"),
        ("[[contract]]\nid = {a = 1}\n", "contract[1].id", "没有“id”这个键"),
        ("[project]\nname = 'x'\nunit = \"a\\u0001\"\n", "project.unit", "“实施单位”里有看不见的控制字符"),
        ("[project]\nname = 'x'\nunit = 'x'\ndepartment = 'x'\nyear = nan\n", "project.year", "“年度”写的是“NaN”"),
    ],
)
def test_a_toml_that_is_not_the_schema_is_refused(tmp_path, text, place, cause):
    (tmp_path / "project.toml").write_text(text, encoding="utf-8")
    error = refusal(tmp_path)
    assert (error.place, error.cause[: len(cause)]) == (place, cause)


def test_the_template_filled_by_nobody_asks_for_the_project(tmp_path):
    (tmp_path / "项目资料.xlsx").write_bytes(sheet_bytes({}, {}))
    assert refusal(tmp_path).cause == "没有填项目名称、单位、年度"


def sheet_with(folder, title, *rows, formulas=()):
    """A 项目资料.xlsx of which one sheet is replaced."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        for name in ("项目", "资金", "费用明细", "目标", "指标", "合同", "支付", "会议", "佐证"):
            sheet = book.add_worksheet(name)
            if name == title:
                for at, row in enumerate(rows):
                    sheet.write_row(at, 0, row)
                for cell, formula, value in formulas:
                    sheet.write_formula(cell, formula, None, value)
            elif name == "项目":
                for at, row in enumerate((("项目名称", "甲"), ("实施单位", "乙"), ("主管部门", "丙"), ("年度", 2020))):
                    sheet.write_row(at, 0, row)
            elif name in _HEADERS:
                sheet.write_row(0, 0, _HEADERS[name])
    (folder / "项目资料.xlsx").write_bytes(target.getvalue())
    return folder


_HEADERS = {
    "资金": ("资金来源", "年初预算数", "调整数", "调整原因", "调整依据", "全年预算数"),
    "费用明细": ("编号", "费用名称", "年初预算数"),
    "目标": ("目标类别", "预期目标", "实际完成情况"),
    "指标": ("编号", "一级指标", "二级指标", "三级指标", "指标值", "分值", "测量方法"),
    "合同": ("编号", "名称", "乙方", "费用项", "金额", "签订日期", "服务开始", "服务结束"),
    "支付": ("编号", "合同编号", "费用项", "支付日期", "金额", "服务开始", "服务结束", "支付方式"),
    "会议": ("编号", "日期", "文号", "议题", "决定"),
    "佐证": ("编号", "文件", "标题"),
}


def test_a_formula_gives_its_result_and_is_noted(tmp_path):
    rows = (_HEADERS["资金"], ("区级资金", 100, "", "", ""))
    folder = sheet_with(tmp_path, "资金", *rows, formulas=[("F2", "=B2+C2", 100)])
    dossier = read_dossier(folder)
    assert dossier.funds[0].budget == Decimal(100)
    assert dossier.notes == ("项目资料.xlsx，资金!F2：单元格里是公式，用其结果 100",)


def test_a_formula_without_result_is_refused(tmp_path):
    rows = (_HEADERS["资金"], ("区级资金", 100, "", "", ""))
    error = refusal(sheet_with(tmp_path, "资金", *rows, formulas=[("F2", "=B2+C2", "")]))
    assert (error.place, error.cause) == ("资金!F2", "公式没有结果")


def test_amounts_in_the_unit_of_the_header_keep_the_fen(tmp_path):
    header = ("资金来源", "年初预算数（万元）", "调整数（万元）", "调整原因", "调整依据", "全年预算数（元）")
    folder = sheet_with(tmp_path, "资金", header, ("区级资金", 2837.8294, -202.624967, "", "", 26352044.33))
    assert read_dossier(folder).funds[0].adjustment == Decimal("-2026249.67")


def test_rows_marked_as_examples_are_not_read(tmp_path):
    header = ("标记", *_HEADERS["会议"])
    rows = (header, ("示例", "M0", "2020-01-01", "", "a", "b"), ("", "M1", "2020-01-02", "", "a", "b"))
    assert [one.id for one in read_dossier(sheet_with(tmp_path, "会议", *rows)).meetings] == ["M1"]


@pytest.mark.parametrize(
    ("title", "header", "cause"),
    [
        ("会议", ("编号", "日期"), "缺少列：文号、议题、决定"),
        ("会议", (*_HEADERS["会议"], "主持人"), "不认识的列：主持人"),
        ("会议", (*_HEADERS["会议"], "会议日期"), "“日期”和“会议日期”两列都是“日期”"),
    ],
)
def test_a_sheet_with_other_columns_is_refused(tmp_path, title, header, cause):
    assert refusal(sheet_with(tmp_path, title, header)).cause == cause


PAYMENTS = "编号,合同编号,费用项,支付日期,金额,服务开始,服务结束,支付方式\nP1,,F1,2020-06-28,1,2020-01-01,2020-12-31,\n"


def test_payments_may_stand_in_an_evidence_file(tmp_path):
    folder = write_folder(tmp_path, {**SMALL, "payment": []}, toml=True)
    (folder / "evidence/payments.csv").write_text(PAYMENTS, encoding="gb18030")
    (payment,) = read_dossier(folder).payments
    assert (payment.amount, payment.contract, payment.origin.place) == (Decimal(1), "", "第2行")


def test_payments_in_two_places_or_with_an_unread_row_are_refused(tmp_path):
    folder = write_folder(tmp_path, SMALL, toml=True)
    (folder / "evidence/payments.csv").write_text(PAYMENTS, encoding="utf-8")
    assert "里都有" in refusal(folder).cause
    write_folder(folder, {**SMALL, "payment": []}, toml=True)
    (folder / "evidence/payments.csv").write_text(PAYMENTS.replace(",1,", ",一元,"), encoding="utf-8")
    error = refusal(folder)
    assert (error.file, error.place, error.cause) == ("evidence/payments.csv", "第2行", "“金额”读不懂，应为金额")


def test_one_changed_byte_of_evidence_changes_its_hash(tmp_path):
    folder = write_folder(tmp_path, SMALL, toml=True)
    before = read_dossier(folder).files
    (folder / "evidence/附件/a.pdf").write_bytes(b"%PDF-1.7 %%EOF")
    after = read_dossier(folder).files
    assert {name for name in before if before[name] != after[name]} == {"evidence/附件/a.pdf"}
