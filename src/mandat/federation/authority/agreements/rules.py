"""Opening, revising, signing, ratifying, and leaving agreements."""

from __future__ import annotations

from mandat.bylaws.model import AgreementRule as Rule
from mandat.bylaws.model.ids import AgreementKindId
from mandat.bylaws.model.pieces import Need
from mandat.bylaws.values.duration import deadline
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.authority.agreements import force
from mandat.federation.authority.agreements.acts import (
    AgreementLeave,
    AgreementOpen,
    AgreementRatify,
    AgreementRevise,
    AgreementSign,
)
from mandat.federation.authority.agreements.effects import (
    AgreementOpened,
    AgreementRatified,
    AgreementRevised,
    AgreementSigned,
    NoticeGiven,
)
from mandat.federation.authority.agreements.state import Agreement, Party
from mandat.federation.authority.powers.needs import clock_of
from mandat.federation.base.agenda.items import LeavingDay
from mandat.federation.base.competence.using import use, use_exercise
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.look import look_of
from mandat.federation.base.lookup import given, keys_of, look_up, rows_of, values_of
from mandat.federation.base.matter import Leaving, Ratification
from mandat.federation.base.naming import is_name, require_new
from mandat.federation.base.population.belonging import belongs, holds_body, names_of
from mandat.federation.base.types import (
    AgreementId,
    BlobName,
    BodyId,
    EntryIndex,
    FederationId,
    MotionId,
    PartyId,
    PersonId,
)
from mandat.instants import Instant


def open_(draft: Draft, act: AgreementOpen) -> None:
    """By somebody of those who may sign, of a party, or to whom a power is delegated."""
    known = draft.state.agreements.all
    require_new(draft, act.agreement, taken=act.agreement in known, others=keys_of(known))
    rule = draft.known(
        draft.book.bylaws.agreements.get(act.kind.removeprefix("agreement.")), "agreement.kind", kind=act.kind
    )
    two = len(set(act.parties)) >= 2 and len(set(act.parties)) == len(act.parties) and all(act.parties)
    draft.require(two, "agreement.parties", rule, parties=", ".join(act.parties))
    _require_plain(draft, act.parties)
    _require_spokesman(draft, rule, act.parties)
    draft.emit(
        AgreementOpened(
            agreement=act.agreement,
            kind=AgreementKindId(rule.id.removeprefix("agreement.")),
            parties=act.parties,
            text=act.text,
            bylaws_version=draft.book.version,
            at=draft.at,
        )
    )


def _require_plain(draft: Draft, parties: tuple[PartyId, ...]) -> None:
    """Require names that nobody takes for those of another party, or of a body of this federation."""
    ours: tuple[str, ...] = (*keys_of(draft.state.bodies.all), given(draft.state.founded))
    for party in parties:
        if party in ours:
            continue
        draft.require(is_name(party), "id.plain", id=ascii(party[:64])[1:-1])
        alike = [each for each in (*ours, *parties) if each != party and look_of(each) == look_of(party)]
        draft.require(not alike, "id.look", id=party, alike=min(alike, default=""))


def _require_spokesman(draft: Draft, rule: Rule, parties: tuple[PartyId, ...]) -> None:
    power = None if rule.sign is None else draft.book.power(rule.sign)
    names = () if power is None else power.first.holder.names
    delegates = values_of(draft.state.powers.delegated)
    speaks = (
        any(belongs(draft, draft.author, name) for name in (*names, *parties))
        or any(each.to == draft.author for found in delegates for each in found)
        or draft.author == draft.state.keys.registrar
    )
    draft.require(speaks, "agreement.spokesman", rule, "sign", person=draft.author, by=", ".join(names))


def _find(draft: Draft, name: AgreementId) -> tuple[Agreement, Rule]:
    found = draft.known(draft.state.agreements.all.get(name), "agreement.known", agreement=name)
    return found, force.rule_of(draft, found)


def _find_party(draft: Draft, name: AgreementId, party: PartyId) -> tuple[Agreement, Rule, Party]:
    found, rule = _find(draft, name)
    draft.require(party in found.parties, "agreement.party", rule, agreement=name, party=party)
    return found, rule, found.parties[party]


