"""Reads damaged files by the hundred thousand: python -m tests.fuzz --reader pdf --count 100000 [--start N].

Stops at the first file that is neither read nor refused, takes more than ten seconds or more than 1 GiB; the file is
then in build/fuzz/. A crash of a library ends the process: the file is there as well.
"""

import argparse
import resource
import signal
import sys
import warnings
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from jixiao.model.errors import InputError
from jixiao.readers import convert, read_bytes
from readers.mutations import READERS, damaged_files

SECONDS = 10
MEMORY = 1 << 30


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--reader", choices=READERS, required=True)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--start", type=int, default=0)
    asked = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
    warnings.simplefilter("ignore")
    convert._program = lambda: None
    kept = Path("build", "fuzz", f"{asked.reader}.bin")
    kept.parent.mkdir(parents=True, exist_ok=True)
    answers = Counter()
    for data in damaged_files(asked.reader, asked.count, asked.start):
        kept.write_bytes(data)
        signal.alarm(SECONDS)
        try:
            answers[read_bytes(data, "f").format] += 1
        except InputError as refusal:
            answers[refusal.cause] += 1
    signal.alarm(0)
    kept.unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(  # noqa: T201
        f"{asked.reader}: {asked.count} files, peak {peak} MiB, {dict(answers.most_common())}"
    )


if __name__ == "__main__":
    main()
