import re
import shutil
import subprocess

import pytest
from lxml import html

from jixiao.checks.base import catalogue
from jixiao.checks.pages import Support, firing_messages
from jixiao.law.load import acts
from jixiao.writers.catalogue_html import catalogue_html


@pytest.fixture(scope="module")
def text():
    support = Support()
    for verdict in ("right", "right", "wrong", "arguable"):
        support.add(verdict)
    return catalogue_html(catalogue(), firing_messages(catalogue().values()), {"SC01": support})


def test_every_check_stands_on_the_page_once_with_its_own_words(text):
    page = html.document_fromstring(text)
    entries = page.xpath("//*[@class='entry']")
    assert [one.get("id") for one in entries] == list(catalogue())
    for one, check in zip(entries, catalogue().values(), strict=True):
        shown = " ".join(one.text_content().split())
        parts = (check.title, check.why, check.remedy, check.exclusions, *check.fires, *check.silent)
        assert all(" ".join(part.split()) in shown for part in parts), check.code
        assert all(acts()[act].title in shown and acts()[act].words in shown for act in check.head.basis), check.code
        assert one.get("data-grade") == check.head.severity


def test_messages_of_examples_and_what_people_said_are_shown(text):
    page = html.document_fromstring(text)
    (entry,) = page.xpath("//*[@id='SC01']")
    assert "总分印的是" in entry.text_content()
    assert "人工看过 4 次：对 2，错 1，可商榷 1" in entry.text_content()
    (other,) = page.xpath("//*[@id='SC02']")
    assert "没有报过，或者没有人工看过" in other.text_content()
    assert "在真实文件上" not in catalogue_html(catalogue(), {}, {})


def test_the_page_needs_nothing_else(text):
    assert not re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"|@import|url\(", text)
    assert "default-src 'none'" in text


@pytest.mark.skipif(not shutil.which("chromium"), reason="no browser here")
@pytest.mark.parametrize(("query", "codes"), [("sc01", {"SC01"}), ("ＳＣ０１　总分", {"SC01"}), ("没有这个词", set())])
def test_the_search_shows_what_has_all_the_words(text, tmp_path, query, codes):
    page = tmp_path / "a.html"
    page.write_text(text, "utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/u", "--dump-dom"]
    done = subprocess.run([*command, f"{page.as_uri()}?q={query}"], capture_output=True, timeout=60, check=True)
    found = html.document_fromstring(done.stdout.decode())
    shown = {one.get("id") for one in found.xpath("//*[@class='entry'][not(@hidden)]")}
    assert codes <= shown
    assert len(shown) < 12
    assert bool(shown) is bool(codes)
    assert found.xpath("//output")[0].text == f"{len(shown)} 项"


def test_the_command_writes_it(run, tmp_path):
    code, out, _ = run("explain", "--all", "--format", "html", "--out", tmp_path / "c.html")
    assert code == 0
    assert "已写入" in out
    assert (tmp_path / "c.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert run("explain", "SC01", "--format", "html")[0] == 2
    assert run("explain", "SC01", "--out", tmp_path / "x")[0] == 2
