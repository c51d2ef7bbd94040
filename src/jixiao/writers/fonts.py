"""Which fonts a PDF is set in: those of an office where they are there, otherwise Noto from the wheel."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import pylopdf_fonts_zh_cn
import typst

from jixiao.model.errors import InputError

# By role, the names that an office's font goes by; the last is the one that is always there.
_ROLES: Final = {
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "Noto Serif SC"),
    "body": ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "FandolFang R", "Noto Serif SC"),
    "head": ("黑体", "SimHei", "FandolHei", "Noto Sans SC"),
    "sub": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "FandolKai", "Noto Serif SC"),
    "page": ("宋体", "SimSun", "NSimSun", "FandolSong", "Noto Serif SC"),
}
_TEMPLATE: Final = Path(__file__).parent / "templates/report.typ"
_BOLD: Final = 600
_LATIN: Final = ("Times New Roman", "Liberation Serif")
_WORDS: Final = {"title": "标题", "body": "正文", "head": "一级标题", "sub": "二级标题", "page": "页码"}


@dataclass(frozen=True, slots=True)
class Fonts:
    """Fonts that were looked for.

    compiler: sets the report in them, and remembers what it has set. families: by role, what text is set in, best
    first. bold: whether the font of the text has a bold face.
    """

    compiler: typst.Compiler
    families: Mapping[str, tuple[str, ...]]
    bold: bool

    def told(self) -> str:
        """Which font each kind of text is set in, in a Chinese sentence."""
        parts = [f"{word}{self.families[role][0]}" for role, word in _WORDS.items()]
        return f"PDF 所用字体：{'，'.join(parts)}，数字{self.families['latin'][0]}。"


def find(folder: Path | None = None) -> Fonts:
    """The fonts of a folder, then those installed, then the wheel's; looked for once in a process.

    Raises:
        InputError: the folder is not there.
    """
    if folder is not None and not folder.is_dir():
        raise InputError(str(folder), "没有这个字体文件夹", "请写明放有 .ttf 或 .otf 字体的文件夹，或者去掉 --fonts")
    return _found(folder)


@lru_cache(maxsize=4)
def _found(folder: Path | None) -> Fonts:
    own = pylopdf_fonts_zh_cn.serif_path().parent
    found = typst.Fonts(font_paths=[str(one) for one in (folder, own) if one is not None])
    known = set(found.families())
    families = {role: tuple(name for name in names if name in known) for role, names in _ROLES.items()}
    families["latin"] = tuple(name for name in _LATIN if name in known) or families["body"]
    bold = any(one.family == families["body"][0] and one.weight >= _BOLD for one in found.fonts())
    return Fonts(typst.Compiler(str(_TEMPLATE), font_paths=found), families, bold)
