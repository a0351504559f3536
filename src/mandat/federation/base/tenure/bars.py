"""Who was recalled may be barred from coming back for a time."""

from __future__ import annotations

from mandat.bylaws.model.ids import LineId
from mandat.federation.base.draft import Draft
from mandat.federation.base.subject import View
from mandat.federation.base.types import PersonId
from mandat.instants import Instant


def barred_until(view: View, line: LineId, person: PersonId) -> Instant | None:
    """Return until when a person may not take a seat of a line; None if they may."""
    until = view.state.recalls.bars.get((line, person))
    return until if until is not None and until > view.at else None


def require_not_barred(draft: Draft, line: LineId, person: PersonId) -> None:
    """Require that no recall keeps a person out."""
    until = barred_until(draft, line, person)
    draft.require(until is None, "recall.barred", person=person, line=line, until=until)
