"""CM16: a document that is relied on is named with its number."""

import re
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.prose import has_text, sentences, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation

# A notice has a number; laws, forms and the report itself have none.
_TITLE: Final = re.compile(r"《([^《》]{4,60}(?:通知|批复|批复函|通报)(?:[（(][^（()）]{1,8}[）)])?)》")
_NUMBER: Final = re.compile(r"[〔\[［（(【]\s?(?:19|20)[\dxX*]{2}\s?[〕\]］）)】]\s?第?\s?\d+\s?号|第\d+号|令")
_WITHIN: Final = 40


@check("CM16", on=document, at="sections", severity=HINT, basis=["gbt-9704-2012"])
def notice_cited_without_its_number(d: Evaluation) -> Answer:
    """引用通知、批复没有写文号

    为什么要查：公文先引标题、后引发文字号；没有文号，读的人找不到这份文件，也核不了依据。
    怎么改：在标题后面补上文号，例如“（示财预〔2020〕27号）”；确实没有文号的，写明印发机关和日期。
    不适用于：没有分部分的文件；没有引用通知、批复的文件。同一份文件只报第一次，别处写过文号的不报。
    """
    if not has_text(d):
        return NOT_APPLICABLE
    numbered: set[str] = set()
    first: dict[str, Fault] = {}
    for one in sentences(d):
        for match in _TITLE.finditer(one.text):
            title = match[1]
            if _NUMBER.search(one.text[match.end() : match.end() + _WITHIN]):
                numbered.add(title)
            else:
                place = within(one.place, match.start(), match.end())
                first.setdefault(title, Fault(one.field, place, {"title": title}))
    if not first and not numbered:
        return NOT_APPLICABLE
    return [fault for title, fault in first.items() if title not in numbered]


SAYS = "引用《{title}》没有写文号。"
cited = "按照《示例区财政局关于开展绩效自评工作的通知》"
FIRES = {"没有文号": a_report(a_section("一、", "基本情况", f"{cited}要求，组织自评。"))}
SILENT = {"有文号": a_report(a_section("一、", "基本情况", f"{cited}（示财绩〔2021〕3号）要求，组织自评。"))}
APART = {"只有自评表": an_evaluation(), "没有引用": a_report(a_section("一、", "基本情况", "按要求自评。"))}
