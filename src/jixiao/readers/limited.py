"""A function called under limits of memory and time, in a child process: a hostile file costs one message, no batch."""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
from importlib import import_module
from threading import Timer
from typing import IO, Any, Final

_MIB: Final = 1 << 20
_SIZE: Final = 8
# How long a child may take to end by itself, seconds: it stops the programs that it started.
_GRACE: Final = 2
_HAS_ALARM: Final = hasattr(signal, "alarm")  # Windows has none


class StoppedError(Exception):
    """The child did not answer: it took more time (`late`) or memory than it may, or broke."""

    def __init__(self, *, late: bool) -> None:
        super().__init__(late)
        self.late = late


class Limited:
    """A function as it is called in a child process, which is kept for the next call and replaced when it fails.

    function: "module:name". seconds: wall clock of one call. megabytes: address space of the child (not limited on
    Windows). For one thread at a time; only `stop` may come from another.
    """

    def __init__(self, function: str, seconds: float, megabytes: int) -> None:
        self._command = [sys.executable, "-m", "jixiao.readers.limited", function, str(seconds), str(megabytes)]
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._has_ended = self._is_late = False

    def __call__(self, *arguments: object) -> Any:
        """What the function gives.

        Raises:
            StoppedError: nothing, within the limits.
        """
        process = self._running()
        assert process.stdin
        assert process.stdout
        self._is_late = False
        timer = Timer(self._seconds, self._stop_late)
        timer.start()
        try:
            _send(process.stdin, arguments)
            return _receive(process.stdout)
        except (OSError, EOFError):
            _end(process)
            raise StoppedError(late=self._is_late) from None
        finally:
            timer.cancel()

    def stop(self) -> None:
        """Ends the child, and with it the call that it may be busy with."""
        self._has_ended = True
        if self._process is not None:
            _end(self._process)

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._has_ended:
            raise StoppedError(late=False)
        if self._process is None or self._process.poll() is not None:
            # The command is our own module; nothing of a file's content or name is in it.
            self._process = subprocess.Popen(  # noqa: S603
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process

    def _stop_late(self) -> None:
        self._is_late = True
        if self._process is not None:
            _end(self._process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            assert stream
            stream.close()


def _send(stream: IO[bytes], message: object) -> None:
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
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


def _serve(function: str, seconds: float, megabytes: int) -> None:
    """What the child does: answers calls until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its children
    signal.signal(signal.SIGTERM, _leave)
    module, _, name = function.partition(":")
    call = getattr(import_module(module), name)
    _limit_memory(megabytes)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not mix with the answers
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            arguments = _receive(sys.stdin.buffer)
            _set_alarm(seconds + _GRACE)
            _send(answers, call(*arguments))
            _set_alarm(0)


def _leave(*_: object) -> None:
    sys.exit(1)


def _set_alarm(seconds: float) -> None:
    """The end of a call whose parent is no longer there to end it."""
    if _HAS_ALARM:
        signal.signal(signal.SIGALRM, _leave)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(megabytes: int) -> None:
    with contextlib.suppress(ImportError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MIB, hard))


if __name__ == "__main__":
    _serve(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
