"""Reading the files of a command: one in this process, several on all cores; what cannot be read is told at once."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from jixiao import api
from jixiao.cli.saying import say
from jixiao.model.errors import InputError

_HEAD: Final = 1024


def keep_apart(out: Path | None, files: Sequence[api.File]) -> None:
    """Refuses to write onto a document that is to be read.

    Raises:
        InputError: `out` is one of the files.
    """
    if out and out.resolve() in {file.path.resolve() for file in files}:
        raise InputError(str(out), "这是要读的原件，没有覆盖", "--out 换一个文件名")


class Reading:
    """The documents of some files, in their order; tells of those that cannot be read."""

    def __init__(self, files: Sequence[api.File], resume: Path | None = None, *, quiet: bool = False) -> None:
        """Quiet: no progress bar, because the results themselves go to the terminal."""
        self._files, self._resume = files, resume
        self._bar = len(files) > 1 and not quiet and sys.stderr.isatty()
        self._alike: dict[tuple[str, str], list[str]] = {}

    @property
    def unread(self) -> bool:
        """Whether a file could not be read so far."""
        return bool(self._alike)

    def __iter__(self) -> Iterator[api.Document]:
        for result in self._shown() if self._bar else self._results():
            if isinstance(result, InputError):
                self._tell(result)
            else:
                yield result
        self._tell_of_others()

    def _tell(self, error: InputError) -> None:
        """The first of its kind at once and in full; the others by their names, when all are read."""
        others = self._alike.get((error.cause, error.remedy))
        if others is None:
            self._alike[error.cause, error.remedy] = []
            say(str(error), err=True)
        else:
            others.append(f"{error.file}，{error.place}" if error.place else error.file)

    def _tell_of_others(self) -> None:
        for (cause, _), files in self._alike.items():
            if files:
                say("\n  ".join([f"另有 {len(files)} 个文件也是“{cause}”：", *files]), err=True)

    def _results(self) -> Iterator[api.Document | InputError]:
        if len(self._files) > 1 or self._resume or any(map(_needs_limits, self._files)):
            from jixiao.batch import read_all

            yield from read_all(self._files, self._resume)
        elif self._files:
            yield _read(self._files[0])

    def _shown(self) -> Iterator[api.Document | InputError]:
        from jixiao.cli.progress import bar

        with bar(len(self._files)) as advance:
            for result in self._results():
                yield result
                advance()


def _needs_limits(file: api.File) -> bool:
    """Whether a file is one whose reader may take all memory before it can be asked to stop: a PDF."""
    if not file.path.is_file():
        return False
    try:
        with file.path.open("rb") as stream:
            return b"%PDF-" in stream.read(_HEAD)
    except OSError:
        return False


def _read(file: api.File) -> api.Document | InputError:
    try:
        return api.read(*file)
    except InputError as error:
        return error
