"""Whether a repaired document is the same but for its repairs: read anew, checked anew, compared field by field."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jixiao import api
from jixiao.checks.base import Edit
from jixiao.model.characters import narrow
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding, Outcome
from jixiao.model.json import to_json
from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place

# What only a person may change: targets, actual values, points, amounts, goals.
_PERSONAL: Final = re.compile(
    r"indicators\[\d+\]\.(?:target|actual|score|weight|sub)|funds\[\d+\]\.(?:initial|budget|executed|score|weight)|goals"
)
# What follows from the words of a line.
_PROSE: Final = re.compile(r"sections\[\d+\]\.(?:number|title|heading|text)|claims\[\d+\]\.raw")

_CLAIM: Final = re.compile(r"claims\[\d+\]")
_NAMES: Final = {
    "claims": "正文里的数", "sections": "正文", "indicators": "指标", "funds": "资金", "goals": "绩效目标",
    "project": "项目名称、单位或年度", "total": "总分行", "troubles": "没有读出来的内容",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """A document as it stands: its bytes, what was read from them, and what the checks say."""

    content: bytes
    document: api.Document
    examined: Sequence[api.Examined]

    def counts(self) -> Counter[tuple[int, str, str]]:
        """How often each check has something to say of each field of each evaluation."""
        return Counter(
            _key(at, finding)
            for at, one in enumerate(self.examined)
            for finding in one.findings
            if finding.outcome in (Outcome.FAIL, Outcome.UNDECIDED)
        )


def _key(at: int, finding: Finding) -> tuple[int, str, str]:
    """What a finding is about; a figure of the prose has no number of its own, for others may come before it."""
    return at, finding.code, _CLAIM.sub("claims", finding.field)


def is_personal(edit: Edit) -> bool:
    """Whether an edit would change what only a person may change."""
    return _PERSONAL.match(edit.field) is not None


def objection(before: State, after: State, edits: Sequence[Edit], cured: Sequence[tuple[int, Finding]]) -> str:
    """Why a repair is not to be trusted, in Chinese; "" if it is proved.

    edits: all that differ. cured: the findings that are to be gone, with the ordinals of their evaluations.
    """
    if _expected(before.document.layout, edits) != _plain(after.document.layout):
        return "改后读出的文字与预期不同"
    old, new = (state.document.evaluations for state in (before, after))
    if len(old) != len(new):
        return "改后读出的表数不同"
    for one, other in zip(old, new, strict=True):
        changed = [path for path in _differences(one, other) if not _is_expected(path, edits)]
        if changed:
            return f"还会牵动{_NAMES.get(changed[0].split('[')[0].split('.')[0], '别的内容')}"
    was, now = before.counts(), after.counts()
    appeared = sorted({code for (_, code, _) in now - was})
    if appeared:
        return f"改了会与别处矛盾（{'、'.join(appeared)}），不能断定哪一处错"
    due = Counter(_key(at, finding) for at, finding in cured)
    if any(now[key] > was[key] - count for key, count in due.items()):
        return "改后问题仍在"
    return ""


def _expected(layout: Layout, edits: Sequence[Edit]) -> list[Any]:
    """The texts of a layout with the edits."""
    by_spot: dict[Place, list[Edit]] = {}
    for edit in edits:
        by_spot.setdefault(_spot(edit.place), []).append(edit)
    return [
        (block.line, _edited(block.text, by_spot.get(Place(line=block.line), [])))
        if isinstance(block, Paragraph)
        else _table(block, by_spot)
        for block in layout.blocks
    ]


def _plain(layout: Layout) -> list[Any]:
    return _expected(layout, ())


def _table(table: Table, by_spot: Mapping[Place, list[Edit]]) -> list[Any]:
    return [table.ordinal, table.rows, table.cols, *(_cell(cell, by_spot) for cell in table.cells)]


def _cell(cell: Cell, by_spot: Mapping[Place, list[Edit]]) -> Cell:
    return cell._replace(text=_edited(cell.text, by_spot.get(_spot(cell.place), [])), lines=())


def _spot(place: Place) -> Place:
    """The cell or line, without the characters in it."""
    return place if place.table is not None else Place(line=place.line)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    found = []
    for edit in edits:
        own = edit.place.start
        at = own if own is not None and text.startswith(edit.old, own) else text.find(edit.old)
        if at >= 0:
            found.append((at, edit))
    for at, edit in sorted(found, key=lambda one: one[0], reverse=True):
        text = text[:at] + edit.new + text[at + len(edit.old) :]
    return text


def _differences(old: Evaluation, new: Evaluation) -> Iterator[str]:
    """The paths of the fields that differ; where they stand is compared by the layout."""
    one, other = (dict(_leaves(_without_places(to_json(each)))) for each in (old, new))
    return (path for path in one | other if one.get(path) != other.get(path))


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(one) for key, one in value.items() if key not in {"sources", "place"}}
    return [_without_places(one) for one in value] if isinstance(value, list) else value


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        yield f"{path}.length", len(value)
        for at, one in enumerate(value):
            yield from _leaves(one, f"{path}[{at}]")
    else:
        yield path, value


def _is_expected(path: str, edits: Sequence[Edit]) -> bool:
    if path.startswith("claims") and all(narrow(edit.old) == narrow(edit.new) for edit in edits):
        return True  # what was written in wide digits is read as a figure now
    if any(path == edit.field or path.startswith(f"{edit.field}.") for edit in edits):
        return True
    return any(edit.place.table is None for edit in edits) and _PROSE.fullmatch(path) is not None
