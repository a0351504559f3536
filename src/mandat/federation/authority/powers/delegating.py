"""Delegating powers and taking them back: to a person or a body, for all matters or for one."""

from __future__ import annotations

from collections.abc import Callable

from mandat.bylaws.model import Delegable, Power
from mandat.bylaws.model.ids import PowerId
from mandat.federation.authority.powers.acts import PowerDelegate, PowerExercise, PowerResume
from mandat.federation.authority.powers.effects import PowerDelegated, PowerResumed
from mandat.federation.authority.powers.state import Delegate
from mandat.federation.base.competence.powers import power_name
from mandat.federation.base.competence.standing import require_motion_free
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import given, look_up, rows_of
from mandat.federation.base.matter import Delegation, Matter, PowerUse, Resumption
from mandat.federation.base.population.belonging import belongs, names_of
from mandat.federation.base.population.staying import has_left
from mandat.federation.base.tenure.effects import SeatVacated
from mandat.federation.base.types import Actor, BodyId, MotionId, PersonId, PostId


def find_power(draft: Draft, name: PowerId) -> Power:
    """Return a power that the bylaws must name."""
    return draft.known(draft.book.power(name), "power.defined", power=name)


def find_delegate(draft: Draft, rule: Power, act: PowerExercise) -> Delegate | None:
    """Return the delegation under which an act is done: to the author, or to the body that decided on this very text."""
    mine = [
        each
        for each in draft.state.powers.delegated.get(power_name(rule), ())
        if each.matter in ("", act.matter)
    ]
    if act.motion is None:
        found = next((each for each in mine if not each.is_body and each.to == draft.author), None)
        return found if found is not None and _still_fits(draft, rule, found) else None
    motion = draft.state.motions.all.get(act.motion)
    found = next((d for d in mine if d.is_body and motion is not None and d.to == motion.body), None)
    if found is None or motion is None:
        return None
    vote = draft.state.motions.votes.get(motion.id)
    about = motion.about == PowerUse(power_name(rule), act.amount)
    draft.require(about, "power.decision-other", rule, "decision", power=power_name(rule), motion=motion.id)
    draft.require(motion.text == act.text, "power.decision-text", rule, "decision", motion=motion.id)
    carried = vote is not None and vote.carried is True
    draft.require(carried, "power.decision-not-carried", rule, "decision", motion=motion.id)
    require_motion_free(draft, motion.id)
    return found


def _still_fits(draft: Draft, rule: Power, found: Delegate) -> bool:
    """Tell whether a person is still one of those to whom the power may be delegated."""
    to = rule.delegable.to if isinstance(rule.delegable, Delegable) else None
    return to is None or any(belongs(draft, PersonId(found.to), name) for name in to.names)


def delegate(draft: Draft, act: PowerDelegate) -> None:
    """By the holder, only where the bylaws let the power be delegated, and to those they name."""
    rule = find_power(draft, act.power)
    holder = names_of(rule.first.holder)
    able = rule.delegable is not False
    draft.require(able, "power.delegable", rule, "delegable", power=act.power, holder=holder)
    found = _delegate(draft, act)
    _require_one_named(draft, rule, found)
    delegates = draft.state.powers.delegated.get(act.power, ())
    before = {(each.to, each.is_body, each.matter) for each in delegates}
    new = (found.to, found.is_body, found.matter) not in before
    draft.require(new, "power.not-yet-delegated", power=act.power, delegate=found.to)
    _require_own(draft, rule, act.motion, Delegation(act.power, found.to, found.matter))
    draft.emit(
        PowerDelegated(
            power=act.power,
            to=found.to,
            is_body=found.is_body,
            matter=found.matter,
            giver=_giver(draft, rule, act.motion),
        )
    )


def _giver(draft: Draft, rule: Power, motion: MotionId | None) -> PostId | None:
    """Return the post of the officer who delegates; None for a body, which stays whoever sits in it."""
    names = rule.first.holder.names
    mine = (
        post.id
        for post in draft.state.posts.held_by(draft.author)
        if draft.state.bodies.all[post.body].kind in names or post.body in names
    )
    return next(mine, None) if motion is None else None


