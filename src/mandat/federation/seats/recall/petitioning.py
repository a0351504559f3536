"""Starting and signing petitions for recall."""

from __future__ import annotations

from mandat.bylaws.model import Recall
from mandat.bylaws.model.pieces import Clock, Support
from mandat.bylaws.values.duration import Duration, deadline
from mandat.federation.base.agenda.items import SigningEnd
from mandat.federation.base.closed import PetitionEnd, PetitionStage, SignatureLapse
from mandat.federation.base.decisions.forms import require_decision
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.evaluation import examine
from mandat.federation.base.lookup import any_order, keys_of, rows_of
from mandat.federation.base.naming import require_new
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.subject import Subject
from mandat.federation.base.support import enough
from mandat.federation.base.tenure.effects import SeatVacated
from mandat.federation.base.types import BodyId, PersonId, PetitionId, TargetId
from mandat.federation.people.members.effects import MemberLeft
from mandat.federation.seats.recall.acts import RecallSign, RecallStart, RecallUnsign
from mandat.federation.seats.recall.completing import complete
from mandat.federation.seats.recall.effects import (
    PetitionSigned,
    PetitionStarted,
    SignaturesLapsed,
)
from mandat.federation.seats.recall.juries import jury_of
from mandat.federation.seats.recall.settling import end, rule_of, vote_closed
from mandat.federation.seats.recall.state import Petition
from mandat.federation.seats.recall.targets import (
    RecallTarget,
    covers,
    deciding_bodies,
    find_target,
    held_posts,
)
from mandat.instants import Instant


def start(draft: Draft, act: RecallStart) -> None:
    """By whom the rule lets start it; not twice at once, not while it is barred, not too soon after taking office."""
    require_new(
        draft,
        act.petition,
        taken=act.petition in draft.state.recalls.all,
        others=keys_of(draft.state.recalls.all),
    )
    rule = recall_rule(draft, act.rule)
    draft.require(bool(rule.start), "recall.petition", rule, "start", rule=rule.id)
    require_decision(draft, rule.deciding.decision)
    target = require_target(draft, rule, act.target)
    _require_reasons(draft, rule, act.reasons)
    require_time(draft, rule, target)
    body = _decider(draft, rule, target, act.petition)
    support = _support(draft, rule, target)
    _begin(draft, act, rule, target, body, support)


def _decider(draft: Draft, rule: Recall, target: RecallTarget, petition: str) -> BodyId:
    """Return the one body that decides, or the one that will be opened for this petition."""
    jury = jury_of(draft, rule, petition)
    if jury is not None:
        draft.require(draft.state.bodies.get(jury) is None, "id.free", id=jury)
        return jury
    bodies = deciding_bodies(draft, rule, target)
    draft.require(
        len(bodies) == 1, "recall.one-body", rule, "by", by=", ".join(rule.by.names), bodies=len(bodies)
    )
    return bodies[0]


def recall_rule(draft: Draft, name: str) -> Recall:
    """Return a recall rule that must be known."""
    return draft.known(draft.book.bylaws.recalls.get(name.removeprefix("recall.")), "recall.rule", rule=name)


def require_target(draft: Draft, rule: Recall, name: TargetId) -> RecallTarget:
    """Require a target that the rule covers and that has a holder; the rule's ``when`` holds."""
    target = draft.known(find_target(draft, name), "recall.target", target=name)
    draft.require(
        covers(rule, target), "recall.covers", rule, "of", target=name, covered=", ".join(rule.of.names)
    )
    draft.require(bool(held_posts(draft, target)), "recall.held", rule, "of", target=name)
    if rule.when is not None:
        draft.demand(rule.when, target.subject, rule, "when")
    return target


def _require_reasons(draft: Draft, rule: Recall, reasons: tuple[str, ...]) -> None:
    if rule.reasons in (None, False):
        return
    draft.require(bool(reasons), "recall.reasons", rule, "reasons", rule=rule.id)
    if isinstance(rule.reasons, tuple):
        other = next((reason for reason in reasons if reason not in rule.reasons), None)
        draft.require(
            other is None, "recall.reason", rule, "reasons", reason=other, reasons=", ".join(rule.reasons)
        )


