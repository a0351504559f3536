"""What a bylaws file says, once read: one frozen type per table of the language.

Field names are the keys of the file (with ``_`` after a word that Python reserves), so that who knows the file knows the
model. A key that the file leaves out is ``None`` or empty: a right that is left out does not exist.
Source: the language as described in ``docs/manual/bylaws.md``.
"""

from mandat.bylaws.model.authority import (
    Agreement,
    Check,
    Delegable,
    Duty,
    Holder,
    Limit,
    NamedClock,
    Power,
    Recall,
)
from mandat.bylaws.model.bodies import BodyKind, BodyType, Define, Fact, Fill, SeatLine
from mandat.bylaws.model.bylaws import Bylaws
from mandat.bylaws.model.entry import Entry
from mandat.bylaws.model.votes import Ballot, Convening, Decision, Motion

__all__ = [
    "Agreement",
    "Ballot",
    "BodyKind",
    "BodyType",
    "Bylaws",
    "Check",
    "Convening",
    "Decision",
    "Define",
    "Delegable",
    "Duty",
    "Entry",
    "Fact",
    "Fill",
    "Holder",
    "Limit",
    "Motion",
    "NamedClock",
    "Power",
    "Recall",
    "SeatLine",
]
