"""Laws made by hand, so that tests of points do not depend on the data of the law."""

from datetime import date
from decimal import Decimal

from jixiao.law.snapshot import Act, Entry, Evidence, Law

DAY = date(2021, 3, 31)
ACT = Act("some-act", "某复核口径", "", "某财政局", date(2020, 1, 1), Evidence.PUBLIC)
NATIONAL = {
    "score.total": 100,
    "score.places": 2,
    "weight.execution": 10,
    "execution.base": "budget",
    "execution.cap": True,
    "formula.reverse": 1,
    "band.met": "0.8",
    "band.partial": "0.6",
    "over.at": "1.2",
    "over.action": "manual_reduce",
    "grade.excellent": 90,
    "grade.good": 80,
    "grade.fair": 60,
    "light.gap": 5,
    "light.unspent": 20,
    "satisfaction.unheld": "blank",
    "not_applicable.rescale": False,
}
WORDS = {"execution.base", "over.action", "satisfaction.unheld"}


def law(changes=None):
    """The national parameters with changes; None takes a parameter out of force."""
    values = {name: value for name, value in (NATIONAL | (changes or {})).items() if value is not None}
    return Law(DAY, "", "", {name: _entry(name, value) for name, value in values.items()})


def _entry(name, value):
    exact = value if name in WORDS or isinstance(value, bool) else Decimal(value)
    return Entry(name, name, "", exact, DAY, ACT, "", Evidence.PUBLIC, DAY, "", "全国")