def require_time(draft: Draft, rule: Recall, target: RecallTarget) -> None:
    """Require that nothing of the kind runs, is barred, or comes too soon after taking office."""
    recalls = draft.state.recalls
    key = (rule.id, target.id)
    running = recalls.running.get(key)
    draft.require(running is None, "recall.only-one", rule, petition=running, target=target.id)
    until = recalls.barred.get(key)
    if until is not None:
        draft.require(
            draft.at >= until, "recall.cooling-off", rule, "cooling_off", target=target.id, until=until
        )
    if rule.timing.not_before is not None:
        since = min(post.since for post in held_posts(draft, target))
        free = _instant_after(draft, rule.timing.not_before, since)
        draft.require(draft.at >= free, "recall.not-before", rule, "not_before", target=target.id, until=free)


def _instant_after(draft: Draft, clock: Clock, start: int) -> Instant:
    """Return when a clock from ``start`` is over; a condition of the moment, like ``served >= P1M``, and no deadline to keep."""
    named = draft.book.bylaws.clocks[clock.name].clock if clock.name else clock
    book = draft.book
    return deadline(start, named.length or Duration(), book.zone, named.days, book.holidays)


def _support(draft: Draft, rule: Recall, target: RecallTarget) -> int:
    """Return the place of the first way to start the recall that is open to the author."""
    found = next((n for n, each in enumerate(rule.start) if _may_sign(draft, rule, each, target, None)), None)
    by = ", ".join(dict.fromkeys(name for each in rule.start for name in _signers(each, target)))
    return draft.known(found, "recall.starter", rule, "start", by=by, target=target.id)


def _may_sign(
    draft: Draft, rule: Recall, support: Support, target: RecallTarget, petition: Petition | None
) -> bool:
    return may_sign(draft, draft.author, rule, support, target, petition)


def _signers(support: Support, target: RecallTarget) -> tuple[str, ...]:
    """Return the names of those who may sign, with the target's constituency for ``sender``."""
    return tuple(target.sender if name == "sender" and target.sender else name for name in support.by.names)


def may_sign(
    draft: Draft,
    person: PersonId,
    rule: Recall,
    support: Support,
    target: RecallTarget,
    petition: Petition | None,
) -> bool:
    """Tell whether a person belongs to those in ``by`` (``sender``: of the target) and satisfies ``who``."""
    if not any(belongs(draft, person, name) for name in _signers(support, target)):
        return False
    if support.who is None:
        return True
    subject = Subject(
        body=target.body,
        sender=target.sender,
        person=person,
        petition=None if petition is None else petition.id,
        author=draft.author if petition is None else petition.starter,
    )
    return (
        examine(support.who, draft.supply(subject), rule, "start.who", draft.state.law.readings).value is True
    )


def _begin(
    draft: Draft, act: RecallStart, rule: Recall, target: RecallTarget, body: BodyId, support: int
) -> None:
    within = rule.start[support].within
    until = None if within is None else draft.deadline(within)
    opens = None if rule.timing.notice is None else draft.deadline(rule.timing.notice)
    draft.emit(
        PetitionStarted(
            petition=act.petition,
            rule=rule.id,
            target=target.id,
            body=body,
            bylaws_version=draft.book.version,
            starter=draft.author,
            support=support,
            at=draft.at,
            holder=None if target.post is None else target.post.holder,
            until=until,
            opens=opens,
            reasons=act.reasons,
        )
    )
    if until is not None:
        draft.schedule(SigningEnd(act.petition), until)
    _add_signature(draft, act.petition)


def sign(draft: Draft, act: RecallSign) -> None:
    """By those who may sign, once each, until there are enough or the time is over."""
    petition = _collecting(draft, act.petition)
    draft.require(
        draft.author not in petition.signers, "petition.once", petition=petition.id, person=draft.author
    )
    with draft.under(petition.bylaws_version):
        rule = rule_of(draft, petition)
        opened = petition.opens is None or draft.at >= petition.opens
        draft.require(opened, "petition.notice", rule, "notice", petition=petition.id, until=petition.opens)
        support, target = rule.start[petition.support], find_target(draft, petition.target)
        allowed = target is not None and _may_sign(draft, rule, support, target, petition)
        by = ", ".join(support.by.names if target is None else _signers(support, target))
        draft.require(
            allowed, "petition.signer", rule, "start", petition=petition.id, person=draft.author, by=by
        )
        _drop_old(draft, petition, support)
    _add_signature(draft, petition.id)


