"""Formats that LibreOffice opens → docx or xlsx, in a process without network use, macros or a user's settings."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from jixiao.model.errors import InputError

SECONDS: Final = 60
_MEMORY: Final = 4 << 30
_PROGRAMS: Final = ("soffice", "libreoffice")
_FOLDERS: Final = (r"C:\Program Files\LibreOffice\program", "/Applications/LibreOffice.app/Contents/MacOS")
_ABSENT: Final = (
    "请用 WPS 或 Word 打开，另存为 .docx（表格存为 .xlsx）；或安装 LibreOffice 后重试"
    "（Debian、统信、麒麟：apt-get install libreoffice-writer libreoffice-calc）"
)
_AGAIN: Final = "请用 WPS 或 Word 打开，另存为 .docx（表格存为 .xlsx）后再交给本程序"
# Macros never run, links are never updated: what a private profile says is not what a user may have allowed.
_SETTINGS: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link"><value>1</value></prop></item>
</oor:items>
"""

# Format → the suffix by which LibreOffice chooses its filter, and what to make of it.
_WAYS: Final = {
    "doc": ("doc", "docx"),
    "rtf": ("rtf", "docx"),
    "odt": ("odt", "docx"),
    "wordml": ("xml", "docx"),
    "spreadsheetml": ("xml", "xlsx"),
    "ods": ("ods", "xlsx"),
    "xlsb": ("xlsb", "xlsx"),
}


def convert(data: bytes, form: str, file: str) -> bytes:
    """The same document as docx or xlsx. form: what it is, a key of the table above.

    Raises:
        InputError: LibreOffice is not there, cannot read the file, or takes more than `SECONDS`.
    """
    suffix, target = _WAYS[form]
    program = _program()
    if program is None:
        raise InputError(file, f"读取 .{suffix} 文件需要 LibreOffice，本机没有找到", _ABSENT)
    with TemporaryDirectory(prefix="jixiao-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (home / f"in.{suffix}").write_bytes(data)
        is_done = _run(
            [
                program, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--norestore",
                "--convert-to", target, "--outdir", str(home / "out"), str(home / f"in.{suffix}"),
            ],
            home,
        )  # fmt: skip
        made = home / "out" / f"in.{target}"
        if not is_done:
            raise InputError(file, f"LibreOffice 转换超过 {SECONDS} 秒，已停止", _AGAIN)
        if not made.is_file():
            raise InputError(file, "LibreOffice 不能打开这个文件，可能已损坏或设有密码", _AGAIN)
        return made.read_bytes()


def _program() -> str | None:
    folders = os.pathsep.join((os.environ.get("PATH", ""), *_FOLDERS))
    return next((found for name in _PROGRAMS if (found := shutil.which(name, path=folders))), None)


def _run(command: list[str], home: Path) -> bool:
    """Whether the program ended in time; it and what it started never outlive the call."""
    quiet = subprocess.DEVNULL
    settings = os.environ | {"HOME": str(home), "SAL_USE_VCLPLUGIN": "svp"}
    # The command is LibreOffice with names of our own making.
    process = subprocess.Popen(  # noqa: S603
        command,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        cwd=home,
        env=settings,
        preexec_fn=None if sys.platform == "win32" else _limit_memory,  # noqa: PLW1509
        process_group=None if sys.platform == "win32" else 0,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        _stop(process)


def _limit_memory() -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY if hard == resource.RLIM_INFINITY else min(hard, _MEMORY), hard))


def _stop(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
