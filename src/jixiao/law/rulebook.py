"""The law's files: read exactly, refused where a value could not be defended.

A layer is a folder (the national values, one region, one profile). In it `weight/execution.toml` is the parameter
`weight.execution`. Every refusal is a ValueError that names the file: these files are the project's own.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from jixiao.law.snapshot import Act, Entry, Evidence, Value

_YES_NO: Final = "是/否"  # the unit of a parameter that is a flag

_ACT: Final = {"title", "number", "issuer", "issued", "issued_evidence", "evidence", "note"}
_MEANING: Final = {"title", "unit", "note", "choices"}
_ENTRY: Final = {"since", "until", "value", "open", "act", "article", "evidence", "checked", "note"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A name with its meaning and all its entries, oldest first; none where no text of the layer speaks of it.

    choices: the values allowed and what each means in words; empty for plain numbers and flags.
    """

    name: str
    title: str
    unit: str
    note: str
    choices: Mapping[str, str]
    history: tuple[Entry, ...]


Layer = Mapping[str, Parameter]


def read_acts(file: Path) -> dict[str, Act]:
    """Every act of acts.toml by its id.

    Raises:
        ValueError: a missing or unknown key, an unknown grade, a day without grade or a grade without day.
    """
    try:
        return {name: _act(name, fields) for name, fields in read_toml(file).items()}
    except ValueError as error:
        raise ValueError(f"{file}: {error}") from error


def read_layer(
    folder: Path, title: str, acts: Mapping[str, Act], national: Layer | None = None
) -> dict[str, Parameter]:
    """The parameters of one folder; with `national`, an overlay that may only say anew what is declared there.

    Raises:
        ValueError: an entry that is incomplete, rests on no known act, is out of order or older than its act; a value
            of the wrong kind; an overlay's name that the national values do not declare.
    """
    layer: dict[str, Parameter] = {}
    for file in sorted(folder.glob("*/*.toml")):
        name = f"{file.parent.name}.{file.stem}"
        try:
            layer[name] = _parameter(name, read_toml(file), title, acts, national)
        except ValueError as error:
            raise ValueError(f"{file}: {error}") from error
    return layer


def read_toml(file: Path) -> dict[str, Any]:
    """A TOML file, its fractions exact."""
    return tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)


def _act(name: str, fields: Mapping[str, Any]) -> Act:
    _expect(fields, required={"title", "number", "issuer", "evidence"}, allowed=_ACT)
    if ("issued" in fields) != ("issued_evidence" in fields):
        raise ValueError(f"{name}: issued and issued_evidence stand together or not at all")
    return Act(
        id=name,
        title=fields["title"],
        number=fields["number"],
        issuer=fields["issuer"],
        issued=_day(fields["issued"]) if "issued" in fields else None,
        evidence=Evidence(fields["evidence"]),
        note=fields.get("note", ""),
        issued_evidence=Evidence(fields["issued_evidence"]) if "issued" in fields else None,
    )


def _parameter(
    name: str, fields: Mapping[str, Any], layer: str, acts: Mapping[str, Act], national: Layer | None
) -> Parameter:
    if national is None:
        _expect(fields, required={"title", "unit"}, allowed=_MEANING | {"in_force"})
        meaning = Parameter(
            name, fields["title"], fields["unit"], fields.get("note", ""), fields.get("choices", {}), history=()
        )
    else:
        _expect(fields, required={"in_force"}, allowed={"in_force"})
        if name not in national:
            raise ValueError("an overlay may not invent a name that the national values do not declare")
        meaning = national[name]
    history = tuple(_entry(meaning, entry, layer, acts) for entry in fields.get("in_force", ()))
    for earlier, later in pairwise(history):
        if later.since < (earlier.until or earlier.since) or later.since == earlier.since:
            raise ValueError(f"entries out of order: {earlier.since}, {later.since}")
    return Parameter(name, meaning.title, meaning.unit, meaning.note, meaning.choices, history)


def _entry(meaning: Parameter, fields: Mapping[str, Any], layer: str, acts: Mapping[str, Act]) -> Entry:
    _expect(fields, required={"since", "act", "evidence", "checked"}, allowed=_ENTRY)
    since = _day(fields["since"])
    until = _day(fields["until"]) if "until" in fields else None
    if until is not None and until <= since:
        raise ValueError(f"the entry of {since} ends before it begins")
    if fields["act"] not in acts:
        raise ValueError(f"unknown act {fields['act']}")
    act = acts[fields["act"]]
    if act.issued is not None and since < act.issued:
        raise ValueError(f"the entry of {since} is older than its act of {act.issued}")
    value = _value(meaning, fields)
    return Entry(
        name=meaning.name,
        title=meaning.title,
        unit=meaning.unit,
        value=value,
        since=since,
        act=act,
        article=fields.get("article", ""),
        evidence=Evidence(fields["evidence"]),
        checked=_day(fields["checked"]),
        note=meaning.note + fields.get("note", ""),
        layer=layer,
        until=until,
        choice=meaning.choices.get(str(value), ""),
    )


def _value(meaning: Parameter, fields: Mapping[str, Any]) -> Value | None:
    if ("value" in fields) == ("open" in fields) or fields.get("open") not in (None, True):
        raise ValueError("an entry has a value, or open = true")
    if "open" in fields:
        return None
    raw = fields["value"]
    value = Decimal(raw) if type(raw) is int else raw
    if isinstance(value, Decimal | str | bool) and _fits(meaning, value):
        return value
    raise ValueError(f"not a value of {meaning.name}: {raw!r}")


def _fits(meaning: Parameter, value: Value) -> bool:
    if meaning.choices:
        return str(value) in meaning.choices
    if meaning.unit == _YES_NO:
        return isinstance(value, bool)
    return isinstance(value, Decimal) and value.is_finite()


def _day(value: object) -> date:
    if type(value) is not date:
        raise ValueError(f"not a day: {value!r}")
    return value


def _expect(fields: Mapping[str, Any], required: set[str], allowed: set[str]) -> None:
    if missing := required - fields.keys():
        raise ValueError(f"without {', '.join(sorted(missing))}")
    if unknown := fields.keys() - allowed:
        raise ValueError(f"unknown {', '.join(sorted(unknown))}")
