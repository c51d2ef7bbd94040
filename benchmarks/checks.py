"""P7 of the bars: checks on figures over a million projects, beside the decode limit and hand-written engines.

    python benchmarks/checks.py [PARTITIONS] [--explain]     100 partitions of 10,000 projects are the million

The portfolio (`portfolio.py`) is kept in build/portfolio. Each method runs in a process of its own, one partition at
a time, and must count the same findings. DuckDB is a peer only: pip install duckdb. --explain prints what one pass
does, and stops. P3 is in reading.py; text.py measures the checks on text.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import polars as pl
import portfolio
import rivals

from jixiao.checks import engine
from jixiao.checks.base import Check, catalogue
from jixiao.checks.keys import failed, needed
from jixiao.law.load import on
from jixiao.tables.flatten import law_table
from jixiao.tables.words import AGGREGATES, Rule
from jixiao.tables.workspace import Workspace

FOLDER = Path(__file__).parents[1] / "build" / "portfolio"
TEN = ("SC01", "SC02", "SC03", "SC05", "SC06", "SC11", "EX01", "BG15", "WT01", "WT02")
DAY = date(2021, 3, 31)
ROUNDS = 3


def main(arguments: list[str]) -> None:
    """Measures every method, or runs the one that is named."""
    numbers = [int(one) for one in arguments if one.isdigit()]
    partitions = numbers[0] if numbers else 100
    if arguments[:1] == ["run"]:
        _run(arguments[1], partitions)
        return
    portfolio.write(FOLDER, partitions)
    if "--explain" in arguments:
        _explain()
        return
    print(f"{os.cpu_count()} cores, {partitions * portfolio.PROJECTS:,} projects, {portfolio.ROWS} indicators each")
    print(f"ten: {' '.join(TEN)}; all: the {len(_checks('all'))} checks on figures of the catalogue")
    peers = ["polars"] + (["duckdb"] if find_spec("duckdb") else [])
    runs: dict[str, list[dict[str, float]]] = {}
    for _ in range(ROUNDS):
        for method in ("limit", "ten", *peers, "all"):
            runs.setdefault(method, []).append(_measure(method, partitions))
    medians = {name: sorted(many, key=lambda one: one["cpu"])[len(many) // 2] for name, many in runs.items()}
    _print(medians)


def _print(medians: dict[str, dict[str, float]]) -> None:
    limit = medians["limit"]["cpu"]
    for name, one in medians.items():
        times = f"{one['wall']:8.1f} s {one['cpu']:8.1f} s CPU {one['cpu'] / limit:6.1f} ×"
        print(f"  {name:<8}{times} {one['peak']:7.0f} MiB {one['found']:>12,.0f} findings")
    further = (medians["all"]["cpu"] - medians["ten"]["cpu"]) / (len(_checks("all")) - len(TEN)) / limit
    print(f"  each further check {further:.2f} × limit")
    assert len({medians[name]["found"] for name in medians if name not in ("limit", "all")}) == 1


def _measure(method: str, partitions: int) -> dict[str, float]:
    command = [sys.executable, __file__, "run", method, str(partitions)]
    answer: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer


def _run(method: str, partitions: int) -> None:
    """One method over all partitions; prints seconds, CPU seconds, peak MiB and the number of findings as JSON."""
    work: dict[str, Callable[[Path], dict[str, int]]] = {
        "limit": _decode,
        "ten": _ours("ten"),
        "all": _ours("all"),
        "polars": rivals.by_polars,
        "duckdb": rivals.by_duckdb,
    }
    start, before = time.perf_counter(), time.process_time()
    found: Counter[str] = Counter()
    for number in range(partitions):
        found.update(work[method](FOLDER / f"{number:03}"))
    answer = {
        "wall": time.perf_counter() - start,
        "cpu": time.process_time() - before,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "found": found.total(),
    }
    print(json.dumps(answer))
    print(dict(sorted(found.items())), file=sys.stderr)


def _checks(which: str) -> list[Check]:
    figures = [check for check in catalogue().values() if isinstance(check.rule, Rule)]
    return [check for check in figures if which == "all" or check.code in TEN]


def _decode(folder: Path) -> dict[str, int]:
    for table, columns in needed(_checks("ten")).items():
        if table != "law":
            pl.read_parquet(folder / f"{table}.parquet", columns=columns)
    return {}


def _ours(which: str) -> Callable[[Path], dict[str, int]]:
    checks = _checks(which)
    columns = needed(checks)
    law = law_table([on(DAY)])

    def work(folder: Path) -> dict[str, int]:
        keys = failed(_tables(folder, columns) | {"law": law}, checks)
        counts: Counter[str] = Counter()
        for frame in keys.values():
            counts.update(dict(frame["code"].value_counts().iter_rows()))
        return counts

    return work


def _tables(folder: Path, columns: dict[str, list[str]]) -> dict[str, pl.DataFrame]:
    return {
        table: pl.read_parquet(folder / f"{table}.parquet", columns=names)
        for table, names in columns.items()
        if table != "law"
    }


def _explain() -> None:
    """What a pass over a partition does: the columns read, the aggregates, and the plan of each table's select."""
    checks = _checks("all")
    columns = needed(checks)
    for table, names in columns.items():
        print(f"read {table}: {', '.join(names)}")
    for name, one in AGGREGATES.items():
        print(f"aggregate {name}: {one.kind} of {one.child} per {one.per}: {one.value} where {one.where}")
    frames = _tables(FOLDER / "000", columns) | {"law": law_table([on(DAY)])}
    workspace = Workspace(frames)
    for table in ("project", "group", "indicator"):
        own = [check for check in checks if check.head.on == table]
        frame = workspace.with_columns(table, set().union(*map(engine.columns_of, own)))
        print(f"\n{table}: {len(own)} checks, {frame.height:,} rows")
        print(frame.lazy().select(engine.fails(check).alias(check.code) for check in own).explain())


if __name__ == "__main__":
    main(sys.argv[1:])
