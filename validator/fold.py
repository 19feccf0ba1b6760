"""Folding: a finding that another one explains is shown under it, so that one mistake is one item."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from templates.protocols import Needs
from validator.outcome import Finding, Outcome, Spot
from validator.registry import CHECKS

Reach = Mapping[tuple[str, str], Needs]


def fold(outcomes: Sequence[Outcome], reach: Reach) -> list[Outcome]:
    """Mark every finding that one of the checks named in ``masked_by`` explains, with the key of its root.

    A finding explains another when it stands in a field the other rests on, and they are not about different people.
    """
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    by_check: dict[str, list[Finding]] = {}
    for finding in findings:
        by_check.setdefault(finding.check, []).append(finding)
    explained: dict[int, str] = {}
    for finding in findings:
        roots = [other for name in CHECKS[finding.check].masked_by for other in by_check.get(name, ()) if _explains(other, finding, reach)]
        if roots:
            explained[id(finding)] = min(roots, key=lambda root: not _as_large(root, finding)).key
    return [
        replace(outcome, findings=tuple(replace(finding, explained_by=explained.get(id(finding), "")) for finding in outcome.findings)) for outcome in outcomes
    ]


def _explains(root: Finding, finding: Finding, reach: Reach) -> bool:
    if root is finding or (root.about and finding.about and not root.about & finding.about):
        return False
    own = {(spot.table, spot.column) for spot in finding.spots}
    resting = own | {_field(need) for need in CHECKS[finding.check].needs}
    for node in list(resting):
        resting |= reach.get(node, frozenset())
    if root.check == finding.check:
        resting -= own  # two slips of one kind in one column are two
    return any(_within(spot, resting) for spot in root.spots)


def _as_large(root: Finding, finding: Finding) -> bool:
    """Tell whether two findings are of the same amount: then the one is the other's likeliest root."""
    return bool(finding.difference) and abs(root.difference or 0) == abs(finding.difference or 0)


def _field(need: str) -> tuple[str, str]:
    table, _, column = need.partition(".")
    return table, column


def _within(spot: Spot, resting: set[tuple[str, str]]) -> bool:
    """Tell whether a spot is among the fields something rests on; a spot without a column is its whole table."""
    if not spot.column:
        return any(table == spot.table for table, _ in resting)
    return (spot.table, spot.column) in resting
