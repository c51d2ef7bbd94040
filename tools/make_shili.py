"""Make examples/shili-2020: an invented unit's project folder with all its evidence.

    python tools/make_shili.py            write it
    python tools/make_shili.py --check    exit 1 if a file is not what this would write

示例区大数据中心 and all names are invented; every table has a column that says 合成, every paper says so on its page.
The project is of the kind and size of the founding report: cameras, machine rooms, lines, an OA system, consulting.

What the story holds, and where it is told (tools/shili):

- cameras.py   41 cameras, 40 at most at a time; a sample every 15 minutes of 2020; 98.04 % of known time online, yet
               the log has gaps, so that the lower bound is below the target of 98 %; faults of a real export.
- network.py   66 lines with their outages, one without an end; OA probes every 10 minutes, switched off for two days.
- rooms.py     inspections with missed days, alarms, ten incidents; GZ-2020-06 is a failure or none by definition only.
- people.py    nine engagements, one late; four quarterly assessments; monthly spot checks without August; no survey.
- money.py     nine fees, the cut by cause, eleven contracts of which three are late and one takes over from May
               with April uncovered, payments of which two are for 2019.
- judged.py    three rows that people judge, with their reasons.
- papers.py    notices, minutes, agreement, score sheets as PDF.
- plan.py      what the clerk filled in.

Only random.Random with fixed seeds, no clock: the same bytes on every machine with the pinned packages. narrative.md
and README.md are written by people and left alone.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from shili.folder import files

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "shili-2020"


def main(arguments: Sequence[str]) -> int:
    """Write or check the folder; whatever else is in its evidence does not belong there."""
    made = {EXAMPLE / name: data for name, data in files().items()}
    stale = [path for path in sorted((EXAMPLE / "evidence").rglob("*")) if path.is_file() and path not in made]
    if list(arguments) == ["--check"]:
        wrong = [path for path, data in made.items() if not path.exists() or path.read_bytes() != data]
        for path in (*stale, *wrong):
            print(f"{path} 与生成器写的不一致，请运行 python tools/make_shili.py")
        return 1 if stale or wrong else 0
    for path in stale:
        path.unlink()
    for path, data in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
