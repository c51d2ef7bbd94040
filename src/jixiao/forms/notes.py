"""What is written down while a form is read: where every field stood, and what could not be understood."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from jixiao.forms.numbers import parse_number
from jixiao.model.evaluation import Quantity, Trouble
from jixiao.model.layout import Cell
from jixiao.model.number import MONEY_PLACES, Number, fits, in_yuan
from jixiao.model.place import Place, Source
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import Op

ALIGNED: Final = Decimal("0.99")
# A row of text with another number of cells than its header, aligned from the right.
GUESSED: Final = Decimal("0.90")


class Notes:
    """Sources and troubles of one evaluation.

    A field whose cell is None was not printed: it is None and has no source.
    """

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.troubles: list[Trouble] = []

    def source(self, path: str, place: Place, raw: str, confidence: Decimal = ALIGNED) -> None:
        """Record where a field was read."""
        self.sources[path] = Source(place, raw, confidence)

    def trouble(self, kind: str, message: str, place: Place) -> None:
        """Record what could not be understood."""
        self.troubles.append(Trouble(kind, message, place))

    def lost(self, headers: Iterable[str], place: Place) -> None:
        """Record the columns for which a line has no cell."""
        if names := "、".join(headers):
            self.trouble("short-row", f"这一行的单元格比表头少，没有读到：{names}", place)

    def text(self, path: str, cell: Cell | None, confidence: Decimal = ALIGNED) -> str | None:
        """The words of a cell, "" if it is blank."""
        if cell is None:
            return None
        self.source(path, cell.place, cell.text, confidence)
        return cell.text.strip()

    def number(self, path: str, cell: Cell | None, confidence: Decimal = ALIGNED, money_unit: str = "") -> Number:
        """The number of a cell; what is none is a trouble."""
        if cell is None:
            return None
        self.source(path, cell.place, cell.text, confidence)
        value = parse_number(cell.text, money_unit)
        if value is None:
            self.trouble("not-a-number", f"这里应当是数字，读到的是“{cell.text.strip()}”", cell.place)
        elif value and money_unit and not fits(in_yuan(value, money_unit), MONEY_PLACES):
            self.trouble(
                "number-too-long", f"“{cell.text.strip()}”{money_unit}超出范围或细于一分，无法准确保存", cell.place
            )
            return None
        return value

    def quantity(self, text: str | None, cell: Cell | None) -> Quantity:
        """What a target or an actual value says; a number too long to be held is a trouble."""
        if text is None or cell is None:
            return Quantity(Op.UNREAD)
        parsed = parse_quantity(text)
        if parsed.op is Op.UNREAD:
            self.trouble("number-too-long", f"“{text}”位数过多，无法准确保存", cell.place)
        return parsed

    @property
    def confidence(self) -> Decimal:
        """One minus the share of recorded fields that made trouble, in hundredths."""
        fields = len(self.sources)
        bad = min(len(self.troubles), fields)
        return Decimal(100 * (fields - bad) // max(fields, 1)).scaleb(-2)
