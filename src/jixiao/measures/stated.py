"""Records that the folder states (contracts, payments) as sources of a measurement, with the rows they stand in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Protocol

from jixiao.measures.base import NUMBERS, Given
from jixiao.model.dossier import Contract, Origin
from jixiao.model.measurement import Rows

_ROW: Final = re.compile(r"(?:![A-Z]*|第 ?)(\d+)(?: ?行)?$")
ZERO: Final = Decimal(0)


class Record(Protocol):
    """A contract, payment, or another record of the folder."""

    @property
    def origin(self) -> Origin: ...  # noqa: D102


def row_of(origin: Origin) -> int | None:
    """The row of a sheet or file that a record stands in; None for a key of project.toml."""
    match = _ROW.search(origin.place)
    return int(match[1]) if match else None


def named(contract: Contract) -> str:
    """A contract as a report names it: 《机房运维服务合同》（HT-2020-03）."""
    return f"《{contract.name}》（{contract.id}）"


def rows_of(
    given: Given, records: Sequence[Record], left_out: Mapping[str, Sequence[Record]], deciding: Iterable[Record] = ()
) -> tuple[Rows, ...]:
    """The files in which records stand. records: all; left_out: those that were not used, by reason."""
    return tuple(_rows(given, file, records, left_out, deciding) for file in _files(records))


def _files(records: Sequence[Record]) -> Iterator[str]:
    yield from dict.fromkeys(record.origin.file for record in records)


def _rows(
    given: Given,
    file: str,
    records: Sequence[Record],
    left_out: Mapping[str, Sequence[Record]],
    deciding: Iterable[Record],
) -> Rows:
    own = sum(record.origin.file == file for record in records)
    counts = {reason: sum(one.origin.file == file for one in some) for reason, some in left_out.items()}
    counts = {reason: count for reason, count in counts.items() if count}
    numbers = sorted(number for one in deciding if one.origin.file == file and (number := row_of(one.origin)))
    used = own - sum(counts.values())
    return Rows(file, given.dossier.files.get(file, ""), own, used, counts, tuple(numbers[:NUMBERS]))
