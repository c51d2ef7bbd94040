"""The law in force on a day, in a place, under a profile."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jixiao.law.rulebook import Layer, read_acts, read_layer, read_toml
from jixiao.law.snapshot import Act, Entry, Law, Profile
from jixiao.model.errors import InputError

NATIONAL: Final = "全国"

_HOME: Final = Path(__file__).parent
_CODE: Final = re.compile(r"[0-9]{2}(?:[0-9]{2}){0,2}")
_PROVINCE: Final = 2  # digits of a province's code, and of each step below it


@lru_cache(maxsize=4096)
def on(day: date, region: str = "", profile: str = "") -> Law:
    """What is in force: the national text, over it province, city and county, over these the profile.

    Args:
        day: the day of evaluation, see `counting_day`.
        region: an administrative code of 2, 4 or 6 digits; "" for the national text alone.
        profile: a reviewers' convention, one of `profiles()`; "" for none.

    Raises:
        InputError: no such region or profile.
    """
    entries: dict[str, Entry] = {}
    for layer in _layers(region, profile):
        for name, parameter in layer.items():
            entries.update((name, entry) for entry in parameter.history if entry.holds(day))
    return Law(day, region, profile, MappingProxyType(entries))


def counting_day(report_date: date | None, year: int | None) -> date | None:
    """The day whose law counts: the evaluation's, else 31 March after its fiscal year; None where neither is known.

    Source: design §3.7.
    """
    if report_date is not None:
        return report_date
    return date(year + 1, 3, 31) if year is not None else None


def region_name(code: str) -> str:
    """The place of an administrative code, as far down as it is known: 120112 → 天津; "" → 全国.

    Raises:
        InputError: no such region.
    """
    return _names()[_known(code)[-1]] if code else NATIONAL


def region_of(unit: str) -> str:
    """The code of the province that a unit's name starts with: 天津市津南区… → 12; "" where it names none."""
    return next((code for code, name in _names().items() if len(code) == _PROVINCE and unit.startswith(name)), "")


@cache
def profiles() -> tuple[Profile, ...]:
    """The reviewers' conventions that can be laid over the law, by name."""
    files = sorted((_HOME / "profiles").glob("*/profile.toml"))
    return tuple(Profile(name=file.parent.name, **read_toml(file)) for file in files)


def mark(profile: str, region: str) -> str:
    """What stands beside every figure that a profile makes, for a unit in `region`; "" without profile.

    Raises:
        InputError: no such region or profile.
    """
    return _profile(profile).mark.format(place=region_name(region) if region else "本地") if profile else ""


@cache
def acts() -> Mapping[str, Act]:
    """Every regulation, form and convention that a parameter or a check may rest on, by id."""
    return MappingProxyType(read_acts(_HOME / "acts.toml"))


def _layers(region: str, profile: str) -> Iterator[Layer]:
    yield _national()
    for code in _known(region):
        yield _overlay(f"regions/{code}", _names()[code])
    if profile:
        yield _overlay(f"profiles/{profile}", _profile(profile).title)


@cache
def _national() -> Layer:
    return read_layer(_HOME / "values", NATIONAL, acts())


@cache
def _overlay(folder: str, title: str) -> Layer:
    return read_layer(_HOME / folder, title, acts(), _national())


@cache
def _names() -> Mapping[str, str]:
    return read_toml(_HOME / "regions" / "names.toml")


def _known(region: str) -> list[str]:
    """The codes from the province down to `region` that have a name; overlays exist for such codes alone."""
    if not region:
        return []
    if not _CODE.fullmatch(region) or region[:_PROVINCE] not in _names():
        remedy = "请填2、4或6位行政区划代码，前两位是省份，例如天津填12，天津市津南区填120112。"
        raise InputError(f"地区代码“{region}”", "没有这个行政区划代码", remedy)
    prefixes = [region[:length] for length in range(_PROVINCE, len(region) + 1, _PROVINCE)]
    return [code for code in prefixes if code in _names()]


def _profile(name: str) -> Profile:
    for profile in profiles():
        if profile.name == name:
            return profile
    known = "、".join(f"{profile.name}（{profile.title}）" for profile in profiles())
    raise InputError(f"复核口径“{name}”", "没有这个复核口径", f"可用的复核口径：{known}。")
