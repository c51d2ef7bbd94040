import pytest

from jixiao.model.errors import InputError
from jixiao.model.outline import OUTLINE, path_of
from jixiao.sources.narrative import narrative_template, read_narrative


def test_what_is_written_below_a_heading_is_its_part():
    text = "# 一、基本情况\n### 1.项目背景\n<!-- 提示\n两行 -->\n第一段。\n\n第二段 {fact:fund.budget}。\n"
    parts = read_narrative(text.encode())
    assert parts["一、基本情况/（一）项目概况/1.项目背景"] == "第一段。\n第二段 {fact:fund.budget}。"


def test_a_heading_may_lack_its_number():
    assert read_narrative("## 项目背景。\n背景。".encode("gb18030")) == {
        "一、基本情况/（一）项目概况/1.项目背景": "背景。"
    }


def test_the_template_has_every_part_of_the_outline_and_says_nothing():
    parts = read_narrative(narrative_template({}).encode())
    assert list(parts) == [path_of(part) for part in OUTLINE]
    assert not any(parts.values())


def test_what_is_written_is_read_again():
    texts = {path_of(part): f"{part.title}。\n又一段。" for part in OUTLINE}
    assert read_narrative(narrative_template(texts).encode()) == texts


@pytest.mark.parametrize(
    ("text", "place", "cause"),
    [
        ("# 二十、随想\n", "第1行", "提纲里没有“二十、随想”这个标题"),
        ("\n文字\n# 项目背景\n", "第2行", "第一个标题前面有文字"),
        ("# 项目背景\n<!-- 一\n二 -->\n# 1.项目背景\n", "第4行", "标题“1.项目背景”出现两次"),
    ],
)
def test_text_that_would_be_lost_is_refused_at_its_line(text, place, cause):
    with pytest.raises(InputError) as caught:
        read_narrative(text.encode())
    assert (caught.value.place, caught.value.cause) == (place, cause)
