"""How text loses a table: what web pages, viewers, recognition and short stores leave of it."""

from collections.abc import Callable
from random import Random

from making.page import Cell, Part, Table

Lost = Callable[[Random, Part], str]
_PINYIN = {
    "项": "項(xiàng)", "预": "預(yù)", "标": "標(biāo)", "执": "執(zhí)", "数": "數(shù)", "实": "實(shí)",
    "际": "際(jì)", "报": "報(bào)", "负": "負(fù)", "绩": "績", "资": "資", "产": "產", "质": "質", "时": "時",
    "总": "總", "万": "萬", "单": "單", "级": "級", "务": "務", "区": "區", "县": "縣", "财": "財",
    "当": "當", "补": "補",
}  # fmt: skip
_SEEN_AS = {
    "10": ("IO", "1O", "l0"),
    "≥": ("2",),
    "项目": ("顼目", "项冃"),
    "万元": ("万兀",),
    "0": ("O",),
    "1": ("l",),
}
_STORED = 2000


def _grid(table: Table) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[] for _ in table.rows]
    for row, _, cell in table.placed():
        rows[row].append(cell)
    return rows


def _lines(part: Part, cell: str, row: str) -> str:
    parts = []
    for block in part.blocks:
        if isinstance(block, Table):
            parts.append(
                row.join(cell.join(one.text.replace("\n", "") for one in line if one.text) for line in _grid(block))
            )
        else:
            parts.append(block)
    return row.join(parts)


def glued(_: Random, part: Part) -> str:
    """No gap at all."""
    return _lines(part, "", "")


def spaced(_: Random, part: Part) -> str:
    """One line; a space between cells."""
    return _lines(part, " ", " ")


def lined(_: Random, part: Part) -> str:
    """A row a line, its cells parted by spaces."""
    return _lines(part, " ", "\n")


def run_together(_: Random, part: Part) -> str:
    """A row a line, its cells run together."""
    return _lines(part, "", "\n")


def upright(chance: Random, part: Part) -> str:
    """A cell a line, with blank lines between."""
    return _lines(part, "\n" * chance.randint(1, 6), "\n" * chance.randint(1, 6))


def piped(_: Random, part: Part) -> str:
    """Pipes between cells; blank ones hold nothing."""
    return _lines(part, " | ", " | |||\n")


def centred(_: Random, part: Part) -> str:
    """Words of a page in order of height: a label that spans rows stands in the middle of them."""
    words = []
    for block in part.blocks:
        if not isinstance(block, Table):
            words.append(block)
            continue
        placed = [
            (row + (cell.rowspan - 1) / 2 - (0.1 if cell.rowspan > 1 else 0), column, cell.text.replace("\n", " "))
            for row, column, cell in block.placed()
            if cell.text
        ]
        words += [text for _, _, text in sorted(placed)]
    return " ".join(words)


def copied(chance: Random, part: Part) -> str:
    """Traditional characters with pieces of pinyin, run together."""
    return "".join(_PINYIN.get(sign, sign) if chance.random() < 0.9 else sign for sign in glued(chance, part))


def recognised(chance: Random, part: Part) -> str:
    """Recognition errors in one of twelve places where they are likely, cells run together."""
    text = glued(chance, part)
    for right, wrong in _SEEN_AS.items():
        pieces = text.split(right)
        text = "".join(
            piece + (chance.choice(wrong) if chance.random() < 0.08 else right) * (at + 1 < len(pieces))
            for at, piece in enumerate(pieces)
        )
    return text


def stripped(_: Random, part: Part) -> str:
    """No digits, cells run together."""
    return "".join(sign for sign in glued(_, part) if not (sign.isdigit() or sign in ".%"))


WAYS: dict[str, Lost] = {
    way.__name__: way
    for way in (glued, spaced, lined, run_together, upright, piped, centred, copied, recognised, stripped)
}


def cut(text: str) -> str:
    """What a store of so many bytes keeps."""
    return text.encode()[:_STORED].decode(errors="ignore")
