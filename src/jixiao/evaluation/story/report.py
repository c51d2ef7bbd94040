"""The report as a whole: the outline filled part by part, then signature and attachments."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story import annex, conclusion, funds, goals, method, other, problems, results
from jixiao.evaluation.story.blocks import Annex, Attachments, Block, Heading, Paragraph, Report, Signature
from jixiao.evaluation.words import plain, resolve
from jixiao.model.finding import Finding
from jixiao.model.outline import OUTLINE, Part, path_of

# What stands where a person has written nothing yet.
TO_FILL: Final = "〔待填〕"


def report_of(evaluated: Evaluated, findings: Sequence[Finding], remedies: Mapping[str, str]) -> Report:
    """The report of an evaluation.

    findings: what the checks on figures say of it. remedies: code of a check → what to do.

    Raises:
        InputError: narrative.md names a fact that there is none of.
    """
    dossier = evaluated.dossier
    troubles = problems.problems_of(evaluated, findings, remedies)
    computed: Mapping[str, Callable[[], Iterator[Block]]] = {
        "funds": lambda: funds.blocks(evaluated),
        "goals": lambda: goals.blocks(evaluated),
        "method": lambda: method.blocks(evaluated),
        "conclusion": lambda: conclusion.blocks(evaluated),
        "output": lambda: results.output(evaluated),
        "benefit": lambda: results.benefit(evaluated),
        "problems": lambda: problems.blocks(troubles),
        "advice": lambda: problems.advice(troubles),
        "other": lambda: other.blocks(evaluated),
    }
    blocks: list[Block] = []
    for part in OUTLINE:
        blocks.append(Heading(part.level, part.heading))
        blocks += _narrative(part, evaluated)
        if part.id in computed:
            blocks += computed[part.id]()
    annexes = annex.annexes(evaluated)
    blocks.append(Attachments(tuple(title for title, _ in annexes)))
    blocks.append(Signature(dossier.unit, dossier.report_date, _contacts(dossier.contacts)))
    for number, (title, inside) in enumerate(annexes, 1):
        blocks += (Annex(number, title), *inside)
    return Report(
        dossier.name, dossier.year, dossier.unit, dossier.report_date, tuple(blocks), annex.anchors(evaluated)
    )


def _narrative(part: Part, evaluated: Evaluated) -> Iterator[Block]:
    """What a person wrote of a part; 〔待填〕 where a person must and has not."""
    path = path_of(part)
    text = evaluated.dossier.narrative.get(path, "")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines:
        yield Paragraph(resolve(line, evaluated.facts, place=path))
    if part.narrative and not lines:
        yield Paragraph(plain(TO_FILL))


def _contacts(contacts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{name}：{value}" for name, value in contacts.items() if value)
