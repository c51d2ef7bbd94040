"""The files of a new project folder."""

from collections.abc import Mapping
from typing import Final

from jixiao.sources import narrative, sheet_form, toml_form
from jixiao.sources.filled import Filled
from jixiao.sources.toml_writer import toml_text

# Folders that a project folder has from the start.
FOLDERS: Final = ("evidence", "evidence/附件")


def new_files(filled: Filled, measures: Mapping[str, str], *, toml: bool) -> dict[str, bytes]:
    """Path within the folder → content: project.toml or 项目资料.xlsx, and narrative.md."""
    parts = {narrative.FILE: narrative.narrative_template({}).encode()}
    if toml:
        return {toml_form.FILE: toml_text(filled).encode(), **parts}
    from jixiao.sources.sheet_writer import sheet_bytes

    return {sheet_form.FILE: sheet_bytes(filled, measures), **parts}
