"""Who may do a thing: the holder of a power, or the registrar where the bylaws name no holder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.bylaws.model import Holder, Power
from mandat.bylaws.model.ids import PowerId
from mandat.federation.base.competence.founding import not_begun
from mandat.federation.base.competence.standing import require_motion_free
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import look_up
from mandat.federation.base.matter import Matter, PowerUse
from mandat.federation.base.named_powers import AMEND, INTERPRET
from mandat.federation.base.population.belonging import belongs, holds_body, names_of, stands_in
from mandat.federation.base.subject import Subject
from mandat.federation.base.types import MotionId

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.state import Motion
    from mandat.federation.seats.posts.state import Post


def interpreting_power(draft: Draft) -> PowerId:
    """Return the power under which an open question is answered: ``rules.interpret``; where nobody holds it, amending."""
    return INTERPRET if draft.book.power(INTERPRET) is not None else AMEND


def require_power(
    draft: Draft,
    power: PowerId,
    *,
    motion: MotionId | None = None,
    text: str | None = None,
    about: Matter | None = None,
    alone: bool = True,
    uses: bool = True,
) -> Holder | None:
    """Require that the author may exercise ``power``; where the bylaws do not name it, that the author is the registrar.

    A body exercises its power by a decision where the bylaws name one: then ``motion`` must name one carried about this
    power (or about the matter given) and this ``text``. With ``alone=False`` a body always needs one, even where they leave the
    decision out, and only the holder of an office acts alone. While no holder has begun yet (the days of founding), the
    registrar acts. The motion serves for this act alone, unless
    ``uses`` says that it is only asked. Returns the entry of the bylaws under which the power is held (None: the registrar).
    """
    rule = draft.book.power(power)
    if rule is None:
        draft.require(draft.author == draft.state.keys.registrar, "registrar", power=power)
        return None
    subject = Subject(author=draft.author, motion=motion)
    draft.demand(rule.first.when, subject, rule, "when")
    _require_not_frozen(draft, rule, subject)
    entries = _entries(draft, rule, subject)
    held = next((entry for entry in entries if _belongs_to(draft, entry)), None)
    if held is None:
        _require_not_suspended(draft, rule, entries)
    if held is not None and _decision(rule, held) is None and (alone or _is_office(draft, held)):
        _require_jointly(draft, rule, held)
        _require_capacity(draft, rule, held)
        acts = any(stands_in(draft, draft.author, name) for name in held.holder.names)
        code = "power.acting" if acts else "power.holder"
        draft.require(True, code, rule, "holder", power=power, holder=names_of(held.holder))
        return held
    founding = held is None and alone and draft.author == draft.state.keys.registrar
    if founding and motion is None and not_begun(draft, entries):
        draft.require(True, "power.founding", rule, "holder", power=power, holder=names_of(rule.first.holder))
        return None
    return _require_decision(draft, rule, entries, held, motion, text, about or PowerUse(power), uses)


def _require_not_frozen(draft: Draft, rule: Power, subject: Subject) -> None:
    if rule.frozen_when is not None:
        frozen = draft.test(rule.frozen_when, subject, rule, "frozen")
        draft.require(frozen is False, "power.free", rule, "frozen", power=power_name(rule))


def _entries(draft: Draft, rule: Power, subject: Subject) -> tuple[Holder, ...]:
    """Return the entries under which the power may be held now: the first holder, and the further ones whose ``when`` holds."""
    found = [rule.first]
    for holder in rule.also:
        if draft.test(holder.when, subject, rule, "also.when") is not True:
            draft.grounds.pop()
            continue
        found.append(holder)
    return tuple(found)


def _belongs_to(draft: Draft, entry: Holder) -> bool:
    return any(belongs(draft, draft.author, name) for name in entry.holder.names)


def _is_office(draft: Draft, entry: Holder) -> bool:
    """Tell whether the author holds the power as a single officer (jointly with others, if the bylaws say so)."""
    kinds = draft.book.bylaws.bodies
    own = [name.partition(".")[0] for name in entry.holder.names if belongs(draft, draft.author, name)]
    return any((name in kinds and kinds[name].type == "office") for name in own)


def _require_jointly(draft: Draft, rule: Power, entry: Holder) -> None:
    """Require a signature for each of those who hold the power jointly."""
    if not entry.jointly:
        return
    signers = draft.submission.signers
    missing = next((n for n in entry.holder.names if not any(belongs(draft, s, n) for s in signers)), None)
    draft.require(
        missing is None, "power.jointly", rule, "jointly", holder=names_of(entry.holder), missing=missing
    )


def _posts_of(draft: Draft, entry: Holder) -> list[Post]:
    """Return the author's posts in the bodies that hold a power."""
    kinds = {name.partition(".")[0] for name in entry.holder.names}
    return [
        post
        for post in draft.state.posts.held_by(draft.author)
        if draft.state.bodies.all[post.body].kind in kinds or post.body in kinds
    ]


