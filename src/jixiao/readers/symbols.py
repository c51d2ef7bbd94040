"""Signs that Word takes from symbol fonts, as the characters that they look like.

Source: the encodings of Symbol (Adobe), Wingdings and Wingdings 2 (Unicode, L2/12-368).
"""

from typing import Final

_SYMBOL: Final = {
    0x44: "Δ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x6D: "μ", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xD6: "√", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x78: "☒", 0x9F: "•", 0xA1: "○", 0xA7: "▪",
    0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + at: sign for at, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")},
}  # fmt: skip
_WINGDINGS_2: Final = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA2: "■", 0xA3: "□"}
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE: Final = 0xF000
_LOW: Final = 0xFF


def symbol(font: str, code: int) -> str:
    """The character for a code (0x20 to 0xFF, or the same in the private area U+F020 to U+F0FF) of a symbol font.

    Where font or code is not known, the character of the private area.
    """
    return _FONTS.get(font.lower(), {}).get(code & _LOW, chr(_PRIVATE | (code & _LOW)))


def readable(text: str, font: str) -> str:
    """A text set in a symbol font; characters outside the private area stay as they are."""
    return "".join(symbol(font, ord(sign)) if _PRIVATE <= ord(sign) <= _PRIVATE | _LOW else sign for sign in text)
