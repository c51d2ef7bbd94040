"""RD01: what could not be read."""

from jixiao.checks.base import WARNING, Answer, Fault, check, document
from jixiao.checks.samples import a_trouble, an_evaluation
from jixiao.model.evaluation import Evaluation


@check("RD01", on=document, at="troubles", severity=WARNING, basis=["jx-practice"])
def something_could_not_be_read(d: Evaluation) -> Answer:
    """有内容没有读出来

    为什么要查：没有读出来的格子不参加任何核对，与它有关的检查都只能答“无法判断”。
    怎么改：看指出的位置，按原文核对；是表格本身填错的（例如分值栏写了字），改正后重新检查。
    """
    return [Fault("troubles", trouble.place, {"what": trouble.message}) for trouble in d.troubles]


SAYS = "{what}"
FIRES = {"得分是字": an_evaluation(troubles=(a_trouble("not-a-number", "得分一格写的是“优秀”，不是数"),))}
SILENT = {"都读出来了": an_evaluation()}
