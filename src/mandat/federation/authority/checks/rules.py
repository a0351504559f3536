"""Raising, supporting and lifting checks, and what ends them."""

from __future__ import annotations

from mandat.bylaws.model import Check
from mandat.bylaws.model.ids import CheckId, RuleId
from mandat.bylaws.model.pieces import Clock, Support
from mandat.bylaws.values.duration import Duration
from mandat.federation.assembly.motions.effects import VoteEnded
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.authority.checks import targets
from mandat.federation.authority.checks.acts import CheckLift, CheckRaise, CheckSign
from mandat.federation.authority.checks.effects import (
    AmendmentBlocked,
    CheckEnded,
    CheckSigned,
    CheckStarted,
    CheckTaken,
)
from mandat.federation.authority.checks.state import AmendmentChecked, Stop, checked
from mandat.federation.authority.checks.targets import CheckTarget
from mandat.federation.base.agenda.items import CheckEnd
from mandat.federation.base.closed import StopEnd
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.evaluation import examine
from mandat.federation.base.lookup import keys_of, look_up
from mandat.federation.base.matter import CheckUse, Lifting, Matter, Staying
from mandat.federation.base.naming import require_new
from mandat.federation.base.population.belonging import belongs, holds_body, names_of
from mandat.federation.base.subject import Signed, Subject
from mandat.federation.base.support import enough
from mandat.federation.base.types import BodyId, MotionId, PersonId, StopId

ALONE = frozenset({"office", "outside"})
"""Types of body whose holder acts alone, without a decision."""


def raise_(draft: Draft, act: CheckRaise) -> None:
    """By whom the check names: alone, by enough signatures, or under a carried decision; in time, and once where so said."""
    require_new(
        draft, act.stop, taken=act.stop in draft.state.checks.all, others=keys_of(draft.state.checks.all)
    )
    rule = draft.known(
        draft.book.bylaws.checks.get(act.rule.removeprefix("check.")), "check.known", rule=act.rule
    )
    target = targets.find(draft, act)
    _require_fits(draft, rule, target)
    decided = _require_right(draft, rule, target, act)
    _start(draft, rule, target, act, decided)
    if decided is not None or not rule.start or _has_enough(draft, rule, act.stop):
        _take(draft, rule, draft.state.checks.all[act.stop])
    stands = draft.state.checks.all[act.stop].stage == "stands"
    if stands and isinstance(target.id, AmendmentChecked):
        draft.emit(AmendmentBlocked(motion=target.id.motion, option=target.id.option))


def _require_fits(draft: Draft, rule: Check, target: CheckTarget) -> None:
    of = names_of(rule.of)
    draft.require(
        targets.covers(draft, rule, target), "check.of", rule, "of", against=target.against, covered=of
    )
    against = draft.state.checks.against(target.id)
    running = next((stop.id for stop in against if stop.rule == rule.id and stop.stage != "ended"), None)
    draft.require(running is None, "check.not-yet", rule, against=target.against, stop=running)
    if rule.within is not None:
        until = draft.deadline(rule.within, target.at)
        draft.require(draft.at <= until, "check.within", rule, "within", against=target.against, until=until)
    if rule.once:
        used = targets.earlier(draft, rule, target)
        draft.require(used is None, "check.once", rule, "once", against=target.against, stop=used)


def _require_right(draft: Draft, rule: Check, target: CheckTarget, act: CheckRaise) -> Motion | None:
    """Require the decision by which a body uses its check, and return it; else that the author may sign, or holds the office."""
    if rule.decision is None and rule.start:
        holds = any(_belongs(draft, support, draft.author) for support in rule.start)
        draft.require(holds, "check.signer", rule, "start", person=draft.author, by=_signers(rule))
        return None
    if rule.decision is None and act.decided is None:
        kinds = draft.book.bylaws.bodies
        alone = [n for n in rule.by.names if n not in kinds or kinds[n].type in ALONE]
        signed = "signers" in rule.by.names and draft.author in target.signers
        holds = signed or any(belongs(draft, draft.author, name) for name in alone)
        draft.require(
            holds, "check.right", rule, "by", by=names_of(rule.by), against=target.against, rule=_name(rule)
        )
        return None
    about = CheckUse(_name(rule), target.against, target.option)
    return _require_decided(draft, rule, act.decided, about, rule.decision)


