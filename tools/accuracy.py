"""Writes docs/accuracy.md: how much of real documents and of their twins is read rightly.

`python tools/accuracy.py` writes the page; with names of files it prints what those miss.
"""

import json
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from pathlib import Path
from typing import Any, Final

import judged
import selfmade
from measure import SURE, Tally, document

from jixiao import api
from jixiao.model.errors import InputError
from jixiao.model.json import to_json

_ROOT: Final = Path(__file__).parents[1]
_TARGET: Final = _ROOT / "docs/accuracy.md"
_TWINS: Final = _ROOT / "tests/cases/twins/documents"
# How many evaluations our own writers write in each layout.
MADE: Final = 5
# The normal quantile of 97.5 %.
_Z: Final = Decimal("1.959964")
_HEAD: Final = """\
| 容器 | 文件 | 表 | 字段 | 读对 | 正确率 | 95% 区间 | 多读出 | 多出的行 | 多出的表 |
|---|--:|--:|--:|--:|--:|---|--:|--:|--:|
"""
_PAGE: Final = """\
# 读得准不准

由 `make accuracy` 写成，算法在 tools/measure.py。以逐字核对过的答案为准：
一个字段读到的与答案一致（不计空白和轻标点，数按数比）才算读对；
答案里没有而读出来的算“多读出”（与字段数之比）。
区间是 Wilson 95% 区间，把字段看成互相独立；同一文件里的错往往成片，实际要宽一些。

## 真实文件

公开的自评表、目标表、评价报告，多半是网页上截断、粘连的文字。

{real}

## 仿作

tests/cases/twins：版式和毛病是真的，单位、项目和数字是编的；
由 python-docx、openpyxl、XlsxWriter、LibreOffice、typst、ReportLab 和手写的 Word、网页做成。

{twins}

## 自己写出的文件

示例项目换上随机的名称、文字、金额和目标，两种版式各写 {made} 套，再读回来：
自评表（xlsx、docx）和评价报告（docx、pdf）。

{own}

## 把握说得准不准

每个字段都有把握（0 到 1）。这里只看把握不低于 {sure}、答案里也有的字段；
最后一列是逐一去掉一份文件以后，正确率的最低和最高。

| 来源 | 有把握的字段 | 读对 | 正确率 | 95% 区间 | 逐份去掉 |
|---|--:|--:|--:|---|---|
{calibration}

# 查得准不准

## 种下的错和真实文件里的发现

种错：tests/planted 把每一种错种进没有毛病的表和报告，做成 Word、Excel、网页、PDF 和文本，再查；
几份材料之间的错，种进几份文件一起查；手写的数种进 narrative.md。指到种错的那一格、那一段才算查出。
没有毛病的表、报告和一起查的几份文件一处也不报，由测试守着。豁免的检查（RD02、RD03）不在文件里，另有测试。
真实文件：tests/labels 里逐条看过原文的发现；对、错、两可三种，准确率不计两可，区间是 Wilson 95% 区间。
看的人就是写检查的人，没有第二个人复看；一份文件里的发现往往成片，实际要宽一些。

| 检查 | 种错种类 | 种错文件 | 查出 | 对 | 错 | 两可 | 准确率 | 95% 区间 |
|---|--:|--:|--:|--:|--:|--:|--:|---|
{checks}
"""


def main(names: Sequence[str]) -> None:
    """Measures; prints the misses of the named files, or writes the page."""
    corpus = next((one / "shared/corpus" for one in _ROOT.parents if (one / "shared/corpus").is_dir()), None)
    real = dict(_measured(_corpus_truths(corpus), names)) if corpus else {}
    twins = dict(_measured(_twin_truths(), names))
    with tempfile.TemporaryDirectory() as folder:
        own = dict(_measured(selfmade.truths(Path(folder), MADE), names))
    if names:
        for tally in (*real.values(), *twins.values(), *own.values()):
            print(*tally.misses, f"{tally.right}/{tally.fields}", sep="\n")
        return
    _TARGET.parent.mkdir(exist_ok=True)
    _TARGET.write_text(page(real, twins, own), "utf-8")
    print(_TARGET.relative_to(_ROOT))


