"""Repairs that several checks share."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from jixiao.checks.base import Edit, Repair
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding
from jixiao.model.number import DIGITS, plain

# Figures that are divided are rounded to so many places; more zeros than that would not be known.
_PLACES: Final = 2
_NUMBER: Final = re.compile(DIGITS, re.ASCII)


def corrected(fact: str) -> Repair:
    """The figure printed in the field of a finding becomes the one that its message gives as `fact`."""

    def repair(d: Evaluation, finding: Finding) -> Sequence[Edit]:
        source = d.sources.get(finding.field)
        printed = _NUMBER.findall(source.raw) if source else []
        if source is None or len(printed) != 1:
            return ()
        due = Decimal(finding.facts[fact])
        places = min(_PLACES, len(printed[0].partition(".")[2]))
        new = plain(due.quantize(Decimal(1).scaleb(-places))) if round(due, places) == due else finding.facts[fact]
        return (Edit(finding.field, source.place, printed[0], new),)

    return repair
