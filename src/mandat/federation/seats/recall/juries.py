"""Bodies that exist for one recall: opened when its petition is complete, closed when it ends."""

from __future__ import annotations

from mandat.bylaws.model import Recall
from mandat.bylaws.model.ids import KindId
from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.draft import Draft
from mandat.federation.base.subject import View
from mandat.federation.base.types import BodyId
from mandat.federation.people.bodies.rules import close, establish
from mandat.federation.seats.recall.state import Petition


def jury_of(view: View, rule: Recall, petition: str) -> BodyId | None:
    """Return the id of the body that a rule opens for a petition, if the body that decides is one for a single matter."""
    kind = _kind(view, rule)
    return None if kind is None else BodyId(f"{kind}/{petition}")


def _kind(view: View, rule: Recall) -> KindId | None:
    kinds = view.book.bylaws.bodies
    return next((KindId(name) for name in rule.by.names if name in kinds and kinds[name].ad_hoc), None)


def open_jury(draft: Draft, rule: Recall, petition: Petition) -> None:
    """Found the body with its posts, if it is one for this matter."""
    kind = _kind(draft, rule)
    if kind is not None and draft.state.bodies.get(petition.body) is None:
        draft.require(
            True, "recall.jury", draft.book.kind(kind), "ad_hoc", body=petition.body, petition=petition.id
        )
        establish(draft, petition.body, kind, None, "")


def close_jury(draft: Draft, rule: Recall, petition: Petition) -> None:
    """Dissolve it: its posts are abolished."""
    body = draft.state.bodies.get(petition.body)
    if body is not None and body.stands and _kind(draft, rule) == body.kind:
        close(draft, body, VacancyCause.ABOLISHED, None)
