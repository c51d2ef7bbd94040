"""What `assemble` makes of a project folder and its measurements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jixiao.law.snapshot import Law
from jixiao.measures.analysis import AnalysisTable
from jixiao.model.dossier import Dossier, PlannedIndicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.measurement import EvidenceGrade, Fact, Measurement
from jixiao.model.terms import Origin
from jixiao.scoring.points import Points
from jixiao.scoring.totals import Scorecard


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator from plan to points. measurement is None for a row that is judged or only stated."""

    path: str
    plan: PlannedIndicator
    measurement: Measurement | None
    actual: str
    grade: EvidenceGrade
    points: Points

    @property
    def lost(self) -> bool:
        """Whether the row has less than its weight, or nobody can tell."""
        if self.points.origin in (Origin.BLANK, Origin.WAIVED):
            return self.points.origin is Origin.BLANK
        return (self.points.points or 0) < self.plan.weight


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A whole evaluation: the form, and where every figure of it comes from.

    facts: by id. printed: path in the evaluation ("indicators[3].score", "funds[0].budget", "total.score") → the id of
    the fact that stands there.
    """

    dossier: Dossier
    measurements: Mapping[str, Measurement]
    law: Law
    evaluation: Evaluation
    rows: Sequence[Row]
    scorecard: Scorecard
    facts: Mapping[str, Fact]
    printed: Mapping[str, str]
    analyses: Sequence[AnalysisTable]

    @property
    def unused(self) -> Sequence[str]:
        """The files in evidence that nothing rests on: no measurement was computed from them, no document is stated."""
        used = {source.file for one in self.measurements.values() for source in one.sources}
        used |= {document.file for document in self.dossier.documents}
        return [file for file in self.dossier.files if file.startswith("evidence/") and file not in used]

    def title_of(self, measurement: Measurement) -> str:
        """What people call a measured value: the indicator that it is for, else the kind of measure."""
        names = (row.plan.level3 for row in self.rows if row.measurement is measurement)
        return next(names, measurement.title)
