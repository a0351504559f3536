"""Who convenes a body, and when others may demand that it meets."""

from __future__ import annotations

from mandat.bylaws.model import ConveningRule
from mandat.federation.base.draft import Draft
from mandat.federation.base.evaluation import NO_READINGS, Found, Readings, Supply
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.support import enough
from mandat.federation.base.types import BodyId, MeetingId, PersonId


def demand_met(convening: ConveningRule, supply: Supply, readings: Readings = NO_READINGS) -> Found:
    """Tell whether a demand to meet has enough support; ``mandat ask BYLAWS convocation BODY`` calls this very function.

    Raises ``ValueError`` if the bylaws let nobody demand a meeting of this body.
    """
    if not convening.calling.demand:
        raise ValueError(f"{convening.id} has no demand: only {_names(convening)} convenes that body")
    return enough(convening.calling.demand, supply, convening, "demand", readings)


def may_convene(draft: Draft, person: PersonId, body: BodyId) -> bool:
    """Tell whether a person may convene a body, apart from what happens when those who must do not."""
    rule = _rule(draft, body)
    if rule is None or rule.calling.by is None or not _anybody(draft, rule.calling.by.names):
        return belongs(draft, person, body)
    return any(belongs(draft, person, name) for name in rule.calling.by.names)


def require_convener(draft: Draft, body: BodyId) -> None:
    """Require that the author may convene a body.

    That is whoever the bylaws name in ``convening.BODY.by``; where they name nobody, or nobody sits there yet, whoever
    belongs to the body itself.
    """
    rule = _rule(draft, body)
    holds = may_convene(draft, draft.author, body)
    if rule is None or rule.calling.by is None or not _anybody(draft, rule.calling.by.names):
        draft.require(holds, "meeting.own-body", rule, "by" if rule else "", body=body)
        return
    draft.require(holds, "meeting.convener", rule, "by", body=body, by=_names(rule))


def require_notice(draft: Draft, meeting: MeetingId, body: BodyId) -> None:
    """Require that a meeting opens on the day it was called for, by who called it or may convene the body.

    Where the bylaws ask for notice, a meeting that nobody has called cannot be opened.
    """
    notice, rule = draft.state.convening.called.get(meeting), _rule(draft, body)
    if notice is None or notice.body != body:
        needed = notice is not None or (rule is not None and rule.notice is not None)
        draft.require(not needed, "meeting.was-called", rule, "notice", meeting=meeting)
        require_convener(draft, body)
        return
    draft.require(
        draft.at >= notice.opens, "meeting.day", rule, "notice", meeting=meeting, opens=notice.opens
    )
    if draft.author == notice.by:
        draft.require(True, "meeting.caller", rule, "by", meeting=meeting)
    else:
        require_convener(draft, body)


def _rule(draft: Draft, body: BodyId) -> ConveningRule | None:
    return draft.book.bylaws.convenings.get(draft.state.bodies.all[body].kind)


def _anybody(draft: Draft, names: tuple[str, ...]) -> bool:
    """Tell whether anybody sits in one of the bodies named, or is a member of it."""
    state = draft.state
    return any(
        state.posts.holders(body) or state.members.roll(body)
        for name in names
        for body in (BodyId(name.partition(".")[0]), *state.bodies.of_kind(name.partition(".")[0]))
    )


def _names(convening: ConveningRule) -> str:
    return "" if convening.calling.by is None else ", ".join(convening.calling.by.names)
