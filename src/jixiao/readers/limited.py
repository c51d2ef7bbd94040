"""Reading under limits of memory and time, in a child process: a hostile file costs one message, and no batch."""

import atexit
import contextlib
import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Any, Final

from jixiao.model.errors import InputError
from jixiao.model.layout import Layout

_MIB: Final = 1 << 20
_SIZE: Final = 8
# How long a child may take to end by itself, seconds: it stops the programs that it started.
_GRACE: Final = 2
_SPLIT = "请只保留自评表或报告本身，用 WPS 或 Word 打开后另存为 .docx 再试"


def read_limited(path: Path, name: str | None = None, seconds: int = 20, megabytes: int = 1024) -> Layout:
    """What `read_layout` gives, from a child process that is kept for the next file and replaced when it fails.

    seconds: wall clock for this file. megabytes: address space of the child (not limited on Windows).

    Raises:
        InputError: the file cannot be read, takes more time or memory than that, or breaks the child.
    """
    # A forked process must not talk to its parent's reader.
    key = (os.getpid(), megabytes)
    with _lock:
        reader = _readers.get(key)
        if reader is None or not reader.is_alive():
            reader = _readers[key] = _Reader(megabytes)
        return reader.read(path, name or path.name, seconds)


class _Reader:
    """A child process that reads one file after the other."""

    def __init__(self, megabytes: int) -> None:
        self._megabytes = megabytes
        command = [sys.executable, "-m", "jixiao.readers.limited", str(megabytes)]
        # The command is our own module; nothing of a file's content or name is in it.
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._late = False

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def read(self, path: Path, name: str, seconds: int) -> Layout:
        assert self._process.stdin
        assert self._process.stdout
        timer = Timer(seconds, self._stop_late)
        timer.start()
        try:
            _send(self._process.stdin, (path, name))
            answer = _receive(self._process.stdout)
        except (OSError, EOFError):
            answer = None
        except KeyboardInterrupt:
            self.stop()
            raise
        finally:
            timer.cancel()
        if isinstance(answer, Layout):
            return answer
        if isinstance(answer, tuple):
            raise InputError(*answer)
        self.stop()
        if self._late:
            raise InputError(name, f"读取超过 {seconds} 秒，已停止", _SPLIT)
        raise InputError(name, f"文件异常：读取时内存超过 {self._megabytes} MiB 或读取程序中断", _SPLIT)

    def _stop_late(self) -> None:
        self._late = True
        self._end()

    def stop(self) -> None:
        self._end()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                assert stream
                stream.close()

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


# By process and memory.
_readers: dict[tuple[int, int], _Reader] = {}
_lock = Lock()


@atexit.register
def _stop_all() -> None:
    for (process, _), reader in _readers.items():
        if process == os.getpid():
            reader.stop()


def _send(stream: IO[bytes], message: object) -> None:
    data = pickle.dumps(message)
    stream.write(len(data).to_bytes(_SIZE) + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    """The next message of the other process, which runs this same program.

    Raises:
        EOFError: there is none.
    """
    size = stream.read(_SIZE)
    data = stream.read(int.from_bytes(size)) if len(size) == _SIZE else b""
    if not data:
        raise EOFError
    return pickle.loads(data)  # noqa: S301


def _serve(megabytes: int) -> None:
    """What the child does: reads the files that it is asked for until there are no more requests."""
    from jixiao.readers import read_layout

    _limit_memory(megabytes)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not mix with the answers
    with contextlib.suppress(EOFError):
        while True:
            path, name = _receive(sys.stdin.buffer)
            try:
                _send(answers, read_layout(path, name))
            except InputError as error:
                _send(answers, (error.file, error.cause, error.remedy, error.place))


def _limit_memory(megabytes: int) -> None:
    with contextlib.suppress(ImportError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MIB, hard))


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
