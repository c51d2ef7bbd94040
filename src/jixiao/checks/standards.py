"""What a reviewers' convention takes off, standard by standard, for what the checks found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from jixiao.law.snapshot import Law
from jixiao.law.standards import Standard
from jixiao.model.finding import Finding, Outcome
from jixiao.model.number import tidy
from jixiao.scoring.portion import portion
from jixiao.scoring.totals import Scorecard, ScoredRow


@dataclass(frozen=True, slots=True)
class Deduction:
    """One standard applied to one row, or to the whole document.

    codes: the checks that saw it. label: the row, "" for the document. points: taken off the row's points; 0 where the
    standard takes nothing off, where a heavier one already did, or where the row has no points left.
    """

    standard: Standard
    codes: tuple[str, ...]
    label: str
    points: Decimal

    @property
    def words(self) -> str:
        """第10条（三级指标与二级指标不相符的不得分）“…”扣分值的 100%，即 5 分（IN07）."""
        share = self.standard.share or Decimal(0)
        if not share:
            taken = "不扣分，须改正或说明"
        elif self.points:
            taken = f"扣分值的 {tidy(share * 100)}%，即 {tidy(self.points)} 分"
        else:
            taken = f"扣分值的 {tidy(share * 100)}%，已经扣过或没有分可扣"
        row = f"“{self.label}”" if self.label else ""
        return f"第{self.standard.number}条（{self.standard.words}）{row}{taken}（{'、'.join(self.codes)}）"


def deductions(
    card: Scorecard, findings: Iterable[Finding], standards: Sequence[Standard], law: Law
) -> tuple[Deduction, ...]:
    """What the standards take off the rows of a form; each row loses by the heaviest one, and at most what it has."""
    places = law.number("score.places")
    if places is None:
        return ()
    rows = {row.path: row for row in card.rows}
    lost: dict[str, Decimal] = {}
    found: dict[tuple[int, str, str], Deduction] = {}
    for standard, finding in _seen(findings, standards):
        path = finding.field.partition("].")[0] + "]" if "]." in finding.field else ""
        row = rows.get(path) if standard.share else None
        key = (standard.number, standard.words, path if row else "")
        if standard.share and row is None:
            continue
        if key in found:
            known = found[key]
            found[key] = replace(known, codes=tuple(sorted({*known.codes, finding.code})))
            continue
        points = _points(row, standard, lost.get(path, Decimal(0)), int(places)) if row else Decimal(0)
        lost[path] = lost.get(path, Decimal(0)) + points
        found[key] = Deduction(standard, (finding.code,), row.label if row else "", points)
    return tuple(found[key] for key in sorted(found))


def _seen(findings: Iterable[Finding], standards: Sequence[Standard]) -> list[tuple[Standard, Finding]]:
    """Pairs of a standard and a fault that it speaks of, the heaviest standard first."""
    failed = [one for one in findings if one.outcome is Outcome.FAIL]
    pairs = [(standard, one) for standard in standards for one in failed if one.code in standard.codes]
    return sorted(pairs, key=lambda pair: -(pair[0].share or 0))


def _points(row: ScoredRow, standard: Standard, lost: Decimal, places: int) -> Decimal:
    weight, earned = row.points.weight, row.points.points
    if weight is None or earned is None or not standard.share or lost:
        return Decimal(0)
    return min(earned, portion(weight, standard.share, Decimal(1), places))
