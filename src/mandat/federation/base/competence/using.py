"""Carrying out a decision: once, for what it decided, while it holds.

Every act that rests on a carried motion comes through ``use``, whichever room it belongs to. That the motion is about this very
thing is required before, where the act knows what it does; here it is required that the decision may still serve.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mandat.federation.base.competence.standing import require_entry_free, require_motion_free
from mandat.federation.base.decisions.effects import ExerciseUsed, MotionUsed
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import given, rows_of
from mandat.federation.base.matter import (
    Appointment,
    Delegation,
    FactAdoption,
    FactJudgement,
    Instructing,
    Matter,
    Relief,
    Resumption,
    Sending,
)
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.base.types import BylawsVersion, EntryIndex, MotionId, PersonId

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.state import Motion


def use(draft: Draft, name: MotionId) -> None:
    """Require that a carried motion may still serve, and let the act at hand use it up.

    It may when no check stands against it, no other act has used it, the rule by which it was carried still says the same, and
    nothing later has been decided or done about the same thing.
    """
    require_motion_free(draft, name)
    used = draft.state.decisions.used.get(name)
    if used == draft.submission.index:
        return
    draft.require(used is None, "decision.unused", motion=name, used=used)
    _require_rule_kept(draft, draft.state.motions.all[name])
    _require_newest(draft, draft.state.motions.all[name])
    draft.emit(MotionUsed(motion=name, by=draft.submission.index))


def use_exercise(draft: Draft, index: EntryIndex) -> None:
    """Require that what was done under a power has served for no other signature, and let it serve for this one."""
    require_entry_free(draft, index)
    used = draft.state.decisions.signed.get(index)
    draft.require(used is None, "decision.exercise", exercise=index, used=used)
    draft.emit(ExerciseUsed(exercise=index, by=draft.submission.index))


def _require_rule_kept(draft: Draft, motion: Motion) -> None:
    """Require that the rule of the vote is the one in force, or the one that judges what has started."""
    version = draft.state.motions.votes[motion.id].bylaws_version
    if version == draft.state.law.current:
        return
    voted = _said(draft, version, motion.decision)
    kept = voted in (
        _said(draft, given(draft.state.law.current), motion.decision),
        _said(draft, draft.book.version, motion.decision),
    )
    rule = draft.state.law.book.bylaws.decisions.get(motion.decision)
    draft.require(kept, "decision.rule-kept", rule, "carried", motion=motion.id, decision=motion.decision)


def _said(draft: Draft, version: BylawsVersion, decision: str) -> frozenset[str]:
    book = draft.state.law.books[version]
    return frozenset(_texts(book, f"decision.{decision}"))


def _texts(book: Rulebook, rule: str) -> Iterator[str]:
    """Yield what a rule says, with what the expressions that it names are defined as."""
    for (entry, text), expression in book.expressions.items():
        if entry == rule:
            yield text
            for ref in expression.counts:
                yield from _texts(book, f"define.{ref.name}")


def _require_newest(draft: Draft, motion: Motion) -> None:
    thing = _thing(motion.about)
    closed = draft.state.motions.votes[motion.id].course.closed
    if thing is None or closed is None:
        return
    later = next(
        (
            name
            for name, other in rows_of(draft.state.motions.all)
            if name != motion.id and _thing(other.about) == thing and _carried_after(draft, name, closed)
        ),
        None,
    )
    draft.require(
        later is None and not _left_since(draft, motion, closed), "decision.newest", motion=motion.id
    )


def _carried_after(draft: Draft, name: MotionId, closed: int) -> bool:
    vote = draft.state.motions.votes.get(name)
    return (
        vote is not None
        and vote.carried is True
        and vote.course.closed is not None
        and vote.course.closed > closed
    )


def _left_since(draft: Draft, motion: Motion, closed: int) -> bool:
    """Tell whether the person to be seated has left that line of seats after the decision: it speaks of before."""
    match motion.about:
        case Appointment(post, person) | Sending(post, person):
            found = draft.state.posts.all.get(post)
            past = None if found is None else draft.state.posts.past.get((found.line, PersonId(person)))
            return past is not None and past.left > closed
    return False


def _thing(about: Matter | None) -> tuple[str, ...] | None:
    """Return what a decision settles, where a later one about the same thing takes its place."""
    match about:
        case Appointment(post) | Sending(post) | Relief(post):
            return ("post", str(post))
        case Delegation(power, to, matter) | Resumption(power, to, matter):
            return ("power", power, str(to), matter)
        case FactAdoption(fact, of) | FactJudgement(fact, of):
            return ("fact", fact, str(of))
        case Instructing(motion):
            return ("instruct", str(motion))
    return None
