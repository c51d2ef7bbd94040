"""How reading is scored: the fields of a truth file against those of `jixiao read --json`.

A truth form is compared with the predicted form of its file that agrees best, rows by the name of the indicator. A
field is right if both say the same after normalisation: NFKC, without white space and light punctuation, numbers as
decimals. What the truth leaves out is not counted, but what is read there is invented.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Final

Json = Mapping[str, Any]
Key = tuple[str, ...]
Value = str | Decimal | None

SURE: Final = Decimal("0.9")
_LIGHT: Final = re.compile(r"[\s,，。；;、：:·“”\"'（）()《》—_-]+")
_TEXTS: Final = ("level1", "level2", "level3", "target", "actual", "reason")
_POINTS: Final = ("weight", "score")
# A truth's name of an amount → the name in a predicted fund line.
_FUNDS: Final = {
    "initial": "initial",
    "annual": "budget",
    "executed": "executed",
    "weight": "weight",
    "score": "score",
    "rate": "rate",
}


@dataclass(frozen=True)
class Read:
    """A field as it was read: its value and how sure the reading is."""

    value: Value
    confidence: Decimal


@dataclass
class Tally:
    """Counts over fields. sure: fields read with confidence of at least `SURE`; sure_right: those of them right."""

    files: int = 0
    forms: int = 0
    fields: int = 0
    right: int = 0
    invented: int = 0
    extra_rows: int = 0
    extra_forms: int = 0
    sure: int = 0
    sure_right: int = 0
    misses: list[str] = field(default_factory=list)

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__})


def document(name: str, truths: Sequence[Json], predicted: Sequence[Json]) -> Tally:
    """The tally of one document: its truth forms, and the forms that were read in it."""
    tally = Tally(files=1, extra_forms=max(0, len(predicted) - len(truths)))
    for truth in truths:
        wanted = _wanted(truth)
        readings = [_compared(truth, one) for one in predicted] or [({}, 0)]
        read, extra = max(readings, key=lambda reading: _agreement(wanted, reading[0]))
        tally += _form(name, wanted, read, extra)
    return tally


def text(value: Any) -> str | None:
    """Words without what does not count; None if nothing is left."""
    if value is None:
        return None
    return _LIGHT.sub("", unicodedata.normalize("NFKC", str(value))) or None


def number(value: Any) -> Value:
    """A number without separators and percent sign; what is none is compared as words."""
    if value is None:
        return None
    digits = unicodedata.normalize("NFKC", str(value)).replace(",", "").strip().rstrip("%").strip()
    try:
        return Decimal(digits).normalize()
    except InvalidOperation:
        return text(digits)


def _form(name: str, wanted: Mapping[Key, Value], read: Mapping[Key, Read], extra: int) -> Tally:
    tally = Tally(forms=1, extra_rows=extra)
    for key, value in wanted.items():
        got = read.get(key, Read(None, Decimal(0)))
        if value is None:
            tally.invented += got.value is not None
            if got.value is not None:
                tally.misses.append(f"{name} 多出 {'.'.join(key)}：{_shown(got.value)}")
            continue
        right = got.value == value
        sure = got.value is not None and got.confidence >= SURE
        tally += Tally(fields=1, right=right, sure=sure, sure_right=sure and right)
        if not right:
            tally.misses.append(f"{name} {'.'.join(key)} 应为：{_shown(value)}；读到：{_shown(got.value)}")
    return tally


def _shown(value: Value) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else value or "空白"


def _agreement(wanted: Mapping[Key, Value], read: Mapping[Key, Read]) -> int:
    return sum(value is not None and key in read and read[key].value == value for key, value in wanted.items())


def _wanted(truth: Json) -> dict[Key, Value]:
    funds = truth.get("funds") or {}
    found: dict[Key, Value] = {
        ("project",): text(truth.get("project")),
        ("unit",): text(truth.get("unit")),
        ("year",): number(truth.get("year")),
        **{("funds", name): number(funds.get(name)) for name in _FUNDS},
        ("goal_expected",): text(truth.get("goal_expected")),
        ("goal_actual",): text(truth.get("goal_actual")),
        ("total_weight",): number(truth.get("total_weight")),
        ("total_score",): number(truth.get("total_score")),
    }
    for at, row in enumerate(truth.get("indicators") or ()):
        found |= {("indicators", str(at), name): text(row.get(name)) for name in _TEXTS}
        found |= {("indicators", str(at), name): number(row.get(name)) for name in _POINTS}
    return found


def _compared(truth: Json, predicted: Json) -> tuple[dict[Key, Read], int]:
    """The fields that were read, under the keys of the truth; and how many rows the truth does not have."""
    project, total = predicted.get("project") or {}, predicted.get("total") or {}
    sources = predicted.get("sources") or {}

    def sureness(*paths: str) -> Decimal:
        return min((Decimal(str(sources[path]["confidence"])) for path in paths if path in sources), default=Decimal(1))

    found: dict[Key, Read] = {
        ("project",): Read(text(project.get("name")), sureness("project.name")),
        ("unit",): Read(text(project.get("unit")), sureness("project.unit")),
        ("year",): Read(number(project.get("year")), sureness("project.year")),
        ("total_weight",): Read(number(total.get("weight")), sureness("total.weight")),
        ("total_score",): Read(number(total.get("score")), sureness("total.score")),
    }
    lines = [(at, one) for at, one in enumerate(predicted.get("funds") or ()) if one.get("source") == "total"]
    line, record = lines[0] if lines else (0, {})
    for name, own in _FUNDS.items():
        found["funds", name] = Read(number(record.get(own)), sureness(f"funds[{line}].{own}"))
    goals = predicted.get("goals") or ()
    for key, own in (("goal_expected", "expected"), ("goal_actual", "achieved")):
        words = "".join(goal.get(own) or "" for goal in goals)
        found[key,] = Read(text(words), sureness(*(f"goals[{at}].{own}" for at in range(len(goals)))))
    pairs, extra = _paired(truth.get("indicators") or (), predicted.get("indicators") or ())
    for at, (own_at, row) in pairs.items():
        for name in (*_TEXTS, *_POINTS):
            value = (number if name in _POINTS else text)(row.get(name))
            found["indicators", str(at), name] = Read(value, sureness(f"indicators[{own_at}].{name}"))
    return found, extra


def _paired(truth: Sequence[Json], predicted: Sequence[Json]) -> tuple[dict[int, tuple[int, Json]], int]:
    """Truth row → predicted row of the same name, else of a name that holds it or is held; and the rows left over."""
    rest = [(at, row, text(row.get("level3"))) for at, row in enumerate(predicted)]
    pairs = {}
    for at, name in enumerate(text(row.get("level3")) for row in truth):
        same = next((one for one in rest if one[2] == name), None)
        near = next((one for one in rest if name and one[2] and (name in one[2] or one[2] in name)), None)
        best = same or near
        if best is not None:
            rest.remove(best)
            pairs[at] = best[:2]
    return pairs, len(rest)
