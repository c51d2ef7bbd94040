"""The files of a project folder: their hashes, and whether a document is what its name says."""

from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Final

from jixiao.model.errors import InputError
from jixiao.sources.load import FOLDER

_MAX_FILES: Final = 10_000
# Without this in the last bytes of a file of its kind, it was not copied whole.
_TAIL: Final = 64 << 10
_ENDS: Final = {
    ".pdf": b"%%EOF",
    ".png": b"IEND",
    ".jpg": b"\xff\xd9",
    ".jpeg": b"\xff\xd9",
    **dict.fromkeys((".docx", ".xlsx", ".ofd"), b"PK\x05\x06"),
}
# What the bytes of a scan or document begin with, by the suffix of its name.
_MAGIC: Final = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".bmp": (b"BM",),
    ".gif": (b"GIF8",),
    ".tif": (b"II*\0", b"MM\0*"),
    ".tiff": (b"II*\0", b"MM\0*"),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".ofd": (b"PK\x03\x04",),
}


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 by path for the stated files and everything in evidence; hidden files and lock files are left out.

    Raises:
        InputError: a file cannot be read, or there are too many.
    """
    stated = [folder / name for name in ("project.toml", "项目资料.xlsx", "narrative.md")]
    found = [path for path in (*stated, *sorted((folder / FOLDER).rglob("*"))) if path.is_file() and _counts(path)]
    if len(found) > _MAX_FILES:
        raise InputError(FOLDER, f"文件过多（上限 {_MAX_FILES} 个）", "只放与本项目有关的佐证")
    return {path.relative_to(folder).as_posix(): _hash(path, folder) for path in found}


def document_path(folder: Path, name: str) -> str:
    """A document's path within the project folder; it is written as a path within evidence, or with it.

    Raises:
        ValueError: it is outside the folder, is not there, is empty, is not what its suffix says, or was
            not copied whole; the text says why.
    """
    relative = PurePosixPath(name.replace("\\", "/"))
    if relative.is_absolute() or ".." in relative.parts or ":" in name:
        raise ValueError("不在项目文件夹里")
    if relative.parts[:1] != (FOLDER,):
        relative = FOLDER / relative
    path = folder / relative
    if not path.is_file():
        raise ValueError("找不到")
    with path.open("rb") as file:
        head = file.read(16)
        file.seek(max(0, path.stat().st_size - _TAIL))
        tail = file.read()
    if not head:
        raise ValueError("是空文件，请重新扫描或索取")
    magic = _MAGIC.get(path.suffix.lower())
    if magic and not head.startswith(magic):
        raise ValueError(f"不是真正的 {path.suffix} 文件，可能已损坏或改过后缀，请重新扫描或索取")
    if _ENDS.get(path.suffix.lower(), b"") not in tail:
        raise ValueError("不完整，像是没有复制完，请重新复制、扫描或索取")
    return relative.as_posix()


def _counts(path: Path) -> bool:
    return not path.name.startswith((".", "~$"))


def _hash(path: Path, folder: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        name = path.relative_to(folder).as_posix()
        raise InputError(name, "文件打不开", "请检查文件是否被其他程序占用、是否有读取权限") from error
