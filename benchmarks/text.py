"""How the checks on text grow with the text: at 1, 2, 4 and 8 times its size.

    python benchmarks/text.py

The report is the founding one, its sections and claims repeated. Growth is the time at 8 times the size over the time
at 1; linear is 8.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from jixiao import api
from jixiao.checks.base import DocumentRule, catalogue, document

REPORT = Path(__file__).parents[1] / "examples/jinnan-2020/published/report.docx"
SIZES = (1, 2, 4, 8)


def main() -> None:
    """Prints the milliseconds and the growth of each check on text."""
    one = api.read(REPORT).evaluations[0]
    longer = [replace(one, sections=one.sections * n, claims=one.claims * n) for n in SIZES]
    print(f"checks on text, ms at {SIZES} times the sections of {REPORT.name}")
    for code, check in catalogue().items():
        if check.head.on == document:
            rule = cast("DocumentRule", check.rule)
            times = [_ms(partial(rule, evaluation)) for evaluation in longer]
            print(f"  {code}{''.join(f'{ms:9.3f}' for ms in times)}   growth {times[-1] / times[0]:5.1f}")


def _ms(work: Callable[[], object]) -> float:
    """The best of nine, in milliseconds of CPU."""
    times = []
    for _ in range(9):
        start = time.thread_time()
        work()
        times.append(time.thread_time() - start)
    return min(times) * 1000


if __name__ == "__main__":
    main()
