"""What a validation found, and the report of it that people can act on.

Guarantees: violations come first; the order does not depend on the machine; at most five findings of a sort are
told one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

__all__ = ["Finding", "Report", "report_of"]

_SEVERITIES = ("Violation", "Warning", "Info")
_TITLES = {"Violation": "violations", "Warning": "warnings", "Info": "notes"}


class Finding(msgspec.Struct, frozen=True, order=True):
    """One thing that a shape does not accept."""

    severity: str
    """``Violation``, ``Warning`` or ``Info``."""
    shape: str
    """Local name of the shape: ``Initiative``."""
    message: str
    """The shape's message in English."""
    chinese: str
    """The shape's message in Chinese."""
    node: str
    """The node's IRI."""
    label: str
    """The node's label, headline or words; empty where it has none."""
    place: str
    """``FILE:BEGIN–END`` (characters) of its first phrase; empty where no phrase tells."""
    value: str = ""
    """The value that is not accepted, where there is one."""


class Report(msgspec.Struct, frozen=True):
    """The outcome of a validation."""

    conforms: bool
    """True where there is no violation; warnings and notes do not count."""
    findings: tuple[Finding, ...]
    """Violations first, then by shape, message and node."""
    checked: tuple[tuple[str, int], ...]
    """Shapes with the number of nodes that each was held against, sorted."""

    @property
    def text(self) -> str:
        """The whole report, a line a finding; at most five of each sort are told one by one."""
        return "\n".join(_lines(self))

    def __str__(self) -> str:
        return self.text


def report_of(findings: Iterable[Finding], checked: Iterable[tuple[str, int]]) -> Report:
    """The report of findings and of what was checked, in any order."""
    found = tuple(sorted(findings, key=_order))
    return Report(all(finding.severity != "Violation" for finding in found), found, tuple(sorted(checked)))


def _order(finding: Finding) -> tuple[int, Finding]:
    return _SEVERITIES.index(finding.severity), finding


def _lines(report: Report) -> list[str]:
    counts = Counter(finding.severity for finding in report.findings)
    summary = ", ".join(f"{counts[severity]} {_TITLES[severity]}" for severity in _SEVERITIES)
    lines = [f"The graph {'keeps' if report.conforms else 'BREAKS'} its shapes: {summary}."]
    lines.append("Checked: " + ", ".join(f"{shape} {number}" for shape, number in report.checked))
    sorts: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in report.findings:
        sorts.setdefault((finding.severity, finding.shape, finding.message), []).append(finding)
    for (severity, shape, message), same in sorts.items():
        lines.append(f"{severity} · {shape} · {len(same)} × {message} {same[0].chinese}")
        shown = same if severity == "Violation" else []
        lines.extend(_finding_line(finding) for finding in shown[:5])
        if len(shown) > 5:
            lines.append(f"    … and {len(shown) - 5} more")
    return lines


def _finding_line(finding: Finding) -> str:
    parts = (finding.label, f"<{finding.node}>", finding.value and f"value {finding.value}", finding.place)
    return "    " + "  ".join(part for part in parts if part)
