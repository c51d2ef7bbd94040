"""Tables of the pages in docs/, as data."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tables(page):
    """Heading → the cells of the rows of all tables below it."""
    found = {}
    for line in (ROOT / page).read_text("utf-8").splitlines():
        if line.startswith("#"):
            rows = found.setdefault(line.lstrip("# "), [])
            head = True
        elif line.startswith("|"):
            if not head and not line.startswith("| ---"):
                rows.append([cell.strip() for cell in line[1:-1].split("|")])
            head = False
        else:
            head = True
    return found


def quoted(cell):
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)
