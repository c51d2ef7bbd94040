"""Property tests draw the same examples every time; `JIXIAO_RANDOM=1` lets them search. Running a command line."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from jixiao.cli.app import main

PUBLISHED = Path(__file__).parents[1] / "examples/jinnan-2020/published"

settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.register_profile("random", deadline=None)
settings.load_profile("random" if os.environ.get("JIXIAO_RANDOM") else "same")


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
