"""Characters of one meaning made one character; nothing else about the text changes."""

import re
from functools import lru_cache
from typing import Final

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES: Final = {ord(space): "" for space in "　\xa0 \t\n\r\u200b"}
_TABLE: Final = _FULL_WIDTH | _SPACES | {ord("﹪"): "%", ord("－"): "-", ord("−"): "-"}


@lru_cache(maxsize=4096)
def narrow(text: str) -> str:
    """Half-width, without white space; signs such as ≥, ㎡ and 。 stay as they are."""
    return text.translate(_TABLE)


# What a terminal obeys instead of showing it: control characters, marks that turn the direction of what follows, and
# halves of characters, as Python has them for names of files that are not UTF-8.
_OBEYED: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_COMMANDS: Final = re.compile(f"[{_OBEYED}]")
_COMMANDS_AND_BREAKS: Final = re.compile(f"[{_OBEYED}\t\n]")
_UNKNOWN: Final = "\ufffd"


def visible(text: str) -> str:
    """What others wrote, as a terminal may show it: lines and tabs stay, what it would obey is replaced."""
    return text if text.isprintable() else _COMMANDS.sub(_UNKNOWN, text)


def visible_name(name: str) -> str:
    """The same for the name of a file, which stays in one line."""
    return name if name.isprintable() else _COMMANDS_AND_BREAKS.sub(_UNKNOWN, name)


def escaped(json: str) -> str:
    """JSON of the same meaning that a terminal does not obey."""
    return json if json.isprintable() else _COMMANDS.sub(lambda match: f"\\u{ord(match[0]):04x}", json)
