import os
import signal
import subprocess
import sys
import time

import pytest

from jixiao.model.errors import InputError
from jixiao.readers import read_layout
from jixiao.readers.limited import Limited, StoppedError
from readers.pages import pdf
from readers.words import p, package, tbl, tc, tr, word_parts

# A parent that is gone while one child waits and another is busy.
GONE = """
import os, sys, threading
from jixiao.readers.limited import Limited
waiting, busy = Limited("os:getpid", 1, 1024), Limited("time:sleep", 1, 1024)
print(waiting(), busy._running().pid, flush=True)
threading.Timer(0.5, os._exit, (1,)).start()
busy(60)
"""


@pytest.fixture
def limited():
    """Makes functions under limits, and ends them."""
    made = []

    def make(function, seconds=60, megabytes=1024):
        made.append(Limited(function, seconds, megabytes))
        return made[-1]

    yield make
    for one in made:
        one.stop()


def is_there(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_function_gives_the_same_under_limits_and_its_child_is_kept(limited, write):
    form = write(package(word_parts(p("一、情况") + tbl(tr(tc("项目名称"), tc("道路保洁"))))))
    assert limited("jixiao.readers:read_layout")(form, "甲单位/报告.docx") == read_layout(form, "甲单位/报告.docx")
    child = limited("os:getpid")
    assert child() == child() != os.getpid()


def test_a_call_that_takes_too_long_is_stopped_and_the_next_is_answered(limited):
    sleep = limited("time:sleep", seconds=1.5)
    with pytest.raises(StoppedError) as stopped:
        sleep(60)
    assert stopped.value.late
    assert sleep(0) is None


def test_a_call_that_takes_too_much_memory_is_stopped_and_the_next_is_answered(limited):
    repeat = limited("operator:mul", megabytes=256)
    with pytest.raises(StoppedError) as stopped:
        repeat(b"x", 1 << 30)
    assert not stopped.value.late
    assert repeat(b"x", 3) == b"xxx"


def test_a_drawing_that_draws_itself_is_stopped(limited, write):
    head = (
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X FIRST >> /Font << /F1 3 0 R >> >>"
    )
    words = "BT /F1 9 Tf <4E00> Tj ET /X Do /X Do\n"
    loop = pdf(
        "/X Do\n",
        extra="/XObject << /X FIRST >>",
        more=[f"<< {head} /Length {len(words)} >>\nstream\n{words}endstream"],
    )
    with pytest.raises(StoppedError):
        limited("jixiao.batch:read_one", megabytes=400)((write(loop, "圈.pdf"), "圈.pdf"), None)


def test_a_child_that_dies_costs_one_call(limited):
    kill = limited("signal:raise_signal")
    with pytest.raises(StoppedError):
        kill(signal.SIGKILL)
    assert kill(signal.SIGCONT) is None


def test_what_a_function_prints_does_not_mix_with_its_answers(limited):
    assert limited("builtins:print")("字" * 10_000) is None


def test_stopping_ends_the_child_and_takes_no_more_calls(limited):
    child = limited("os:getpid")
    process = child()
    child.stop()
    assert not is_there(process)
    with pytest.raises(StoppedError):
        child()


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="没有 SIGALRM 的系统")
def test_children_whose_parent_is_gone_end_by_themselves():
    done = subprocess.run([sys.executable, "-c", GONE], check=False, capture_output=True, text=True)
    children = [int(process) for process in done.stdout.split()]
    assert len(children) == 2
    until = time.monotonic() + 30
    while any(map(is_there, children)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(is_there, children))


def test_messages_come_through(limited, tmp_path):
    read = limited("jixiao.batch:read_one")
    refusal = read((tmp_path / "没有.docx", "甲.docx"), None)
    assert isinstance(refusal, InputError)
    assert str(refusal) == "甲.docx：找不到文件\n怎么办：请检查文件名和所在文件夹"
