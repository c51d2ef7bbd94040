"""The money, in 元 to the fen: fees from first budget through the cuts to what was paid, contracts, payments.

    28,876,600.00 年初 − 2,705,543.27 核减 = 26,171,056.73 全年预算;  26,045,570.82 paid, 99.52 %

Unpaid: spare parts that were not needed, 5 % of the video service's last quarter for a poor assessment, the credit for
outages of circuits, and the last twentieth of the budget reviews because one came late.
"""

from datetime import date
from decimal import Decimal
from typing import Final

from jixiao.model.dossier import Contract, Fee, FundPlan, Payment
from jixiao.model.terms import FundSource
from shili.people import NOWHERE
from shili.story import AUDITOR, CIRCUITS, CLOUD, FIBRE, FIRST, LAST, LAWYER, OFFICE, ROOMS, VIDEO

CUT_NOTICE: Final = "示财预〔2020〕27号"

# id, name, first budget, cut for scope, for price, for time.
_FEES: Final = (
    ("F01", "视频监控系统运维费", "5060000.00", "100000.00", "133333.33", "326666.67"),
    ("F02", "机房运维费", "3961400.00", "286400.00", "58500.00", "0.00"),
    ("F03", "机房光纤租赁费", "741600.00", "0.00", "36000.00", "0.00"),
    ("F04", "电子政务外网光纤电路租赁费", "8025600.00", "547200.00", "295200.00", "87600.00"),
    ("F05", "财政业务专网租赁费", "1188000.00", "0.00", "64800.00", "0.00"),
    ("F06", "政务云平台租赁费", "6240000.00", "408000.00", "0.00", "0.00"),
    ("F07", "OA办公系统运维费", "1380000.00", "0.00", "69000.00", "0.00"),
    ("F08", "PPP子项目预算造价审核费", "1560000.00", "0.00", "62843.27", "210000.00"),
    ("F09", "PPP子项目法律咨询服务费", "720000.00", "0.00", "20000.00", "0.00"),
)

# id, name, party, fee, amount, awarded, signed, starts, ends, replaces. Late: HT-2020-03 (56 days),
# HT-2020-09 (43), and HT-2020-05, which was signed after its service had begun.
_CONTRACTS: Final = (
    ("HT-2018-01", "视频监控系统运维服务合同（原单位签订）", VIDEO, "F01", "7840000.00",
     date(2018, 3, 12), date(2018, 3, 26), date(2018, 4, 1), date(2020, 3, 31), ""),
    ("HT-2019-02", "机房运维服务合同（原单位签订）", ROOMS, "F02", "3675000.00",
     date(2018, 12, 10), date(2018, 12, 24), date(2019, 1, 1), date(2020, 3, 31), ""),
    ("HT-2020-01", "财政业务专网租赁合同", CIRCUITS, "F05", "1123200.00",
     date(2019, 12, 16), date(2019, 12, 30), FIRST, LAST, ""),
    ("HT-2020-02", "政务云平台租赁合同", CLOUD, "F06", "5832000.00",
     date(2019, 12, 18), date(2020, 1, 3), FIRST, LAST, ""),
    ("HT-2020-03", "机房运维服务合同", ROOMS, "F02", "2146500.00",
     date(2020, 3, 2), date(2020, 4, 27), date(2020, 4, 1), LAST, ""),
    ("HT-2020-04", "机房光纤租赁合同", FIBRE, "F03", "705600.00",
     date(2019, 12, 20), date(2019, 12, 31), FIRST, LAST, ""),
    ("HT-2020-05", "视频监控系统运维权利义务转让三方协议", VIDEO, "F01", "2540000.00",
     None, date(2020, 5, 19), date(2020, 5, 1), LAST, "HT-2018-01"),
    ("HT-2020-06", "电子政务外网光纤电路租赁合同", CIRCUITS, "F04", "7095600.00",
     date(2019, 12, 20), date(2020, 1, 8), FIRST, LAST, ""),
    ("HT-2020-07", "OA办公系统运维服务合同", OFFICE, "F07", "1311000.00",
     date(2019, 12, 16), date(2020, 1, 2), FIRST, LAST, ""),
    ("HT-2020-08", "PPP子项目预算造价审核服务合同", AUDITOR, "F08", "1287156.73",
     date(2020, 3, 20), date(2020, 4, 10), date(2020, 4, 10), LAST, ""),
    ("HT-2020-09", "PPP子项目法律咨询服务合同", LAWYER, "F09", "700000.00",
     date(2020, 3, 16), date(2020, 4, 28), date(2020, 4, 28), LAST, ""),
)  # fmt: skip

_Q: Final = (
    (date(2020, 1, 1), date(2020, 3, 31)),
    (date(2020, 4, 1), date(2020, 6, 30)),
    (date(2020, 7, 1), date(2020, 9, 30)),
    (date(2020, 10, 1), date(2020, 12, 31)),
)
_BEFORE: Final = (date(2019, 10, 1), date(2019, 12, 31))

