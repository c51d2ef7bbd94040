"""What a kind of measure needs and gives, in Chinese: for `jixiao explain`."""

from collections.abc import Iterator, Sequence

from jixiao.measures.base import Measure, catalogue
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


def choices() -> dict[str, str]:
    """For who fills in 项目资料.xlsx: the titles of the measures, and in a line what each reads and can be set to."""
    return {one.title: _line(one) for one in catalogue().values()}


def _line(measure: Measure) -> str:
    kinds = (*measure.reads, *measure.may_read)
    read = f"由{'、'.join(TITLES[kind] for kind in kinds)}算" if kinds else "由资金、合同、支付算"
    settings = "、".join(setting.title for setting in measure.settings)
    told = f"；测量设置可以写：{settings}" if settings else ""
    return f"{read}{told}。详见 jixiao explain measures/{measure.kind}"


def _setting(setting: Setting) -> str:
    choices = f"；可以写 {'、'.join(setting.choices)}" if setting.choices else ""
    default = f"不写为 {setting.default}" if setting.default else "可以不写"
    return f"  {setting.title}（{setting.name}）：{setting.note}{choices}；{default}"


def _evidence(kinds: Sequence[str]) -> str:
    return "、".join(f"{TITLES[kind]} evidence/{kind}" for kind in kinds)
