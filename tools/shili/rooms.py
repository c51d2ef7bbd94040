"""The machine rooms: inspections, alarms; the incidents of rooms, OA system and video platform."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from shili.ledger import csv_bytes
from shili.network import OA_DOWN
from shili.story import CENTRE, FIRST, HALL, INSPECTORS, OA, PLATFORM

# Nobody came: the first days of the epidemic, and two single days.
_MISSED: Final = {
    CENTRE: (date(2020, 1, 28), date(2020, 1, 29), date(2020, 1, 30), date(2020, 8, 9)),
    HALL: (date(2020, 1, 29), date(2020, 10, 4)),
}
_FINDINGS: Final = (
    "精密空调滤网积灰，已清洗",
    "UPS电池组内阻偏高，已列入更换",
    "温度略高，已调整送风",
    "门禁读卡器失灵，已更换",
    "漏水绳误报，已复位",
)
_ALARMS: Final = (
    ("一般", "机房温度超过上限"),
    ("一般", "相对湿度低于下限"),
    ("一般", "UPS切换到旁路"),
    ("较大", "市电中断，转由UPS供电"),
    ("一般", "漏水检测告警"),
)


def files(chance: Random) -> dict[str, bytes]:
    """inspections.csv, alarms.csv, incidents.csv."""
    header = ("编号", "系统", "发生时间", "恢复时间", "级别", "现象", "原因", "是否服务中断")
    return {
        "inspections.csv": csv_bytes(("机房", "日期", "巡检人", "结果", "发现"), inspections(chance)),
        "alarms.csv": csv_bytes(("机房", "时间", "恢复时间", "级别", "内容"), alarms(chance)),
        "incidents.csv": csv_bytes(header, incidents()),
    }


def inspections(chance: Random) -> list[tuple[object, ...]]:
    """Each room once a day."""
    rows: list[tuple[object, ...]] = []
    for nth in range(366):
        day = FIRST + timedelta(days=nth)
        for room in (HALL, CENTRE):
            if day in _MISSED[room]:
                continue
            odd = chance.random() < 0.02
            rows.append(
                (
                    room,
                    day,
                    chance.choice(INSPECTORS),
                    "异常" if odd else "正常",
                    chance.choice(_FINDINGS) if odd else "",
                )
            )
    return rows


def alarms(chance: Random) -> list[tuple[object, ...]]:
    """Four dozen in the year, and the one that came with the incident of August."""
    rows: list[tuple[object, ...]] = [(CENTRE, *_from(8, 12, 11, 42, 26), "较大", "市电中断，UPS输出中断")]
    for _ in range(48):
        begin = datetime(2020, 1, 1) + timedelta(minutes=chance.randrange(366 * 1440 - 300))
        level, text = chance.choice(_ALARMS)
        rows.append(
            (chance.choice((HALL, CENTRE)), begin, begin + timedelta(minutes=chance.randint(2, 90)), level, text)
        )
    return sorted(rows, key=lambda row: str(row[1]))


def incidents() -> list[tuple[object, ...]]:
    """The ledger of the year.

    GZ-2020-06 is a failure of the machine room if every interruption counts, and none if only those of half an hour
    and more do: the definition decides, nothing else.
    """
    oa = iter(OA_DOWN)
    rows = (
        (PLATFORM, *_from(1, 9, 10, 20, 95), "一般", "录像回放缓慢", "存储节点磁盘告警", "否"),
        (OA, *next(oa), "一般", "远程办公登录失败", "并发超过许可数", "是"),
        (HALL, *_from(3, 5, 22, 10, 18), "一般", "一台精密空调停机", "压缩机高压保护", "否"),
        (PLATFORM, *_from(6, 11, 9, 45, 240), "一般", "部分点位离线", "道路施工挖断光缆", "否"),
        (OA, *next(oa), "一般", "公文无法提交", "数据库磁盘写满", "是"),
        (CENTRE, *_from(8, 12, 11, 42, 26), "较大", "机柜断电", "市电中断时UPS电池组失效", "是"),
        (HALL, *_from(9, 20, 3, 15, 20), "一般", "动环监控失联", "采集主机死机", "否"),
        (PLATFORM, *_from(10, 18, 0, 0, 360), "一般", "采样中断", "数据库升级失败后回退", "否"),
        (OA, *next(oa), "一般", "页面提示证书过期", "证书到期未及时更换", "是"),
        (HALL, *_from(12, 2, 16, 30, 15), "一般", "备用电源测试告警", "测试规程步骤遗漏", "否"),
    )
    return [(f"GZ-2020-{nth:02d}", *row) for nth, row in enumerate(rows, 1)]


def _from(month: int, day: int, hour: int, minute: int, minutes: int) -> tuple[datetime, datetime]:
    """When it began, and when it was over."""
    begin = datetime(2020, month, day, hour, minute)
    return begin, begin + timedelta(minutes=minutes)
