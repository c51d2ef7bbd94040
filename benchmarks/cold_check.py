"""P1: `jixiao check` of one document from a cold start, wall time and CPU, with the share that is imports.

    python benchmarks/cold_check.py [RUNS]

Every command is a process of its own; the commands take turns, so that a slow moment of the machine meets all of them.
The limit is what any program of this kind pays before its first line: Python, Polars and the terminal library. The bar
is 0.8 s (median).
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
PUBLISHED = ROOT / "examples/jinnan-2020/published"
IMPORTS = (
    "import jixiao.cli.app, jixiao.cli.check, jixiao.cli.screen, jixiao.api, jixiao.checks.engine;"
    "from jixiao.checks.base import catalogue; catalogue()"
)
# Bytecode is kept, as it is wherever a program is installed.
SETTINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
COMMANDS: dict[str, list[str | Path]] = {
    "python alone": [sys.executable, "-c", ""],
    "limit: python, polars, click, rich": [sys.executable, "-c", "import polars, click, rich.console, rich.table"],
    "imports of check": [sys.executable, "-c", IMPORTS],
    "jixiao --help": [BIN / "jixiao", "--help"],
    "jixiao law --on 2021-03-31": [BIN / "jixiao", "law", "--on", "2021-03-31"],
    "jixiao explain SC01": [BIN / "jixiao", "explain", "SC01"],
    "jixiao read report.docx --json": [BIN / "jixiao", "read", PUBLISHED / "report.docx", "--json"],
    "jixiao check report.txt": [BIN / "jixiao", "check", PUBLISHED / "report.txt"],
    "jixiao check report.docx": [BIN / "jixiao", "check", PUBLISHED / "report.docx"],
    "jixiao check published/ --format html": [
        *(BIN / "jixiao", "check", PUBLISHED, "--profile", "review-14"),
        *("--format", "html", "--out", ROOT / "build/bench/findings.html"),
    ],
}


def main() -> None:
    """Prints median, least and most seconds of each command, its ratio to the limit, and its median CPU."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        for name, command in COMMANDS.items():
            before, start = os.times(), time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, env=SETTINGS, check=False)
            wall, after = time.perf_counter() - start, os.times()
            cpu = after.children_user + after.children_system - before.children_user - before.children_system
            seconds[name].append((wall, cpu))
    limit = statistics.median(wall for wall, _ in seconds["limit: python, polars, click, rich"][1:])
    print(f"{'':42}  median     min     max   × limit    CPU   ({runs} runs, one before them not counted)")
    for name, all_ in seconds.items():
        walls, cpus = zip(*all_[1:], strict=True)
        median = statistics.median(walls)
        print(
            f"{name:42}{median:8.3f}{min(walls):8.3f}{max(walls):8.3f}{median / limit:10.2f}"
            f"{statistics.median(cpus):7.3f}"
        )


if __name__ == "__main__":
    main()