def _name(rule: Check) -> CheckId:
    return CheckId(RuleId(rule.id.removeprefix("check.")))


def _require_decided(
    draft: Draft, rule: Check, name: MotionId | None, about: Matter, decision: str | None
) -> Motion:
    """Require a carried motion of the body that has the check, about this very thing, by the decision that the check names."""
    found = look_up(draft.state.motions.all, name)
    vote = look_up(draft.state.motions.votes, name)
    found = draft.known(
        found
        if found is not None
        and vote is not None
        and vote.carried is True
        and found.about == about
        and decision in (None, found.decision)
        and holds_body(draft, rule.by, found)
        else None,
        "check.carried",
        rule,
        "decision",
        by=names_of(rule.by),
        about=about,
        prescribed=decision or "–",
    )
    use(draft, found.id)
    return found


# -- signatures ----------------------------------------------------------------------------------------------------


def _signers(rule: Check) -> str:
    return ", ".join(dict.fromkeys(name for support in rule.start for name in support.by.names))


def _belongs(draft: Draft, support: Support, person: PersonId) -> bool:
    return any(belongs(draft, person, name) for name in support.by.names)


def _may_sign(draft: Draft, rule: Check, person: PersonId, author: PersonId) -> bool:
    """Tell whether a person's signature counts; ``author`` is who raised the check."""
    return any(_signs(draft, rule, each, person, author) for each in rule.start)


def _signs(draft: Draft, rule: Check, support: Support, person: PersonId, author: PersonId) -> bool:
    return _belongs(draft, support, person) and _fits(draft, rule, support, person, author)


def _fits(draft: Draft, rule: Check, support: Support, person: PersonId, author: PersonId) -> bool:
    if support.who is None:
        return True
    supply = draft.supply(Subject(body=_first_body(draft, rule), person=person, author=author))
    return examine(support.who, supply, rule, "start.who", draft.state.law.readings).value is True


def _start(draft: Draft, rule: Check, target: CheckTarget, act: CheckRaise, decided: Motion | None) -> None:
    signers = [p for p in draft.submission.signers if _may_sign(draft, rule, p, draft.author)]
    draft.emit(
        CheckStarted(
            stop=act.stop,
            rule=rule.id,
            target=target.id,
            how=rule.how,
            by=draft.author,
            bylaws_version=draft.book.version,
            at=draft.at,
            text=target.text,
            instead=None if decided is None or rule.how != "replace" else decided.text,
            decided=None if decided is None else decided.id,
            signers=tuple(signers),
        )
    )
    within = next((support.within for support in rule.start if support.within is not None), None)
    if within is not None and decided is None:
        draft.schedule(CheckEnd(act.stop), draft.deadline(within))


def _has_enough(draft: Draft, rule: Check, name: StopId) -> bool:
    """Tell whether one way to start the check suffices, each counting only the signers that it lets sign."""
    stop = draft.state.checks.all[name]
    for support in rule.start:
        signers = tuple(p for p in keys_of(stop.signers) if _signs(draft, rule, support, p, stop.by))
        if not signers:
            continue
        subject = Subject(body=_first_body(draft, rule), author=stop.by, signed=Signed(signers=signers))
        found = enough((support,), draft.supply(subject), rule, "start")
        draft.grounds.extend(found.grounds)
        if found.value is True:
            return True
    return False


def _first_body(draft: Draft, rule: Check) -> BodyId | None:
    """Return the body whose people are counted: the first of those that the check names."""
    kinds = [each for each in rule.by.names if each in draft.book.bylaws.bodies]
    bodies = [body for kind in kinds for body in draft.state.bodies.of_kind(kind)]
    return bodies[0] if bodies else None


