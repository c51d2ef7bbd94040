"""Who and what: all names are invented."""

from datetime import date
from typing import Final

YEAR: Final = 2020
FIRST: Final = date(YEAR, 1, 1)
LAST: Final = date(YEAR, 12, 31)
REPORTED: Final = date(2021, 3, 12)

MARK: Final = "合成"
NOTICE: Final = "合成数据：单位、人员、企业和数字均为虚构，仅供演示"

PROJECT: Final = "智慧示例项目运维及咨询费（合成示例）"
UNIT: Final = "示例区大数据中心"
FORMER: Final = "原示例区信息中心"
FINANCE: Final = "示例区财政局"
POLICE: Final = "示例区公安分局"

VIDEO: Final = "示例甲系统集成有限公司"
ROOMS: Final = "示例乙机房技术有限公司"
FIBRE: Final = "示例丙通信有限公司"
CIRCUITS: Final = "示例丁网络有限公司"
CLOUD: Final = "示例戊云计算有限公司"
OFFICE: Final = "示例己软件有限公司"
AUDITOR: Final = "示例庚工程造价咨询有限公司"
LAWYER: Final = "示例辛律师事务所"

HALL: Final = "政务中心机房"
CENTRE: Final = "管理服务中心机房"
OA: Final = "OA办公系统"
PLATFORM: Final = "视频监控平台"

INSPECTORS: Final = ("赵例", "钱例", "孙例", "李例")
