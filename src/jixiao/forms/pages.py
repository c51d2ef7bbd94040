"""Text that a document-sharing site cut into numbered pieces in mid-sentence: 1、…, 2、…, 3、…."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from jixiao.model.layout import Paragraph

# What such sites write above the text.
_SHARED: Final = re.compile(r"由(?:会员|用户)(?:分享|上传|整理)|在线阅读")
_NUMBER: Final = re.compile(r"\s*(\d{1,3})、\s*", re.ASCII)


def numbered_pieces(paragraphs: Iterable[Paragraph]) -> Mapping[int, int]:
    """Line → how many characters of it are the number of a piece; empty for text that no site cut up.

    The pieces are numbered from 1 on without a gap, and each but the first goes on where the last one broke off.
    """
    shared = False
    pieces: dict[int, int] = {}
    for paragraph in paragraphs:
        number = _NUMBER.match(paragraph.text)
        if shared and number is not None and int(number[1]) == len(pieces) + 1:
            pieces[paragraph.line] = number.end()
        shared = shared or _SHARED.search(paragraph.text) is not None
    return pieces if len(pieces) > 1 else {}
