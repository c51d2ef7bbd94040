"""The one division and the one rounding of points (design §3.5)."""

from decimal import ROUND_HALF_UP, Decimal


def portion(weight: Decimal, part: Decimal, whole: Decimal, places: int) -> Decimal:
    """The share part ÷ whole of a weight, on integers, half up to `places` decimals; exact for any operands.

    Raises:
        ValueError: weight or part is negative, or whole is not positive: callers define what those cases mean.
    """
    if weight < 0 or part < 0 or whole <= 0:
        raise ValueError(f"no portion of {weight} by {part} / {whole}")
    weight_over, weight_under = weight.as_integer_ratio()
    part_over, part_under = part.as_integer_ratio()
    whole_over, whole_under = whole.as_integer_ratio()
    over = weight_over * part_over * whole_under * 10**places
    under = weight_under * part_under * whole_over
    return Decimal(f"{(2 * over + under) // (2 * under)}e-{places}")


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up to `places` decimals."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