def seat_left(draft: Draft, effect: SeatVacated) -> None:
    """A delegation ends with the office of who gave it, and with the last seat of who holds it and is a member nowhere."""
    gone = has_left(draft, effect.person)
    _end(draft, lambda each: each.giver == effect.post or (gone and each.to == effect.person))


def member_left(draft: Draft, person: PersonId) -> None:
    """Nothing stays delegated to somebody who has left."""
    if has_left(draft, person):
        _end(draft, lambda each: not each.is_body and each.to == person)


def _end(draft: Draft, ends: Callable[[Delegate], bool]) -> None:
    for power, delegates in rows_of(draft.state.powers.delegated):
        for each in delegates:
            if ends(each):
                draft.emit(PowerResumed(power=power, to=each.to, is_body=each.is_body, matter=each.matter))


def _delegate(draft: Draft, act: PowerDelegate | PowerResume) -> Delegate:
    one = (act.person is None) != (act.body is None)
    draft.require(one, "power.one-delegate", power=act.power)
    to: Actor = given(act.body) if act.person is None else act.person
    return Delegate(to, act.body is not None, act.matter)


def _require_one_named(draft: Draft, rule: Power, found: Delegate) -> None:
    """Require that the delegate is known, and one of those to whom the power may be delegated."""
    to = rule.delegable.to if isinstance(rule.delegable, Delegable) else None
    names = () if to is None else to.names
    if found.is_body:
        body = draft.state.bodies.get(found.to)
        draft.require(body is not None and body.stands, "body.stands", body=BodyId(found.to))
        fits = to is None or found.to in names or (body is not None and body.kind in names)
    else:
        known = draft.state.members.people.get(PersonId(found.to))
        draft.require(known is not None and not known.dead, "person.known", person=PersonId(found.to))
        fits = to is None or any(belongs(draft, PersonId(found.to), name) for name in names)
    draft.require(fits, "power.delegable-to", rule, "delegable", delegate=found.to, to=", ".join(names))


def resume(draft: Draft, act: PowerResume) -> None:
    """By the holder, at any moment."""
    rule = find_power(draft, act.power)
    found = _delegate(draft, act)
    delegates = draft.state.powers.delegated.get(act.power, ())
    standing = {(each.to, each.is_body, each.matter) for each in delegates}
    given = (found.to, found.is_body, found.matter) in standing
    draft.require(given, "power.is-delegated", power=act.power, delegate=found.to)
    _require_own(draft, rule, act.motion, Resumption(act.power, found.to, found.matter))
    draft.emit(PowerResumed(power=act.power, to=found.to, is_body=found.is_body, matter=found.matter))


def _require_own(draft: Draft, rule: Power, motion: MotionId | None, about: Matter) -> None:
    """Require that the holding officer acts, or the holding body by a carried motion about this very thing."""
    special = rule.delegable.decision if isinstance(rule.delegable, Delegable) else None
    decision = special or rule.first.decision
    offices = [
        n
        for n in rule.first.holder.names
        if n in draft.book.bylaws.bodies and draft.book.kind(n).type == "office"
    ]
    if decision is None and any(belongs(draft, draft.author, name) for name in offices):
        draft.require(
            True, "power.holder", rule, "holder", power=power_name(rule), holder=names_of(rule.first.holder)
        )
        return
    found = look_up(draft.state.motions.all, motion)
    vote = look_up(draft.state.motions.votes, motion)
    holds = (
        found is not None
        and vote is not None
        and vote.carried is True
        and found.about == about
        and decision in (None, found.decision)
        and any(
            name in (found.body, draft.state.bodies.all[found.body].kind) for name in rule.first.holder.names
        )
    )
    draft.require(
        holds,
        "power.own",
        rule,
        "holder",
        power=power_name(rule),
        holder=names_of(rule.first.holder),
        about=about,
    )
    if found is not None:
        use(draft, found.id)
