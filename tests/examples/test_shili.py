"""The example of a whole project folder is what its generator writes, and holds what its story says."""

import csv
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pypdfium2
import pytest

from jixiao.measures.base import Evidence
from jixiao.measures.period import Period
from jixiao.measures.take import kinds_read, take_all
from jixiao.model.outline import OUTLINE, path_of
from jixiao.sources.dossier import read_dossier
from jixiao.sources.load import find, load

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "shili-2020"
EVIDENCE = FOLDER / "evidence"
NEW_YEAR = datetime.fromisoformat("2020-01-01")
EPOCH = 18262 * 24 * 60 * 60  # of that day
QUARTER_HOUR = timedelta(minutes=15)
SLOTS = 366 * 96


def rows(name):
    with (EVIDENCE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def slot(moment):
    return (datetime.fromisoformat(moment) - NEW_YEAR) // QUARTER_HOUR


@pytest.fixture(scope="module")
def dossier():
    return read_dossier(FOLDER)


@pytest.fixture(scope="module")
def measurements(dossier):
    tables = {kind: load(FOLDER, kind) for kind in kinds_read(dossier) if find(FOLDER, kind)}
    return take_all(Evidence(dossier, tables, Period.year(2020)))


def counted(camera):
    """For each slot of the year whether it counts: in service and in no maintenance window."""
    slots = bytearray(SLOTS)
    for at in range(max(0, slot(camera["接入日期"])), slot(camera["退出日期"] or "2021-01-01")):
        slots[at] = 1
    for window in rows("maintenance"):
        if window["编号"] in ("全部", camera["编号"]):
            for at in range(slot(window["开始"]), slot(window["结束"])):
                slots[at] = 0
    return slots


def said(cameras):
    """For each camera and slot what the log says: 1 离线, 2 在线, 3 both, 0 nothing."""
    log = pl.read_parquet(EVIDENCE / "camera_status.parquet")
    found = {camera: bytearray(SLOTS) for camera in cameras}
    for camera, second, state in zip(log["编号"], log["时间"].dt.epoch("s") - EPOCH, log["状态"], strict=True):
        assert second % 900 == 0
        if camera in found and second < SLOTS * 900:
            found[camera][second // 900] |= {"离线": 1, "在线": 2}[state]
    return found


@pytest.fixture(scope="module")
def seconds():
    """Up, down, unknown: seconds of the fleet, counted slot by slot without the measures."""
    service = {camera["编号"]: counted(camera) for camera in rows("cameras")}
    totals = [0, 0, 0, 0]
    for camera, states in said(service).items():
        for counts, state in zip(service[camera], states, strict=True):
            totals[state] += 900 * counts
    return {"up": totals[2], "down": totals[1], "unknown": totals[0] + totals[3]}


def test_the_generator_writes_the_same_bytes():
    check = [sys.executable, str(ROOT / "tools" / "make_shili.py"), "--check"]
    made = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")


def test_the_folder_is_small():
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 1_500_000


def test_every_row_of_every_table_says_that_it_is_synthetic():
    for path in EVIDENCE.glob("*.csv"):
        assert {row["说明"] for row in rows(path.stem)} == {"合成"}, path.name
    for path in EVIDENCE.glob("*.parquet"):
        assert pl.read_parquet(path)["说明"].unique().to_list() == ["合成"], path.name


def test_every_page_of_every_paper_says_that_it_is_synthetic():
    papers = list((EVIDENCE / "附件").glob("*.pdf"))
    assert len(papers) == 12
    for path in papers:
        document = pypdfium2.PdfDocument(path)
        try:
            assert all("合成数据" in page.get_textpage().get_text_bounded() for page in document), path.name
        finally:
            document.close()


def test_every_sheet_prints_that_it_is_synthetic():
    with ZipFile(FOLDER / "项目资料.xlsx") as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets
        assert all("合成数据" in book.read(name).decode() for name in sheets)


def test_the_online_rate_meets_its_target_but_its_lower_bound_does_not(seconds):
    up, down, unknown = map(Decimal, seconds.values())
    assert Decimal("0.980") < up / (up + down) < Decimal("0.981")
    assert up / (up + down + unknown) < Decimal("0.98")


def test_the_measured_online_rate_is_the_one_counted_by_hand(measurements, seconds):
    parts = measurements["online"].parts
    assert (parts["up_seconds"], parts["down_seconds"], parts["unknown_seconds"]) == tuple(seconds.values())
    assert measurements["online"].value == Decimal("98.04")
    assert measurements["online"].low == Decimal("97.73")


def test_the_faults_of_the_export_are_counted(measurements):
    samples = next(one for one in measurements["online"].sources if one.file.endswith("camera_status.parquet"))
    assert samples.total == 1_389_540
    assert sorted(samples.left_out.values()) == [6, 20, 40, 96]


def test_amounts_add_up_to_the_fen(dossier):
    fund = dossier.funds[0]
    assert sum(fee.initial for fee in dossier.fees) == fund.initial == Decimal("28876600.00")
    cuts = [amount for fee in dossier.fees for amount in fee.cuts.values()]
    assert fund.initial - sum(cuts) == fund.budget == Decimal("26171056.73")
    assert sum(payment.amount for payment in dossier.payments) == Decimal("26045570.82")


def test_no_fee_is_paid_beyond_its_budget(dossier):
    for fee in dossier.fees:
        paid = sum(payment.amount for payment in dossier.payments if payment.fee == fee.id)
        assert paid <= fee.initial - sum(fee.cuts.values()), fee.name


def test_the_rents_of_the_lines_are_the_amounts_of_the_contracts(dossier):
    rents = dict.fromkeys(("GX", "WW", "ZX", "YPT"), Decimal(0))
    for line in rows("lines"):
        months = 13 - date.fromisoformat(line["起租日期"]).month
        rents[line["编号"].partition("-")[0]] += Decimal(line["月租"]) * months
    fees = {"F03": "GX", "F04": "WW", "F05": "ZX", "F06": "YPT"}
    contracts = {one.fee: one.amount for one in dossier.contracts if one.fee in fees}
    assert contracts == {fee: rents[prefix] for fee, prefix in fees.items()}


def test_two_payments_are_for_the_year_before(dossier):
    earlier = [payment for payment in dossier.payments if payment.service_to.year == 2019]
    assert [payment.amount for payment in earlier] == [Decimal("735000.00"), Decimal("980000.00")]
    assert {payment.method for payment in dossier.payments} == {"财政授权支付"}


def test_the_transfer_of_may_leaves_april_uncovered(dossier):
    transfer = next(one for one in dossier.contracts if one.replaces)
    before = next(one for one in dossier.contracts if one.id == transfer.replaces)
    assert (before.ends, transfer.starts) == (date(2020, 3, 31), date(2020, 5, 1))
    covering = [
        one for one in dossier.contracts if one.fee == transfer.fee and one.starts <= date(2020, 4, 15) <= one.ends
    ]
    assert covering == []


def test_three_contracts_are_late(dossier, measurements):
    waits = {one.id: (one.signed - one.awarded).days for one in dossier.contracts if one.awarded}
    assert {name: days for name, days in waits.items() if days > 30} == {"HT-2020-03": 56, "HT-2020-09": 43}
    assert measurements["contracts"].parts["late"] == 3  # and the transfer, signed after its service began


def test_one_incident_is_a_failure_or_none_by_definition_only(dossier, measurements):
    own = [row for row in rows("incidents") if row["系统"].endswith("机房")]
    interrupted = [row["编号"] for row in own if row["是否服务中断"] == "是"]
    assert interrupted == ["GZ-2020-06"]
    assert measurements["rooms_safe"].value == 0
    assert measurements["rooms_safe"].parts["by_definition"] == 1
    definition = next(one for one in dossier.indicators if one.id == "rooms_safe").measure
    assert definition.settings["最短持续"] == "30"


def test_one_spot_check_is_missing(measurements):
    assert {row["月份"] for row in rows("spot_checks")} == {f"2020-{month:02d}" for month in range(1, 13) if month != 8}
    assert measurements["spot_checked"].value == 11


def test_no_survey_was_held(measurements):
    assert find(FOLDER, "survey") is None
    assert measurements["survey"].value is None


def test_one_report_came_late(measurements):
    late = [row["编号"] for row in rows("engagements") if row["交付日期"] > row["应交日期"]]
    assert late == ["ZX-2020-07"]
    assert measurements["on_time"].value == Decimal("88.89")


def test_one_outage_has_no_end_so_that_availability_has_a_lower_bound_below_its_target(measurements):
    assert sum(row["结束"] == "" for row in rows("outages")) == 1
    assert measurements["lines_up"].low < Decimal("99.9") < measurements["lines_up"].value


def test_all_weights_but_that_of_execution_add_up_to_90(dossier):
    assert sum(indicator.weight for indicator in dossier.indicators) == 90


def test_every_indicator_is_measured_or_judged_with_papers(dossier):
    for indicator in dossier.indicators:
        assert bool(indicator.measure) != bool(indicator.judged), indicator.id
        assert indicator.measure or indicator.documents, indicator.id


def test_people_wrote_every_part_that_is_theirs(dossier):
    for part in OUTLINE:
        if part.narrative:
            assert dossier.narrative[path_of(part)], part.heading


def test_the_narrative_types_no_figure(dossier):
    for heading, text in dossier.narrative.items():
        assert re.findall(r"[0-9０-９]", re.sub(r"\{fact:[^}]*\}", "", text)) == [], heading
