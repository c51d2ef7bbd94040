"""How well the checks find what is wrong: recall over planted errors, precision over labelled findings.

Planted errors are those of tests/planted; labels are the tables in tests/labels: one finding of a check in a real
document a line, judged right, wrong or arguable by a person who looked at the document.
"""

import csv
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

from jixiao.checks.base import catalogue

_TESTS: Final = Path(__file__).parents[1] / "tests"
VERDICTS: Final = ("right", "wrong", "arguable")

Shares = Callable[[int, int], str]


def planted() -> dict[str, tuple[int, int, int]]:
    """Code → kinds of error, planted files or folders, and in how many the check pointed at the planted place."""
    sys.path.insert(0, str(_TESTS))
    recall, batches, typed = (import_module(f"planted.{name}") for name in ("recall", "batches", "typed"))
    tried: list[tuple[str, str, bool]] = []
    with tempfile.TemporaryDirectory() as folder:
        answers = recall.examined_all(recall.pieces(), Path(folder))
        for piece, answer in zip(recall.pieces(), answers, strict=True):
            tried.append((piece.kind.code, piece.kind.name, bool(piece.hits(answer))))
        tried += [(one.code, one.name, bool(one.hits(Path(folder)))) for one in batches.BATCHES]
    tried += [(one.code, one.name, bool(typed.hits(one))) for one in typed.NARRATIVES]
    kinds = Counter(code for code, _ in {(code, name) for code, name, _ in tried})
    files, found = Counter(code for code, *_ in tried), Counter(code for code, _, hit in tried if hit)
    return {code: (kinds[code], files[code], found[code]) for code in kinds}


def labels() -> dict[str, Counter[str]]:
    """Code → how many labelled findings have each verdict.

    Raises:
        ValueError: a line has another verdict.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in _lines():
        if line["verdict"] not in VERDICTS:
            raise ValueError(f"{line['code']} {line['document']}: {line['verdict']}")
        counts[line["code"]][line["verdict"]] += 1
    return counts


def table(share: Shares, interval: Shares) -> str:
    """A row for each check that was planted or labelled, then the sums; share and interval print part of n."""
    recall, told = planted(), labels()
    rows = [_row(code, recall.get(code, (0, 0, 0)), told.get(code, Counter()), share, interval) for code in _order()]
    sums = tuple(sum(one[at] for one in recall.values()) for at in range(3))
    every = sum(told.values(), Counter[str]())
    whole = _row("合计", (sums[0], sums[1], sums[2]), every, share, interval)
    return "\n".join([*(row for row in rows if row), whole or ""])


def _order() -> list[str]:
    return list(catalogue())


def _row(code: str, recall: tuple[int, int, int], told: Counter[str], share: Shares, interval: Shares) -> str:
    kinds, files, found = recall
    right, judged = told["right"], told["right"] + told["wrong"]
    if not files and not told:
        return ""
    cells = (
        *(code, kinds or "", files or "", share(found, files) if files else ""),
        *(right, told["wrong"], told["arguable"]),
        *((share(right, judged), interval(right, judged)) if judged else ("—", "—")),
    )
    return f"| {' | '.join(map(str, cells))} |"


def _lines() -> Iterator[dict[str, str]]:
    for file in sorted((_TESTS / "labels").glob("*.tsv")):
        with file.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
