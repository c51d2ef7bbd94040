"""An evaluation as JSON and back: the contract of `jixiao read --json` (generation 1).

Numbers are decimal strings as printed, half-width, without separators, unit and "%". "" is a blank cell; null is a cell
that could not be read, or one that the form does not have.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from jixiao.model.evaluation import (
    Claim,
    Evaluation,
    FundLine,
    Goal,
    Group,
    Indicator,
    Project,
    Quantity,
    Section,
    SubRow,
    Total,
    Trouble,
)
from jixiao.model.measurement import Measurement
from jixiao.model.number import Number, plain
from jixiao.model.place import Place, Source
from jixiao.model.terms import FundSource, Kind, Op, Scope

GENERATION: Final = 1

Json = dict[str, Any]


def to_json(evaluation: Evaluation) -> Json:
    """The evaluation in values that `json.dumps` takes. A place has only the parts that exist."""
    body: Json = _plain(replace(evaluation, layout=None, sources={}))
    del body["layout"]
    sources = {path: source.as_dict() for path, source in evaluation.sources.items()}
    return {"generation": GENERATION, **body, "confidence": float(evaluation.confidence), "sources": sources}


def measurement_to_json(measurement: Measurement) -> Json:
    """A measurement in values that `json.dumps` takes."""
    return {"generation": GENERATION, **_plain(measurement)}


def from_json(record: Mapping[str, Any]) -> Evaluation:
    """The evaluation that `to_json` wrote.

    Raises:
        ValueError: the record is of another generation, or a value is not one of its vocabulary.
        KeyError: a field is missing.
    """
    if record.get("generation") != GENERATION:
        raise ValueError(f"不认识的数据版本 {record.get('generation')!r}，本程序只读版本 {GENERATION}")
    day = record.get("report_date")
    return Evaluation(
        file=record["file"],
        kind=Kind(record["kind"]),
        form=record["form"],
        confidence=_confidence(record),
        project=Project(**record["project"]),
        report_date=date.fromisoformat(day) if day else None,
        funds=tuple(_fund(line) for line in record["funds"]),
        goals=tuple(Goal(Scope(goal["scope"]), goal["expected"], goal["achieved"]) for goal in record["goals"]),
        columns=tuple(record["columns"]),
        groups=tuple(Group(group["level1"], group["level2"], _number(group["weight"])) for group in record["groups"]),
        indicators=tuple(_indicator(row) for row in record["indicators"]),
        total=_total(record["total"]),
        sections=tuple(Section(**section) for section in record["sections"]),
        claims=tuple(_claim(claim) for claim in record.get("claims", ())),
        troubles=tuple(_trouble(trouble) for trouble in record["troubles"]),
        sources={path: _source(source) for path, source in record["sources"].items()},
    )


def _plain(value: Any) -> Any:  # noqa: PLR0911  one return a type
    match value:
        case str() | int() | None:
            return value
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case Place():
            return value.as_dict()
        case tuple():
            return [_plain(one) for one in value]
        case Mapping():
            return {name: _plain(one) for name, one in value.items()}
        case _ if is_dataclass(value):
            return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            return value


def _fund(record: Json) -> FundLine:
    numbers = {name: _number(record[name]) for name in ("initial", "budget", "executed", "weight", "score", "rate")}
    return FundLine(
        FundSource(record["source"]), record["label"], record["money_unit"], **numbers, reason=record["reason"]
    )


def _indicator(record: Json) -> Indicator:
    understood = {
        "weight": _number(record["weight"]),
        "score": _number(record["score"]),
        "target_parsed": _quantity(record["target_parsed"]),
        "actual_parsed": _quantity(record["actual_parsed"]),
        "sub": tuple(SubRow(**row) for row in record["sub"]),
    }
    return Indicator(**{**record, **understood})


def _quantity(record: Json) -> Quantity:
    low, high = (None if record[end] is None else Decimal(record[end]) for end in ("low", "high"))
    return Quantity(Op(record["op"]), low, high, record["unit"], record["text"])


def _total(record: Json) -> Total:
    return Total(_number(record["weight"]), _number(record["score"]), record["grade"])


def _claim(record: Json) -> Claim:
    value = record["value"]
    return Claim(**{**record, "value": None if value is None else Decimal(value), "place": Place(**record["place"])})


def _trouble(record: Json) -> Trouble:
    return Trouble(record["kind"], record["message"], Place(**record["place"]))


def _source(record: Json) -> Source:
    return Source(Place(**record["place"]), record["raw"], _confidence(record))


def _confidence(record: Mapping[str, Any]) -> Decimal:
    return Decimal(str(record["confidence"]))


def _number(digits: str | None) -> Number:
    return Decimal(digits) if digits else digits  # "" and None stay what they are
