"""Exercising powers, ratifying what was done, delegating."""

from __future__ import annotations

from mandat.bylaws.model import Delegable, Holder, Power
from mandat.bylaws.pieces import Need
from mandat.federation.checks.standing import require_entry_free
from mandat.federation.counts.subject import Subject
from mandat.federation.draft import Deciders, Draft
from mandat.federation.powers.acts import PowerDelegate, PowerExercise, PowerRatify, PowerResume
from mandat.federation.powers.authority import belongs, names_of, power_name, require_power
from mandat.federation.powers.effects import PowerDelegated, PowerExercised, PowerRatified, PowerResumed
from mandat.federation.powers.needs import AFTERWARDS, agrees, applies, require_consent, require_countersign


def exercise(draft: Draft, act: PowerExercise) -> None:
    """By the officer who holds the power or a delegate, or under a decision of the body; within its limit and needs."""
    rule = _power(draft, act.power)
    if act.motion is not None:
        used = draft.state.powers.used.get(act.motion)
        draft.require(used is None, "power.unused", rule, "decision", motion=act.motion, used=used)
    entry = _require_holder(draft, rule, act)
    if rule.limit is not None:
        draft.demand(rule.limit, Subject(author=draft.author, amount=act.amount), rule, "limit")
    countersigned, awaits = _require_needs(draft, rule, entry, act)
    draft.emit(
        PowerExercised(
            index=draft.submission.index,
            power=act.power,
            by=draft.author,
            text=act.text,
            at=draft.at,
            book=draft.book.version,
            motion=act.motion,
            amount=act.amount,
            countersigned=countersigned,
            awaits=awaits,
        )
    )


def _power(draft: Draft, name: str) -> Power:
    rule = draft.book.power(name)
    draft.require(rule is not None, "power.defined", power=name)
    assert rule is not None
    return rule


def _require_holder(draft: Draft, rule: Power, act: PowerExercise) -> Holder | None:
    """Require that the author may act, and return the entry under which they do (None: as a delegate)."""
    if draft.author in draft.state.powers.delegated.get(act.power, ()) and act.motion is None:
        draft.require(True, "power.delegate", rule, "delegable", power=act.power, person=draft.author)
        limit = rule.delegable.limit if isinstance(rule.delegable, Delegable) else None
        if limit is not None:
            draft.demand(limit, Subject(author=draft.author, amount=act.amount), rule, "delegable.limit")
        return None
    return require_power(draft, act.power, motion=act.motion, text=act.text, alone=False)


def numbered_needs(rule: Power) -> tuple[tuple[int, Need, Holder | None], ...]:
    """Return all needs of a power, numbered from 0: its own, then those of each further holder (with that holder)."""
    own: list[tuple[Need, Holder | None]] = [(need, None) for need in rule.needs]
    further = [(need, holder) for holder in rule.also for need in holder.needs]
    return tuple((number, need, holder) for number, (need, holder) in enumerate([*own, *further]))


def _require_needs(
    draft: Draft, rule: Power, entry: Holder | None, act: PowerExercise
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Require what is needed before and on the act; return who countersigned, and what is still needed afterwards."""
    countersigned: list[str] = []
    awaits: list[int] = []
    for number, need, holder in numbered_needs(rule):
        if holder not in (None, entry) or not applies(draft, rule, need, act.amount):
            continue
        if need.as_ == "countersign":
            countersigned.append(require_countersign(draft, rule, need))
        elif need.as_ in AFTERWARDS:
            awaits.append(number)
        else:
            require_consent(draft, rule, need, act.consents, act.text)
    return tuple(countersigned), tuple(awaits)


def ratify(draft: Draft, act: PowerRatify) -> None:
    """By a carried motion, on the same text, of the body whose ratification or confirmation was needed."""
    done = draft.state.powers.exercises.get(act.exercise)
    draft.require(done is not None, "power.exercised", exercise=act.exercise)
    assert done is not None
    draft.require(bool(done.awaits), "power.awaits", exercise=done.index)
    require_entry_free(draft, done.index)
    with draft.under(done.book):
        rule = _power(draft, done.power)
        waiting = [(number, need) for number, need, _ in numbered_needs(rule) if number in done.awaits]
        found = next((n for n, need in waiting if agrees(draft, rule, need, act.motion, done.text)), None)
        by = ", ".join(names_of(need.from_) for _, need in waiting)
        draft.require(found is not None, "power.ratified", rule, "needs", motion=act.motion, by=by)
    assert found is not None
    draft.emit(PowerRatified(exercise=done.index, need=found, motion=act.motion))


def delegate(draft: Draft, act: PowerDelegate) -> None:
    """By the holder, only where the bylaws let the power be delegated, and to those they name."""
    rule = _power(draft, act.power)
    draft.require(
        rule.delegable is not False,
        "power.delegable",
        rule,
        "delegable",
        power=act.power,
        holder=names_of(rule.holder),
    )
    known = draft.state.members.people.get(act.person)
    draft.require(known is not None and not known.dead, "person.known", person=act.person)
    to = rule.delegable.to if isinstance(rule.delegable, Delegable) else None
    fits = to is None or any(belongs(draft, act.person, name) for name in to.names)
    draft.require(
        fits,
        "power.delegable-to",
        rule,
        "delegable",
        person=act.person,
        to="" if to is None else names_of(to),
    )
    delegates = draft.state.powers.delegated.get(act.power, ())
    draft.require(act.person not in delegates, "power.not-yet-delegated", power=act.power, person=act.person)
    _require_own(draft, rule, act.motion, ("delegate", f"{act.power} {act.person}"))
    draft.emit(PowerDelegated(power=act.power, person=act.person))


def resume(draft: Draft, act: PowerResume) -> None:
    """By the holder, at any moment."""
    rule = _power(draft, act.power)
    delegates = draft.state.powers.delegated.get(act.power, ())
    draft.require(act.person in delegates, "power.is-delegated", power=act.power, person=act.person)
    _require_own(draft, rule, act.motion, ("resume", f"{act.power} {act.person}"))
    draft.emit(PowerResumed(power=act.power, person=act.person))


def _require_own(draft: Draft, rule: Power, motion: str | None, about: tuple[str, str]) -> None:
    """Require that the holding officer acts, or the holding body by a carried motion about this very thing."""
    special = rule.delegable.decision if isinstance(rule.delegable, Delegable) else None
    decision = special or rule.decision
    offices = [
        n for n in rule.holder.names if n in draft.book.bylaws.bodies and draft.book.kind(n).type == "office"
    ]
    if decision is None and any(belongs(draft, draft.author, name) for name in offices):
        draft.require(
            True, "power.holder", rule, "holder", power=power_name(rule), holder=names_of(rule.holder)
        )
        return
    found = draft.state.motions.all.get(motion or "")
    vote = draft.state.motions.votes.get(motion or "")
    holds = (
        found is not None
        and vote is not None
        and vote.carried is True
        and found.about == about
        and decision in (None, found.decision)
        and any(name in (found.body, draft.state.bodies.all[found.body].kind) for name in rule.holder.names)
    )
    draft.require(
        holds,
        "power.own",
        rule,
        "holder",
        power=power_name(rule),
        holder=names_of(rule.holder),
        about=" ".join(about),
    )


DECIDERS: Deciders = {
    PowerExercise: exercise,
    PowerRatify: ratify,
    PowerDelegate: delegate,
    PowerResume: resume,
}
