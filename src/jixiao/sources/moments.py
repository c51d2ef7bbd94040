"""Days and times in the spellings that logs and ledgers have, a column at a time.

Times are what a clock in Beijing shows. A time with an offset is brought there; 24:00 is the next midnight.
"""

from typing import Final

import polars as pl

_TIME: Final = pl.Datetime("us")
_USUAL: Final = "%Y-%m-%d %H:%M:%S"
_BEIJING: Final = "Asia/Shanghai"
_EAST: Final = 8 * 60  # minutes
_FIRST_YEAR: Final = 1900
_DAY: Final = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?"
_CLOCK: Final = r"(\d{1,2})(?::|时)(\d{1,2})(?:(?::|分)?(?:(\d{1,2})(?:\.\d{1,9})?秒?)?)?"
_OFFSET: Final = r"(Z|[+-]\d{2}:?\d{2})"
_WHOLE: Final = rf"^{_DAY}(?:[T\s]*{_CLOCK}\s*{_OFFSET}?)?$"
_PACKED: Final = r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2}))?$"


def read_days(cells: pl.Series) -> pl.Series:
    """Text or typed cells as days; null where there is none. A midnight is dropped; another time is no day."""
    if cells.dtype == pl.Date:
        return cells
    days = _modern(cells.str.to_date("%Y-%m-%d", strict=False)) if cells.dtype == pl.String else cells.clear(len(cells))
    missing = days.is_null() & cells.is_not_null()
    if not missing.any():
        return days.cast(pl.Date)
    times, _ = read_times(cells)
    midnight = times.dt.truncate("1d") == times
    return days.cast(pl.Date).zip_with(~missing | ~midnight.fill_null(value=False), times.cast(pl.Date))


def read_times(cells: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Text or typed cells as times without zone, null where unread; and which of them name a day alone."""
    if isinstance(cells.dtype, pl.Datetime):
        return _at_home(cells), pl.repeat(value=False, n=len(cells), eager=True)
    if cells.dtype == pl.Date:
        return cells.cast(_TIME), cells.is_not_null()
    times = _modern(cells.str.to_datetime(_USUAL, strict=False, time_unit="us"))
    missing = times.is_null() & cells.is_not_null()
    if not missing.any():
        return times, missing
    slow, bare = _slowly(cells.filter(missing))
    places = missing.arg_true()
    return times.scatter(places, slow), missing.clone().scatter(places, bare)


def _modern(days: pl.Series) -> pl.Series:
    """Without the days of a year that was written with two digits."""
    return days.set(days.dt.year() < _FIRST_YEAR, None)


def _at_home(times: pl.Series) -> pl.Series:
    if times.dtype.time_zone is not None:  # type: ignore[attr-defined]
        times = times.dt.convert_time_zone(_BEIJING).dt.replace_time_zone(None)
    return times.cast(_TIME)


def _slowly(text: pl.Series) -> tuple[pl.Series, pl.Series]:
    packed = pl.col("text").str.replace(_PACKED, "$1-$2-$3 $4:$5:$6").str.strip_suffix(" ::")
    part = [pl.col("plain").str.extract(_WHOLE, group) for group in range(8)]
    frame = text.alias("text").to_frame().with_columns(plain=packed)
    year, month, day, hour, minute, second = (one.cast(pl.Int32, strict=False) for one in part[1:7])
    clock = (hour.fill_null(0), minute.fill_null(0), second.fill_null(0))
    midnight_after = (clock[0] == 24) & (clock[1] == 0) & (clock[2] == 0)
    text_of_day = pl.format("{}-{}-{}", year, month, day).str.to_date("%Y-%m-%d", strict=False)
    fits = (clock[0] < 24) & (clock[1] < 60) & (clock[2] < 60) | midnight_after
    seconds = clock[0].cast(pl.Int64) * 3600 + clock[1] * 60 + clock[2]
    time = text_of_day.cast(_TIME) + pl.duration(seconds=seconds) + pl.duration(minutes=_eastward(part[7]))
    frame = frame.select(time=pl.when(fits).then(time), bare=part[1].is_not_null() & part[4].is_null())
    times = _modern(frame["time"].cast(_TIME))
    return times, frame["bare"] & times.is_not_null()


def _eastward(offset: pl.Expr) -> pl.Expr:
    """Minutes to add so that a time of this offset is one of Beijing; 0 where none was printed."""
    digits = offset.str.replace_all(r"[^\d]", "")
    minutes = digits.str.slice(0, 2).cast(pl.Int64, strict=False) * 60 + digits.str.slice(2).cast(
        pl.Int64, strict=False
    )
    west = pl.when(offset.str.starts_with("-")).then(-minutes).otherwise(minutes)
    return pl.when(offset.is_null()).then(0).when(offset == "Z").then(_EAST).otherwise(_EAST - west)