def revise(draft: Draft, act: AgreementRevise) -> None:
    """By the same people, while no signature stands on the last version."""
    found, rule = _find(draft, act.agreement)
    _require_spokesman(draft, rule, tuple(keys_of(found.parties)))
    signed = next((name for name, party in rows_of(found.parties) if party.signed is not None), None)
    draft.require(signed is None, "agreement.unsigned", rule, "sign", agreement=found.id, party=signed)
    draft.emit(AgreementRevised(agreement=found.id, text=act.text))


def _is_ours(draft: Draft, party: PartyId) -> bool:
    """Tell whether a party acts on this record: the federation, or one of its bodies."""
    return party == str(draft.state.founded) or draft.state.bodies.get(party) is not None


def _require_received(draft: Draft, found: Agreement, rule: Rule, evidence: BlobName | None) -> None:
    """Require that somebody who may speak here enters what a party outside did, with what shows it."""
    _require_spokesman(draft, rule, tuple(keys_of(found.parties)))
    draft.require(bool(evidence), "agreement.evidence", rule, agreement=found.id)


def sign(draft: Draft, act: AgreementSign) -> None:
    """By the exercise of the power to sign on the version that stands; of a party outside it is received."""
    found, rule, party = _find_party(draft, act.agreement, act.party)
    draft.require(party.signed is None, "agreement.not-signed", rule, "sign", party=act.party)
    if _is_ours(draft, act.party):
        _require_exercise(draft, found, rule, act)
    else:
        _require_received(draft, found, rule, act.evidence)
    draft.emit(AgreementSigned(agreement=found.id, party=act.party, at=draft.at))
    force.follow(draft, found.id, act.party)


def _require_exercise(draft: Draft, found: Agreement, rule: Rule, act: AgreementSign) -> None:
    done = draft.known(
        draft.state.powers.exercises.get(EntryIndex(-1) if act.exercise is None else act.exercise),
        "agreement.exercise",
        rule,
        "sign",
        power=rule.sign,
    )
    draft.require(done.power == rule.sign, "agreement.power", rule, "sign", power=rule.sign, used=done.power)
    draft.require(done.text == found.text, "agreement.text", rule, "sign", agreement=found.id)
    whole = not done.lapsed and not done.awaits
    draft.require(whole, "agreement.complete", rule, "sign", exercise=done.index)
    motion = look_up(draft.state.motions.all, done.motion)
    own = draft.state.founded == FederationId(act.party) or (
        motion is not None and motion.body == BodyId(act.party)
    )
    own = own or (motion is None and belongs(draft, PersonId(done.by), act.party))
    draft.require(own, "agreement.for-party", rule, "sign", exercise=done.index, party=act.party)
    use_exercise(draft, done.index)


# -- ratifying -----------------------------------------------------------------------------------------------------


def ratify(draft: Draft, act: AgreementRatify) -> None:
    """By each body whose ratification the rule names, in that order, in time; of a party outside it is received."""
    found, rule, party = _find_party(draft, act.agreement, act.party)
    draft.require(party.ratified is None, "agreement.not-ratified", rule, "ratify", party=act.party)
    draft.require(bool(rule.ratify), "agreement.needs", rule, "ratify", agreement=found.id)
    signed = [each.signed for each in values_of(found.parties) if each.signed is not None]
    draft.require(bool(signed), "agreement.signed", rule, "ratify", agreement=found.id)
    if _is_ours(draft, act.party):
        since = party.signed if party.signed is not None else min(signed)
        for need in rule.ratify:
            since = _require_ratified(draft, found, rule, need, act, since)
    else:
        _require_received(draft, found, rule, act.evidence)
    draft.emit(AgreementRatified(agreement=found.id, party=act.party, at=draft.at))
    force.follow(draft, found.id, act.party)


