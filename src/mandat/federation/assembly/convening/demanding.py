"""Demands that a body meets: who signs, for whom, and when they are enough."""

from __future__ import annotations

from mandat.bylaws.model import ConveningRule as Rule
from mandat.bylaws.model.pieces import Clock, Support
from mandat.bylaws.values.duration import notice_by
from mandat.federation.assembly.convening.acts import MeetingDemand
from mandat.federation.assembly.convening.effects import (
    DemandIgnored,
    DemandMet,
    DemandSignaturesLapsed,
    DemandSigned,
)
from mandat.federation.assembly.convening.state import Demand
from mandat.federation.base.agenda.items import DemandEnd
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import keys_of, look_up, rows_of
from mandat.federation.base.matter import Demanding
from mandat.federation.base.naming import require_new
from mandat.federation.base.population.belonging import belongs, names_of
from mandat.federation.base.subject import Signed, Subject
from mandat.federation.base.support import enough
from mandat.federation.base.types import Actor, BodyId, DemandId, PersonId
from mandat.instants import Instant


def demand(draft: Draft, act: MeetingDemand) -> None:
    """By whom the bylaws let demand it; the signatures that stand together then are weighed at once."""
    rule = _rule(draft, act.body)
    found = draft.state.convening.demands.get(act.demand)
    require_new(
        draft,
        act.demand,
        taken=found is not None and found.body != act.body,
        others=keys_of(draft.state.convening.demands),
    )
    draft.require(found is None or found.meeting is None, "convening.unanswered", demand=act.demand)
    signer = act.on_behalf_of or draft.author
    way = _way(draft, rule, act, signer)
    _require_resolved(draft, rule, act)
    _require_same(draft, rule, way, act, found)
    if found is not None:
        draft.require(signer not in found.signers, "convening.signs-once", demand=found.id, signer=signer)
        _in_time(draft, rule, way, found)
        _drop_old(draft, way, found)
    draft.emit(
        DemandSigned(
            demand=act.demand,
            body=act.body,
            signer=signer,
            at=draft.at,
            texts=dict(sorted(act.same.items())),
        )
    )
    _weigh(draft, rule, act.demand)


def _rule(draft: Draft, body: BodyId) -> Rule:
    found = draft.state.bodies.get(body)
    found = draft.known(found if found is not None and found.stands else None, "body.stands", body=body)
    rule = draft.book.bylaws.convenings.get(found.kind)
    return draft.known(
        rule if rule is not None and bool(rule.calling.demand) else None,
        "convening.demandable",
        rule,
        "demand",
        body=body,
    )


def by_bodies(support: Support) -> bool:
    """Tell whether bodies sign, not people: what is asked is something of those who signed (``members of signers``)."""
    return support.enough is not None and any(ref.of == "signers" for ref in support.enough.counts)


def _way(draft: Draft, rule: Rule, act: MeetingDemand, signer: Actor) -> Support:
    """Return the support that the signer may give."""
    fits = [way for way in rule.calling.demand if _may_sign(draft, way, act, signer)]
    by = ", ".join(dict.fromkeys(name for way in rule.calling.demand for name in way.by.names))
    draft.require(bool(fits), "convening.may-demand", rule, "demand", body=act.body, by=by)
    way = fits[0]
    if way.who is not None:
        draft.demand(
            way.who, Subject(body=act.body, person=draft.author, author=draft.author), rule, "demand.who"
        )
    return way


def _may_sign(draft: Draft, way: Support, act: MeetingDemand, signer: Actor) -> bool:
    if act.on_behalf_of is None:
        return not by_bodies(way) and any(belongs(draft, PersonId(signer), name) for name in way.by.names)
    body = draft.state.bodies.get(signer)
    return body is not None and body.stands and bool({body.id, body.kind} & set(way.by.names))


def _require_resolved(draft: Draft, rule: Rule, act: MeetingDemand) -> None:
    """Require that a body has carried the demand that somebody signs for it."""
    if act.on_behalf_of is None:
        return
    motion = look_up(draft.state.motions.all, act.motion)
    vote = look_up(draft.state.motions.votes, act.motion)
    fits = motion is not None and motion.body == act.on_behalf_of and motion.about == Demanding(act.demand)
    carried = fits and vote is not None and vote.carried is True
    draft.require(carried, "convening.resolved", rule, "demand", body=act.on_behalf_of, demand=act.demand)
    if motion is not None:
        use(draft, motion.id)


def _require_same(draft: Draft, rule: Rule, way: Support, act: MeetingDemand, found: Demand | None) -> None:
    """Require what must be alike in all demands: given, and letter for letter that of the first."""
    for key in way.same:
        text = act.same.get(key, "")
        draft.require(bool(text), "convening.says", rule, "demand.same", what=key, demand=act.demand)
        same = found is None or found.texts.get(key, "") == text
        draft.require(same, "convening.same", rule, "demand.same", what=key, demand=act.demand)


def _in_time(draft: Draft, rule: Rule, way: Support, found: Demand) -> None:
    if way.within is not None and found.met is None:
        until = draft.deadline(way.within, found.started)
        draft.require(
            draft.at < until, "convening.in-time", rule, "demand.within", demand=found.id, until=until
        )


def _drop_old(draft: Draft, way: Support, found: Demand) -> None:
    """Drop signatures that lie further back than two may lie apart."""
    if way.span is None or found.met is not None:
        return
    span = way.span
    old = tuple(who for who, at in rows_of(found.signers) if draft.at >= draft.deadline(span, at))
    if old:
        draft.emit(DemandSignaturesLapsed(demand=found.id, signers=old))


def _weigh(draft: Draft, rule: Rule, name: DemandId) -> None:
    found = draft.state.convening.demands[name]
    if found.met is not None:
        return
    subject = Subject(
        body=found.body, author=draft.author, signed=Signed(signers=tuple(keys_of(found.signers)))
    )
    met = enough(rule.calling.demand, draft.supply(subject), rule, "demand", draft.state.law.readings)
    draft.grounds.extend(met.grounds)
    if met.value is True:
        draft.emit(DemandMet(demand=name, at=draft.at))
        waits = [way.after for way in rule.calling.fallback]
        if waits:
            draft.schedule(DemandEnd(name), min(draft.deadline(clock) for clock in waits))


def fall_due(draft: Draft, due: DemandEnd) -> None:
    """The time in which the body should have been called is over."""
    found = draft.state.convening.demands[due.demand]
    if found.meeting is not None:
        return
    rule = draft.book.bylaws.convenings.get(draft.state.bodies.all[found.body].kind)
    ways = () if rule is None else rule.calling.fallback
    by = ", ".join(names_of(way.by) for way in ways)
    draft.emit(DemandIgnored(demand=due.demand, by=by, at=draft.at))


def latest(draft: Draft, opens: Instant, clock: Clock) -> Instant:
    """Return the last instant at which notice of a meeting can be given, and keep it for the record."""
    named = draft.book.bylaws.clocks[clock.name].clock if clock.name else clock
    length = named.length
    assert length is not None
    return draft.reckoned(
        lambda: notice_by(opens, length, draft.book.zone, days=named.days, holidays=draft.book.holidays)
    )
