"""FM07: a paragraph ends with a full stop."""

import re
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.prose import has_text
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation

_ENDED: Final = re.compile(r"[。！？!?；;：:…”’」》）)】.]\s*$")
_SENTENCE: Final = re.compile(r"[，。；]|是|为|了")
_SHORTEST: Final = 15


@check("FM07", on=document, at="sections", severity=HINT, basis=["gbt-9704-2012"])
def paragraph_without_a_full_stop(d: Evaluation) -> Answer:
    """段落末尾没有标点

    为什么要查：一句话没有说完就断了，可能是漏了后半句，也可能只是漏了句号。
    怎么改：补上句号；漏了内容的补全。
    不适用于：没有分部分的文件；标题、名称等不成句的短行；从 PDF 和网页转来、每行断开的文字；文件的最后一段。
    """
    broken = d.layout is not None and d.layout.format not in ("docx", "txt")
    if not has_text(d) or broken:
        return NOT_APPLICABLE
    lines = [
        (n, line, text)
        for n, section in enumerate(d.sections)
        if section.level
        for line, text in enumerate(section.text.split("\n") if section.text else ())
    ]
    return [
        Fault(f"sections[{n}].text[{line}]", facts={"text": text[-20:]})
        for n, line, text in lines[:-1]
        if len(text) >= _SHORTEST and _SENTENCE.search(text) and not _ENDED.search(text) and not text.endswith("无")
    ]


SAYS = "“…{text}”后面没有标点。"
last = a_section("七、", "其他", "无。")
FIRES = {"漏了句号": a_report(a_section("二、", "评价对象", "评价对象是示例单位的一个支出项目，即示例运维费"), last)}
SILENT = {"有句号": a_report(a_section("二、", "评价对象", "评价对象是示例单位的一个支出项目，即示例运维费。"), last)}
APART = {"只有自评表": an_evaluation()}
