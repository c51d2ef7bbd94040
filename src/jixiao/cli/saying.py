"""Lines for the terminal, in which stands what others wrote."""

import json
from typing import Any

import click

from jixiao.model.characters import escaped, visible


def say(text: str, *, err: bool = False) -> None:
    """A line; what a terminal would obey in it is replaced."""
    click.echo(visible(text), err=err)


def json_line(value: Any) -> str:
    """A value as JSON in one line."""
    return escaped(json.dumps(value, ensure_ascii=False))
