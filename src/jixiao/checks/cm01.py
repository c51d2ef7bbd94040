"""CM01: a form says what it is about and who answers for it."""

from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Project
from jixiao.model.terms import is_empty

NAMES: Final = {"name": "项目名称", "department": "主管部门", "unit": "实施单位"}


@check("CM01", on=document, at="project", severity=WARNING, basis=["cz-2020-10"])
def head_of_the_form_left_blank(d: Evaluation) -> Answer:
    """项目名称、主管部门或实施单位空着

    为什么要查：表头说明评的是哪个项目、谁负责；空着的表归不了档，也找不到人核对。
    怎么改：填上全称；本单位自己就是主管部门的，填本单位；用了上级的表样、没有上级主管部门的，删去“市级”二字再填。
    不适用于：表里没有这一栏的；没有读到三级指标的文件。
    """
    if not d.indicators:
        return NOT_APPLICABLE
    return [
        Fault(f"project.{field}", facts={"name": name})
        for field, name in NAMES.items()
        if (value := getattr(d.project, field)) is not None and is_empty(value)
    ]


SAYS = "{name}一栏空着。"
FIRES = {"没有填主管部门": an_evaluation(an_indicator(), project=Project("示例项目", "", "示例单位", 2020))}
SILENT = {"都填了": an_evaluation(an_indicator())}
APART = {"没有指标": an_evaluation(project=Project("示例项目", "", "示例单位", 2020))}
