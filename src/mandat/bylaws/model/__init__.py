"""What a bylaws file says, once read: one frozen type per table of the language.

Field names are the keys of the file (with ``_`` after a word that Python reserves), so that who knows the file knows the
model. A key that the file leaves out is ``None`` or empty: a right that is left out does not exist.
Source: the language as described in ``docs/manual/bylaws.md``.
"""

from mandat.bylaws.model.authority import (
    Acting,
    Agreement,
    Care,
    Check,
    Delegable,
    Duty,
    EntryIntoForce,
    Holder,
    LeaveWindow,
    Limit,
    NamedClock,
    Power,
    Recall,
    Withdrawal,
)
from mandat.bylaws.model.bodies import AdHoc, BodyKind, BodyType, Define, Fact, Fill, ProxyRule, SeatLine
from mandat.bylaws.model.bylaws import Bylaws
from mandat.bylaws.model.entry import Entry
from mandat.bylaws.model.votes import (
    Ballot,
    Convening,
    Decision,
    Fallback,
    Motion,
    Parameter,
    SecondConvocation,
    UrgentCall,
)

__all__ = [
    "Acting",
    "AdHoc",
    "Agreement",
    "Ballot",
    "BodyKind",
    "BodyType",
    "Bylaws",
    "Care",
    "Check",
    "Convening",
    "Decision",
    "Define",
    "Delegable",
    "Duty",
    "Entry",
    "EntryIntoForce",
    "Fact",
    "Fallback",
    "Fill",
    "Holder",
    "LeaveWindow",
    "Limit",
    "Motion",
    "NamedClock",
    "Parameter",
    "Power",
    "ProxyRule",
    "Recall",
    "SeatLine",
    "SecondConvocation",
    "UrgentCall",
    "Withdrawal",
]
