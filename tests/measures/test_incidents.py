from measures.evidence import at, d, measured, table

POWER = ("GZ-1", "机房", at("2020-08-12T11:42"), at("2020-08-12T12:08"), "较大", "断电", "", "是")
COOLING = ("GZ-2", "机房", at("2020-03-05T22:10"), at("2020-03-05T22:58"), "一般", "空调停机", "", "否")
OFFICE = ("GZ-3", "OA", at("2020-02-17T08:50"), at("2020-02-17T13:40"), "一般", "登录失败", "", "是")
OPEN = ("GZ-4", "机房", at("2020-11-01T00:00"), None, None, "断电", "", None)


def no_failure(*incidents, **settings):
    return measured("no_failure", settings=settings, incidents=table("incidents", *incidents))


def test_without_a_definition_every_incident_is_a_failure():
    found = no_failure(POWER, COOLING, OFFICE)
    assert found.value == 3
    assert "没有另给故障的定义，台账记载的每一次都算故障。" in found.notes


def test_an_incident_that_only_the_definition_decides_is_named():
    found = no_failure(POWER, COOLING, OFFICE, systems="机房", minutes="30", interrupted="是")
    assert found.value == 0
    assert found.parts["by_definition"] == 2
    assert (
        "2020年8月12日11:42 机房（GZ-1），持续 26 分钟：符合服务中断的条件，不符合持续时间的条件；"
        "是否算故障取决于定义，按上述定义不算。" in found.notes
    )
    assert found.sources[0].left_out == {"不是所选系统的故障": 1}
    assert found.sources[0].numbers == (2, 3)


def test_a_shorter_limit_makes_it_a_failure():
    found = no_failure(POWER, COOLING, systems="机房", minutes="26", interrupted="是")
    assert found.value == 1
    assert found.parts["failure_minutes"] == 26


def test_an_incident_that_is_not_written_down_in_full_leaves_the_number_open():
    found = no_failure(POWER, OPEN, levels="较大、重大")
    assert found.value is None
    assert (found.low, found.high) == (1, 2)
    assert found.why_blank == "1 次故障台账没有写全，无法判断是否符合定义"
    assert "2020年11月1日00:00 机房（GZ-4），没有记恢复时间：台账没有写级别，无法判断。" in found.notes


def test_what_one_criterion_rules_out_needs_no_other():
    assert no_failure((*OPEN[:4], "一般", *OPEN[5:]), levels="较大", interrupted="是").value == 0


def test_the_days_that_the_ledger_does_not_cover_lower_the_coverage():
    found = no_failure(log_from="2020-04-01")
    assert found.value == 0
    assert found.parts["covered_days"] == 275
    assert found.coverage == d("0.751366")
    assert "台账覆盖 2020年4月1日至12月31日。" in found.notes


def test_a_ledger_of_another_year_says_nothing():
    assert no_failure(log_from="2021-01-01").why_blank == "台账没有覆盖评价期间的任何一天"


def test_incidents_that_took_too_long_are_named():
    found = measured("recovery_rate", settings={"恢复时限": "45"}, incidents=table("incidents", POWER, COOLING, OPEN))
    assert found.value == d("50.00")
    assert (found.low, found.high) == (d("33.33"), d("66.67"))
    assert found.notes == ("2020年3月5日22:10 机房空调停机，48 分钟才恢复。",)
    assert found.sources[0].numbers == (3,)


def test_alarms_are_looked_at_by_room_and_level():
    alarms = table(
        "alarms",
        ("甲", at("2020-01-01T00:00"), at("2020-01-01T00:30"), "一般", "温度"),
        ("甲", at("2020-01-02T00:00"), at("2020-01-02T09:00"), "较大", "断电"),
        ("乙", at("2020-01-02T00:00"), at("2020-01-02T09:00"), "一般", "湿度"),
        ("甲", at("2019-01-02T00:00"), at("2019-01-02T09:00"), "一般", "湿度"),
    )
    found = measured("recovery_rate", settings={"对象": "告警", "系统": "甲", "级别": "一般"}, alarms=alarms)
    assert found.value == d("100.00")
    assert found.sources[0].left_out == {"不是所选系统或级别": 2, "不在评价期间": 1}


def test_a_year_without_incidents_has_no_rate():
    assert measured("recovery_rate", incidents=table("incidents")).why_blank == "评价期间没有故障"
    assert measured("recovery_rate").why_blank == "没有故障台账"
