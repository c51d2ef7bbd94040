"""What a kind of measure needs and gives, in Chinese: for `jixiao explain`."""

from collections.abc import Iterator, Sequence

from jixiao.measures.base import Measure
from jixiao.measures.settings import Setting
from jixiao.measures.take import TITLES


def page(measure: Measure) -> Iterator[str]:
    """The page of a kind of measure, line by line."""
    yield f"{measure.kind}  {measure.title}" + (f"（{measure.unit}）" if measure.unit else "")
    yield measure.about
    if measure.reads:
        yield f"需要的佐证：{_evidence(measure.reads)}"
    if measure.may_read:
        yield f"有则使用的佐证：{_evidence(measure.may_read)}"
    if measure.settings:
        yield "设置（写在“测量设置”里，名称=值；名称=值）："
        yield from map(_setting, measure.settings)
    yield "可以引用的分项："
    yield from (f"  {name}：{title}" for name, title in measure.parts.items())


def _setting(setting: Setting) -> str:
    choices = f"；可以写 {'、'.join(setting.choices)}" if setting.choices else ""
    default = f"不写为 {setting.default}" if setting.default else "可以不写"
    return f"  {setting.title}（{setting.name}）：{setting.note}{choices}；{default}"


def _evidence(kinds: Sequence[str]) -> str:
    return "、".join(f"{TITLES[kind]} evidence/{kind}" for kind in kinds)
