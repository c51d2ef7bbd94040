"""EV01: a report names the evidence that it rests on."""

from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.numbering import numbered
from jixiao.checks.prose import passages
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation

EVIDENCE: Final = (
    *(
        "佐证",
        "台账",
        "记录",
        "日志",
        "凭证",
        "发票",
        "验收报告",
        "验收单",
        "验收表",
        "签收",
        "花名册",
        "会议纪要",
        "问卷",
    ),
    *("监测数据", "统计表", "明细表", "检测报告", "审计报告", "决算报表", "账簿", "照片", "档案", "编号"),
)
_PARTS: Final = 5


@check("EV01", on=document, at="indicators", severity=HINT, basis=["county-review-14"])
def report_names_no_evidence(d: Evaluation) -> Answer:
    """全文没有提到任何佐证材料

    为什么要查：完成值要有出处；报告和表都不说依据什么，复核时只能按没有佐证处理。
    怎么改：在指标分析里逐项写明依据的材料（台账、验收单、记录、合同编号），并列入附件。
    不适用于：只有自评表的文件；不足五个部分的报告；没有读到三级指标的文件。
    """
    parts = len({one.value for one in numbered(d) if one.level == 1})
    if parts < _PARTS or not d.indicators:
        return NOT_APPLICABLE
    if any(word in text for _, _, text in passages(d) for word in EVIDENCE):
        return []
    return [Fault("indicators[0].actual", facts={"rows": str(len(d.indicators))})]


SAYS = "{rows} 个指标的完成值，全文没有一处说明依据什么材料。"
parts = [a_section(f"{n}、", "某一部分", "已完成。") for n in "一二三四"]
FIRES = {"没有提到": a_report(*parts, a_section("五、", "指标分析", "各项完成。"), indicators=(an_indicator(),))}
SILENT = {"有台账": a_report(*parts, a_section("五、", "指标分析", "依据运维台账。"), indicators=(an_indicator(),))}
APART = {"只有自评表": an_evaluation(an_indicator())}