def page(real: Mapping[Path, Tally], twins: Mapping[Path, Tally], made: Mapping[Path, Tally]) -> str:
    """The page: real documents, twins, our own, each with its numbers."""
    measured = [(title, own) for title, own in (("真实文件", real), ("仿作", twins), ("自己写出的文件", made)) if own]
    return _PAGE.format(
        real=_table(real) if real else "这一次没有测：没有找到 ../shared/corpus。",
        twins=_table(twins),
        made=MADE,
        own=_table(made),
        sure=SURE,
        checks=judged.table(_share, _range),
        calibration="\n".join(_calibration(title, own) for title, own in measured),
    )


def interval(right: int, n: int) -> tuple[Decimal, Decimal]:
    """Wilson's 95 % interval of right/n."""
    middle = right + _Z * _Z / 2
    half = _Z * (Decimal(right * (n - right)) / n + _Z * _Z / 4).sqrt()
    return max(Decimal(0), (middle - half) / (n + _Z * _Z)), min(Decimal(1), (middle + half) / (n + _Z * _Z))


def _table(tallies: Mapping[Path, Tally]) -> str:
    kinds = sorted({path.suffix[1:] for path in tallies})
    rows = [(kind, [tally for path, tally in tallies.items() if path.suffix[1:] == kind]) for kind in kinds]
    return _HEAD + "\n".join(_row(kind, sum(own, Tally())) for kind, own in (*rows, ("合计", list(tallies.values()))))


def _row(kind: str, tally: Tally) -> str:
    cells = (
        kind, tally.files, tally.forms, tally.fields, tally.right, _share(tally.right, tally.fields),
        _range(tally.right, tally.fields), _share(tally.invented, tally.fields), tally.extra_rows, tally.extra_forms,
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def _calibration(title: str, tallies: Mapping[Path, Tally]) -> str:
    whole = sum(tallies.values(), Tally())
    sure, right = whole.sure, whole.sure_right
    without = [Decimal(right - one.sure_right) / (sure - one.sure) for one in tallies.values() if sure > one.sure] or [
        Decimal(0)
    ]
    ends = f"{_percent(min(without), ROUND_FLOOR)} 至 {_percent(max(without), ROUND_FLOOR)}"
    return f"| {title} | {sure} | {right} | {_share(right, sure)} | {_range(right, sure)} | {ends} |"


def _share(part: int, n: int) -> str:
    """A share in percent, cut and not rounded: 99.996 % is not all."""
    return _percent(Decimal(part) / n, ROUND_FLOOR) if n else "—"


def _range(part: int, n: int) -> str:
    if not n:
        return "—"
    low, high = interval(part, n)
    return f"{_percent(low, ROUND_FLOOR)} 至 {_percent(high, ROUND_CEILING)}"


def _percent(share: Decimal, rounding: str) -> str:
    return f"{(100 * share).quantize(Decimal('0.01'), rounding)}%"


def _measured(truths: Iterable[tuple[Path, list[Any]]], names: Sequence[str]) -> Iterator[tuple[Path, Tally]]:
    for path, forms in truths:
        if not names or any(name in path.name for name in names):
            yield path, document(path.name, forms, _read(path))


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        return [to_json(one) for one in api.read(path).evaluations]
    except InputError as error:
        print(error, file=sys.stderr)
        return []


def _corpus_truths(corpus: Path) -> Iterator[tuple[Path, list[Any]]]:
    for truth in sorted(corpus.glob("*.truth.json")):
        record = json.loads(truth.read_text("utf-8"))
        yield corpus / record["file"], record["forms"]


def _twin_truths() -> Iterator[tuple[Path, list[Any]]]:
    for truth in sorted(_TWINS.glob("*.toml")):
        record = tomllib.loads(truth.read_text("utf-8"))
        yield _TWINS / record["file"], record["forms"]


if __name__ == "__main__":
    main(sys.argv[1:])
