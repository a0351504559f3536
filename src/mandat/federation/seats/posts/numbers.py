"""How many posts a line has, and how their number follows the members."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from mandat.bylaws.model import SeatLine
from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.counts.places import nearest_of_kind
from mandat.federation.base.draft import Draft
from mandat.federation.base.evaluation import NO_READINGS, Found, Readings, Supply, evaluate
from mandat.federation.base.lookup import values_of
from mandat.federation.base.named_powers import INTERPRET
from mandat.federation.base.population.electorate import electorate_of
from mandat.federation.base.questioned import QuestionedSeats
from mandat.federation.base.rulings import Ground, OpenQuestion
from mandat.federation.base.subject import Subject, View
from mandat.federation.base.tenure.leaving import vacate
from mandat.federation.base.types import BodyId
from mandat.federation.seats.posts.apportioning import shared
from mandat.federation.seats.posts.effects import PostAbolished, PostsCreated, SeatsApportioned
from mandat.federation.seats.posts.state import Post


def seats_due(
    line: SeatLine, supply: Supply, readings: Readings = NO_READINGS, entitled: int | None = None
) -> Found:
    """Return how many posts a line has for one sender: ``number``, then ``at_least`` and ``at_most``.

    A line without ``number`` has one post. A body without entitled members sends nobody, whatever the number says: an axiom
    of the language (``entitled`` None: not asked). The value is None if the bylaws are silent (for instance on rounding) and the
    readings differ. ``mandat ask BYLAWS seats LINE`` calls this very function.
    """
    if line.from_ and entitled == 0:
        return Found(0, (_plain_ground(line, "seats.nobody"),))
    if line.size.number is None:
        return Found(1, (_plain_ground(line, "seats.one"),))
    found = evaluate(line.size.number, supply, line, "number", readings)
    for key, bound, within in (
        ("at_least", line.size.at_least, _not_below),
        ("at_most", line.size.at_most, _not_above),
    ):
        if bound is not None and not found.open:
            limit = evaluate(bound, supply, line, key, readings)
            value = None if limit.open else within(_whole(found), limit)
            found = Found(value, (*found.grounds, *limit.grounds), limit.readings)
    return found


def _plain_ground(line: SeatLine, requirement: str) -> Ground:
    return Ground(rule=line.id, article=line.article, key="number", requirement=requirement, holds=True)


def _not_below(seats: int, bound: Found) -> int:
    assert isinstance(bound.value, int | Fraction)
    return max(seats, ceil(bound.value))


def _not_above(seats: int, bound: Found) -> int:
    assert isinstance(bound.value, int | Fraction)
    return min(seats, floor(bound.value))


def _whole(found: Found) -> int:
    value = found.value
    assert isinstance(value, int | Fraction)
    return int(value)


def target_of(view: View, line: SeatLine, sender: BodyId) -> BodyId | None:
    """Return the body of the line's kind to which ``sender`` sends.

    That is the one that exists for this sender (``each``), else the nearest upwards in the tree, else the only one.
    """
    own = BodyId(f"{line.body}/{sender}")
    if view.state.bodies.get(own) is not None:
        return own
    standing = view.state.bodies.of_kind(line.body)
    return nearest_of_kind(view, sender, line.body) or (standing[0] if len(standing) == 1 else None)


def due_now(draft: Draft, line: SeatLine, body: BodyId, sender: BodyId | None) -> int | None:
    """Return the posts due to a sender as the members stand now; None, with a question asked, if the bylaws leave it open."""
    if not applies(draft, line, body, sender):
        return 0
    entitled = None if sender is None else len(electorate_of(draft, sender))
    if line.size.total is not None and sender is not None:
        return _share_of(draft, line, body, sender)
    subject = Subject(body=body, sender=sender, line=line.id)
    found = seats_due(line, draft.supply(subject), draft.state.law.readings, entitled)
    draft.grounds.extend(found.grounds)
    if found.value is None:
        ask_reading(draft, line, found, QuestionedSeats(body, sender))
        return None
    return max(0, _whole(found))


def applies(draft: Draft, line: SeatLine, body: BodyId, sender: BodyId | None) -> bool:
    """Tell whether a line exists now (``when``), and whether this sender is one of those that it names (``where``).

    A condition that the bylaws leave open does not hold until it has been read.
    """
    subject = Subject(body=body, sender=sender, line=line.id)
    if sender is not None and draft.test(line.where, subject, line, "where") is not True:
        return False
    return draft.test(line.when, subject, line, "when") is True


def _share_of(draft: Draft, line: SeatLine, body: BodyId, sender: BodyId) -> int | None:
    """Return a sender's share of a fixed number of seats, shared out now if it has not been before."""
    if (line.id, body) not in draft.state.posts.shares:
        share_out(draft, line, body)
    shares = draft.state.posts.shares.get((line.id, body))
    return None if shares is None else shares.get(sender, 0)


