"""Files are written whole or not at all."""

import os
import secrets
from collections.abc import Mapping
from errno import EACCES, EDQUOT, EEXIST, EISDIR, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import Final

from jixiao.model.errors import InputError

# How a page says that it is ours, so that a folder is never examined together with its own findings.
OUR_PAGE: Final = '<meta name="generator" content="jixiao">'
# How the JSON begins that this program writes: evaluation.json, and what was read from a file.
OUR_RECORD: Final = '{"generation":'

_LOCKED: Final = ("没有写入权限，或者文件正被别的程序打开", "请关闭打开它的程序，或换一个可以写入的文件夹")
_FULL: Final = ("磁盘空间不足", "请清理磁盘，或换一个磁盘")
_BLOCKED: Final = ("路径中有一级是文件，不是文件夹", "请换一个文件夹")
_CAUSES: Final = {
    EACCES: _LOCKED,
    EPERM: _LOCKED,
    EROFS: ("这个位置只能读取，不能写入", "请换一个可以写入的文件夹"),
    ENOSPC: _FULL,
    EDQUOT: _FULL,
    ENOTDIR: _BLOCKED,
    EEXIST: _BLOCKED,
    ENOENT: ("这个位置不存在，也建不起来", "请换一个可以写入的文件夹"),
    ENAMETOOLONG: ("文件名太长", "请用短一些的文件名"),
    EISDIR: ("这是一个文件夹，不能当作文件写入", "请写明文件名"),
}


def write_atomically(path: Path, content: bytes | str) -> None:
    """Put `content` (text as UTF-8) into a file, creating its folders; until all of it is written, the old file stands.

    Raises:
        InputError: it cannot be written; nothing is left behind and an earlier file is as it was.
    """
    write_together({path: content})


def write_together(contents: Mapping[Path, bytes | str]) -> None:
    """Put each content into its file as `write_atomically` does; no file is replaced before all are on the disk.

    Raises:
        InputError: one cannot be written or replaced; nothing is left behind and earlier files are as they were.
    """
    temporary: dict[Path, Path] = {}
    kept: dict[Path, Path | None] = {}
    replaced: list[Path] = []
    path = Path()
    try:
        for path, content in contents.items():
            temporary[path] = _beside(path, content.encode() if isinstance(content, str) else content)
        for path, made in temporary.items():
            kept[path] = _kept(path) if len(temporary) > 1 else None
            made.replace(path)
            replaced.append(path)
    except BaseException as error:
        for done in replaced:
            _restore(done, kept[done])
        if not isinstance(error, OSError):
            raise
        cause, remedy = _CAUSES.get(error.errno or 0, (f"写入失败（错误号 {error.errno}）", "请换一个位置再试"))
        raise InputError(str(path), cause, remedy) from error
    finally:
        for left in (*temporary.values(), *kept.values()):
            if left is not None:
                left.unlink(missing_ok=True)


def _kept(path: Path) -> Path | None:
    """A second name for an earlier file, under which it outlives its replacement; None where there is none."""
    if not path.exists():
        return None
    kept = _hidden(path)
    try:
        os.link(path, kept)
    except OSError:  # a file system without links
        kept.write_bytes(path.read_bytes())
    return kept


def _restore(path: Path, kept: Path | None) -> None:
    if kept is None:
        path.unlink(missing_ok=True)
    else:
        kept.replace(path)


def _hidden(path: Path) -> Path:
    """A name beside a file that nothing else has."""
    return path.with_name(f".jixiao-{secrets.token_hex(8)}.tmp")


def _beside(path: Path, data: bytes) -> Path:
    """A new file with the data, in the folder of `path`: only within one file system does a file replace another."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _hidden(path)
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
