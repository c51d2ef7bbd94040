"""TM06: a procedure that is claimed has its record."""

import re
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.moments import moments
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation

_MEETING: Final = re.compile(r"第\s?\d+\s?次|会议纪要|纪要|党组会|办公会|党委会|会议")
_RESULTS: Final = re.compile(
    r"(?:考核|考评|评分|得分)[^。；]{0,20}?\d{2,3}(?:\.\d+)?\s?分|考核(?:表|结果表|记录)|[一四1-4]季度[^。；]{0,8}\d{2,3}分"
)
_QUARTERLY: Final = re.compile(r"(?:每季度|按季度?|逐季)[^。；，]{0,20}?(?:考核|考评|打分|评分|计分|抽查)")
_COLLECTIVE: Final = re.compile(r"[“\"]?三重一大[”\"]?")
# Something late or wrong of which neither the number nor the name is told.
_SOME: Final = re.compile(
    r"(?:个别|部分|少数|有的)[^，。；\d]{0,4}(?:合同|单位|项目|点位|资料|手续)[^，。；\d]{0,8}(?:不及时|滞后|偏晚|较晚|不到位|不全|未)"
)
_TRANSFER: Final = re.compile(r"三方协议|权利义务转让|转让协议|补充协议")


@check("TM06", on=document, at="sections", severity=HINT, basis=["jx-practice"])
def procedure_without_its_record(d: Evaluation) -> Answer:
    """说走了程序、个别没做好，没有写是哪一次、哪几份

    为什么要查：“三重一大”要有会议，按季考核要有四次成绩，协议要有签订的日子；只说走了程序，查不到是哪一次。
    怎么改：写明会议名称、次数和日期，各季考核的得分，协议的签订日期和起止时间，并附材料。
    不适用于：没有提到集体决策、按季考核、转让协议、个别没有做好的事的文件。
    """
    texts = list(passages(d))
    whole = "\n".join(text for _, _, text in texts)
    if not any(section.level for section in d.sections):
        return NOT_APPLICABLE
    faults: dict[str, Fault] = {}
    told = {
        "“三重一大”，没有写会议和日期": (_COLLECTIVE, _MEETING.search(whole) is not None),
        "按季度考核，没有写各季的成绩": (_QUARTERLY, _RESULTS.search(whole) is not None),
    }
    seen = False
    dated = any(one.is_day for one in moments(whole))
    for field, place, text in texts:
        for what, (pattern, has) in told.items():
            match = pattern.search(text)
            seen = seen or match is not None
            if match and not has:
                faults.setdefault(what, Fault(field, within(place, match.start(), match.end()), {"what": what}))
        match = _SOME.search(text)
        seen = seen or match is not None
        if match and field.startswith("sections"):
            what = f"“{match[0]}”，没有写是哪几份、差多少"
            faults.setdefault("个别", Fault(field, within(place, match.start(), match.end()), {"what": what}))
        match = _TRANSFER.search(text)
        seen = seen or match is not None
        if match and not dated:
            what = f"{match[0]}，没有写到日的签订日期"
            faults.setdefault("协议", Fault(field, within(place, match.start(), match.end()), {"what": what}))
    return list(faults.values()) if seen else NOT_APPLICABLE


def _report(text: str) -> Evaluation:
    return a_report(a_section("（二）", "过程情况", text, level=2))


SAYS = "文中说{what}。"
FIRES = {
    "没有会议": _report("经“三重一大”程序变更了执行主体。"),
    "没有成绩": _report("由本单位按季度考核。"),
    "个别": _report("个别合同签订不及时。"),
    "只有月份": _report("2020年5月签订三方协议。"),
}
SILENT = {"有记录": _report("经“三重一大”程序（2020年第3次办公会）确定，2020年5月9日签订三方协议。")}
APART = {"没有提到": _report("按合同支付。"), "只有自评表": an_evaluation(an_indicator())}
