"""Errors that show only when several files are examined together."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from jixiao import api
from jixiao.checks.examined import Examined
from jixiao.model.finding import Finding, Outcome
from planted.files import FILES
from planted.recall import passage
from planted.reports import LIBRARY_REPORT, ROADS_REPORT
from planted.twins import CLINIC, LIBRARY, ROADS, Twin

Files = list[tuple[str, Twin]]


@dataclass(frozen=True)
class Batch:
    """files: container and twin of each. at: the file that has the finding. spot: its field, or else words there."""

    code: str
    name: str
    files: Files
    at: int
    spot: str

    def hits(self, folder: Path) -> list[Finding]:
        """The findings of the check that point at the spot."""
        one = examined(self.files, folder)[self.at]
        own = [each for each in one.findings if each.code == self.code and each.outcome is Outcome.FAIL]
        return [each for each in own if each.field == self.spot or self.spot in passage(one.layout, each.place)]


def examined(files: Files, folder: Path) -> list[Examined]:
    """What is found in the files, read and examined together."""
    documents = []
    for n, (container, twin) in enumerate(files):
        path = folder / f"{n}.{container}"
        path.write_bytes(FILES[container](twin))
        documents.append(api.read(path))
    return api.examine(documents)


BATCHES: Final[list[Batch]] = []


def batch(code: str, name: str) -> Callable[[Callable[[], tuple[Files, int, str]]], None]:
    def keep(plant: Callable[[], tuple[Files, int, str]]) -> None:
        BATCHES.append(Batch(code, name, *plant()))

    return keep


def of_year(twin: Twin, year: int) -> Twin:
    return replace(twin, form=replace(twin.form, project=replace(twin.form.project, year=year)))


@batch("CX13", "报告的得分与自评表不同")
def other_score() -> tuple[Files, int, str]:
    n = 2
    changed = ROADS_REPORT.row(n, score=9)
    return [("xlsx", ROADS), ("docx", changed)], 1, f"indicators[{n}].score"


@batch("CX13", "两份材料的预算不同")
def other_budget() -> tuple[Files, int, str]:
    return [("html", LIBRARY), ("pdf", LIBRARY.fund(0, budget="125.5"))], 1, "funds[0].budget"


@batch("CX13", "两份表的总分不同")
def other_total() -> tuple[Files, int, str]:
    return [("docx", CLINIC), ("txt", CLINIC.total(score=96))], 1, "total.score"


COPIED = "乡镇养护站按月巡查路面和桥涵，雨后及时清理塌方和边沟淤泥，群众反映的坑槽做到当日修补，行车条件有了明显改善。"


@batch("CX14", "换了项目照抄一段")
def copied() -> tuple[Files, int, str]:
    first = ROADS_REPORT.added("（四）项目效益情况", COPIED)
    second = LIBRARY_REPORT.added("（四）项目效益情况", COPIED)
    return [("docx", first), ("html", of_year(second, 2021))], 1, COPIED[:20]


@batch("CX14", "照抄时只换了数")
def copied_with_other_figures() -> tuple[Files, int, str]:
    text = "全年组织巡查{}次，清理淤泥{}吨，修补坑槽{}处，群众反映的问题当日处理，行车条件明显改善，受到村民的好评。"
    first = ROADS_REPORT.added("（二）项目过程情况", text.format(120, 46, 310))
    second = LIBRARY_REPORT.added("（二）项目过程情况", text.format(95, 30, 288))
    return [("txt", first), ("pdf", of_year(second, 2021))], 1, "清理淤泥30吨"


def full(twin: Twin, name: str, unit: str) -> Twin:
    """Another project of a unit, with full marks for everything."""
    for n, row in enumerate(twin.form.indicators):
        twin = twin.row(n, score=row.weight)
    twin = twin.fund(0, executed=str(twin.form.funds[0].budget), rate="100", score="10").total(score="100")
    return replace(twin, form=replace(twin.form, project=replace(twin.form.project, name=name, unit=unit)))


@batch("CX15", "三个项目都满分")
def three_full() -> tuple[Files, int, str]:
    unit = "示例县公路养护中心"
    twins = [full(twin, f"{name}项目", unit) for twin, name in ((ROADS, "护栏"), (LIBRARY, "标线"), (CLINIC, "除雪"))]
    return list(zip(("docx", "xlsx", "html"), twins, strict=True)), 0, "total.score"


@batch("CX15", "四个项目都满分")
def four_full() -> tuple[Files, int, str]:
    unit = "示例区图书馆"
    names = ("购书", "讲座", "修缮", "流动车")
    twins = [
        full(twin, f"{name}项目", unit) for twin, name in zip((LIBRARY, CLINIC, ROADS, LIBRARY), names, strict=True)
    ]
    return list(zip(("pdf", "txt", "docx", "xlsx"), twins, strict=True)), 0, "total.score"


@batch("CX16", "目标比上年实际低")
def easier() -> tuple[Files, int, str]:
    return [("docx", of_year(ROADS, 2020)), ("xlsx", ROADS)], 1, "indicators[0].target"


@batch("CX16", "完成值与上年一字不差")
def same_again() -> tuple[Files, int, str]:
    return [("html", of_year(LIBRARY, 2021)), ("docx", LIBRARY)], 1, "indicators[0].actual"


CLEAN: Final[Files] = [("docx", ROADS_REPORT), ("xlsx", LIBRARY), ("html", CLINIC)]
