"""Text that a site garbled against copying: simplified words in traditional characters with their sound in brackets."""

import re
from functools import cache
from typing import Any, Final

# A character, and after it in brackets a sound with a tone: 項(xiàng).
_SOUND: Final = re.compile(r"(?<=[\u4e00-\u9fff])[（(][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[)）]")

NOTE: Final = "文中有繁体字和拼音干扰，已还原为简体后读取"


def is_garbled(text: str) -> bool:
    """Whether sounds stand between the characters of a text."""
    return _SOUND.search(text) is not None


def ungarbled(text: str) -> str:
    """The text without sounds, in simplified characters; lines stay lines."""
    return simplified(_SOUND.sub("", text))


def simplified(text: str) -> str:
    """The text in simplified characters; lines stay lines."""
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    from opencc import OpenCC  # type: ignore[import-untyped]  # it has no types

    return OpenCC("t2s")
