"""Tables, the scales of charts and the place of the signature as every writer of the report draws them."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any, Final

from jixiao.evaluation.story.blocks import Chart, Table
from jixiao.evaluation.words import text_of
from jixiao.model.number import tidy
from jixiao.writers.grid import Align, Grid, plain_grid, text_width

_TICKS: Final = 6
# The day of the signature ends so many half characters from the right edge.
_DAY_FROM_EDGE: Final = 8
_ALIGNS: Final = {"l": Align.LEFT, "c": Align.CENTER, "r": Align.RIGHT}


def grid_of(table: Table) -> Grid:
    """A table of the report as a grid."""
    rows = [[text_of(cell) for cell in row] for row in table.rows]
    return plain_grid(table.header, rows, table.widths, [_ALIGNS[one] for one in table.aligns], table.anchors)


def signed_at(unit: str, day: str) -> tuple[int, int]:
    """How many half characters from the right edge the unit and the day of a signature end.

    The unit stands centred above the day, as GB/T 9704 has it for papers that take a seal.
    """
    return max(0, _DAY_FROM_EDGE + (text_width(day) - text_width(unit)) // 2), _DAY_FROM_EDGE


def chart_scale(chart: Chart) -> dict[str, Any]:
    """A chart with every value as a share of its height, for a writer that draws lines and boxes itself.

    The shares are measures of a drawing, not figures: nothing is read from them.
    """
    shown = [one for one in (*chart.values, chart.level) if one is not None]
    low, high, step = _axis(
        min(shown, default=Decimal(0)), max(shown, default=Decimal(1)), from_zero=chart.kind == "columns"
    )

    def share(value: Decimal | None) -> float | None:
        return None if value is None else float((value - low) / (high - low))

    ticks = [low + step * n for n in range(int((high - low) / step) + 1)]
    return {
        "points": [
            {"name": name, "share": share(value), "text": "" if value is None else tidy(value)}
            for name, value in zip(chart.categories, chart.values, strict=True)
        ],
        "ticks": [{"share": share(tick), "text": tidy(tick)} for tick in ticks],
        "level": share(chart.level),
        "level_name": chart.level_name,
        "unit": chart.unit,
        "name": chart.name,
    }


def _axis(low: Decimal, high: Decimal, *, from_zero: bool) -> tuple[Decimal, Decimal, Decimal]:
    """The ends of an axis and the distance of its ticks: 1, 2 or 5 times a power of ten, four to ten of them."""
    if from_zero:
        low = min(low, Decimal(0))
    span = high - low or Decimal(1)
    unit = Decimal(10) ** (span.adjusted() - 1)
    step = next(unit * n for n in (1, 2, 5, 10, 20) if unit * n * _TICKS >= span)
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    return bottom, top if top > bottom else bottom + step, step
