"""The command line: one file per command, imported when it is called."""

from jixiao.cli.app import main

__all__ = ["main"]