def _require_not_suspended(draft: Draft, rule: Power, entries: tuple[Holder, ...]) -> None:
    """Say of who is suspended that this is why they may not act."""
    posts = [post for entry in entries for post in _posts_of(draft, entry)]
    active = not any(post.capacity == "suspended" for post in posts)
    if not active:
        draft.require(active, "power.suspended", rule, "holder", power=power_name(rule), person=draft.author)


def _require_capacity(draft: Draft, rule: Power, entry: Holder) -> None:
    """Require that the author is no caretaker, unless the power is one of current business."""
    posts = _posts_of(draft, entry)
    full = rule.current or not posts or any(post.capacity == "full" for post in posts)
    draft.require(full, "power.caretaker", rule, "current", power=power_name(rule), person=draft.author)


def _decision(rule: Power, holder: Holder) -> str | None:
    return holder.decision or rule.first.decision


def prescribed(rule: Power, kind: str) -> frozenset[str | None]:
    """Return the decisions by which a kind of body may exercise a power; empty if it does not hold it, None for any."""
    return frozenset(
        _decision(rule, entry)
        for entry in rule.holders
        if kind in {n.partition(".")[0] for n in entry.holder.names}
    )


def _require_decision(
    draft: Draft,
    rule: Power,
    entries: tuple[Holder, ...],
    held: Holder | None,
    motion: MotionId | None,
    text: str | None,
    matter: Matter,
    uses: bool,
) -> Holder:
    """Require a carried decision of the holder on this very text; signing under it is execution, not delegation."""
    found = look_up(draft.state.motions.all, motion)
    name, holder = power_name(rule), _holder_that_decided(draft, entries, found)
    code = (
        "power.decision-missing"
        if held is not None or rule.first.decision is not None
        else "power.not-holder"
    )
    found = draft.known(found, code, rule, "holder", power=name, holder=holder)
    draft.require(
        found.about == matter, "power.decision-other", rule, "decision", power=name, motion=found.id
    )
    same = text is None or found.text == text
    draft.require(same, "power.decision-text", rule, "decision", motion=found.id)
    vote = draft.state.motions.votes.get(found.id)
    carried = vote is not None and vote.carried is True
    draft.require(carried, "power.decision-not-carried", rule, "decision", motion=found.id)
    require_motion_free(draft, found.id)
    entry = _require_deciders(draft, rule, entries, found)
    if uses:
        use(draft, found.id)
    return entry


def _holder_that_decided(draft: Draft, entries: tuple[Holder, ...], motion: Motion | None) -> str:
    """Return the names of the holder whose decision a motion is; of all who may hold the power now, if it is nobody's."""
    own = [] if motion is None else [each for each in entries if holds_body(draft, each.holder, motion)]
    return ", ".join(dict.fromkeys(names_of(each.holder) for each in own[:1] or entries))


def _require_deciders(draft: Draft, rule: Power, entries: tuple[Holder, ...], motion: Motion) -> Holder:
    """Require that the body that decided holds the power, and decided as the bylaws prescribe."""
    name, holder = power_name(rule), _holder_that_decided(draft, entries, motion)
    entry = draft.known(
        next((each for each in entries if holds_body(draft, each.holder, motion)), None),
        "power.decision-body",
        rule,
        "holder",
        power=name,
        holder=holder,
        body=motion.body,
    )
    decision = _decision(rule, entry)
    draft.require(
        decision in (None, motion.decision),
        "power.decision-rule",
        rule,
        "decision",
        motion=motion.id,
        decision=motion.decision,
        prescribed=decision,
    )
    return entry


def power_name(rule: Power) -> PowerId:
    """Return the power's name as the bylaws write it, without the table."""
    return PowerId(rule.id.removeprefix("power."))
