"""Counts of a person: how long a member, how long in a post, and truths about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mandat.bylaws.expression import CountRef
from mandat.bylaws.model.ids import FactId
from mandat.bylaws.values.duration import Elapsed, Never
from mandat.federation.base.agenda.items import TermEnd
from mandat.federation.base.counts.places import bodies_at, signers
from mandat.federation.base.lookup import any_order, given, look_up, values_of
from mandat.federation.base.subject import Subject, View
from mandat.federation.base.types import BodyId, ElectionId, MotionId


def seniority(view: View, subject: Subject, ref: CountRef) -> Elapsed | Never:
    """Time since the membership of the constituency began (of any assembly, if the constituency is not one)."""
    del ref
    person = given(subject.person)
    members = view.state.members
    since = members.roll(subject.constituency).get(person)
    if since is None:
        found = members.people.get(person)
        joined = (members.roll(body)[person] for body in found.bodies) if found else ()
        since = min(joined, default=None)
    return _elapsed(view, since)


def served(view: View, subject: Subject, ref: CountRef) -> Elapsed | Never:
    """Time in the post."""
    del ref
    post = look_up(view.state.posts.all, subject.post)
    return _elapsed(view, post.since if post is not None and post.holder is not None else None)


def left(view: View, subject: Subject, ref: CountRef) -> Elapsed | Never:
    """Time until the term of the post ends; without an end longer than any."""
    del ref
    end = view.state.agenda.items.get(TermEnd(given(subject.post)))
    return Never() if end is None else Elapsed(view.at, end, view.book.zone)


def since_left(view: View, subject: Subject, ref: CountRef) -> Elapsed | Never:
    """Time since the person last left the line; none has passed for who sits there now."""
    del ref
    person = given(subject.person)
    if any(post.line == subject.line for post in view.state.posts.held_by(person)):
        return Elapsed(view.at, view.at, view.book.zone)
    past = None if subject.line is None else view.state.posts.past.get((subject.line, person))
    return _elapsed(view, None if past is None else past.left)


def terms(view: View, subject: Subject, ref: CountRef) -> int:
    """Terms that the person has completed in the line."""
    del ref
    past = None if subject.line is None else view.state.posts.past.get((subject.line, given(subject.person)))
    return 0 if past is None else past.terms


def silent(view: View, subject: Subject, ref: CountRef) -> Elapsed | Never:
    """Time since the person's last act that was admitted; of who has not acted yet, since they joined."""
    spoke = look_up(view.state.members.spoke, subject.person)
    return seniority(view, subject, ref) if spoke is None else _elapsed(view, spoke)


def age(view: View, subject: Subject, ref: CountRef) -> Elapsed | Never:
    """Age of the person, by the fact ``born`` (a date); of whom it was not told, longer than any duration."""
    del ref
    born = view.state.facts.told.get((BORN, given(subject.person)))
    return _elapsed(view, born if isinstance(born, int) else None)


def seated(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether the person holds a post in one of the bodies, or of the line, named (``sender``: in the body that sent them)."""
    person = given(subject.person)
    if ref.of in view.book.bylaws.lines:
        return any(post.line == ref.of for post in view.state.posts.held_by(person))
    return any(view.state.posts.sits_in(person, body) for body in bodies_at(view, subject, ref.of or ""))


def sitting(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether a meeting of the body is open."""
    return any(body in view.state.meetings.open for body in bodies_at(view, subject, ref.of or ""))


def met(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether the body has met since its posts were last filled by a general election (ever, if there was none)."""
    return any(_has_met(view, body) for body in bodies_at(view, subject, ref.of or ""))


def _has_met(view: View, body: BodyId) -> bool:
    last = view.state.meetings.last.get(body)
    renewed = (
        e.called for e in values_of(view.state.elections.all) if e.body == body and e.cause == "general"
    )
    return last is not None and last >= max(renewed, default=last)


def vacant(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether the place has no holder."""
    if ref.of in view.book.bylaws.lines:
        kind = view.book.line(ref.of or "").body
        posts = (post for body in bodies_at(view, subject, kind) for post in view.state.posts.of_body(body))
        return not any(post.holder for post in posts if post.line == ref.of)
    places = bodies_at(view, subject, ref.of or "")
    return not any(post.holder for body in places for post in view.state.posts.of_body(body))


def resolved(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether the motion named was carried."""
    del subject
    vote = None if ref.of is None else view.state.motions.votes.get(MotionId(ref.of))
    return vote is not None and vote.carried is True


def open_(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether a petition under the rule named runs, or the election or vote named is open."""
    del subject
    state = view.state
    named = ref.of or ""
    election = state.elections.all.get(ElectionId(named))
    vote = state.motions.votes.get(MotionId(named))
    return (
        any(
            p.stage in ("signing", "voting") and named in (p.rule, p.id)
            for p in any_order(state.recalls.all).values()
        )
        or (election is not None and election.stage == "open")
        or (vote is not None and vote.course.closed is None)
    )


def signer(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether the person signed."""
    del ref
    return subject.person in signers(view, subject)


def author(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether the person is the author of the act."""
    del view, ref
    return subject.person == subject.author


def target(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether the person is the one whom the recall targets."""
    del ref
    petition = look_up(view.state.recalls.all, subject.petition)
    post = view.state.posts.get(petition.target) if petition else None
    return post is not None and post.holder == subject.person


def amount(view: View, subject: Subject, ref: CountRef) -> int:
    """The amount that the act names."""
    del view, ref
    return subject.amount or 0


def _elapsed(view: View, since: int | None) -> Elapsed | Never:
    return Never() if since is None else Elapsed(since, view.at, view.book.zone)


def in_force(view: View, subject: Subject, ref: CountRef) -> bool:
    """Whether an agreement binds anybody: the one named, or one of the kind named."""
    del subject
    found = values_of(view.state.agreements.all)
    return any(each.in_force for each in found if ref.of in (each.id, each.kind))


TRUTHS = frozenset({"in_force", "met", "seated", "sitting", "vacant", "resolved", "open"})
"""Truths about a place, which is an argument and not a body to add up over."""

BORN = FactId("born")

COUNTS: Mapping[str, Callable[[View, Subject, CountRef], Any]] = {
    "in_force": in_force,
    "seniority": seniority,
    "served": served,
    "left": left,
    "since_left": since_left,
    "terms": terms,
    "silent": silent,
    "age": age,
    "seated": seated,
    "sitting": sitting,
    "met": met,
    "vacant": vacant,
    "resolved": resolved,
    "open": open_,
    "signer": signer,
    "author": author,
    "target": target,
    "amount": amount,
}
