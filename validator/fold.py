"""Folding: a finding that another one explains is shown under it, so that one mistake is one item."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from templates.protocols import Needs
from validator.causes import WRONG_SIDE
from validator.outcome import Finding, Outcome, Spot
from validator.registry import CHECKS

FLOORS = ("CASH-02", "SAV-03")
CHARGES, TERMS = ("REPAY-02", "REPAY-03"), ("LEDG-06", "LOAN-05")
"""Interest that differs because a contract's own figure is off, whatever the amounts."""
MOST_TOGETHER = 12
Reach = Mapping[tuple[str, str], Needs]


def fold(outcomes: Sequence[Outcome], reach: Reach) -> list[Outcome]:
    """Mark every finding that one of the checks named in ``masked_by`` (CHECK-ID, or CHECK-ID:variant) explains, with the key of its root.

    A finding explains another when it stands in a field the other rests on, and they are not about different people. Of two
    figures that do not tie, the one explains the other only when the amounts are the same: one difference of 500.00 does not
    make another of 300.00 go away.
    """
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    by_check: dict[str, list[Finding]] = {}
    for finding in findings:
        by_check.setdefault(finding.check, []).append(finding)
        by_check.setdefault(f"{finding.check}:{finding.variant}", []).append(finding)
    explained: dict[int, str] = {}
    for finding in findings:
        others = [other for name in CHECKS[finding.check].masked_by for other in by_check.get(name, ())]
        resting = _resting(finding, reach) if others else set()
        others = [other for other in others if explained.get(id(other)) != finding.key and _explains(other, finding, resting)]
        roots = _of_amount(others, finding)
        if roots:
            explained[id(finding)] = min(roots, key=lambda root: not _as_large(root, finding)).key
    return [
        replace(outcome, findings=tuple(replace(finding, explained_by=explained.get(id(finding), "")) for finding in outcome.findings)) for outcome in outcomes
    ]


def _resting(finding: Finding, reach: Reach) -> set[tuple[str, str]]:
    """Give all the fields a finding rests on, however far."""
    resting = {(spot.table, spot.column.removeprefix("total of ")) for spot in finding.spots} | {_field(need) for need in CHECKS[finding.check].needs}
    for node in list(resting):
        resting |= reach.get(node, frozenset())
    return resting


def _explains(root: Finding, finding: Finding, resting: set[tuple[str, str]]) -> bool:
    if root is finding or (root.about and finding.about and not root.about & finding.about):
        return False
    if root.check == finding.check:  # two slips of one kind in one column are two
        resting = resting - {(spot.table, spot.column) for spot in finding.spots}
    return any(_within(spot, resting) for spot in root.spots)


def _of_amount(roots: list[Finding], finding: Finding) -> list[Finding]:
    """Keep the roots that account for the finding's amount: a cell misread, a tie of the same amount, all ties together, or what is no amount."""
    reading = [root for root in roots if root.check.startswith(("STRUCT", "CELL"))]
    if reading or not finding.difference:
        return reading or roots
    ties, others = [root for root in roots if root.difference], [root for root in roots if root.difference is None]
    if finding.check in FLOORS:  # a balance is below zero by a part of what a slip took away
        return [root for root in ties if abs(root.difference or 0) >= abs(finding.difference)] or others
    terms = [root for root in ties if finding.check in CHARGES and root.check in TERMS and root.about & finding.about]
    return terms or [root for root in ties if _as_large(root, finding)] or _together(ties, finding) or others


def _together(ties: list[Finding], finding: Finding) -> list[Finding]:
    """Give the fewest ties, two or three of not too many, whose amounts add up to the finding's."""
    if len(ties) > MOST_TOGETHER:
        return []
    groups = (group for count in (2, 3) for group in combinations(ties, count))
    sums = (list(group) for group in groups if abs(sum(root.difference or 0 for root in group)) == abs(finding.difference or 0))
    return next(sums, [])


def _as_large(root: Finding, finding: Finding) -> bool:
    """Tell whether two findings are of the same amount, or twice it for what stands on the wrong side: then the one is the other's root."""
    once, due = abs(root.difference or 0), abs(finding.difference or 0)
    return bool(due) and (once == due or (root.cause == WRONG_SIDE and 2 * once == due))


def _field(need: str) -> tuple[str, str]:
    table, _, column = need.partition(".")
    return table, column


def _within(spot: Spot, resting: set[tuple[str, str]]) -> bool:
    """Tell whether a spot is among the fields something rests on; a spot without a column is its whole table."""
    if not spot.column:
        return any(table == spot.table for table, _ in resting)
    return (spot.table, spot.column) in resting
