"""Calling a body: by whom, with what notice, with which agenda; and the duty to meet."""

from __future__ import annotations

from datetime import UTC, datetime

from mandat.bylaws.model import ConveningRule as Rule
from mandat.bylaws.model.pieces import Clock, Need, Population
from mandat.federation.assembly.convening.acts import MeetingCall, MeetingDemand, MeetingItem
from mandat.federation.assembly.convening.demanding import demand, latest
from mandat.federation.assembly.convening.effects import (
    ItemAdded,
    MeetingCalled,
    MeetingNoted,
    MeetingOverdue,
)
from mandat.federation.assembly.convening.state import Demand, Notice
from mandat.federation.assembly.meetings.convening import may_convene, require_convener
from mandat.federation.assembly.meetings.effects import MeetingOpened
from mandat.federation.base.agenda.items import DemandEnd, MeetingDay
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import Convocation
from mandat.federation.base.naming import require_new
from mandat.federation.base.population.belonging import belongs, holds_body, names_of
from mandat.federation.base.subject import Signed, Subject
from mandat.federation.base.types import MotionId
from mandat.federation.people.bodies.effects import BodyFounded
from mandat.instants import Instant


def call(draft: Draft, act: MeetingCall) -> None:
    """By who convenes the body (in urgent cases whom the bylaws name for them), else by who may after a delay."""
    state = draft.state
    known = act.meeting in state.meetings.all or act.meeting in state.convening.called
    require_new(
        draft,
        act.meeting,
        taken=known,
        others=(*keys_of(state.meetings.all), *keys_of(state.convening.called)),
    )
    body = state.bodies.get(act.body)
    body = draft.known(body if body is not None and body.stands else None, "body.stands", body=act.body)
    opens = _instant(act.opens)
    opens = draft.known(
        opens if opens is not None and opens > draft.at else None, "convening.instant", opens=act.opens
    )
    rule = draft.book.bylaws.convenings.get(body.kind)
    asked = _demand(draft, rule, act)
    notice = _require_entitled(draft, rule, act, asked)
    if rule is not None:
        _require_notice(draft, rule, act, opens, notice)
        for need in rule.needs:
            _require_consent(draft, rule, need, act, asked)
    draft.emit(
        MeetingCalled(
            meeting=act.meeting,
            body=act.body,
            by=draft.author,
            at=draft.at,
            opens=opens,
            items=tuple(dict.fromkeys(act.items)),
            demand=act.demand,
            urgent=act.urgent,
        )
    )
    if act.demand is not None:
        draft.strike(DemandEnd(act.demand))


