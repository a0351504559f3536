"""Whose consent a power needs: on the act, before it, or after it."""

from __future__ import annotations

from mandat.bylaws.model import Power
from mandat.bylaws.pieces import Need
from mandat.federation.counts.subject import Subject
from mandat.federation.draft import Draft
from mandat.federation.motions.state import Motion
from mandat.federation.powers.authority import belongs, holds_body, names_of, power_name

AFTERWARDS = frozenset({"ratify", "confirm"})


def applies(draft: Draft, rule: Power, need: Need, amount: int | None) -> bool:
    """Tell whether a need is to be met: its ``when`` holds, is left out, or is open."""
    subject = Subject(author=draft.author, amount=amount)
    return draft.test(need.when, subject, rule, "needs.when") is not False


def require_countersign(draft: Draft, rule: Power, need: Need) -> str:
    """Require another signer of the same act from those named; nobody countersigns for themselves. Returns who it is."""
    others = draft.submission.signers[1:]
    found = next((p for p in others if any(_belongs_near(draft, p, n) for n in need.from_.names)), None)
    draft.require(
        found is not None, "power.countersign", rule, "needs", power=power_name(rule), by=names_of(need.from_)
    )
    assert found is not None
    return found


def _belongs_near(draft: Draft, person: str, name: str) -> bool:
    """Tell whether a person belongs to a body; of a kind with one for each of another, to that next to the author's.

    >>> _belongs_near(draft, "the commissar of the same depot", "commissar")  # doctest: +SKIP
    True
    """
    kind = draft.book.bylaws.bodies.get(name)
    if kind is None or not kind.each:
        return belongs(draft, person, name)
    bodies = draft.state.bodies.all
    parents = {bodies[post.body].part_of for post in draft.state.posts.held_by(draft.author)} - {None}
    own = [post.body for post in draft.state.posts.held_by(person) if bodies[post.body].kind == name]
    return any(not parents or bodies[body].part_of in parents for body in own)


def require_consent(draft: Draft, rule: Power, need: Need, motions: tuple[str, ...], text: str) -> None:
    """Require the consent given before: a carried motion on this very text, or the signature of the officer named."""
    offices = [
        n for n in need.from_.names if n in draft.book.bylaws.bodies and draft.book.kind(n).type == "office"
    ]
    signed = need.decision is None and any(
        belongs(draft, s, n) for s in draft.submission.signers[1:] for n in offices
    )
    given = signed or any(agrees(draft, rule, need, motion, text) for motion in motions)
    draft.require(given, "power.consent", rule, "needs", power=power_name(rule), by=names_of(need.from_))


def agrees(draft: Draft, rule: Power, need: Need, name: str, text: str) -> bool:
    """Tell whether a motion is the consent that a need asks for: carried, of that body, by that decision, on this text."""
    motion = draft.state.motions.all.get(name)
    vote = draft.state.motions.votes.get(name)
    if motion is None or vote is None or vote.carried is not True:
        return False
    return (
        _is_about(rule, motion, text)
        and holds_body(draft, need.from_, motion)
        and (need.decision in (None, motion.decision))
    )


def _is_about(rule: Power, motion: Motion, text: str) -> bool:
    return (
        motion.about in (("power", power_name(rule)), ("consent", power_name(rule))) and motion.text == text
    )
