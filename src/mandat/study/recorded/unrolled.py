"""A vote at the top unrolled: for how many members each delegate's vote stood, and whether their majority won."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from mandat.federation.assembly.motions.state import Choice
from mandat.federation.base.lookup import given, look_up, rows_of
from mandat.federation.base.types import BodyId, MotionId, PersonId
from mandat.federation.state import State
from mandat.language import msg
from mandat.study.errors import StudyError


@dataclass(frozen=True, slots=True)
class StoodFor:
    """One delegate's vote: of which body, and for how many members it stood (a share where several delegates share them)."""

    person: str
    sender: str
    choice: str
    members: Fraction


@dataclass(frozen=True, slots=True)
class Unrolled:
    """``heads``: delegates by choice; ``members``: the members they stood for. ``inverted``: the two have other majorities."""

    motion: str
    result: str
    votes: tuple[StoodFor, ...]
    heads: Mapping[str, int]
    members: Mapping[str, Fraction]
    unanswered: Fraction

    @property
    def inverted(self) -> bool:
        """Whether delegates for more members stood on the side with fewer delegates."""
        heads = self.heads.get("yes", 0) - self.heads.get("no", 0)
        members = self.members.get("yes", Fraction(0)) - self.members.get("no", Fraction(0))
        return heads * members < 0


def unrolled(state: State, motion: str) -> Unrolled:
    """Unroll an open vote; raises ``StudyError`` for a motion without vote, or a secret one, whose ballots say nothing.

    Everybody who sits for the same body stands for an equal part of its members; a body of delegates for those who sent them.
    """
    vote = look_up(state.motions.votes, MotionId(motion))
    if vote is None:
        raise StudyError(msg("there was no vote on {motion} in this record")(motion=repr(motion)))
    if vote.secret:
        raise StudyError(
            msg("the vote on {motion} was secret: nobody can say whose vote was whose")(motion=repr(motion))
        )
    body = look_up(state.motions.all, MotionId(motion))
    where = given(body).body
    found = tuple(
        _stood_for(state, where, person, choice)
        for person, choice in rows_of(vote.received.ballots)
        if isinstance(choice, str)
    )
    heads: dict[str, int] = {}
    members: dict[str, Fraction] = {}
    for each in found:
        heads[each.choice] = heads.get(each.choice, 0) + 1
        members[each.choice] = members.get(each.choice, Fraction(0)) + each.members
    whole = _members(state, where, frozenset())
    return Unrolled(
        motion, vote.result, found, heads, members, whole - sum(members.values(), start=Fraction(0))
    )


def _stood_for(state: State, body: BodyId, person: PersonId, choice: Choice) -> StoodFor:
    posts = [post for post in state.posts.held_by(person) if post.body == body]
    if not posts:
        return StoodFor(person, body, choice, Fraction(1))  # an assembly: everybody stands for themselves
    post = posts[0]
    sender = post.sender or body
    sharing = len(state.posts.of_line(post.body, post.line, post.sender))
    return StoodFor(person, sender, choice, _members(state, sender, frozenset({body})) / max(1, sharing))


def _members(state: State, body: BodyId, seen: frozenset[BodyId]) -> Fraction:
    """Members at the base of a body: its own, or those of the bodies that send to it, each once."""
    own = len(state.members.roll(body))
    if own or body in seen:
        return Fraction(own)
    senders = sorted({post.sender for post in state.posts.of_body(body) if post.sender is not None})
    return sum((_members(state, each, seen | {body}) for each in senders), start=Fraction(0))