def _drop_old(draft: Draft, petition: Petition, support: Support) -> None:
    """Drop the signatures that lie further back than the span between two signatures may be."""
    if support.span is None or not petition.signers:
        return
    if draft.at < _instant_after(draft, support.span, petition.first):
        return
    old = [
        person
        for person, when in rows_of(petition.signers)
        if draft.at >= _instant_after(draft, support.span, when)
    ]
    draft.emit(SignaturesLapsed(petition=petition.id, people=tuple(old), reason=SignatureLapse.SPAN))


def _add_signature(draft: Draft, name: PetitionId) -> None:
    draft.emit(PetitionSigned(petition=name, person=draft.author, at=draft.at))
    petition = draft.state.recalls.all[name]
    with draft.under(petition.bylaws_version):
        rule = rule_of(draft, petition)
        support = rule.start[petition.support]
        found = enough(
            (support,), draft.supply(_subject(draft, petition)), rule, "start", draft.state.law.readings
        )
        draft.grounds.extend(found.grounds)
        if found.value is True:
            complete(draft, petition, rule)


def _subject(draft: Draft, petition: Petition) -> Subject:
    target = find_target(draft, petition.target)
    sender = None if target is None else target.sender
    return Subject(body=petition.body, sender=sender, petition=petition.id, author=petition.starter)


def unsign(draft: Draft, act: RecallUnsign) -> None:
    """By one who has signed, while signatures are collected."""
    petition = _collecting(draft, act.petition)
    draft.require(
        draft.author in petition.signers, "petition.signed", petition=petition.id, person=draft.author
    )
    draft.emit(
        SignaturesLapsed(petition=petition.id, people=(draft.author,), reason=SignatureLapse.TAKEN_BACK)
    )


def _collecting(draft: Draft, name: PetitionId) -> Petition:
    petition = draft.known(draft.state.recalls.all.get(name), "petition.known", petition=name)
    signing, rule = petition.stage == "signing", rule_of(draft, petition)
    draft.require(signing, "petition.signing", rule, "start", petition=name, stage=petition.stage)
    return petition


def lapse(draft: Draft, due: SigningEnd) -> None:
    """The time for signatures is over without enough of them."""
    found = draft.state.recalls.all[due.petition]
    if found.stage == "signing":
        end(draft, found, PetitionStage.LAPSED, PetitionEnd.TIME, rule_of(draft, found).timing.cooling_off)


def target_left(draft: Draft, effect: SeatVacated) -> None:
    """A petition against a holder who has left lapses: it was against the person. Few petitions run at a time."""
    for (_, target), name in rows_of(draft.state.recalls.running):
        if target == effect.post:
            end(draft, draft.state.recalls.all[name], PetitionStage.LAPSED, PetitionEnd.VACANT, None)


def member_left(draft: Draft, effect: MemberLeft) -> None:
    """Signatures of those who may not sign any more lapse."""
    signer_left(draft, effect.person)


def signer_left(draft: Draft, person: PersonId) -> None:
    """Drop a person's signature wherever they may not sign any more; few petitions run at a time."""
    for name in sorted(any_order(draft.state.recalls.running).values()):
        petition = draft.state.recalls.all[name]
        if petition.stage != "signing" or person not in petition.signers:
            continue
        with draft.under(petition.bylaws_version):
            rule, target = rule_of(draft, petition), find_target(draft, petition.target)
            support = rule.start[petition.support]
            if target is None or not may_sign(draft, person, rule, support, target, petition):
                draft.emit(SignaturesLapsed(petition=name, people=(person,), reason=SignatureLapse.LEFT))


__all__ = ["DECIDERS", "lapse", "member_left", "target_left", "vote_closed"]

DECIDERS: Deciders = {RecallStart: start, RecallSign: sign, RecallUnsign: unsign}
