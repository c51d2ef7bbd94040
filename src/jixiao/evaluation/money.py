"""Amounts as form and report print them: 万元 to the fen."""

from decimal import Decimal
from typing import Final

UNIT: Final = "万元"
PLACES: Final = 6


def printed(yuan: Decimal) -> Decimal:
    """An amount of 元 in 万元 with six places; an amount finer than a fen keeps its places.

    The fen of an amount are its fifth and sixth place: nothing is rounded.
    """
    amount = yuan.scaleb(-4)
    exponent = amount.as_tuple().exponent
    return amount.quantize(Decimal(1).scaleb(-PLACES)) if isinstance(exponent, int) and exponent > -PLACES else amount
