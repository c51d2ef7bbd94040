"""The screen of `jixiao check --fix`: what was changed, what was not and why, and what is left."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from jixiao import api
from jixiao.checks.base import Edit
from jixiao.cli.app import EXIT_FINDINGS, EXIT_INPUT
from jixiao.cli.saying import say
from jixiao.model.errors import InputError
from jixiao.model.finding import Severity
from jixiao.returned.repair import Proposal, Repaired, repair, write_repaired

# How many equal characters are shown on both sides of a change.
_AROUND: Final = 12


def repair_one(files: Sequence[api.File], ground: api.Ground, out: Path | None) -> int:
    """Repairs one file, writes it anew and says what was done; gives the exit code.

    Raises:
        InputError: it cannot be read or changed, or the target cannot be written to.
        click.UsageError: there are several files.
    """
    if len(files) != 1:
        raise click.UsageError("--fix 一次改一个文件")
    document = api.read(*files[0])
    target = out or document.path.with_stem(f"{document.path.stem}（已改）")
    if out is None and target.exists():
        raise InputError(str(target), "已经有这个文件，没有覆盖", "移走它，或者用 --out 写明另一个文件名")
    result = repair(document, ground)
    if result.done:
        write_repaired(document, result, target)
        say(f"改了 {sum(len(one.edits) for one in result.done)} 处，写在 {target}：")
    else:
        say("没有能自动改的，没有写文件。")
    for line in (*_done(result.done), *_refused(result), *_left(result)):
        say(line)
    if any(one.evaluation.troubles for one in result.examined):
        return EXIT_INPUT
    return EXIT_FINDINGS if any(one.failed(Severity.ERROR) for one in result.examined) else 0


def _done(proposals: Sequence[Proposal]) -> Iterator[str]:
    for proposal in proposals:
        yield from (f"　{_codes(proposal)}　{edit.place}　{shown(edit)}" for edit in proposal.edits)


def _refused(result: Repaired) -> Iterator[str]:
    if result.refused:
        yield f"没有改的 {len(result.refused)} 处，请人工核对："
    for proposal, why in result.refused:
        first = proposal.edits[0]
        yield f"　{_codes(proposal)}　{first.place}　{shown(first)}：{why}"


def _left(result: Repaired) -> Iterator[str]:
    counts = [f"{one.word} {sum(len(each.failed(one)) for each in result.examined)} 处" for one in Severity]
    yield f"还剩的问题：{'，'.join(counts)}；用 jixiao check 看。"


def _codes(proposal: Proposal) -> str:
    return "、".join(dict.fromkeys(finding.code for _, finding in proposal.cured))


def shown(edit: Edit) -> str:
    """Before → after; of long texts only the part around the change."""
    old, new = edit.old, edit.new
    same = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(map(len, (old, new)))
    )
    tail = next(
        (at for at in range(min(len(old), len(new)) - same) if old[-1 - at] != new[-1 - at]),
        min(len(old), len(new)) - same,
    )
    start, end = max(0, same - _AROUND), max(0, tail - _AROUND)
    before, after = (
        f"{'…' if start else ''}{text[start : len(text) - end]}{'…' if end else ''}" for text in (old, new)
    )
    return f"“{before}” → “{after}”"
