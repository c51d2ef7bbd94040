"""How the form of a twin is printed: our own two layouts, one without merged classes, one with the sign in a column."""

from collections.abc import Sequence
from dataclasses import replace

from jixiao.model.number import known, plain
from jixiao.writers.form_grid import form_grid
from jixiao.writers.grid import Align, Box, Grid, plain_grid
from planted.twins import Twin


def form_of(twin: Twin) -> Grid:
    grid = {"flat": flat}.get(twin.printing, _own)(twin)
    texts = dict(twin.overprinted)
    return replace(
        grid, boxes=tuple(replace(box, text=texts.get(box.path or box.text, box.text)) for box in grid.boxes)
    )


def _own(twin: Twin) -> Grid:
    return form_grid(twin.form)


def listed(rows: Sequence[tuple[str, str]]) -> Grid:
    """A table of names and targets, as reports print it before the form."""
    return plain_grid(("三级指标", "指标值"), rows, (100, 60), (Align.LEFT, Align.CENTER), {})


def flat(twin: Twin) -> Grid:
    """Every row names its classes; funds above, the total below; no merged cell but that of the head."""
    form = twin.form
    boxes = [
        Box(0, 0, "项目名称"),
        Box(0, 1, form.project.name or "", colspan=7, path="project.name"),
        Box(1, 0, "主管部门"),
        Box(1, 1, form.project.department or "", colspan=3, path="project.department"),
        Box(1, 4, "实施单位"),
        Box(1, 5, form.project.unit or "", colspan=3, path="project.unit"),
        *(
            Box(2, col, text)
            for col, text in enumerate(
                ("项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", "")
            )
        ),
    ]
    for at, line in enumerate(form.funds):
        names = ("initial", "budget", "executed", "weight", "rate", "score")
        boxes.append(Box(3 + at, 0, line.label))
        boxes += [
            Box(3 + at, 1 + col, _figure(getattr(line, name), "%" * (name == "rate")), path=f"funds[{at}].{name}")
            for col, name in enumerate(names)
        ]
        boxes.append(Box(3 + at, 7, ""))
    row = 3 + len(form.funds)
    boxes += [Box(row, 0, "年度总体目标", rowspan=2), Box(row, 1, "预期目标", colspan=3)]
    boxes.append(Box(row, 4, "实际完成情况", colspan=4))
    boxes.append(Box(row + 1, 1, form.goals[0].expected or "", colspan=3, path="goals[0].expected"))
    boxes.append(Box(row + 1, 4, form.goals[0].achieved or "", colspan=4, path="goals[0].achieved"))
    row += 2
    header = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
    boxes += [Box(row, col, text) for col, text in enumerate(header)]
    for at, item in enumerate(form.indicators):
        names = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
        boxes += [
            Box(row + 1 + at, col, _text(getattr(item, name)), path=f"indicators[{at}].{name}")
            for col, name in enumerate(names)
        ]
    last = row + 1 + len(form.indicators)
    boxes += [
        Box(last, 0, "总分", colspan=5),
        Box(last, 5, _figure(form.total.weight), path="total.weight"),
        Box(last, 6, _figure(form.total.score), path="total.score"),
        Box(last, 7, form.total.grade or "", path="total.grade"),
    ]
    return Grid(tuple(boxes), (90, 100, 150, 110, 110, 60, 60, 160), row)


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else _figure(cell)


def _figure(cell: object, unit: str = "") -> str:
    number = known(cell)  # type: ignore[arg-type]
    return "" if number is None else plain(number) + unit
