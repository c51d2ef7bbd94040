"""How a table is described: its columns, key and period."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Cell(StrEnum):
    """What a column holds, in words for the clerk; the column type is in `jixiao.sources.cells`."""

    TEXT = "文字"
    DAY = "日期"
    TIME = "日期和时间"
    COUNT = "整数"
    MILLISECONDS = "时长"
    POINTS = "数"
    MONEY = "金额"
    QUARTER = "季度"
    MONTH = "月份"
    CHOICE = "选项"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an evidence file or of a sheet of 项目资料.xlsx.

    name: in the frame and in project.toml. title: its Chinese header; synonyms: other headers that mean it. blank: the
    cell may be empty. optional: the whole column may be missing; it is then empty. choices: spelling → the word kept,
    for Cell.CHOICE; of the spellings of a word the first is shown. note: one Chinese sentence. example: shown in the
    example row.
    """

    name: str
    title: str
    cell: Cell = Cell.TEXT
    synonyms: tuple[str, ...] = ()
    blank: bool = False
    optional: bool = False
    choices: Mapping[str, str] | None = None
    note: str = ""
    example: str = ""

    @property
    def shown(self) -> tuple[str, ...]:
        """One spelling of each choice."""
        first: dict[str, str] = {}
        for spelling, kept in (self.choices or {}).items():
            first.setdefault(kept, spelling)
        return tuple(first.values())

    def shown_for(self, text: str) -> str:
        """How a cell is offered to people: of a choice the spelling that is shown, anything else as it is."""
        kept = (self.choices or {}).get(text)
        return text if kept is None else next(word for word in self.shown if (self.choices or {})[word] == kept)


@dataclass(frozen=True, slots=True)
class Schema:
    """A kind of table.

    key: two rows with this key alike are the same row twice, or contradict each other. since, until: the columns that
    say when, "" where none does; a row is out of the period if it ends before it or begins after it. ordered: rows of
    one key apart from the time are expected in order of `since`; a step back is remarked.
    """

    kind: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    since: str = ""
    until: str = ""
    note: str = ""
    ordered: bool = False

    def column(self, name: str) -> Column:
        """The column of a name."""
        return next(column for column in self.columns if column.name == name)


def words(*groups: str) -> dict[str, str]:
    """Each group is "kept other other": all its spellings mean its first word."""
    return {word: group.split()[0] for group in groups for word in group.split()}
