"""PDF by typst: ruled tables that run over pages, headers repeated where they begin a table."""

import typst

from .page import Cell, Part, Table

_SIDE = 10  # columns above which the page lies on its side


def write(parts: list[Part], *, level: bool = False) -> bytes:
    """The parts, each from a new page; level: rules between the rows alone."""
    wide = any(len(block.widths) > _SIDE for part in parts for block in part.blocks if isinstance(block, Table))
    source = '#set document(date: none)\n#set text(font: "Noto Serif CJK SC", lang: "zh", size: 9pt)\n'
    source += f'#set page(paper: "a4", flipped: {str(wide).lower()}, margin: 2cm)\n'
    source += "#set table(stroke: (x: none, y: 0.5pt))\n" if level else ""
    pages = ["\n\n".join(_block(block) for block in part.blocks) for part in parts]
    pdf = typst.compile((source + "\n#pagebreak()\n".join(pages)).encode())
    if not isinstance(pdf, bytes):
        raise TypeError("typst made more than one file")
    return pdf


def _block(block: str | Table) -> str:
    if isinstance(block, str):
        return f"#align(center)[{_text(block)}]"
    first, end = block.head
    repeated = end if first == 0 else 0
    cells = ", ".join(_cell(cell) for row in block.rows[:repeated] for cell in row)
    head = f"table.header({cells}), " if repeated else ""
    columns = ", ".join(f"{width}fr" for width in block.widths)
    cells = ", ".join(_cell(cell) for row in block.rows[repeated:] for cell in row)
    return f"#table(columns: ({columns}), inset: 6pt, align: center + horizon, {head}{cells})"


def _cell(cell: Cell) -> str:
    return f"table.cell(rowspan: {cell.rowspan}, colspan: {cell.colspan})[{_text(cell.text)}]"


def _text(text: str) -> str:
    """As strings, so that no sign has a meaning."""
    lines = [line.replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n")]
    return r" \ ".join(f'#"{line}"' for line in lines)
