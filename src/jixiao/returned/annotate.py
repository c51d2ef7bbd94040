"""Documents written anew with a comment for each finding."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from jixiao import api
from jixiao.checks.base import catalogue
from jixiao.model.errors import InputError
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding
from jixiao.returned.original import beside_input, original
from jixiao.writers.annotate import annotated, can_hold


def annotate(
    documents: Sequence[api.Document], examined: Sequence[api.Examined], folder: Path
) -> Iterator[Path | InputError]:
    """Writes each document with its comments into a folder; gives the file written, or why there is none.

    A document found in a folder keeps its path within it, one given by itself its name. One without findings is copied.
    examined: what `api.examine` said of these documents.
    """
    found = defaultdict(list)
    for one in examined:
        found[id(one.layout)].append((one.evaluation, one.findings))
    taken: set[Path] = set()
    for document in documents:
        try:
            yield _write(document, found[id(document.layout)], folder / _name(document), taken)
        except InputError as error:
            yield error


def _name(document: api.Document) -> Path:
    named = Path(document.layout.file)
    return Path(named.name) if named == document.path or named.is_absolute() else named


def _write(
    document: api.Document, found: Sequence[tuple[Evaluation, Sequence[Finding]]], target: Path, taken: set[Path]
) -> Path:
    can_hold(document.layout)
    if target in taken:
        raise InputError(document.layout.file, f"与另一个文件同名，没有写成 {target}", "请改名，或者分两次检查")
    content = annotated(original(document), document.layout, found, catalogue())
    api.write(beside_input(document, target), content)
    taken.add(target)
    return target
