"""Spreadsheet numbers as they are displayed: 0.98 under 0% reads 98%, 44196 under yyyy/m/d reads 2020/12/31.

Source: ECMA-376 part 1, §18.8.30 (built-in formats, those of zh-CN), §18.8.31 (format codes). Colours, padding,
fractions and Chinese numerals are left out: such numbers read as under General, or in plain digits.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation, localcontext
from functools import cache
from typing import Final

from jixiao.readers.serialdates import is_date, show_date

# What Excel keeps of a number, and what General shows of it.
_STORED: Final = Context(prec=15, rounding=ROUND_HALF_UP)
_SHOWN: Final = 10
# Nobody types more places than 万元 down to a hundredth of a fen has.
_TYPED: Final = 6
_WIDEST: Final = 30

_BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0",
    49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_SYSTEM_LONG_DATE: Final = "[$-F800]"

# One section: what stands in quotes or behind a backslash is printed, what stands in brackets mostly is not.
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>general)|(?P<digits>[0#?][0#?,]*)|(?P<point>\.)|(?P<percent>[%％])|(?P<power>e[+-]0*)|(?P<text>@)"
    r"|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION: Final = re.compile(r'(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;"\\\[]|[\\\[])*', re.DOTALL)
_FRACTION: Final = re.compile(r"[0#?] *\\?/ *[0-9#?]")
_CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")

_Tokens = tuple[tuple[str, str], ...]


def built_in(number: int, otherwise: str = "General") -> str:
    """The code of a built-in format, or the other one if the number is none."""
    return _BUILT_IN.get(number, otherwise)


def show_number(value: Decimal, code: str, *, since_1904: bool = False) -> str:
    """What a cell with this number and format code displays.

    since_1904: whether days count from 1904 (workbooks of old Macs) and not from 1900.
    """
    if not value.is_finite() or abs(value.adjusted()) > _WIDEST:
        return str(value)
    value = _STORED.plus(value)
    section, signed = _section_for(value, code)
    if is_date(section):
        return show_date(value, section, since_1904=since_1904) or _general(value)
    tokens = _tokens(section)
    if not tokens:
        return ""
    names = {name for name, _ in tokens}
    if _FRACTION.search(section):
        return _general(value)
    if names & {"general", "text"}:
        return _fill(tokens, _general(value if signed else abs(value)))
    text = _power(tokens, abs(value)) if "power" in names else _plain(tokens, abs(value))
    return f"-{text}" if signed and value < 0 and re.search("[1-9]", text) else text


def show_text(text: str, code: str) -> str:
    """What a cell with this text and format code displays: the fourth section counts, or a single one with @."""
    sections = _sections(code)
    section = sections[3] if len(sections) > 3 else sections[-1]
    tokens = _tokens(section)
    if any(name == "text" for name, _ in tokens):
        return _fill(tokens, text)
    return "" if len(sections) > 3 and not section else text


@cache
def _sections(code: str) -> list[str]:
    if code.startswith(_SYSTEM_LONG_DATE):
        code = _BUILT_IN[31]
    sections = []
    at = 0
    while at <= len(code):
        match = _SECTION.match(code, at)
        assert match
        sections.append(match[0])
        at = match.end() + 1
    return sections


def _section_for(value: Decimal, code: str) -> tuple[str, bool]:
    """The section that shows a number, and whether it leaves the sign to be written."""
    sections = _sections(code)
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _holds(value, condition[1], Decimal(condition[2])):
                return section, True
        return "General", True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True


def _holds(value: Decimal, sign: str, limit: Decimal) -> bool:
    return {
        "<": value < limit, "<=": value <= limit, ">": value > limit,
        ">=": value >= limit, "=": value == limit, "<>": value != limit,
    }[sign]  # fmt: skip


@cache
def _tokens(section: str) -> _Tokens:
    """(kind, text) of what a section prints; "literal" for what stands for itself."""
    tokens: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(section):
        name = match.lastgroup or ""
        if name in {"quoted", "escaped", "currency", "other"}:
            tokens.append(("literal", match[name]))
        elif name not in {"", "bracket"}:
            tokens.append((name, match[name]))
    return tuple(tokens)


def _fill(tokens: _Tokens, text: str) -> str:
    return "".join(
        part if name == "literal" else text for name, part in tokens if name in {"literal", "general", "text"}
    )


def _general(value: Decimal) -> str:
    """No power of ten; a long fraction, as division leaves it, is cut to ten digits in all, a short one stays whole."""
    fraction = -int(value.normalize().as_tuple().exponent)
    room = _SHOWN - max(value.adjusted() + 1, 1)
    text = f"{_rounded(value, fraction if fraction <= _TYPED else max(room, 0)):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _rounded(value: Decimal, places: int) -> Decimal:
    with localcontext(prec=_WIDEST * 4):
        try:
            return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        except InvalidOperation:
            return value


def _plain(tokens: _Tokens, value: Decimal) -> str:
    """A number under 0 # ? , . % with whatever stands between and around."""
    names = [name for name, _ in tokens]
    point = names.index("point") if "point" in names else len(tokens)
    whole = [text for name, text in tokens[:point] if name == "digits"]
    fraction = "".join(text for name, text in tokens[point:] if name == "digits")
    last = fraction or (whole[-1] if whole else "")
    thousands = len(last) - len(last.rstrip(","))
    value = value.scaleb(2 * names.count("percent") - 3 * thousands)
    fraction = fraction.replace(",", "")
    digits, _, decimals = f"{_rounded(value, len(fraction)):f}".partition(".")
    groups = any("," in text.rstrip(",") for text in whole)
    parts = _whole([text.replace(",", "") for text in whole], "" if digits == "0" else digits, groups=groups)
    printed: list[str] = []
    for at, (name, text) in enumerate(tokens):
        if name == "digits" and at < point:
            printed.append(parts.pop(0))
        elif name == "point":
            printed.append("." if fraction else text)
        elif name == "digits":
            printed.append(_decimals(text.replace(",", ""), decimals))
            decimals = decimals[len(text.replace(",", "")) :]
        elif name in {"literal", "percent"}:
            printed.append(text)
    return "".join(printed)


