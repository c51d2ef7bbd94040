"""Findings as SARIF 2.1.0, for programs that collect the results of checkers.

Source of the format: OASIS Static Analysis Results Interchange Format 2.1.0 (§3.13 file, §3.14 run, §3.27 result).
"""

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from jixiao.checks.base import FAMILY_TITLES, Check
from jixiao.checks.examined import Review
from jixiao.checks.fields import title_of
from jixiao.law.load import acts
from jixiao.model.characters import escaped
from jixiao.model.finding import Finding, Outcome, Severity, Standing

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_STATES: Final = {Standing.NEW: "new", Standing.STILL: "unchanged", Standing.GONE: "absent"}
_FINGERPRINT: Final = "jixiao/v1"
# Only of plain text is the line of a place a line of the file.
_TEXT: Final = "txt"

Json = dict[str, Any]


def sarif(review: Review, *, complete: bool) -> str:
    """The log as JSON text.

    complete: whether every file that was asked for could be read.
    """
    formats = {one.evaluation.file: one.layout.format for one in review.examined}
    findings = [*(finding for one in review.examined for finding in one.findings), *review.loose]
    told = [one for one in findings if one.outcome in (Outcome.FAIL, Outcome.UNDECIDED)]
    retired = dict.fromkeys(one.code for one in told if one.code not in review.checks)
    rules = [*map(_rule, review.checks.values()), *({"id": code} for code in retired)]
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    files = dict.fromkeys([*formats, *(one.file for one in told)])
    run = {
        "tool": {
            "driver": {
                "name": "jixiao",
                "version": version("jixiao"),
                "semanticVersion": version("jixiao"),
                "language": "zh-CN",
                "rules": rules,
            }
        },
        "invocations": [{"executionSuccessful": complete}],
        "artifacts": [{"location": {"uri": _uri(file)}} for file in files],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, places[one.code], list(files).index(one.file), formats) for one in told],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _rule(check: Check) -> Json:
    basis = [f"{act.title} {act.number}".rstrip() + f"（{act.words}）" for act in _acts(check.head.basis)]
    parts = {
        "为什么要查": check.why,
        "怎么改": check.remedy,
        "不适用于": check.exclusions,
        "依据": "；".join(basis),
    }
    written = {name: text for name, text in parts.items() if text}
    rule: Json = {
        "id": check.code,
        "name": "".join(word.capitalize() for word in check.slug.split("-")) or check.code,
        "shortDescription": {"text": check.title},
        "defaultConfiguration": {"level": _LEVELS[check.head.severity]},
        "properties": {"tags": [FAMILY_TITLES.get(check.code[:2], "本局检查")]},
    }
    if check.why:
        rule["fullDescription"] = {"text": check.why}
    if written:
        rule["help"] = {
            "text": "\n".join(f"{name}：{text}" for name, text in written.items()),
            "markdown": "\n\n".join(f"**{name}** {text}" for name, text in written.items()),
        }
    return rule


def _acts(ids: Iterable[str]) -> list[Any]:
    known = acts()
    return [known[one] for one in ids if one in known]


def _result(finding: Finding, rule: int, artifact: int, formats: Mapping[str, str]) -> Json:
    fault = finding.outcome is Outcome.FAIL
    lacks = "、".join(dict.fromkeys(map(title_of, finding.missing))) or "没有写明的内容"
    made: Json = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "kind": "fail" if fault else "open",
        "level": _LEVELS[finding.severity] if fault else "none",
        "message": {"text": finding.message if fault else f"{finding.message}：缺{lacks}，无法判断"},
        "locations": [_location(finding, artifact, formats)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "suppressions": _suppressions(finding),
    }
    if finding.standing:
        made["baselineState"] = _STATES[finding.standing]
    return made


def _location(finding: Finding, artifact: int, formats: Mapping[str, str]) -> Json:
    place = finding.place
    physical: Json = {"artifactLocation": {"uri": _uri(finding.file), "index": artifact}}
    if place and place.line is not None and formats.get(finding.file) == _TEXT:
        physical["region"] = {"startLine": place.line}
        if place.start is not None and place.end is not None:
            physical["region"] |= {"startColumn": place.start + 1, "endColumn": place.end + 1}
    logical = {
        "name": finding.label or finding.field,
        "fullyQualifiedName": finding.field,
        "decoratedName": str(place) if place else "整份文件",
        "kind": "property",
    }
    return {"physicalLocation": physical, "logicalLocations": [{key: text for key, text in logical.items() if text}]}


def _suppressions(finding: Finding) -> list[Json]:
    waiver = finding.waiver
    if waiver is None:
        return []
    entry = {"kind": "external", "status": "accepted", "justification": waiver.words()}
    return [{**entry, "properties": waiver.as_dict()}]


def _uri(file: str) -> str:
    """A relative reference; a first part with a colon would be taken for a scheme, so it is encoded as well."""
    return quote(PurePath(file).as_posix(), safe="/")
