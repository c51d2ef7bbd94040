"""narrative.md as a document of its own, so that checks can look at what people typed."""

from typing import Final

from jixiao.model.dossier import Dossier
from jixiao.model.evaluation import Evaluation, Project, Section
from jixiao.model.layout import Layout, Paragraph
from jixiao.model.outline import OUTLINE, path_of
from jixiao.model.place import Place, Source
from jixiao.model.terms import Kind

FILE: Final = "narrative.md"
FORM: Final = "narrative"


def narrative_of(dossier: Dossier) -> tuple[Layout, Evaluation]:
    """The parts that people write, {fact:id} as typed; a part that is empty has a heading without text."""
    blocks: list[Paragraph] = []
    sections: list[Section] = []
    sources: dict[str, Source] = {}

    def add(text: str, field: str) -> None:
        blocks.append(Paragraph(text, len(blocks) + 1))
        sources[field] = Source(Place(line=len(blocks)), text)

    for part in OUTLINE:
        text = dossier.narrative.get(path_of(part), "").strip()
        if not text and not part.narrative:
            continue
        at = len(sections)
        add(part.heading, f"sections[{at}].heading")
        for line, paragraph in enumerate(text.splitlines()):
            add(paragraph, f"sections[{at}].text[{line}]")
        sections.append(Section(part.number, part.title, part.level, part.heading, text))
    project = Project(dossier.name, dossier.department, dossier.unit, dossier.year)
    evaluation = Evaluation(
        FILE,
        Kind.REPORT,
        FORM,
        project=project,
        report_date=dossier.report_date,
        sections=tuple(sections),
        sources=sources,
    )
    return Layout(FILE, "md", tuple(blocks)), evaluation