def _whole(masks: list[str], digits: str, *, groups: bool) -> list[str]:
    """The digits before the point, dealt out to the masks from the right; the first mask takes all that is left."""
    parts: list[str] = []
    for at in range(len(masks) - 1, -1, -1):
        mask = masks[at]
        cut = 0 if at == 0 else max(len(digits) - len(mask), 0)
        mine, digits = digits[cut:], digits[:cut]
        blanks = mask[: max(len(mask) - len(mine), 0)]
        mine = ("0" * (len(blanks) - blanks.index("0")) if "0" in blanks else "") + mine
        parts.insert(0, f"{int(mine):0{len(mine)},}" if groups and mine and len(masks) == 1 else mine)
    return parts


def _decimals(mask: str, digits: str) -> str:
    mine = digits[: len(mask)]
    keep = len(mask) if "0" not in mask else mask.rindex("0") + 1
    keep = keep if "0" in mask else 0
    return mine[:keep] + mine[keep:].rstrip("0")


def _power(tokens: _Tokens, value: Decimal) -> str:
    """A number under 0.00E+00: one digit before the point."""
    names = [name for name, _ in tokens]
    mantissa = "".join(text for name, text in tokens[: names.index("power")] if name in {"digits", "point"})
    places = len(mantissa.partition(".")[2])
    width = len(dict(tokens)["power"]) - 2
    head, _, power = f"{_STORED.plus(value):.{places}E}".partition("E")
    sign = "-" if power.startswith("-") else "+"
    return f"{head}E{sign}{power.lstrip('+-').zfill(width)}"
