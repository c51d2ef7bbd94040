"""Text that was garbled: by a site against copying, or by the recognition of a picture."""

import re
from functools import cache
from typing import Any, Final

# A character, and after it in brackets a sound with a tone: 項(xiàng).
_SOUND: Final = re.compile(r"(?<=[\u4e00-\u9fff])[（(][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[)）]")

NOTE: Final = "文中有繁体字和拼音干扰，已还原为简体后读取"
MISREAD: Final = "文中有图片识别的错字（如 IO 应为 10、顼目 应为 项目），已按字形还原后读取，请对照原件"

# What recognition makes of 项目, 万元, 单位 and of digits between words or digits.
_WORDS: Final = (
    (re.compile(r"[项顼](?:Fl|F1|冃|口(?=[绩名资支]))|顼目"), "项目"),
    (re.compile(r"万[兀冗]"), "万元"),
    (re.compile(r"(?<=[\u4e00-\u9fff:：])指标[LlI](?=指标|[:：])[:：]?"), "指标1:"),
    (re.compile(r"[第笊](?=位(?:名称|[(（]盖章|自评))|(?<=[施算报项])[第笊](?=位)"), "单"),
)
_UNIT: Final = r"[%％人个次家户件项场台套分天年月万元亩]"
_DIGITS: Final = re.compile(
    rf"(?<![A-Za-z])(?:(?:[Il1][Oo]|[IlO]0)(?:(?<=\d\d)|(?<=\d[A-Za-z])|(?<=[A-Za-z]\d)|(?={_UNIT}(?!型))|(?<=\d{_UNIT}..))"
    rf"|(?<=\d)[OoIl](?=\d)|工(?=\d{{1,2}}[%％]))(?![A-Za-z])"
)
_DIGIT: Final = str.maketrans({"I": "1", "l": "1", "工": "1", "O": "0", "o": "0"})
# So many of them are no accident.
_FEWEST: Final = 2


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


def is_misread(text: str) -> bool:
    """Whether recognition has taken signs of a text for others that look alike."""
    return sum(1 for pattern in (*(one for one, _ in _WORDS), _DIGITS) for _ in pattern.finditer(text)) >= _FEWEST


def reread(text: str) -> str:
    """The text with the signs that were meant; lines stay lines."""
    for pattern, meant in _WORDS:
        text = pattern.sub(meant, text)
    return _DIGITS.sub(lambda match: match[0].translate(_DIGIT), text)
