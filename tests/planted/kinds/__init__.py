"""Errors that are planted: one function for each kind, from a clean twin to the twin with the error and where it is.

Numbers that follow from a planted one are left as they were: a plant may make other checks fire too, and only the check
of its own code is asked.
"""

from planted.kinds import figures, funds, parts, prose, reports, rows, weights
from planted.kinds.registry import KINDS, Kind

__all__ = ["KINDS", "Kind", "figures", "funds", "parts", "prose", "reports", "rows", "weights"]
