"""Who convenes a body, and when others may demand that it meets."""

from __future__ import annotations

from mandat.bylaws.model import Convening
from mandat.federation.draft import Draft
from mandat.federation.evaluation import NO_READINGS, Found, Readings, Supply
from mandat.federation.powers.authority import belongs
from mandat.federation.support import enough


def demand_met(convening: Convening, supply: Supply, readings: Readings = NO_READINGS) -> Found:
    """Tell whether a demand to meet has enough support; ``mandat ask BYLAWS convocation BODY`` calls this very function.

    Raises ``ValueError`` if the bylaws let nobody demand a meeting of this body.
    """
    if not convening.demand:
        raise ValueError(f"{convening.id} has no demand: only {_names(convening)} convenes that body")
    return enough(convening.demand, supply, convening, "demand", readings)


def require_convener(draft: Draft, body: str) -> None:
    """Require that the author may convene a body.

    That is whoever the bylaws name in ``convening.BODY.by``; where they name nobody, or nobody sits there yet, whoever
    belongs to the body itself.
    """
    kind = draft.state.bodies.all[body].kind
    rule = draft.book.bylaws.convenings.get(kind)
    if rule is None or rule.by is None or not _anybody(draft, rule.by.names):
        draft.require(
            belongs(draft, draft.author, body), "meeting.own-body", rule, "by" if rule else "", body=body
        )
        return
    holds = any(belongs(draft, draft.author, name) for name in rule.by.names)
    draft.require(holds, "meeting.convener", rule, "by", body=body, by=_names(rule))


def _anybody(draft: Draft, names: tuple[str, ...]) -> bool:
    """Tell whether anybody sits in one of the bodies named, or is a member of it."""
    state = draft.state
    return any(
        state.posts.holders(body) or state.members.roll(body)
        for name in names
        for body in (name.partition(".")[0], *state.bodies.of_kind(name.partition(".")[0]))
    )


def _names(convening: Convening) -> str:
    return "" if convening.by is None else ", ".join(convening.by.names)
