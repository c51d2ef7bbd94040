"""evaluation.json: every figure with its fact, every fact with its evidence; what exported files carry.

docs/evaluation-json.md describes the fields.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from jixiao.evaluation.evaluated import Evaluated
from jixiao.model.errors import InputError
from jixiao.model.evaluation import Evaluation
from jixiao.model.json import from_json, to_json
from jixiao.model.number import plain

GENERATION: Final = 1
LAYOUTS: Final = ("tianjin", "mof")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact as a record holds it: its title, what was printed, the measurement that it follows from."""

    title: str
    shown: str
    measurement: str


@dataclass(frozen=True, slots=True)
class Line:
    """What a file prints beside the form: a heading, a paragraph, the cells of a row, or the labels of a chart.

    Where a chart is a drawing of its own, its labels are no text of the file.
    """

    heading: str = ""
    text: str = ""
    row: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """What a record says: the form, the day and region of its law, and what else can be held against a file.

    measurements: id → the evidence files that it was computed from. files: every file with its SHA-256.
    """

    evaluation: Evaluation
    day: date
    region: str
    layout: str
    facts: Mapping[str, Shown]
    measurements: Mapping[str, tuple[str, ...]]
    files: Mapping[str, str]
    report: tuple[Line, ...]


def record_of(evaluated: Evaluated, text: list[Json]) -> str:
    """The record as JSON text; the same evaluation gives the same text.

    text: what the file prints beside the form, see `story.lines`.
    """
    body = {
        "generation": GENERATION,
        "layout": evaluated.evaluation.form,
        "law": {"day": evaluated.law.day.isoformat(), "region": evaluated.law.region},
        "evaluation": to_json(evaluated.evaluation),
        "printed": dict(evaluated.printed),
        "scores": [_plain(row) for row in evaluated.scorecard.rows],
        "facts": {name: _plain(fact) for name, fact in evaluated.facts.items()},
        "measurements": {name: _plain(one) for name, one in evaluated.measurements.items()},
        "files": dict(evaluated.dossier.files),
        "report": text,
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def read_record(text: str, file: str) -> Carried:
    """The record that a file carries.

    Raises:
        InputError: it is no record of this generation.
    """
    try:
        body = json.loads(text)
        if body["generation"] != GENERATION or body["layout"] not in LAYOUTS:
            raise ValueError(body["generation"])  # noqa: TRY301  one way out for all that is wrong
        evaluation = from_json(body["evaluation"])
        if to_json(evaluation) != body["evaluation"]:
            raise ValueError(body["evaluation"])  # noqa: TRY301  see above
        return Carried(
            evaluation,
            date.fromisoformat(body["law"]["day"]),
            _text(body["law"]["region"]),
            body["layout"],
            {name: _shown(one) for name, one in body["facts"].items()},
            {name: tuple(_text(rows["file"]) for rows in one["sources"]) for name, one in body["measurements"].items()},
            {name: _text(known) for name, known in body["files"].items()},
            tuple(_line(one) for one in body["report"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        cause = "文件里携带的计算资料读不出来，可能被改动过，或者是别的版本写的"
        raise InputError(file, cause, "用同一版本的 jixiao evaluate 重新导出") from error


def _shown(one: Json) -> Shown:
    return Shown(_text(one["title"]), _text(one["shown"]), _text(one["measurement"]))


def _line(one: Json) -> Line:
    row, labels = (tuple(_text(cell) for cell in one.get(name, ())) for name in ("row", "labels"))
    return Line(_text(one.get("heading", "")), _text(one.get("text", "")), row, labels)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_plain(one) for one in value]
        case Mapping():
            return {key: _plain(one) for key, one in value.items()}
        case _ if is_dataclass(value):
            return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            return value
