"""Many files: read on all cores, under limits, in the order given, and again from where an interruption left off."""

import hashlib
import json
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from jixiao import api
from jixiao.model import json as forms
from jixiao.model import layout_json
from jixiao.model.errors import InputError

# Files in work or waiting to be taken, a worker.
_AHEAD: Final = 4
# For a file from its bytes to its forms; reading the bytes has a shorter limit of its own.
_SECONDS: Final = 60
# What a kept file that was cut short or changed by hand may raise.
_SPOILT: Final = (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError)
_HAS_ALARM: Final = hasattr(signal, "SIGALRM")  # Windows has none
_SMALLER: Final = "请只保留自评表或报告本身，另存为 .docx 再试"
_REPORT: Final = "这是程序的毛病，不是文件有错；请把这一行报告给维护者，其余文件不受影响"


def read_all(
    files: Sequence[api.File], resume: Path | None = None, workers: int | None = None
) -> Iterator[api.Document | InputError]:
    """The document of each file, or why it cannot be read, in the order given.

    Each file is read in a child process under the limits of `readers.limited`, so that one that is hostile costs its
    message and no more. A script that calls this needs `if __name__ == "__main__"`, as for all of multiprocessing.

    Args:
        files: each with the name that messages call it.
        resume: a folder that keeps what was read, one JSON file for each content and version of jixiao; what it holds
            already is not read again.
        workers: processes; as many as there are cores if left out.
    """
    waiting = deque(files)
    count = min(workers or os.cpu_count() or 1, max(len(files), 1))
    while waiting:
        try:
            yield from _pooled(waiting, resume, count)
        except BrokenProcessPool:
            # Whoever broke it was in work: the first alone, and the others in a new pool.
            yield _alone(waiting.popleft(), resume)


def _pooled(waiting: deque[api.File], resume: Path | None, workers: int) -> Iterator[api.Document | InputError]:
    """The results of the files that wait; a file leaves when its result is there."""
    with _pool(workers) as pool:
        results: deque[Future[api.Document | InputError]] = deque()
        todo = iter(tuple(waiting))
        try:
            while waiting:
                while len(results) < _AHEAD * workers and (file := next(todo, None)):
                    results.append(pool.submit(_read, file, resume))
                result = results.popleft().result()
                waiting.popleft()
                yield result
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(file: api.File, resume: Path | None) -> api.Document | InputError:
    with _pool(1) as pool:
        try:
            return pool.submit(_read, file, resume).result()
        except BrokenProcessPool:
            return InputError(file.name, "读取时程序中断", _SMALLER)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Started anew and not forked: the caller may have threads.
    return ProcessPoolExecutor(workers, get_context("spawn"), _prepare)


def _prepare() -> None:
    """Makes a worker leave Ctrl-C to its parent, and take an alarm for the end of a file's time."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _HAS_ALARM:
        signal.signal(signal.SIGALRM, _stop)


def _stop(*_: object) -> None:
    raise TimeoutError


def _read(file: api.File, resume: Path | None) -> api.Document | InputError:
    """What a worker does with one file; whatever happens, the others go on."""
    if _HAS_ALARM:
        signal.alarm(_SECONDS)
    try:
        return api.read(file.path, file.name, limited=True) if resume is None else _resumed(file, resume)
    except InputError as error:
        return error
    except TimeoutError:
        return InputError(file.name, f"超过 {_SECONDS} 秒没有读完，已停止", _SMALLER)
    except MemoryError:
        return InputError(file.name, "内存不够，没有读完", _SMALLER)
    except Exception as error:  # noqa: BLE001
        return InputError(file.name, f"程序出错，没有读完：{type(error).__name__}: {error}", _REPORT)
    finally:
        if _HAS_ALARM:
            signal.alarm(0)


def _resumed(file: api.File, folder: Path) -> api.Document:
    kept = folder / f"{_key(file.path)}.json"
    try:
        record = json.loads(kept.read_text("utf-8"))
        layout = replace(layout_json.from_json(record["layout"]), file=file.name)
        evaluations = tuple(replace(forms.from_json(one), file=file.name) for one in record["evaluations"])
    except _SPOILT:
        document = api.read(file.path, file.name, limited=True)
        api.write(kept, json.dumps(_record(document), ensure_ascii=False))
        return document
    return api.Document(file.path, layout, evaluations)


def _record(document: api.Document) -> dict[str, object]:
    evaluations = [forms.to_json(one) for one in document.evaluations]
    return {"layout": layout_json.to_json(document.layout), "evaluations": evaluations}


def _key(path: Path) -> str:
    """The content of a file, and what reads it."""
    try:
        with path.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256")
    except OSError:
        content = hashlib.sha256()  # the reader says why
    content.update(f"\0{version('jixiao')}\0{forms.GENERATION}".encode())
    return content.hexdigest()
