"""Signs that recognition took for others that look alike."""

import pytest

from jixiao.readers.text import read_text
from jixiao.readers.text_noise import MISREAD, is_misread, reread

READ = {
    "项Fl资金(万兀)": "项目资金(万元)",
    "顼目产出(30分)": "项目产出(30分)",
    "受训人数IO人": "受训人数10人",
    "合格率1O0%得分lO分": "合格率100%得分10分",
    "生态效益指标指标L指标2:": "生态效益指标指标1:指标2:",
    "覆盖率工5%": "覆盖率15%",
}


@pytest.mark.parametrize(("misread", "meant"), READ.items())
def test_signs_that_look_alike_are_those_that_were_meant(misread, meant):
    assert reread(misread) == meant


@pytest.mark.parametrize(
    "text", ["配备IO设备2台", "WIFI全覆盖", "型号OL-10与l型", "购置IBM服务器10台", "O型血采集20人次"]
)
def test_words_that_are_printed_so_stay(text):
    assert reread(text) == text


def test_one_sign_alone_may_be_meant_and_changes_nothing():
    assert not is_misread("参训IO人")
    assert read_text("参训IO人".encode(), "表.txt").notes == ()


def test_what_was_put_right_is_said():
    layout = read_text("顼目资金\n参训IO人".encode(), "表.txt")
    assert layout.notes == (MISREAD,)
    assert [block.text for block in layout.blocks] == ["项目资金", "参训10人"]