def sign(draft: Draft, act: CheckSign) -> None:
    """By those whom the check lets start it, once each, while signatures are collected."""
    stop = _find(draft, act.stop)
    draft.require(stop.stage == "signing", "check.signing", stop=stop.id)
    with draft.under(stop.bylaws_version):
        rule = draft.book.bylaws.checks[stop.rule.removeprefix("check.")]
        holds = _may_sign(draft, rule, draft.author, stop.by)
        draft.require(holds, "check.signer", rule, "start", person=draft.author, by=_signers(rule))
        draft.require(
            draft.author not in stop.signers, "check.not-signed", rule, stop=stop.id, person=draft.author
        )
        draft.emit(CheckSigned(stop=stop.id, person=draft.author, at=draft.at))
        if _has_enough(draft, rule, stop.id):
            _take(draft, rule, draft.state.checks.all[stop.id])


def _find(draft: Draft, name: StopId) -> Stop:
    return draft.known(draft.state.checks.all.get(name), "check.stop-known", stop=name)


# -- standing and ending -------------------------------------------------------------------------------------------


def _take(draft: Draft, rule: Check, stop: Stop) -> None:
    draft.strike(CheckEnd(stop.id))
    until = None
    lasts = rule.lasts
    if rule.how == "suspend" and lasts is not None and _length(draft, lasts) is not None:
        until = draft.deadline(lasts)
    draft.emit(CheckTaken(stop=stop.id, target=stop.target, how=stop.how, until=until))
    if until is not None:
        draft.schedule(CheckEnd(stop.id), until)


def _length(draft: Draft, clock: Clock) -> Duration | None:
    named = draft.book.bylaws.clocks[clock.name].clock if clock.name else clock
    return named.length


def fall_due(draft: Draft, due: CheckEnd) -> None:
    """The time for signing is over, or the suspension is."""
    stop = draft.state.checks.all[due.stop]
    reason = StopEnd.LAPSED if stop.stage == "signing" else StopEnd.OVER
    if stop.stage != "ended":
        draft.emit(CheckEnded(stop=stop.id, target=stop.target, reason=reason))


def lift(draft: Draft, act: CheckLift) -> None:
    """By who raised it alone, or by a decision of the body that did; only what suspends can be lifted."""
    stop = _find(draft, act.stop)
    draft.require(stop.stage == "stands", "check.stands", stop=stop.id)
    rule = draft.state.law.books[stop.bylaws_version].bylaws.checks[stop.rule.removeprefix("check.")]
    draft.require(stop.how == "suspend", "check.suspends", rule, "how", stop=stop.id, how=stop.how)
    if stop.decided is None and not rule.start:
        holds = draft.author == stop.by and any(belongs(draft, draft.author, n) for n in rule.by.names)
        draft.require(holds, "check.own", rule, "by", stop=stop.id, by=stop.by)
    else:
        _require_decided(draft, rule, act.decided, Lifting(stop.id), None)
    _end(draft, stop, StopEnd.LIFTED)


def _end(draft: Draft, stop: Stop, reason: StopEnd) -> None:
    draft.strike(CheckEnd(stop.id))
    draft.emit(CheckEnded(stop=stop.id, target=stop.target, reason=reason))


def vote_closed(draft: Draft, effect: VoteEnded) -> None:
    """End a suspension that was not to stay, or that lasted until this very matter was decided."""
    if effect.carried is None:
        return
    motion = draft.state.motions.all[effect.motion]
    for name in keys_of(draft.state.checks.all) if isinstance(motion.about, Staying | CheckUse) else ():
        stop = draft.state.checks.all[name]
        if stop.stage == "stands":
            _after_vote(draft, stop, motion, effect.carried)


def _after_vote(draft: Draft, stop: Stop, motion: Motion, carried: bool) -> None:
    rule = draft.state.law.books[stop.bylaws_version].bylaws.checks[stop.rule.removeprefix("check.")]
    if motion.about == Staying(stop.id) and rule.stays == motion.decision:
        draft.require(True, "check.stays" if carried else "check.stays-not", rule, "stays", stop=stop.id)
        if not carried:
            _end(draft, stop, StopEnd.NOT_KEPT)
        return
    until = None if rule.lasts is None else rule.lasts.until
    same = isinstance(motion.about, CheckUse) and stop.target == checked(motion.about)
    if same and until == f"{motion.decision}.decided":
        _end(draft, stop, StopEnd.DECIDED)


DECIDERS: Deciders = {CheckRaise: raise_, CheckSign: sign, CheckLift: lift}
