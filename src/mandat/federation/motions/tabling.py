"""Tabling and withdrawing motions, and opening the vote on them."""

from __future__ import annotations

from mandat.bylaws.model import Decision, Entry, Power
from mandat.federation.draft import Deciders, Draft
from mandat.federation.motions.acts import MotionTable, MotionWithdraw, VoteOpen
from mandat.federation.motions.effects import MotionTabled, MotionWithdrawn
from mandat.federation.motions.opening import needs_presence, open_vote
from mandat.federation.motions.presiding import require_presiding
from mandat.federation.motions.state import Motion
from mandat.federation.powers.authority import belongs, prescribed
from mandat.federation.recall.targets import find_target, relief_rules

OWN_METHODS = frozenset({None, "yes-no"})


def table(draft: Draft, act: MotionTable) -> None:
    """By who belongs to the body, or whom the power that it is about lets start it."""
    plain = ":" not in act.motion and bool(act.motion)
    draft.require(plain, "motion.id", id=act.motion)
    draft.require(act.motion not in draft.state.motions.all, "id.free", id=act.motion)
    for body in (act.body, *act.concerned):
        found = draft.state.bodies.get(body)
        draft.require(found is not None and found.stands, "body.stands", body=body)
    require_decision(draft, act.decision)
    _require_place(draft, act)
    _require_about(draft, act)
    _require_mover(draft, act)
    if act.follows:
        find_motion(draft, act.follows)
    for teller in act.tellers:
        draft.require(teller in draft.state.members.people, "person.known", person=teller)
    draft.emit(
        MotionTabled(
            motion=act.motion,
            body=act.body,
            decision=act.decision,
            mover=draft.author,
            at=draft.at,
            text=act.text,
            about=act.about,
            tellers=act.tellers,
            concerned=act.concerned,
            follows=act.follows,
        )
    )


def require_decision(draft: Draft, name: str) -> Decision:
    """Require a decision by yes and no, counted by heads, that says what majority it takes."""
    decision = draft.book.bylaws.decisions.get(name)
    draft.require(decision is not None, "decision.known", decision=name)
    assert decision is not None
    method = None if decision.method is None else decision.method.plain
    fits = decision.method is None or method in OWN_METHODS
    draft.require(fits, "decision.method", decision, "method", decision=name, method=method)
    heads = decision.tally in (None, "heads")
    draft.require(heads, "decision.heads", decision, "tally", decision=name, tally=decision.tally)
    majority = decision.carried is not None or decision.rejected is not None
    draft.require(majority, "decision.majority", decision, "carried", decision=name)
    return decision


def _require_place(draft: Draft, act: MotionTable) -> None:
    """Require that the decision is one of this body, or of the members concerned."""
    decision = draft.book.decision(act.decision)
    people = decision.in_ or decision.voters
    names = () if people is None else people.names
    if "concerned" in names:
        draft.require(bool(act.concerned), "motion.concerned", decision, "voters", decision=act.decision)
        return
    draft.require(not act.concerned, "motion.not-concerned", decision, "voters", decision=act.decision)
    kind = draft.state.bodies.all[act.body].kind
    fits = people is None or act.body in names or kind in names
    key = "in" if decision.in_ is not None else "voters"
    draft.require(fits, "motion.place", decision, key, body=act.body, by=", ".join(names))


def _require_about(draft: Draft, act: MotionTable) -> None:
    """Require that the motion is decided as the bylaws say for what it is about."""
    kind, about = act.about
    draft.require(kind != "recall", "motion.petition", motion=act.motion)
    if kind == "power":
        _require_power_decision(draft, act, draft.book.power(about))
    elif kind == "relief":
        target = find_target(draft, about)
        draft.require(target is not None, "recall.target", target=about)
        rules = () if target is None else relief_rules(draft, target, act.body)
        draft.require(bool(rules), "motion.relief", target=about, body=act.body)
        _require_named(draft, act, rules[0], {rule.decision for rule in rules})
    elif kind in ("appoint", "send"):
        _require_post_decision(draft, act, about.partition(" ")[0])


def _require_power_decision(draft: Draft, act: MotionTable, rule: Power | None) -> None:
    draft.require(rule is not None, "power.defined", power=act.about[1])
    assert rule is not None
    _require_named(draft, act, rule, prescribed(rule, draft.state.bodies.all[act.body].kind))


def _require_post_decision(draft: Draft, act: MotionTable, post: str) -> None:
    found = draft.state.posts.all.get(post)
    draft.require(found is not None, "post.known", post=post)
    assert found is not None
    line = draft.book.line(found.line)
    _require_named(draft, act, line, {line.decision})


def _require_named(
    draft: Draft, act: MotionTable, entry: Entry, names: frozenset[str | None] | set[str | None]
) -> None:
    """Require one of the decisions that an entry prescribes, if it prescribes any."""
    if names and None not in names:
        listed = ", ".join(sorted(filter(None, names)))
        draft.require(
            act.decision in names,
            "motion.decision",
            entry,
            "decision",
            decision=act.decision,
            prescribed=listed,
        )


def _require_mover(draft: Draft, act: MotionTable) -> None:
    if belongs(draft, draft.author, act.body):
        draft.require(True, "motion.mover", body=act.body)
        return
    rule = draft.book.power(act.about[1]) if act.about[0] == "power" else None
    names = [name for support in (rule.start if rule is not None else ()) for name in support.by.names]
    starts = any(belongs(draft, draft.author, name) for name in names)
    draft.require(starts, "motion.mover", rule, "start" if rule else "", body=", ".join((act.body, *names)))


def withdraw(draft: Draft, act: MotionWithdraw) -> None:
    """By the mover, before the vote opens."""
    motion = waiting(draft, act.motion)
    draft.require(draft.author == motion.mover, "motion.own", motion=motion.id, mover=motion.mover)
    draft.require(motion.about[0] != "recall", "motion.petition", motion=motion.id)
    draft.emit(MotionWithdrawn(motion=motion.id))


def open_(draft: Draft, act: VoteOpen) -> None:
    """By who presides; in a meeting if the decision counts who is present."""
    motion = waiting(draft, act.motion)
    require_presiding(draft, motion)
    decision = require_decision(draft, motion.decision)
    meets = draft.state.meetings.open_of(motion.body) is not None
    draft.require(
        meets or not needs_presence(decision),
        "motion.meeting",
        decision,
        "quorum",
        motion=motion.id,
        body=motion.body,
    )
    open_vote(draft, motion)


def find_motion(draft: Draft, motion: str) -> Motion:
    """Return a motion that must be known."""
    found = draft.state.motions.all.get(motion)
    draft.require(found is not None, "motion.known", motion=motion)
    assert found is not None
    return found


def waiting(draft: Draft, motion: str) -> Motion:
    """Return a motion that has been tabled and not voted on or withdrawn."""
    found = find_motion(draft, motion)
    draft.require(not found.withdrawn, "motion.stands", motion=motion)
    draft.require(motion not in draft.state.motions.votes, "motion.not-yet-voted", motion=motion)
    return found


DECIDERS: Deciders = {MotionTable: table, MotionWithdraw: withdraw, VoteOpen: open_}