def share_out(draft: Draft, line: SeatLine, body: BodyId) -> None:
    """Share out the seats of a line over all who send to a body; where two are level, a question stays open."""
    senders = [each for kind in line.from_ for each in draft.state.bodies.of_kind(kind)]
    mine = [each for each in senders if target_of(draft, line, each) == body and electorate_of(draft, each)]
    mine = [each for each in mine if applies(draft, line, body, each)]
    supplies = {str(each): draft.supply(Subject(body=body, sender=each, line=line.id)) for each in mine}
    whole = draft.supply(Subject(body=body, line=line.id))
    found = shared(line, whole, supplies, draft.state.law.readings)
    draft.grounds.extend(found.grounds)
    if found.seats is None:
        ask_reading(draft, line, Found(None, ()), QuestionedSeats(body))
        return
    draft.emit(
        SeatsApportioned(
            line=line.id, body=body, seats=tuple((BodyId(name), seats) for name, seats in found.seats.items())
        )
    )


def ask_reading(draft: Draft, line: SeatLine, found: Found, subject: QuestionedSeats) -> None:
    """Leave open what the bylaws leave open, unless the same question is open already."""
    asked = values_of(draft.state.law.questions)
    if any(q.rule == line.id and q.key == "number" for q in (*asked, *draft.questions)):
        return
    draft.ask(
        OpenQuestion(
            id=draft.question_id(),
            rule=line.id,
            key="number",
            article=line.article,
            readings=tuple(reading.choice for reading in found.readings),
            holder=INTERPRET,
            subject=subject,
        )
    )


def follow(draft: Draft, sender: BodyId, *, new_rules: bool = False) -> None:
    """Let the number of posts follow a change in the people of ``sender``, or of the rules (``new_rules``).

    Growth fills at once unless the line is counted only at elections (``as_of = "election"``); a smaller number takes effect
    at once only where the bylaws say ``as_of = "live"``, else at the next election.
    """
    body = draft.state.bodies.get(sender)
    if body is None or not body.stands:
        return
    for line in draft.book.lines_from.get(body.kind, ()):
        target = target_of(draft, line, sender)
        if line.size.total is not None:
            continue  # a fixed number is shared out by an act, or when an election is called
        if (
            target is not None
            and line.size.as_of != "election"
            and (new_rules or varies(draft, line, sender))
        ):
            resize(draft, line, target, sender, shrink=line.size.as_of == "live")


def varies(draft: Draft, line: SeatLine, sender: BodyId) -> bool:
    """Tell whether the number can change, or has not been worked out for this sender yet."""
    rows = line.size.number
    fixed = rows is None or (rows.plain is not None and not rows.plain.counts and not rows.plain.groups)
    posts = draft.state.posts
    conditional = line.where is not None or line.when is not None
    return (
        conditional
        or not fixed
        or not any(posts.all[post].line == line.id for post in posts.by_sender.get(sender, ()))
    )


def resize(draft: Draft, line: SeatLine, body: BodyId, sender: BodyId | None, *, shrink: bool) -> int | None:
    """Create the posts that are missing, and abolish those too many if ``shrink``; return how many are due."""
    due = due_now(draft, line, body, sender)
    if due is not None:
        match(draft, line, body, sender, due, shrink=shrink)
    return due


def match(
    draft: Draft, line: SeatLine, body: BodyId, sender: BodyId | None, due: int, *, shrink: bool
) -> None:
    """Create the posts that are missing of those due, and abolish those too many if ``shrink``."""
    posts = draft.state.posts.of_line(body, line.id, sender)
    if due > len(posts):
        first = draft.state.posts.numbered.get((body, line.id, sender), 0) + 1
        draft.emit(PostsCreated(line=line.id, body=body, sender=sender, first=first, count=due - len(posts)))
    elif shrink:
        for post in surplus(posts, len(posts) - due):
            abolish(draft, post, VacancyCause.ABOLISHED)


def surplus(posts: tuple[Post, ...], count: int) -> tuple[Post, ...]:
    """Return the posts that go when ``count`` are too many: vacant ones first, then the last in order of election."""
    last_first = sorted(posts, key=lambda post: (post.holder is not None, -post.order, post.id))
    return tuple(last_first[: max(0, count)])


def abolish(draft: Draft, post: Post, cause: VacancyCause) -> None:
    """Abolish a post; whoever holds it leaves."""
    vacate(draft, draft.state.posts.all[post.id], cause)
    draft.emit(PostAbolished(post=post.id))