def _instant(text: str) -> Instant | None:
    """Read an instant with its offset, such as ``2026-03-01T10:00:00Z``; None for anything else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if found.tzinfo is None:
        return None
    return Instant(int((found - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() // 1))


def _demand(draft: Draft, rule: Rule | None, act: MeetingCall) -> Demand | None:
    """Return the demand that a call answers: of this body, with enough support, and not answered before."""
    if act.demand is None:
        return None
    found = draft.state.convening.demands.get(act.demand)
    found = draft.known(
        found if found is not None and found.body == act.body else None,
        "convening.demand-known",
        demand=act.demand,
    )
    draft.require(
        found.met is not None,
        "convening.demand-met",
        rule,
        "demand",
        demand=found.id,
        signed=len(found.signers),
    )
    draft.require(found.meeting is None, "convening.unanswered", demand=found.id)
    return found


def _require_entitled(
    draft: Draft, rule: Rule | None, act: MeetingCall, asked: Demand | None
) -> Clock | None:
    """Require that the author may call the body; return the notice to give."""
    if rule is None:
        require_convener(draft, act.body)
        return None
    if act.urgent:
        return _require_urgent(draft, rule, act)
    if not may_convene(draft, draft.author, act.body) and _falls_back(draft, rule, act, asked):
        draft.require(True, "convening.fallback", rule, "fallback", body=act.body)
        return rule.notice
    require_convener(draft, act.body)
    return rule.notice


def _require_urgent(draft: Draft, rule: Rule, act: MeetingCall) -> Clock | None:
    urgent = draft.known(rule.urgent, "convening.urgent", rule, "urgent", body=act.body)
    holds = any(belongs(draft, draft.author, name) for name in urgent.by.names)
    draft.require(holds, "convening.urgent-by", rule, "urgent.by", body=act.body, by=names_of(urgent.by))
    draft.demand(urgent.when, Subject(body=act.body, author=draft.author), rule, "urgent.when")
    return urgent.notice


def _falls_back(draft: Draft, rule: Rule, act: MeetingCall, asked: Demand | None) -> bool:
    """Tell whether the author is of those who may call the body because the others have not, for long enough."""
    since = asked.met if asked is not None else draft.state.convening.overdue.get(act.body)
    ways = [way for way in rule.calling.fallback if _is_of(draft, way.by, asked)]
    if since is None or not ways:
        return False
    signers = tuple(keys_of(asked.signers)) if asked is not None else ()
    for way in ways:
        until = draft.deadline(way.after, since)
        draft.require(
            draft.at >= until, "convening.delay", rule, "fallback.after", body=act.body, until=until
        )
        draft.demand(
            way.when,
            Subject(body=act.body, author=draft.author, signed=Signed(signers=signers)),
            rule,
            "fallback.when",
        )
    return True


def _is_of(draft: Draft, by: Population, asked: Demand | None) -> bool:
    for name in by.names:
        if name != "signers":
            if belongs(draft, draft.author, name):
                return True
        elif asked is not None:
            bodies = [each for each in keys_of(asked.signers) if each in draft.state.bodies.all]
            if draft.author in asked.signers or any(belongs(draft, draft.author, each) for each in bodies):
                return True
    return False


def _require_notice(draft: Draft, rule: Rule, act: MeetingCall, opens: Instant, notice: Clock | None) -> None:
    if notice is not None:
        until = latest(draft, opens, notice)
        key = "urgent.notice" if act.urgent else "notice"
        draft.require(
            draft.at <= until, "convening.notice", rule, key, body=act.body, opens=opens, until=until
        )


def _require_consent(draft: Draft, rule: Rule, need: Need, act: MeetingCall, asked: Demand | None) -> None:
    """Require the consent of another to this meeting: a motion carried about ``("convene", DEMAND or MEETING)``."""
    signers = () if asked is None else tuple(keys_of(asked.signers))
    subject = Subject(body=act.body, author=draft.author, signed=Signed(signers=signers))
    if draft.test(need.when, subject, rule, "needs.when") is False:
        return
    given = next((name for name in act.motions if _consents(draft, need, name, act)), None)
    given = draft.known(
        given, "convening.consent", rule, "needs", by=names_of(need.from_), meeting=act.meeting
    )
    use(draft, given)


def _consents(draft: Draft, need: Need, name: MotionId, act: MeetingCall) -> bool:
    motion, vote = draft.state.motions.all.get(name), draft.state.motions.votes.get(name)
    if motion is None or vote is None or vote.carried is not True:
        return False
    about = isinstance(motion.about, Convocation) and motion.about.meeting in (act.demand, act.meeting)
    return about and holds_body(draft, need.from_, motion) and need.decision in (None, motion.decision)


def add_item(draft: Draft, act: MeetingItem) -> None:
    """By who called the meeting, or may convene the body; late where the agenda has been closed."""
    notice = draft.known(
        draft.state.convening.called.get(act.meeting), "meeting.was-called", meeting=act.meeting
    )
    ended = draft.state.meetings.all.get(act.meeting)
    draft.require(ended is None or ended.closed is None, "meeting.open", meeting=act.meeting)
    if draft.author != notice.by:
        require_convener(draft, notice.body)
    draft.require(act.item not in notice.items, "convening.item-new", item=act.item, meeting=notice.id)
    draft.emit(ItemAdded(meeting=notice.id, item=act.item, in_time=_in_time(draft, notice)))


def _in_time(draft: Draft, notice: Notice) -> bool:
    rule = draft.book.bylaws.convenings.get(draft.state.bodies.all[notice.body].kind)
    clock = None if rule is None else rule.closes or rule.notice
    return clock is None or draft.at <= latest(draft, notice.opens, clock)


def founded(draft: Draft, effect: BodyFounded) -> None:
    """A body that must meet so often owes its first meeting."""
    rule = draft.book.bylaws.convenings.get(effect.kind)
    clock = None if rule is None else rule.calling.first or rule.calling.every
    if clock is not None:
        draft.schedule(MeetingDay(effect.body), draft.deadline(clock))


def opened(draft: Draft, effect: MeetingOpened) -> None:
    """A body that has met owes the next meeting from now on."""
    if effect.body in draft.state.convening.overdue:
        draft.emit(MeetingNoted(body=effect.body, at=effect.at))
    rule = draft.book.bylaws.convenings.get(draft.state.bodies.all[effect.body].kind)
    if rule is not None and rule.calling.every is not None:
        draft.schedule(MeetingDay(effect.body), draft.deadline(rule.calling.every))


def fall_due(draft: Draft, due: MeetingDay) -> None:
    """A body should have met by now: it is shown as overdue, and who may call it instead is entitled to."""
    if draft.state.bodies.all[due.body].stands:
        draft.emit(MeetingOverdue(body=due.body, at=draft.at))


DECIDERS: Deciders = {MeetingCall: call, MeetingItem: add_item, MeetingDemand: demand}
