"""What people call a field is Chinese, whatever a check asks for."""

import re
from dataclasses import fields

import pytest

from jixiao.checks.fields import title_of
from jixiao.model.evaluation import Evaluation, FundLine, Goal, Group, Indicator, Project, Total

PATHS = [
    f"{prefix}{field.name}"
    for prefix, kind in (
        ("", Evaluation), ("project.", Project), ("total.", Total), ("goals[0].", Goal), ("groups[0].", Group),
        ("funds[0].", FundLine), ("indicators[3].", Indicator),
    )
    for field in fields(kind)
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_field_has_a_chinese_name(path):
    assert not re.search(r"[A-Za-z]", title_of(path))
