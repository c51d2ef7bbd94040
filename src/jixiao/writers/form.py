"""What the writers of the form need beside the evaluation itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.evaluation.story.blocks import Table
from jixiao.model.evaluation import Evaluation

TITLE = "项目支出绩效自评表"


@dataclass(frozen=True, slots=True)
class Form:
    """A form to be written.

    remark: what stands where there is no grade. notes: the lines below the table (who judged and why, how the points
    came about). signed: the last line (who filled it in, when). evidence: tables behind the form. anchors: path of a
    cell → the row there that its figure opens.
    """

    evaluation: Evaluation
    remark: str = ""
    notes: tuple[str, ...] = ()
    signed: str = ""
    evidence: tuple[Table, ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)

    @property
    def around(self) -> tuple[str, ...]:
        """What stands above and below the table."""
        return (TITLE, self.year, *self.notes, self.signed)

    @property
    def year(self) -> str:
        """（2020年度）, "" where the year is not known."""
        year = self.evaluation.project.year
        return f"（{year}年度）" if year else ""
