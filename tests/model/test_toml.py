import tomllib

import pytest

from jixiao.model.toml import place_of


@pytest.mark.parametrize(("text", "place"), [("a = 1\nb =\n", "第 2 行第 4 个字符"), ("a = [1,", "文件末尾")])
def test_where_a_file_is_broken_is_told_in_chinese(text, place):
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    assert place_of(caught.value) == place
