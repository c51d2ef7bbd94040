"""The whole folder as bytes by path; narrative.md beside it is written by people."""

from random import Random
from typing import Final

from shili import cameras, network, papers, people, plan, rooms
from shili.book import book
from shili.ledger import csv_bytes
from shili.money import payments

SEED: Final = 2020


def files() -> dict[str, bytes]:
    """Path within the folder → bytes. Each part draws from a generator of its own, so that one may change alone."""
    parts = (cameras, network, rooms, people)
    found = {"payments.csv": _payments(), **papers.files()}
    for nth, part in enumerate(parts):
        found |= part.files(Random(SEED + nth))  # noqa: S311  chance with a seed is the purpose
    return {"项目资料.xlsx": book(plan.tables()), **{f"evidence/{name}": data for name, data in sorted(found.items())}}


def _payments() -> bytes:
    header = ("编号", "合同编号", "费用项", "支付日期", "金额", "服务开始", "服务结束", "支付方式", "凭证号")
    rows = (
        (one.id, one.contract, one.fee, one.day, one.amount, one.service_from, one.service_to, one.method, one.voucher)
        for one in payments()
    )
    return csv_bytes(header, rows)
