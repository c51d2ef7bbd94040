"""What a numeric row earns, in fractions and straight from the table of formulas (domain §3.3)."""

from fractions import Fraction
from math import floor


def up(t, v):
    return Fraction(1) if v >= t else Fraction(v) / Fraction(t)


def strictly_up(t, v):
    return Fraction(0) if v == t == 0 else up(t, v)


def equal(t, v):
    return up(t, v) if t > 0 else Fraction(v <= 0)


def down(t, v, variant):
    if v <= t:
        return Fraction(1)
    if t == 0:
        return Fraction(0)
    over = Fraction(v) / Fraction(t)
    return max(Fraction(0), 2 - over) if variant == 1 else 1 / over


def share(op, t, high, v, variant):
    if op == "none":
        same = v >= 0 and up(t, v) == equal(t, v) == down(t, v, 1) == down(t, v, 2)
        return up(t, v) if same else None
    v = max(v, 0)
    if op in (">=", ">", "="):
        return {">=": up, ">": strictly_up, "=": equal}[op](t, v)
    limit = high if op == "between" else t
    if v > limit:
        return down(limit, v, variant) if variant in (1, 2) else None
    return up(t, v) if op == "between" else Fraction(1)


def points(case):
    """To two places, half up; None where no formula gives points."""
    op, t, high, v, weight = case.op, case.t, case.high, case.v, case.weight
    if None in (t, v, weight) or t < 0 or weight < 0 or (op == "between" and not (high is not None and high >= t)):
        return None
    earned = share(op, t, high, v, case.reverse)
    if earned is None or earned == 1:
        return earned and Fraction(weight)
    return Fraction(floor(earned * Fraction(weight) * 100 + Fraction(1, 2)), 100)
