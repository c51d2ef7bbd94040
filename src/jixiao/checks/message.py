"""Messages: text with the names of columns and facts in braces."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from jixiao.model.number import tidy

_NAME: Final = re.compile(r"\{([a-z0-9_.]+)\}")
_MONEY_PLACES: Final = -2
_LONGEST: Final = 40  # characters of printed text in a message; the place has all of it


def names_in(template: str) -> list[str]:
    """The names that a message needs: a fact, a column of the row's own table, or "project.budget"."""
    return _NAME.findall(template)


def fill(template: str, facts: Mapping[str, str]) -> str:
    """The message with its facts."""
    return _NAME.sub(lambda name: facts[name[1]], template)


def show(value: Any) -> str:
    """A figure in a message: money (columns of two places) in 万元, numbers without idle zeros; long text is cut."""
    if isinstance(value, Decimal):
        return f"{tidy(value.scaleb(-4))}万元" if value.as_tuple().exponent == _MONEY_PLACES else tidy(value)
    text = "（没有读到）" if value is None else str(value) or "（空着）"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
