"""CX03: one thing has one name."""

import re
from collections.abc import Iterable
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import has_text, passages
from jixiao.checks.rows import judged, unread
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

# A name built on capital letters or a proper head: what stands around it makes variants.
_LETTERED: Final = re.compile(r"([\u4e00-\u9fff]{0,10})([A-Z]{2,6})(?:子)?(项目|系统|平台|工程)")
_CUT: Final = re.compile(
    r"^.*(?:推进|支付|保障|做好|包括|另有|其中|以及|依据|根据|完成|开展|实施|使用|通过|按照|对|为|在|将|把|由|及其|用于|因|本|该|了)"
)


@check("CX03", on=document, at="sections", severity=WARNING, basis=["jx-practice"])
def one_object_under_several_names(d: Evaluation) -> Answer:
    """同一个项目、系统用了几个名称

    为什么要查：名称不一，不知道说的是一件事还是几件事；对账、查合同时也对不上。
    怎么改：全文用批复文件里的名称；确是两件事的，各自写明。
    不适用于：没有正文的文件。只看带字母的名称，例如 PPP 项目、OA 系统。
    """
    if not has_text(d):
        return NOT_APPLICABLE
    places: dict[str, str] = {}
    families: dict[str, dict[str, None]] = {}
    for field, _, text in _all(d):
        for match in _LETTERED.finditer(fold(text)):
            before = _CUT.sub("", match[1])
            name = f"{before}{match[2]}{match[3]}"
            places.setdefault(name, field)
            if before:
                families.setdefault(match[2], {})[name] = None
    faults = []
    for letters, names in families.items():
        variants = _variants(names)
        if len(variants) > 1:
            facts = {"letters": letters, "names": "、".join(f"“{name}”" for name in variants)}
            faults.append(Fault(places[variants[-1]], d.place(places[variants[-1]]), facts))
    return judged(faults, unread(d, "level3", "target", "actual", "reason"))


def _all(d: Evaluation) -> Iterable[tuple[str, object, str]]:
    yield from passages(d)
    for n, goal in enumerate(d.goals):
        if goal.expected:
            yield f"goals[{n}].expected", None, goal.expected


def _variants(names: Iterable[str]) -> list[str]:
    """Names that begin alike and go on differently: 智慧某地PPP项目, 智慧某地及数据湖PPP项目."""
    whole = [name for name in names if not any(other != name and name.endswith(other) for other in names)]
    return [name for name in whole if any(other != name and other[:2] == name[:2] for other in whole)]


SAYS = "带“{letters}”的名称有几种写法：{names}。"
FIRES = {
    "加了两个字": a_report(
        a_section("一、", "目标", "推进智慧示例PPP项目。"),
        indicators=(an_indicator(level3="智慧示例及数据湖PPP项目咨询"),),
    )
}
SILENT = {
    "一种写法": a_report(
        a_section("一、", "目标", "推进智慧示例PPP项目。"), indicators=(an_indicator(level3="智慧示例PPP项目咨询"),)
    )
}
APART = {"没有正文": an_evaluation(an_indicator())}
UNSURE = {
    "名称没读出来": a_report(
        a_section("一、", "目标", "推进智慧示例PPP项目。"), indicators=(an_indicator(level3=None),)
    )
}
