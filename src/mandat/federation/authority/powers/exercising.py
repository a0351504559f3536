"""Exercising powers, asking for consent, ratifying what was done."""

from __future__ import annotations

from mandat.bylaws.model import Delegable, Holder, Power
from mandat.bylaws.model.pieces import Need
from mandat.federation.authority.powers.acts import (
    PowerAsk,
    PowerDelegate,
    PowerExercise,
    PowerRatify,
    PowerResume,
)
from mandat.federation.authority.powers.afterwards import await_needs, numbered_needs
from mandat.federation.authority.powers.delegating import delegate, find_delegate, find_power, resume
from mandat.federation.authority.powers.effects import (
    ConsentAsked,
    PowerAssented,
    PowerExercised,
    PowerRatified,
)
from mandat.federation.authority.powers.needs import (
    AFTERWARDS,
    agrees,
    applies,
    assenting,
    require_consent,
    require_countersign,
)
from mandat.federation.authority.powers.state import Exercise
from mandat.federation.base.agenda.items import NeedEnd
from mandat.federation.base.competence.powers import power_name, require_power
from mandat.federation.base.competence.standing import require_entry_free
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.matter import PowerUse
from mandat.federation.base.population.belonging import names_of
from mandat.federation.base.subject import Subject
from mandat.federation.base.types import MotionId, PersonId

LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON holds exactly."""


def exercise(draft: Draft, act: PowerExercise) -> None:
    """By the officer who holds the power or a delegate, or under a decision of the body; within its limit and needs."""
    rule = find_power(draft, act.power)
    _require_amount(draft, rule, act.amount)
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
            bylaws_version=draft.book.version,
            motion=act.motion,
            amount=act.amount,
            countersigned=countersigned,
            awaits=awaits,
        )
    )
    await_needs(draft, draft.submission.index)


def _require_amount(draft: Draft, rule: Power, amount: int | None) -> None:
    """Require an amount from 0 that any program can hold, and that there is one where a limit or a need asks for it."""
    fits = amount is None or 0 <= amount <= LARGEST
    draft.require(fits, "power.amount", rule, "limit", power=power_name(rule), given=amount or 0)
    asked = (rule.limit, rule.delegable.limit if isinstance(rule.delegable, Delegable) else None)
    needs = (need.when for _, need, _ in numbered_needs(rule))
    counted = any(
        each is not None and any(ref.name == "amount" for ref in each.counts) for each in (*asked, *needs)
    )
    draft.require(
        amount is not None or not counted, "power.amount-given", rule, "limit", power=power_name(rule)
    )


def ask(draft: Draft, act: PowerAsk) -> None:
    """By who may exercise the power: an officer, or under a carried decision of the body."""
    rule = find_power(draft, act.power)
    before = [need for _, need, _ in numbered_needs(rule) if need.as_ not in (*AFTERWARDS, "countersign")]
    draft.require(bool(before), "power.needs-consent", rule, "needs", power=act.power)
    asked = draft.state.powers.asked.get((act.power, act.text))
    draft.require(asked is None, "power.not-asked", rule, "needs", power=act.power, at=asked)
    require_power(draft, act.power, motion=act.motion, text=act.text, alone=False, uses=False)
    draft.emit(ConsentAsked(power=act.power, text=act.text, at=draft.at))


def _require_holder(draft: Draft, rule: Power, act: PowerExercise) -> Holder | None:
    """Require that the author may act, and return the entry under which they do (None: as a delegate)."""
    if find_delegate(draft, rule, act) is None:
        about = PowerUse(act.power, act.amount)
        return require_power(draft, act.power, motion=act.motion, text=act.text, about=about, alone=False)
    if act.motion is not None:
        use(draft, act.motion)
    draft.require(True, "power.delegate", rule, "delegable", power=act.power, person=draft.author)
    limit = rule.delegable.limit if isinstance(rule.delegable, Delegable) else None
    if limit is not None:
        draft.demand(limit, Subject(author=draft.author, amount=act.amount), rule, "delegable.limit")
    return None


def _require_needs(
    draft: Draft, rule: Power, entry: Holder | None, act: PowerExercise
) -> tuple[tuple[PersonId, ...], tuple[int, ...]]:
    """Require what is needed before and on the act; return who countersigned, and what is still needed afterwards."""
    countersigned: list[PersonId] = []
    awaits: list[int] = []
    for number, need, holder in numbered_needs(rule):
        if holder not in (None, entry) or not applies(draft, rule, need, act.amount):
            continue
        if need.as_ == "countersign":
            countersigned.extend(require_countersign(draft, rule, need))
        elif need.as_ in AFTERWARDS:
            awaits.append(number)
        else:
            require_consent(draft, rule, need, act.consents, act.text, act.motion)
    return tuple(countersigned), tuple(awaits)


def ratify(draft: Draft, act: PowerRatify) -> None:
    """By a carried motion, on the same text, of the body whose ratification or confirmation was needed."""
    done = draft.known(
        draft.state.powers.exercises.get(act.exercise), "power.exercised", exercise=act.exercise
    )
    draft.require(not done.lapsed, "power.not-lapsed", exercise=done.index, reason=done.lapsed)
    draft.require(bool(done.awaits), "power.awaits", exercise=done.index)
    require_entry_free(draft, done.index)
    with draft.under(done.bylaws_version):
        rule = find_power(draft, done.power)
        waiting = [(number, need) for number, need, _ in numbered_needs(rule) if number in done.awaits]
        found = next((n for n, need in waiting if agrees(draft, rule, need, act.motion, done.text)), None)
        by = ", ".join(names_of(need.from_) for _, need in waiting)
        found = draft.known(found, "power.ratified", rule, "needs", motion=act.motion, by=by)
        need = next(each for number, each in waiting if number == found)
        use(draft, act.motion)
        if need.enough is not None and not _is_enough(draft, rule, done, found, need, act.motion):
            return
    draft.strike(NeedEnd(done.index, found))
    draft.emit(PowerRatified(exercise=done.index, need=found, motion=act.motion))


def _is_enough(draft: Draft, rule: Power, done: Exercise, number: int, need: Need, motion: MotionId) -> bool:
    """Add the consent of one body, and tell whether those that have given theirs suffice."""
    body = draft.state.motions.all[motion].body
    given = tuple(each for at, each in done.assents if at == number)
    draft.require(body not in given, "power.not-assented", rule, "needs", body=body, exercise=done.index)
    draft.emit(PowerAssented(exercise=done.index, need=number, body=body, motion=motion))
    subject = assenting(draft, need, tuple(sorted((*given, body))))
    return draft.test(need.enough, subject, rule, "needs.enough") is True


DECIDERS: Deciders = {
    PowerExercise: exercise,
    PowerRatify: ratify,
    PowerAsk: ask,
    PowerDelegate: delegate,
    PowerResume: resume,
}
