import sys
from pathlib import Path

import pytest

from jixiao.cli.app import main

PUBLISHED = Path(__file__).parents[2] / "examples/jinnan-2020/published"


@pytest.fixture
def published() -> Path:
    return PUBLISHED


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs a command line; gives its exit code, what it printed and what it complained of."""

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["jixiao", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            main()
        printed = capsys.readouterr()
        return stop.value.code, printed.out, printed.err

    return run
