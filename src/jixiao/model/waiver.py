"""What a named person decided need not be mended."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry of a file of waivers.

    ordinal: its position in the file, from 1. Either `fingerprint` names one finding, or `file` and `place` say where
    the findings of `code` stand: the place as it is shown ("表2第25行第3列"), or the field ("total.score"). until: the
    last day on which it holds.
    """

    ordinal: int
    code: str
    reason: str
    person: str
    authority: str
    until: date
    fingerprint: str = ""
    file: str = ""
    place: str = ""

    def as_dict(self) -> dict[str, str]:
        """The JSON spelling."""
        return {
            "reason": self.reason,
            "person": self.person,
            "authority": self.authority,
            "until": self.until.isoformat(),
        }

    def words(self) -> str:
        """Why, by whom and until when, in one line."""
        return f"已豁免：{self.reason}（{self.person}，{self.authority}，至 {self.until.isoformat()}）"


@dataclass(frozen=True, slots=True)
class Used:
    """What became of a waiver in one run: how many findings it covers, and how many it would but for its day."""

    waiver: Waiver
    held: int
    expired: int
