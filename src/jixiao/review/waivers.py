"""A file of waivers: read, laid over findings, and what is wrong with the waivers themselves."""

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from jixiao.checks.base import Check
from jixiao.checks.base import waiver as waiver_scope
from jixiao.checks.examined import Examined
from jixiao.checks.waived import waiver_findings
from jixiao.model.errors import InputError
from jixiao.model.finding import Finding, Outcome
from jixiao.model.toml import place_of
from jixiao.model.waiver import Used, Waiver

_TABLE: Final = "waiver"
_TEXTS: Final = ("code", "fingerprint", "file", "place", "reason", "person", "authority")
_NEEDED: Final = {
    "code": "检查代码",
    "reason": "豁免的理由",
    "person": "同意豁免的人",
    "authority": "凭什么可以豁免（文号、会议、授权）",
}
_EXAMPLE: Final = (
    '写成：[[waiver]] 一行，下面 code = "SC01"、fingerprint = "记号"（或 file 和 place）、'
    "reason、person、authority、until = 2026-12-31"
)
_MOST: Final = 1024 * 1024  # bytes


def load(path: Path, known: Collection[str]) -> tuple[Waiver, ...]:
    """The waivers of a TOML file. known: the codes that there are.

    Raises:
        InputError: the file cannot be read, or an entry is incomplete, unknown or contradicts itself.
    """
    content = _parsed(path)
    entries = content.pop(_TABLE, [])
    if content or not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        names = "、".join(content) or _TABLE
        raise InputError(path.name, f"“{names}”不是豁免文件里的内容，每一条豁免以 [[waiver]] 开头", _EXAMPLE)
    return tuple(_waiver(path.name, number, entry, known) for number, entry in enumerate(entries, 1))


def _parsed(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
        if len(data) > _MOST:
            raise InputError(path.name, "豁免文件超过 1 MiB", "分成几个文件，或者检查是不是选错了文件")
        return tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise InputError(path.name, "豁免文件打不开", "检查文件名和权限") from error
    except UnicodeDecodeError as error:
        raise InputError(path.name, "豁免文件不是 UTF-8 编码", "另存为 UTF-8 编码") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(path.name, f"豁免文件写法不对：{place_of(error)}", _EXAMPLE) from error
    except RecursionError as error:
        raise InputError(path.name, "豁免文件写法不对：括号套得太深", _EXAMPLE) from error


def _waiver(file: str, number: int, entry: Mapping[str, Any], known: Collection[str]) -> Waiver:
    where = f"第 {number} 条豁免"
    unknown = [key for key in entry if key not in (*_TEXTS, "until")]
    if unknown:
        raise InputError(file, f"不认识“{'、'.join(unknown)}”", f"可以写的是 {'、'.join((*_TEXTS, 'until'))}", where)
    texts = {key: entry.get(key, "") for key in _TEXTS}
    wrong = [key for key, value in texts.items() if not isinstance(value, str)]
    if wrong:
        raise InputError(file, f"{'、'.join(wrong)} 要写成文字", "两边加引号", where)
    texts = {key: value.strip() for key, value in texts.items()}
    for key, meaning in _NEEDED.items():
        if not texts[key]:
            raise InputError(file, f"没有写 {key}（{meaning}）", _EXAMPLE, where)
    until = entry.get("until")
    if not isinstance(until, date) or isinstance(until, datetime):
        raise InputError(file, "没有写 until（豁免到哪一天），或者不是日期", "写成 until = 2026-12-31，不加引号", where)
    texts["code"] = texts["code"].upper()
    if texts["code"] not in known:
        raise InputError(file, f"没有“{texts['code']}”这项检查", "用 jixiao explain --all 看全部代码", where)
    _aimed(file, where, texts)
    return Waiver(number, until=until, **texts)


def _aimed(file: str, where: str, texts: Mapping[str, str]) -> None:
    """An entry names one finding by its mark, or a place in a file; not both, not neither."""
    if bool(texts["fingerprint"]) == bool(texts["place"]):
        cause = "fingerprint 和 place 只能写一个" if texts["place"] else "没有写 fingerprint，也没有写 place"
        raise InputError(file, cause, "记号和位置见 --format json 或问题清单", where)
    if texts["place"] and not texts["file"]:
        raise InputError(file, "按位置豁免，没有写是哪个文件", 'file = "检查时显示的文件名"', where)


@dataclass(slots=True)
class _Count:
    """How often a waiver has held so far, and how often it would have but for its day."""

    waiver: Waiver
    held: int = 0
    expired: int = 0


def apply(
    waivers: Sequence[Waiver], examined: Sequence[Examined], codes: Collection[str]
) -> tuple[list[Examined], list[Used]]:
    """The examinations with their waived findings marked, and what became of each waiver.

    A waiver holds while the day whose law counts for the form is no later than its last. codes: the checks that were
    run; a waiver of another check was not asked for and is left out.
    """
    by_code: dict[str, list[_Count]] = {}
    asked = [_Count(one) for one in waivers if one.code in codes]
    for count in asked:
        by_code.setdefault(count.waiver.code, []).append(count)
    marked = [
        replace(one, findings=[_marked(finding, one.law.day, by_code) for finding in one.findings]) for one in examined
    ]
    return marked, [Used(one.waiver, one.held, one.expired) for one in asked]


def _marked(finding: Finding, day: date, by_code: Mapping[str, Iterable[_Count]]) -> Finding:
    if finding.outcome not in (Outcome.FAIL, Outcome.UNDECIDED):
        return finding
    found = None
    for count in by_code.get(finding.code, ()):
        if not _speaks_of(count.waiver, finding):
            continue
        if day > count.waiver.until:
            count.expired += 1
        else:
            count.held += 1
            found = found or count.waiver
    return replace(finding, waiver=found) if found else finding


def _speaks_of(waiver: Waiver, finding: Finding) -> bool:
    if waiver.fingerprint:
        return waiver.fingerprint == finding.fingerprint
    return waiver.file == finding.file and waiver.place in (str(finding.place or ""), finding.field)


def about(file: str, used: Sequence[Used], checks: Iterable[Check]) -> list[Finding]:
    """What the checks on waivers find. file: how messages call the file of waivers."""
    return [
        finding
        for check in checks
        if check.head.on == waiver_scope
        for one in used
        for finding in waiver_findings(check, file, one)
        if finding.outcome is Outcome.FAIL
    ]
