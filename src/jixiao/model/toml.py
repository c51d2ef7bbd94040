"""Where a TOML file cannot be read."""

import re
from tomllib import TOMLDecodeError
from typing import Final

# The parser says it in English, in the same words in every release of Python 3.
_WHERE: Final = re.compile(r"at line (\d+), column (\d+)", re.ASCII)


def place_of(error: TOMLDecodeError) -> str:
    """The place in Chinese: 第 3 行第 1 个字符, or the end of the file."""
    found = _WHERE.search(str(error))
    return f"第 {found[1]} 行第 {found[2]} 个字符" if found else "文件末尾"
