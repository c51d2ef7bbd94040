"""What is safe to repair in a document, repaired: each change proved by reading and checking the result anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jixiao import api
from jixiao.checks.base import Edit, catalogue
from jixiao.forms import read_forms
from jixiao.model.errors import InputError
from jixiao.model.finding import Finding, Outcome
from jixiao.readers import read_bytes
from jixiao.returned.original import original
from jixiao.returned.proof import State, is_personal, objection
from jixiao.writers.repair import can_repair, repaired


@dataclass(frozen=True, slots=True)
class Proposal:
    """Edits that together cure findings, which stand with the ordinals of their evaluations."""

    edits: tuple[Edit, ...]
    cured: tuple[tuple[int, Finding], ...]


@dataclass(slots=True)
class Repaired:
    """The outcome. content: the document with all that was done. examined: what the checks say of it.

    refused: proposals that were not carried out, and why, in Chinese.
    """

    content: bytes
    examined: Sequence[api.Examined]
    done: list[Proposal] = field(default_factory=list)
    refused: list[tuple[Proposal, str]] = field(default_factory=list)


def repair(document: api.Document, ground: api.Ground) -> Repaired:
    """Repairs what the checks propose, if the result is proved to be the same document but for that.

    After it each finding so cured is gone, none has come, and every other field is equal.

    Raises:
        InputError: the document cannot be changed, or was changed after it was read.
    """
    content = original(document)
    can_repair(content, document.layout)
    state = State(content, document, api.examine([document], ground))
    result = Repaired(content, state.examined)
    settled: set[tuple[Edit, ...]] = set()
    while proposals := [one for one in _proposals(state) if one.edits not in settled]:
        refused = [(one, why) for one in proposals if (why := _reserved(one))]
        if not refused:
            after, why = _tried(state, proposals, ground)
            if after is None:
                alone = [(one, *_tried(state, [one], ground)) for one in proposals]
                refused = [(one, why) for one, proved, why in alone if proved is None]
                # Each is right by itself and not all together: the first, and then the others anew.
                proposals, after = proposals[:1], alone[0][1]
            if not refused and after is not None:
                state = after
                result.done += proposals
        result.refused += refused
        settled.update(one.edits for one, _ in refused)
    result.content, result.examined = state.content, state.examined
    return result


def write_repaired(document: api.Document, result: Repaired, target: Path) -> None:
    """Writes a repaired document; the document itself is replaced only if it is the target.

    Raises:
        InputError: the target cannot be written to, or is the document and was changed meanwhile.
    """
    if target.resolve() == document.path.resolve():
        original(document)
    api.write(target, result.content)


def _reserved(proposal: Proposal) -> str:
    return "这是指标值、实际完成值、得分或金额，要由填报的人改" if any(map(is_personal, proposal.edits)) else ""


def _tried(state: State, proposals: Sequence[Proposal], ground: api.Ground) -> tuple[State | None, str]:
    """The document with these proposals; or why not."""
    edits = [edit for proposal in proposals for edit in proposal.edits]
    try:
        after = _read(state, repaired(state.content, state.document.layout, edits), ground)
    except InputError as error:
        return None, error.cause
    why = objection(state, after, edits, [one for proposal in proposals for one in proposal.cured])
    return (None, why) if why else (after, "")


def _read(state: State, content: bytes, ground: api.Ground) -> State:
    layout = read_bytes(content, state.document.layout.file)
    document = api.Document(state.document.path, layout, tuple(read_forms(layout)))
    return State(content, document, api.examine([document], ground))


def _proposals(state: State) -> Iterator[Proposal]:
    """What the checks propose; findings that the same edits cure make one proposal."""
    by_edits: dict[tuple[Edit, ...], list[tuple[int, Finding]]] = {}
    checks = catalogue()
    for at, one in enumerate(state.examined):
        for finding in one.findings:
            make = checks[finding.code].repair
            edits = tuple(make(one.evaluation, finding)) if make and finding.outcome is Outcome.FAIL else ()
            if edits:
                by_edits.setdefault(edits, []).append((at, finding))
    return (Proposal(edits, tuple(cured)) for edits, cured in by_edits.items())
