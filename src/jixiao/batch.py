"""Many files: read on all cores, under limits, in the order given, and again from where an interruption left off."""

import hashlib
import json
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from jixiao import api
from jixiao.model import json as forms
from jixiao.model import layout_json
from jixiao.model.errors import InputError
from jixiao.readers.limited import Limited, StoppedError

# Files in work or waiting to be taken, a child.
_AHEAD: Final = 4
# For a file from its bytes to its forms.
_SECONDS: Final = 60
_MEGABYTES: Final = 1024
# What a kept file that was cut short or changed by hand may raise.
_SPOILT: Final = (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError)
_SMALLER: Final = "请只保留自评表或报告本身，用 WPS 或 Word 打开后另存为 .docx 再试"
_REPORT: Final = "这是程序的毛病，不是文件有错；请把这一行报告给维护者，其余文件不受影响"

_Result = api.Document | InputError


def read_all(files: Sequence[api.File], resume: Path | None = None, workers: int | None = None) -> Iterator[_Result]:
    """The document of each file, or why it cannot be read, in the order given.

    Each file is read in a child process under limits of memory and time, so that one that is hostile costs its message
    and no more. The children end with the iteration, also when it is broken off.

    Args:
        files: each with the name that messages call it.
        resume: a folder that keeps what was read, one JSON file for each content and version of jixiao; what it holds
            already is not read again.
        workers: child processes; as many as there are cores if left out.
    """
    count = min(workers or os.cpu_count() or 1, max(len(files), 1))
    children = [Limited("jixiao.batch:read_one", _SECONDS, _MEGABYTES) for _ in range(count)]
    idle: SimpleQueue[Limited] = SimpleQueue()
    for child in children:
        idle.put(child)
    results: deque[Future[_Result]] = deque()
    todo = iter(files)
    with ThreadPoolExecutor(count) as pool:
        try:
            while True:
                ahead = islice(todo, _AHEAD * count - len(results))
                results.extend(pool.submit(_ask, idle, file, resume) for file in ahead)
                if not results:
                    return
                yield results.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in children:
                child.stop()


def _ask(idle: "SimpleQueue[Limited]", file: api.File, resume: Path | None) -> _Result:
    """What a child that is idle makes of a file."""
    child = idle.get()
    try:
        result: _Result = child(file, resume)
    except StoppedError as stopped:
        why = (
            f"读取超过 {_SECONDS} 秒，已停止"
            if stopped.late
            else f"文件异常：读取时内存超过 {_MEGABYTES} MiB 或读取程序中断"
        )
        return InputError(file.name, why, _SMALLER)
    else:
        return result
    finally:
        idle.put(child)


def read_one(file: api.File, resume: Path | None) -> _Result:
    """What a child does with one file; whatever happens, the others go on."""
    try:
        return api.read(*file) if resume is None else _resumed(file, resume)
    except InputError as error:
        return error
    except MemoryError:
        return InputError(file.name, "内存不够，没有读完", _SMALLER)
    except Exception as error:  # noqa: BLE001
        return InputError(file.name, f"程序出错，没有读完：{type(error).__name__}: {error}", _REPORT)


def _resumed(file: api.File, folder: Path) -> api.Document:
    kept = folder / f"{_key(file.path)}.json"
    try:
        record = json.loads(kept.read_text("utf-8"))
        layout = replace(layout_json.from_json(record["layout"]), file=file.name)
        evaluations = tuple(replace(forms.from_json(one), file=file.name) for one in record["evaluations"])
    except _SPOILT:
        document = api.read(*file)
        with suppress(InputError):  # what cannot be kept is read again another time
            api.write(kept, json.dumps(_record(document), ensure_ascii=False))
        return document
    return api.Document(file.path, layout, evaluations)


def _record(document: api.Document) -> dict[str, object]:
    evaluations = [forms.to_json(one) for one in document.evaluations]
    # Begins as all our records do, so that it is no document of the folder in which it may be kept.
    return {"generation": forms.GENERATION, "layout": layout_json.to_json(document.layout), "evaluations": evaluations}


def _key(path: Path) -> str:
    """The content of a file, and what reads it."""
    try:
        with path.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256")
    except OSError:
        content = hashlib.sha256()  # the reader says why
    content.update(f"\0{version('jixiao')}\0{forms.GENERATION}".encode())
    return content.hexdigest()