# contract, fee, day, amount, service.
_PAYMENTS: Final = (
    ("HT-2020-04", "F03", date(2020, 3, 20), "352800.00", (FIRST, date(2020, 6, 30))),
    ("HT-2020-01", "F05", date(2020, 3, 20), "280800.00", _Q[0]),
    ("HT-2020-06", "F04", date(2020, 3, 27), "1708200.00", _Q[0]),
    ("HT-2020-02", "F06", date(2020, 3, 27), "1458000.00", _Q[0]),
    ("HT-2020-07", "F07", date(2020, 4, 10), "327750.00", _Q[0]),
    ("HT-2019-02", "F02", date(2020, 5, 15), "735000.00", _BEFORE),
    ("HT-2019-02", "F02", date(2020, 5, 15), "735000.00", _Q[0]),
    ("HT-2018-01", "F01", date(2020, 6, 5), "980000.00", _BEFORE),
    ("HT-2018-01", "F01", date(2020, 6, 5), "980000.00", _Q[0]),
    ("HT-2020-01", "F05", date(2020, 6, 19), "280800.00", _Q[1]),
    ("HT-2020-06", "F04", date(2020, 6, 19), "1795800.00", _Q[1]),
    ("HT-2020-02", "F06", date(2020, 6, 29), "1458000.00", _Q[1]),
    ("HT-2020-07", "F07", date(2020, 7, 10), "327750.00", _Q[1]),
    ("HT-2020-09", "F09", date(2020, 7, 10), "350000.00", (date(2020, 4, 28), date(2020, 6, 30))),
    ("HT-2020-05", "F01", date(2020, 7, 17), "620000.00", (date(2020, 5, 1), date(2020, 6, 30))),
    ("HT-2020-03", "F02", date(2020, 7, 17), "715500.00", _Q[1]),
    ("HT-2020-08", "F08", date(2020, 7, 24), "386147.02", (date(2020, 4, 10), date(2020, 7, 24))),
    ("HT-2020-04", "F03", date(2020, 9, 18), "352800.00", (date(2020, 7, 1), LAST)),
    ("HT-2020-01", "F05", date(2020, 9, 25), "280800.00", _Q[2]),
    ("HT-2020-06", "F04", date(2020, 9, 25), "1795800.00", _Q[2]),
    ("HT-2020-02", "F06", date(2020, 9, 29), "1458000.00", _Q[2]),
    ("HT-2020-07", "F07", date(2020, 10, 16), "327750.00", _Q[2]),
    ("HT-2020-05", "F01", date(2020, 10, 23), "930000.00", _Q[2]),
    ("HT-2020-03", "F02", date(2020, 10, 23), "715500.00", _Q[2]),
    ("HT-2020-08", "F08", date(2020, 10, 30), "386147.02", (date(2020, 7, 25), date(2020, 10, 30))),
    ("HT-2020-05", "F01", date(2020, 11, 20), "47318.60", (date(2020, 5, 1), date(2020, 10, 31))),
    ("HT-2020-01", "F05", date(2020, 12, 18), "280800.00", _Q[3]),
    ("HT-2020-02", "F06", date(2020, 12, 18), "1458000.00", _Q[3]),
    ("HT-2020-07", "F07", date(2020, 12, 22), "327750.00", _Q[3]),
    ("HT-2020-08", "F08", date(2020, 12, 22), "450504.85", (date(2020, 10, 31), LAST)),
    ("HT-2020-09", "F09", date(2020, 12, 22), "350000.00", (date(2020, 7, 1), LAST)),
    ("HT-2020-05", "F01", date(2020, 12, 25), "883500.00", _Q[3]),
    ("HT-2020-03", "F02", date(2020, 12, 25), "715500.00", _Q[3]),
    ("HT-2020-06", "F04", date(2020, 12, 25), "1793853.33", _Q[3]),
)


def fees() -> tuple[Fee, ...]:
    """The lines of the budget."""
    return tuple(
        Fee(
            key, name, Decimal(initial), dict(zip(("scope", "price", "time"), map(Decimal, cuts), strict=True)), NOWHERE
        )
        for key, name, initial, *cuts in _FEES
    )


def funds() -> tuple[FundPlan, ...]:
    """All of it is money of the district."""
    initial = sum((fee.initial for fee in fees()), Decimal(0))
    cut = sum((amount for fee in fees() for amount in fee.cuts.values()), Decimal(0))
    reason = "落实“过紧日子”要求，按合同成交价、实际范围和实际服务时间核减"
    return (FundPlan(FundSource.DISTRICT, initial, -cut, reason, CUT_NOTICE, initial - cut, NOWHERE),)


def contracts() -> tuple[Contract, ...]:
    """The contracts of the year, the two that it inherited among them; April of the video service is in none."""
    return tuple(
        Contract(
            key, name, party, fee, Decimal(amount), awarded, signed, starts, ends, replaces,
            "附件/三方协议.pdf" if replaces else "", NOWHERE,
        )
        for key, name, party, fee, amount, awarded, signed, starts, ends, replaces in _CONTRACTS
    )  # fmt: skip


def payments() -> tuple[Payment, ...]:
    """The payments by day, all by the treasury's authorised payment."""
    return tuple(
        Payment(
            f"ZF-{n:02d}", contract, fee, day, Decimal(amount), service[0], service[1], "财政授权支付",
            f"{day:%Y%m}-{n:04d}", NOWHERE,
        )
        for n, (contract, fee, day, amount, service) in enumerate(_PAYMENTS, 1)
    )  # fmt: skip
