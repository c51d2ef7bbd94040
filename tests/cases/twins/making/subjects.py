"""What the twins say: invented projects of invented places."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FIELDS = ("level1", "level2", "level3", "sign", "value", "unit", "actual", "weight", "score", "reason")


@dataclass(frozen=True)
class Row:
    """One indicator; the target is sign, value and unit."""

    level1: str
    level2: str
    level3: str
    sign: str
    value: str
    unit: str
    actual: str
    weight: str
    score: str
    reason: str

    @property
    def target(self) -> str:
        """The target in one cell."""
        return f"{self.sign}{self.value}{self.unit}"


@dataclass(frozen=True)
class Subject:
    """One project. Numbers are as printed; amounts are in `money`; parts are the rows below the total of the funds."""

    project: str
    unit: str
    department: str
    year: str
    initial: str
    annual: str
    executed: str
    rate: str
    weight: str
    score: str
    expected: str
    achieved: str
    total_weight: str
    total_score: str
    rows: tuple[Row, ...]
    money: str = "万元"
    change: str = "0.00"
    rest: str = "0.00"


def load() -> dict[str, Subject]:
    """The subjects by their short names."""
    text = Path(__file__).with_name("subjects.toml").read_text("utf-8")
    return {name: _subject(record) for name, record in tomllib.loads(text).items()}


def _subject(record: dict[str, str]) -> Subject:
    lines = [[part.strip() for part in line.split("|")] for line in record.pop("rows").strip().splitlines()]
    rows, above = [], ["", ""]
    for line in lines:
        above = [line[0] or above[0], line[1] or above[1]]
        rows.append(Row(*above, *line[2:]))
    return Subject(rows=tuple(rows), **record)
