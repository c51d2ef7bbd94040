"""The days that contracts cover, and the gaps between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jixiao.measures.period import Period
from jixiao.model.dossier import Contract

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a contract: both ends included; before and after: the contracts on either side."""

    first: date
    last: date
    before: Contract
    after: Contract

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def gaps(contracts: Sequence[Contract], period: Period) -> list[Gap]:
    """Days of the period that no contract covers although one before and one after does.

    Looked for in each chain of contracts in which one takes over another, and among all contracts of one fee.
    """
    groups = [*_chains(contracts), *_by_fee(contracts)]
    found = {(gap.first, gap.last, gap.before.fee): gap for group in reversed(groups) for gap in _between(group)}
    cut = (_cut(gap, period) for gap in found.values())
    return sorted((gap for gap in cut if gap.days > 0), key=lambda gap: (gap.first, gap.before.id))


def _between(contracts: Sequence[Contract]) -> Iterator[Gap]:
    ordered = sorted(contracts, key=lambda one: (one.starts, one.ends))
    reach = ordered[0]
    for following in ordered[1:]:
        if (following.starts - reach.ends).days > 1:
            yield Gap(reach.ends + _DAY, following.starts - _DAY, reach, following)
        reach = max(reach, following, key=lambda one: one.ends)


def _chains(contracts: Sequence[Contract]) -> Iterator[list[Contract]]:
    """Contracts that take over one another, directly or through others; each chain of two or more once."""
    by_id = {one.id: one for one in contracts}
    chains: dict[str, list[Contract]] = {}
    for one in contracts:
        chains.setdefault(_root(one, by_id), []).append(one)
    yield from (chain for chain in chains.values() if len(chain) > 1)


def _root(contract: Contract, by_id: dict[str, Contract]) -> str:
    seen = [contract.id]
    while (before := by_id[seen[-1]].replaces) in by_id and before not in seen:
        seen.append(before)
    return seen[-1]


def _by_fee(contracts: Sequence[Contract]) -> Iterator[list[Contract]]:
    for fee in dict.fromkeys(one.fee for one in contracts):
        yield [one for one in contracts if one.fee == fee]


def _cut(gap: Gap, period: Period) -> Gap:
    return Gap(max(gap.first, period.first), min(gap.last, period.last), gap.before, gap.after)
