"""What the screen says of documents that are given back."""

from collections.abc import Sequence
from pathlib import Path

from jixiao import api
from jixiao.cli.saying import say
from jixiao.model.errors import InputError


def write_annotated(
    documents: Sequence[api.Document], examined: Sequence[api.Examined], folder: Path, *, quiet: bool
) -> bool:
    """Writes the documents with comments; whether all could be written. quiet: only what could not be is told."""
    from jixiao.returned.annotate import annotate

    results = list(annotate(documents, examined, folder))
    failed = [result for result in results if isinstance(result, InputError)]
    for error in failed:
        say(str(error), err=True)
    if not quiet and len(failed) < len(results):
        say(f"已写入批注：{len(results) - len(failed)} 份，在 {folder}")
    return not failed
