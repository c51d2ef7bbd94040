"""Time in four classes, one cell for every second, in plain Python: slow, and too simple to be wrong."""

from collections import Counter
from datetime import datetime, timedelta

SECOND = timedelta(seconds=1)
DAY = 24 * 60 * 60


def classes(devices, samples, windows, period, interval, tolerance):
    """Counter of (device, month, class) in seconds.

    devices: id → (first moment, moment after the last). samples: (id, moment, up). windows: (id or 全部, from, to).
    """
    found = Counter()
    for name, (since, until) in devices.items():
        own = [(moment, up) for who, moment, up in samples if who == name and since <= moment < until]
        line = Line(period)
        for begin, end, state in spoken(own, until, interval, tolerance):
            line.fill(begin, end, state)
        for who, begin, end in windows:
            if who in (name, "全部"):
                line.fill(begin, end, "excluded")
        line.fill(line.first, since, None)
        line.fill(until, line.end, None)
        for month, state, count in line.counts():
            found[name, month, state] += count
    return found


class Line:
    """A cell for every second of a period."""

    def __init__(self, period):
        self.first = datetime.combine(period.first, datetime.min.time())
        self.end = self.first + period.days * DAY * SECOND
        self.cells = ["unknown"] * (period.days * DAY)

    def fill(self, begin, end, state):
        places = [min(max((moment - self.first) // SECOND, 0), len(self.cells)) for moment in (begin, end)]
        if places[0] < places[1]:
            self.cells[places[0] : places[1]] = [state] * (places[1] - places[0])

    def counts(self):
        for start in range(0, len(self.cells), DAY):
            month = f"{self.first + start * SECOND:%Y-%m}"
            for state, count in Counter(self.cells[start : start + DAY]).items():
                if state:
                    yield month, state, count


def spoken(samples, until, interval, tolerance):
    """What each instant with samples says: (moment, moment, class)."""
    instants = {}
    for moment, up in samples:
        instants.setdefault(moment, set()).add(up)
    ordered = sorted(instants)
    for at, following in zip(ordered, [*ordered[1:], None], strict=False):
        says = instants[at]
        state = "unknown" if len(says) > 1 else "up" if True in says else "down"
        end = at + interval * SECOND
        if following is not None:
            reached = following - at <= (interval + tolerance) * SECOND
            end = following if reached else min(end, following)
        yield at, min(end, until), state
