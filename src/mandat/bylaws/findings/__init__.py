"""What can be proved or found from the bylaws alone, without running anything (LANGUAGE, section 5).

Not yet: the cost of capture (the fewest base members who carry or block a decision at the top).
"""

from __future__ import annotations

from mandat.bylaws.findings import (
    accountability,
    amendment,
    arithmetic,
    confidence,
    powers,
    tables_of_rows,
    unreachable,
)
from mandat.bylaws.findings.finding import Examination, Finding, Severity
from mandat.bylaws.model import Bylaws

__all__ = ["Finding", "Level", "check"]

SUBJECTS = (accountability, powers, amendment, confidence, arithmetic, tables_of_rows, unreachable)
_ORDER: tuple[Severity, ...] = ("error", "warning", "note")


def check(bylaws: Bylaws) -> tuple[Finding, ...]:
    """Everything found in loaded bylaws: errors first, then warnings, then notes, each in the order of the file.

    >>> from mandat.bylaws.reading.loader import load
    >>> [found.code for found in check(load('mandat = 1\\nid = "club"\\nbody.club.type = "assembly"'))]
    ['nobody-amends', 'nobody-interprets']
    """
    case = Examination(bylaws)
    found = [finding for subject in SUBJECTS for finding in subject.check(case)]
    return tuple(sorted(found, key=lambda finding: (_ORDER.index(finding.level), finding.line)))
