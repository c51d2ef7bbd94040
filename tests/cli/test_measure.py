import json

import pytest

SHEET = """
[project]
name = "视频运维"
unit = "示例中心"
department = "示例局"
year = 2020

[[fund]]
source = "区级资金"
initial = "100.00"
budget = "100.00"

[[indicator]]
id = "online"
level1 = "产出指标"
level2 = "质量指标"
level3 = "视频在线率"
target = "≥98%"
weight = "10"
measure = "online_rate"
settings = "采样间隔=720"
"""


@pytest.fixture
def folder(tmp_path):
    evidence = tmp_path / "evidence"
    evidence.mkdir()
    (tmp_path / "project.toml").write_text(SHEET, "utf-8")
    (evidence / "cameras.csv").write_text("编号,位置,接入日期,退出日期\nA,路口,2020-12-31,\n", "utf-8")
    (evidence / "camera_status.csv").write_text(
        "编号,时间,状态\nA,2020-12-31 00:00,在线\nA,2020-12-31 12:00,离线\nX,2020-12-31 12:00,离线\n", "utf-8"
    )
    return tmp_path


def test_a_folder_shows_its_measurements_by_the_names_of_its_indicators(run, folder):
    code, out, _ = run("measure", folder)
    assert code == 0
    assert "视频在线率" in out
    assert "50.00%" in out
    assert "没有支付记录" in out


def test_explain_names_the_rows_that_were_not_used(run, folder):
    code, out, _ = run("measure", folder, "--explain")
    assert code == 0
    assert "没有用 1 行：编号不在台账里" in out
    assert "evidence/camera_status.csv，共 3 行，用了 2 行" in out
    assert "没有维护窗口的记录，全部时间都计入。" in out


def test_columns_that_mean_nothing_are_named(run, folder):
    text = "编号,位置,厂家,接入日期,退出日期\nA,路口,甲,2020-12-31,\n"
    (folder / "evidence" / "cameras.csv").write_text(text, "utf-8")
    assert "evidence/cameras.csv 有不认识的列“厂家”，没有用。" in run("measure", folder, "--explain")[1]


def test_a_measure_may_be_named_by_its_title(run, folder):
    by_kind = run("measure", folder)
    (folder / "project.toml").write_text(SHEET.replace('measure = "online_rate"', 'measure = "在线率"'), "utf-8")
    assert run("measure", folder) == by_kind


def test_json_is_one_measurement_a_line(run, folder):
    code, out, _ = run("measure", folder, "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [one["id"] for one in lines] == ["payments", "execution", "contracts", "online"]
    assert lines[-1]["value"] == "50.00"
    assert lines[-1]["parts"]["up_seconds"] == "43200"
    assert lines[-1]["sources"][1]["left_out"] == {"编号不在台账里": 1}


def test_a_measure_that_there_is_not_names_the_place(run, folder):
    sheet = folder / "project.toml"
    sheet.write_text(sheet.read_text("utf-8").replace("online_rate", "uptime"), "utf-8")
    code, _, err = run("measure", folder)
    assert code == 2
    assert "indicator" in err
    assert "没有“uptime”这种测量方法" in err


def test_explain_tells_what_a_measure_needs(run):
    assert "measures/online_rate　在线率" in run("explain", "measures")[1]
    code, out, _ = run("explain", "measures/no_failure")
    assert code == 0
    assert "需要的佐证：故障台账 evidence/incidents" in out
    assert "最短持续（minutes）" in out


def test_an_unknown_measure_is_named(run):
    code, _, err = run("explain", "measures/uptime")
    assert code == 2
    assert "没有“uptime”这一种" in err
