"""What the writers of the form need beside the evaluation itself."""

from dataclasses import dataclass

from jixiao.model.evaluation import Evaluation

TITLE = "项目支出绩效自评表"


@dataclass(frozen=True, slots=True)
class Form:
    """A form to be written.

    remark: what stands where there is no grade. notes: the lines below the table (who judged and why, how the points
    came about). signed: the last line (who filled it in, when).
    """

    evaluation: Evaluation
    remark: str = ""
    notes: tuple[str, ...] = ()
    signed: str = ""

    @property
    def year(self) -> str:
        """（2020年度）, "" where the year is not known."""
        year = self.evaluation.project.year
        return f"（{year}年度）" if year else ""
