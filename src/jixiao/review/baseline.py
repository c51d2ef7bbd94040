"""An earlier run: which findings are new, which still stand, which are gone."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from jixiao.checks.examined import Examined
from jixiao.model.errors import InputError
from jixiao.model.finding import Finding, Outcome, Severity, Standing
from jixiao.model.place import Place

_REMEDY: Final = "用 jixiao check … --format json --out 文件 写出的结果"
_MOST: Final = 256 * 1024 * 1024  # bytes
# What an earlier run may have said that this one says again: faults and open questions.
_COMPARED: Final = (Outcome.FAIL, Outcome.UNDECIDED)
_TEXTS: Final = ("file", "code", "message", "field", "fingerprint")


@dataclass(frozen=True, slots=True)
class Earlier:
    """A fault or an open question that an earlier run reported."""

    fingerprint: str
    finding: Finding


def load(path: Path) -> tuple[Earlier, ...]:
    """The faults and open questions of an earlier `check --format json`; what was gone already is left out.

    Raises:
        InputError: the file cannot be read or is no such result.
    """
    try:
        if path.stat().st_size > _MOST:
            raise InputError(path.name, "上次的结果超过 256 MiB", "把文件夹分开检查")
        lines = path.read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(path.name, "上次的结果打不开", "检查文件名和权限") from error
    except UnicodeDecodeError as error:
        raise InputError(path.name, "不是 jixiao 写出的结果", _REMEDY) from error
    found = (_entry(path.name, number, line) for number, line in enumerate(lines, 1) if line.strip())
    return tuple(one for one in found if one is not None)


def _entry(file: str, number: int, line: str) -> Earlier | None:
    where = f"第 {number} 行"
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(file, "不是 jixiao 写出的结果", _REMEDY, where) from error
    texts = [entry.get(key) for key in _TEXTS] if isinstance(entry, dict) else [None]
    if not all(isinstance(text, str) for text in texts):
        raise InputError(file, "不是 jixiao 写出的结果", _REMEDY, where)
    try:
        outcome, severity = Outcome(entry.get("outcome")), Severity(entry.get("severity"))
        place = _place(entry.get("place"))
    except (ValueError, TypeError) as error:
        raise InputError(file, "不是 jixiao 写出的结果", _REMEDY, where) from error
    if outcome not in _COMPARED or entry.get("standing") == Standing.GONE:
        return None
    basis = tuple(str(one) for one in entry.get("basis") or ())
    finding = Finding(
        entry["file"], entry["code"], severity, outcome, entry["message"], "", entry["field"], place, basis=basis
    )
    return Earlier(entry["fingerprint"], replace(finding, standing=Standing.GONE))


def _place(parts: Any) -> Place | None:
    if parts is None:
        return None
    if not isinstance(parts, dict) or not all(isinstance(value, str | int) for value in parts.values()):
        raise TypeError("not a place")
    return Place(**parts)


def compare(
    earlier: Sequence[Earlier], examined: Sequence[Examined], loose: Iterable[Finding]
) -> tuple[list[Examined], list[Finding]]:
    """The examinations with each of them marked as new or still there, and the loose findings with what is gone.

    Those with one mark are counted: of three earlier ones two may still stand and one be gone.
    """
    left = Counter(one.fingerprint for one in earlier)
    marked = [replace(one, findings=[_marked(finding, left) for finding in one.findings]) for one in examined]
    found = [_marked(finding, left) for finding in loose]
    gone = []
    for one in reversed(earlier):
        if left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
            gone.append(one.finding)
    return marked, [*found, *reversed(gone)]


def _marked(finding: Finding, left: Counter[str]) -> Finding:
    if finding.outcome not in _COMPARED:
        return finding
    mark = finding.fingerprint
    still = left[mark] > 0
    left[mark] -= still
    return replace(finding, standing=Standing.STILL if still else Standing.NEW)
