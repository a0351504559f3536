"""When confidence may be given and withdrawn, and when it must be counted anew."""

from __future__ import annotations

from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import rows_of
from mandat.federation.base.population.pools import in_pool
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.types import BodyId, PersonId, PostId
from mandat.federation.seats.confidence.acts import ConfidenceGive, ConfidenceWithdraw
from mandat.federation.seats.confidence.effects import (
    ConfidenceGiven,
    ConfidenceWithdrawn,
    ElectorLeft,
    StandingBegan,
    StandingEnded,
)
from mandat.federation.seats.confidence.threshold import check
from mandat.federation.seats.posts.state import Post


def withdraw(draft: Draft, act: ConfidenceWithdraw) -> None:
    """At any moment, by one of those who can recall the holder, once until given again."""
    post = _own_delegate(draft, act.post)
    standing = draft.state.confidence.standings[post.id]
    draft.require(draft.author not in standing.withdrawn, "confidence.not-yet-withdrawn", post=post.id)
    draft.emit(ConfidenceWithdrawn(post=post.id, person=draft.author))
    check(draft, post)


def give(draft: Draft, act: ConfidenceGive) -> None:
    """At any moment, by one who has withdrawn it."""
    post = _own_delegate(draft, act.post)
    standing = draft.state.confidence.standings[post.id]
    draft.require(draft.author in standing.withdrawn, "confidence.withdrawn", post=post.id)
    draft.emit(ConfidenceGiven(post=post.id, person=draft.author))


def _own_delegate(draft: Draft, post: PostId) -> Post:
    """Return the post if it is held, can be recalled by confidence, and the author belongs to its base."""
    found = draft.known(draft.state.posts.all.get(post), "post.known", post=post)
    draft.require(found.holder is not None, "post.held", post=post)
    recall = draft.known(draft.book.confidence.get(found.line), "confidence.rule", post=post, line=found.line)
    draft.require(_in_base(draft, found), "confidence.elector", recall, "by", post=post, person=draft.author)
    return found


def _in_base(draft: Draft, post: Post) -> bool:
    constituency = post.sender or post.body
    if post.line in draft.book.counts_members:
        here = in_pool(draft.state, constituency, draft.author)
        return here or draft.state.posts.sits_in(draft.author, constituency)
    return draft.state.confidence.standings[post.id].is_elector(draft.author)


def begin(draft: Draft, effect: SeatFilled) -> None:
    """A new holder starts at 0 withdrawals."""
    post = draft.state.posts.all[effect.post]
    if (
        post.line in draft.state.law.book.confidence
    ):  # whatever the seat was filled under, it is lost under these
        draft.emit(StandingBegan(post=post.id, election=effect.election))


def follow_rules(draft: Draft) -> None:
    """Begin a standing for every holder whom new bylaws let lose confidence, and end those of all others."""
    for name, post in rows_of(draft.state.posts.all):
        if post.holder is None:
            continue
        stands, counts = name in draft.state.confidence.standings, post.line in draft.book.confidence
        if counts and not stands:
            draft.emit(StandingBegan(post=name, election=post.election))
        elif stands and not counts:
            draft.emit(StandingEnded(post=name))
        elif stands:
            check(draft, post)


def end(draft: Draft, effect: SeatVacated) -> None:
    """A vacant post has no standing."""
    if effect.post in draft.state.confidence.standings:
        draft.emit(StandingEnded(post=effect.post))


def elector_leaves(draft: Draft, body: BodyId, person: PersonId) -> None:
    """A leaver's withdrawals lapse, and every delegate of the body is rechecked: its base is smaller."""
    for post in _delegates(draft, body):
        standing = draft.state.confidence.standings.get(post.id)
        if standing is None:  # the seat fell with another of these
            continue
        if standing.is_elector(person) or person in standing.withdrawn:
            draft.emit(ElectorLeft(post=post.id, person=person))
        check(draft, post)


def members_change(draft: Draft, body: BodyId) -> None:
    """Recheck the delegates whose base is the members of the day (joiners count as confident)."""
    for post in _delegates(draft, body):
        if post.line in draft.book.counts_members:
            check(draft, post)


def _delegates(draft: Draft, body: BodyId) -> tuple[Post, ...]:
    posts = draft.state.posts
    sent = (posts.all[post] for post in posts.by_sender.get(body, ()))
    return tuple(post for post in sent if post.id in draft.state.confidence.standings)


DECIDERS: Deciders = {ConfidenceWithdraw: withdraw, ConfidenceGive: give}
