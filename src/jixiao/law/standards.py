"""The numbered standards of a reviewers' convention, as they stand beside its parameters."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from jixiao.law.rulebook import read_toml

_HOME: Final = Path(__file__).parent / "profiles"


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard, or one step of it.

    share: of the row's weight that it takes off; 0 where it takes nothing off but asks for a change, None where no
    check can see it, and `note` says why. codes: the checks by whose findings it is seen.
    """

    number: int
    words: str
    codes: tuple[str, ...]
    share: Decimal | None = None
    note: str = ""


@cache
def standards(profile: str) -> Sequence[Standard]:
    """The standards of a convention in their order; none if it has no such list."""
    file = _HOME / profile / "standards.toml"
    if not file.is_file():
        return ()
    return tuple(_standard(**fields) for fields in read_toml(file)["standard"])


def _standard(
    *, number: int, words: str, codes: list[str], share: Decimal | int | None = None, note: str = ""
) -> Standard:
    if not codes and not note:
        raise ValueError(f"standard {number}: neither seen by a check nor said why not")
    return Standard(number, words, tuple(codes), None if share is None else Decimal(share), note)
