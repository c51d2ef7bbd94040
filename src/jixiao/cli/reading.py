"""Reading the files of a command: one in this process, several on all cores; what cannot be read is told at once."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from jixiao import api
from jixiao.model.errors import InputError


class Reading:
    """The documents of some files, in their order. unread: whether a file could not be read, known at the end."""

    def __init__(self, files: Sequence[api.File], resume: Path | None = None, *, quiet: bool = False) -> None:
        """Quiet: no progress bar, because the results themselves go to the terminal."""
        self._files, self._resume = files, resume
        self._bar = len(files) > 1 and not quiet and sys.stderr.isatty()
        self.unread = False

    def __iter__(self) -> Iterator[api.Document]:
        for result in self._shown() if self._bar else self._results():
            if isinstance(result, InputError):
                click.echo(str(result), err=True)
                self.unread = True
            else:
                yield result

    def _results(self) -> Iterator[api.Document | InputError]:
        if len(self._files) > 1 or self._resume:
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


def _read(file: api.File) -> api.Document | InputError:
    try:
        return api.read(*file)
    except InputError as error:
        return error