def _require_ratified(
    draft: Draft, found: Agreement, rule: Rule, need: Need, act: AgreementRatify, since: Instant
) -> Instant:
    """Require one link of the chain after the one before; return when it was closed."""
    given = next(
        (m for name in act.motions if (m := _ratifies(draft, found, need, act.party, name)) is not None), None
    )
    by = names_of(need.from_)
    silent = given is None and need.within is not None and clock_of(draft, need.within).silence == "consents"
    if need.within is not None:
        until = draft.deadline(need.within, since)
        if silent:
            draft.require(draft.at >= until, "agreement.silence", rule, "ratify", by=by, until=until)
            return until
        late = given is not None and (draft.state.motions.votes[given.id].course.closed or 0) > until
        draft.require(not late, "agreement.in-time", rule, "ratify", by=by, until=until)
    given = draft.known(given, "agreement.ratifies", rule, "ratify", by=by, agreement=found.id)
    closed = draft.state.motions.votes[given.id].course.closed or Instant(0)
    draft.require(closed >= since, "agreement.order", rule, "ratify", by=by, motion=given.id)
    use(draft, given.id)
    return closed


def _ratifies(draft: Draft, found: Agreement, need: Need, party: PartyId, name: MotionId) -> Motion | None:
    motion = draft.state.motions.all.get(name)
    vote = draft.state.motions.votes.get(name)
    if motion is None or vote is None or vote.carried is not True:
        return None
    kind = draft.state.bodies.all[motion.body].kind
    own = draft.state.bodies.get(party)
    for_party = own is None or own.kind != kind or motion.body == own.id
    fits = motion.about == Ratification(found.id) and motion.text == found.text and for_party
    return (
        motion
        if fits and holds_body(draft, need.from_, motion) and need.decision in (None, motion.decision)
        else None
    )


# -- leaving -------------------------------------------------------------------------------------------------------


def leave(draft: Draft, act: AgreementLeave) -> None:
    """Where the rule lets a party leave, in a window if it sets one, with its notice."""
    found, rule, party = _find_party(draft, act.agreement, act.party)
    draft.require(rule.leave is not None, "agreement.may-leave", rule, "leave", agreement=found.id)
    bound = party.bound is not None and party.left is None
    draft.require(bound, "agreement.bound", rule, "leave", party=act.party)
    draft.require(party.notice is None, "agreement.no-notice", rule, "leave", party=act.party)
    _require_window(draft, rule, party)
    if _is_ours(draft, act.party):
        _require_decided(draft, found, rule, act)
    else:
        _require_received(draft, found, rule, act.evidence)
    notice = None if rule.leave is None else rule.leave.notice
    until = draft.at if notice is None else draft.deadline(notice)
    draft.emit(NoticeGiven(agreement=found.id, party=act.party, at=draft.at, until=until))
    draft.schedule(LeavingDay(found.id, act.party), until)


def _require_window(draft: Draft, rule: Rule, party: Party) -> None:
    """Require a moment within one of the windows that come round, counted from the day on which the party was bound."""
    window = None if rule.leave is None else rule.leave.window
    if window is None:
        return
    opens = party.bound or 0
    while (nxt := deadline(opens, window.every, draft.book.zone)) <= draft.at:
        opens = nxt
    first = deadline(party.bound or 0, window.every, draft.book.zone)
    inside = opens >= first and draft.at < deadline(opens, window.length, draft.book.zone)
    draft.require(
        inside, "agreement.window", rule, "leave", until=Instant(max(first, opens if inside else nxt))
    )


def _require_decided(draft: Draft, found: Agreement, rule: Rule, act: AgreementLeave) -> None:
    motion = look_up(draft.state.motions.all, act.motion)
    vote = look_up(draft.state.motions.votes, act.motion)
    power = None if rule.sign is None else draft.book.power(rule.sign)
    carried = motion is not None and vote is not None and vote.carried is True
    about = motion is not None and motion.about == Leaving(found.id)
    able = motion is not None and (
        motion.body == BodyId(act.party)
        or (power is not None and holds_body(draft, power.first.holder, motion))
    )
    by = "–" if power is None else names_of(power.first.holder)
    fits = carried and about and able
    motion = draft.known(
        motion if fits else None, "agreement.leaves", rule, "leave", agreement=found.id, by=by
    )
    use(draft, motion.id)


DECIDERS: Deciders = {
    AgreementOpen: open_,
    AgreementRevise: revise,
    AgreementSign: sign,
    AgreementRatify: ratify,
    AgreementLeave: leave,
}
