"""Who takes a vacant post, by the steps that the bylaws list, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mandat.bylaws.expression import Expression
from mandat.bylaws.model import SeatLine
from mandat.bylaws.model.pieces import Silence, SuccessionStep
from mandat.federation.base.agenda.items import VacancyEnd
from mandat.federation.base.closed import Awaiting, Seating
from mandat.federation.base.draft import Draft
from mandat.federation.base.interpretation.effects import QuestionLapsed
from mandat.federation.base.lookup import look_up, rows_of, values_of
from mandat.federation.base.named_powers import INTERPRET
from mandat.federation.base.questioned import QuestionedPost
from mandat.federation.base.rulings import Ground, OpenQuestion
from mandat.federation.base.tenure.effects import SeatVacated
from mandat.federation.base.tenure.leaving import NO_SUCCESSION, seat
from mandat.federation.base.types import PersonId, PostId
from mandat.federation.seats.elections.calling import fill_by_election, widen_general
from mandat.federation.seats.elections.effects import CountbackSettled
from mandat.federation.seats.elections.state import Election
from mandat.federation.seats.posts.effects import PostsCreated, VacancyAwaits
from mandat.federation.seats.posts.state import Post
from mandat.federation.seats.posts.succeeding import by_election_step, may_succeed, substitutes_of
from mandat.federation.seats.succession.countback import countback, election_of, left_it


def succeed(draft: Draft, effect: SeatVacated) -> None:
    """Fill a post that has fallen vacant, in the same ruling, by the first step that gives a holder or sets one on its way."""
    post = draft.state.posts.all[effect.post]
    line = draft.book.bylaws.lines.get(post.line)
    if effect.cause in NO_SUCCESSION or line is None:
        return
    if draft.followers:
        _take_steps(draft, line, post, effect.person, draft.followers)
        return
    if line.replacing.succession is Silence.UNSPECIFIED:
        _succeed_as_read(draft, line, post, effect.person)
        return
    if isinstance(line.replacing.succession, Silence) or line.replacing.succession is None:
        return
    _take_steps(draft, line, post, effect.person, line.replacing.succession)


def _take_steps(
    draft: Draft, line: SeatLine, post: Post, left: PersonId | None, steps: tuple[SuccessionStep, ...]
) -> None:
    for step in steps:
        done = STEPS[step.by](draft, line, post, left, step)
        draft.grounds.append(
            Ground(
                rule=line.id,
                article=line.article,
                key="succession",
                requirement=f"succession.{step.by}",
                numbers={"post": post.id},
                holds=done,
            )
        )
        if done:
            return


def _succeed_as_read(draft: Draft, line: SeatLine, post: Post, left: PersonId | None) -> None:
    """Take the step that somebody has read into silent bylaws; ask if nobody has yet."""
    reading = draft.state.law.readings.get((line.id, "succession"))
    if reading is None:
        _ask_succession(draft, line, post)
    else:
        _take_steps(
            draft, line, post, left, (SuccessionStep(by="vacant" if reading == "vacant" else "by-election"),)
        )


def succeed_as_read(draft: Draft, name: PostId) -> None:
    """Fill the post on which a question about succession was open, now that it is answered."""
    post = draft.state.posts.all.get(name)
    if post is not None and post.holder is None:
        _succeed_as_read(draft, draft.book.line(post.line), post, None)


def _ask_succession(draft: Draft, line: SeatLine, post: Post) -> None:
    draft.ask(
        OpenQuestion(
            id=draft.question_id(),
            rule=line.id,
            key="succession",
            article=line.article,
            readings=("vacant", "by-election"),
            holder=INTERPRET,
            subject=QuestionedPost(post.id),
        )
    )


def _next_by_votes(
    draft: Draft, line: SeatLine, post: Post, left: PersonId | None, step: SuccessionStep
) -> bool:
    if step.at == "vote":
        return _same_ballot(draft, line, post, left)
    election = election_of(draft, post)
    if election is None or election.outcome is None:
        return line.filling.fill == "lot" and _next_drawn(draft, line, post)
    return _seat_first(
        draft, line, post, election, election.outcome.runners_up, Seating.NEXT_BY_VOTES, step.who
    )


def _same_ballot(draft: Draft, line: SeatLine, post: Post, left: PersonId | None) -> bool:
    """Seat whom the ballot that decided on the recall elected too; if it is not counted yet, the post waits for the count."""
    elections = draft.state.elections.all
    found = [
        e
        for e in values_of(elections)
        if e.cause == "recall" and post.id in e.posts and e.stage != "void" and e.called >= post.since
    ]
    if not found:
        return False
    election = max(found, key=lambda e: (e.called, e.id))
    if election.outcome is None:
        draft.emit(VacancyAwaits(post=post.id, by=Awaiting.ELECTION))
        return True
    order = (*election.outcome.elected, *election.outcome.runners_up)
    people = tuple(person for person in order if person != left)
    return _seat_first(draft, line, post, election, people, Seating.ELECTED)


def _next_drawn(draft: Draft, line: SeatLine, post: Post) -> bool:
    """Seat the next in the order of the last draw who has not sat in this line before."""
    draw = look_up(draft.state.elections.draws, draft.state.elections.drawn.get((line.id, post.body)))
    for person in draw.order if draw is not None else ():
        if (line.id, person) not in draft.state.posts.past and may_succeed(draft, line, post, person):
            seat(draft, post.id, person, Seating.LOT, order=post.order)
            return True
    return False


def _substitute(
    draft: Draft, line: SeatLine, post: Post, left: PersonId | None, step: SuccessionStep
) -> bool:
    """The substitutes for good, in their order; as many as the line says."""
    del left
    election = election_of(draft, post)
    order = substitutes_of(draft, line, post)
    return election is not None and _seat_first(
        draft, line, post, election, order, Seating.SUBSTITUTE, step.who
    )


def _next_on_list(
    draft: Draft, line: SeatLine, post: Post, left: PersonId | None, step: SuccessionStep
) -> bool:
    del left
    election = election_of(draft, post)
    if election is None or post.list is None:
        return False
    on_list = tuple(c.person for c in election.candidates if c.list == post.list and not c.withdrawn)
    return _seat_first(draft, line, post, election, on_list, Seating.NEXT_ON_LIST, step.who)


def _next_list(draft: Draft, line: SeatLine, post: Post, left: PersonId | None, step: SuccessionStep) -> bool:
    """The candidates of the other lists, in the order in which the count leaves them."""
    del left
    election = election_of(draft, post)
    if election is None or election.outcome is None:
        return False
    others = {c.person for c in election.candidates if c.list != post.list}
    order = tuple(person for person in election.outcome.runners_up if person in others)
    return _seat_first(draft, line, post, election, order, Seating.NEXT_LIST, step.who)


def _seat_first(
    draft: Draft,
    line: SeatLine,
    post: Post,
    election: Election,
    people: tuple[PersonId, ...],
    how: Seating,
    who: Expression | None = None,
) -> bool:
    """Seat the first of ``people`` who left no seat of this election and may succeed."""
    for person in people:
        if may_succeed(draft, line, post, person, who) and person not in left_it(draft, election):
            number = election.number_of(person)
            on_list = None if number is None else election.candidates[number - 1].list
            seat(draft, post.id, person, how, election=election.id, order=post.order, list_=on_list)
            return True
    return False


def _by_election(
    draft: Draft, line: SeatLine, post: Post, left: PersonId | None, step: SuccessionStep
) -> bool:
    del line, left
    fill_by_election(draft, (post,), step)
    return True


def _awaits(draft: Draft, line: SeatLine, post: Post, left: PersonId | None, step: SuccessionStep) -> bool:
    del line, left
    until = None if step.within is None else draft.deadline(step.within)
    draft.emit(VacancyAwaits(post=post.id, by=Awaiting(step.by), until=until))
    if until is not None:
        draft.schedule(VacancyEnd(post.id), until)
    return True


def _vacant(draft: Draft, line: SeatLine, post: Post, left: PersonId | None, step: SuccessionStep) -> bool:
    del draft, line, post, left, step
    return True


STEPS: Mapping[str, Callable[[Draft, SeatLine, Post, PersonId | None, SuccessionStep], bool]] = {
    "next-by-votes": _next_by_votes,
    "next-on-list": _next_on_list,
    "next-list": _next_list,
    "countback": countback,
    "substitute": _substitute,
    "deputy": _substitute,
    "sender": _awaits,
    "co-option": _awaits,
    "appointment": _awaits,
    "by-election": _by_election,
    "vacant": _vacant,
}


def miss_vacancy(draft: Draft, due: VacancyEnd) -> None:
    """The time to send or appoint somebody has passed: the post stays vacant, and the record says whom it waits for."""
    found = draft.state.posts.all.get(due.post)
    if found is not None and found.holder is None:
        draft.emit(VacancyAwaits(post=due.post, by=Awaiting.OVERDUE))


def fill_new(draft: Draft, effect: PostsCreated) -> None:
    """Posts added to a line that was filled before are filled by a by-election at once; else they wait for an election."""
    line = draft.book.line(effect.line)
    known = (effect.line, effect.body, effect.sender) in draft.state.elections.latest
    posts = tuple(draft.state.posts.all[post] for post in effect.posts)
    if line.filling.fill == "elected" and not widen_general(draft, posts[0]) and known:
        fill_by_election(draft, posts, by_election_step(line))


def wait_no_more(draft: Draft, post: PostId) -> None:
    """A countback that waits for a lot has lost its subject: the post is filled otherwise, or abolished."""
    if post not in draft.state.elections.countbacks:
        return
    draft.emit(CountbackSettled(post=post))
    for name, question in rows_of(draft.state.law.questions):
        if question.key == "lot" and question.subject == QuestionedPost(post):
            draft.emit(QuestionLapsed(question=name))
