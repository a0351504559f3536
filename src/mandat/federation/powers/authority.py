"""Who may do a thing: the holder of a power, or the registrar where the bylaws name no holder."""

from __future__ import annotations

from mandat.bylaws.model import Holder, Power
from mandat.bylaws.pieces import Population
from mandat.federation.counts import Subject, View
from mandat.federation.draft import Draft
from mandat.federation.rulings import Ground, Refusal


def require_power(draft: Draft, power: str, *, motion: str | None = None, text: str | None = None) -> None:
    """Require that the author may exercise ``power``; where the bylaws do not name it, that the author is the registrar.

    A body exercises its power by a decision: then ``motion`` must name one carried about this power and this ``text``.
    """
    rule = draft.book.power(power)
    if rule is None:
        draft.require(draft.author == draft.state.keys.registrar, "registrar", power=power)
        return
    draft.demand(rule.when, Subject(author=draft.author), rule, "when")
    if rule.frozen_when is not None and draft.test(rule.frozen_when, Subject(), rule, "frozen") is not False:
        raise Refusal(draft.grounds.pop())
    holder = _holder(draft, rule)
    if holder is not None and _decision(rule, holder) is None:
        draft.require(True, "power.holder", rule, "holder", power=power, holder=_names(holder.holder))
        return
    _require_decision(draft, rule, motion, text)


def _holder(draft: Draft, rule: Power) -> Holder | None:
    """Return the entry under which the author holds the power: the first holder, or a further one whose ``when`` holds."""
    for holder in (Holder(holder=rule.holder, decision=rule.decision), *rule.also):
        if (
            holder.when is not None
            and draft.test(holder.when, Subject(author=draft.author), rule, "also.when") is not True
        ):
            draft.grounds.pop()
            continue
        if any(belongs(draft, draft.author, name) for name in holder.holder.names):
            return holder
    return None


def _decision(rule: Power, holder: Holder) -> str | None:
    return holder.decision or rule.decision


def _require_decision(draft: Draft, rule: Power, motion: str | None, text: str | None) -> None:
    """Require a carried decision of the holder on this very text; signing under it is execution, not delegation."""
    name = rule.id.removeprefix("power.")
    holder = _names(rule.holder)
    found = draft.state.motions.all.get(motion or "")
    draft.require(
        found is not None or rule.decision is None,
        "power.decision-missing",
        rule,
        "holder",
        power=name,
        holder=holder,
    )
    draft.require(found is not None, "power.not-holder", rule, "holder", power=name, holder=holder)
    if found is None:
        return
    vote = draft.state.motions.votes.get(found.id)
    draft.require(
        found.about == ("power", name), "power.decision-other", rule, "decision", power=name, motion=found.id
    )
    draft.require(
        text is None or found.text == text, "power.decision-text", rule, "decision", motion=found.id
    )
    draft.require(
        vote is not None and vote.carried is True,
        "power.decision-not-carried",
        rule,
        "decision",
        motion=found.id,
    )
    kind = draft.state.bodies.all[found.body].kind
    draft.require(
        kind in rule.holder.names,
        "power.decision-body",
        rule,
        "holder",
        power=name,
        holder=holder,
        body=found.body,
    )


def belongs(view: View, person: str, name: str) -> bool:
    """Tell whether a person belongs to the body, kind of body, or line that ``name`` names, as a member or holder."""
    state = view.state
    if name in view.book.bylaws.lines:
        return any(post.line == name for post in state.posts.held_by(person))
    bodies = (name,) if state.bodies.get(name) else state.bodies.of_kind(name)
    return any(person in state.members.roll(body) or state.posts.sits_in(person, body) for body in bodies)


def _names(population: Population) -> str:
    return ", ".join(population.names)


__all__ = ["Ground", "belongs", "require_power"]
