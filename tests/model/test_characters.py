import json

import pytest

from jixiao.model.characters import escaped, visible, visible_name

OBEYED = ["\x1b[2J", "\x07", "\x9b31m", "\x7f", "\r", "\u202e", "\u2066", "\udcff"]


@pytest.mark.parametrize("sign", OBEYED)
def test_what_a_terminal_obeys_is_replaced(sign):
    assert visible(f"甲{sign}乙") == visible_name(f"甲{sign}乙") == f"甲�{sign[1:]}乙"


@pytest.mark.parametrize("sign", OBEYED)
def test_json_keeps_it_as_an_escape(sign):
    text = escaped(json.dumps({"甲": f"乙{sign}\n"}, ensure_ascii=False))
    assert sign[0] not in text
    assert json.loads(text) == {"甲": f"乙{sign}\n"}


def test_what_is_printed_stays():
    text = "一、≥98%　“甲”\t乙\n👍🏽 Ωé"
    assert visible(text) == escaped(text) == text
    assert visible_name(text) == text.replace("\t", "�").replace("\n", "�")
