"""Who takes a vacant post, by the steps that the bylaws list, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mandat import counting
from mandat.bylaws.expression import Expression
from mandat.bylaws.model import SeatLine
from mandat.bylaws.model.pieces import Silence, SuccessionStep
from mandat.federation.base.counts.subject import Subject
from mandat.federation.base.draft import Draft
from mandat.federation.base.interpretation.effects import QuestionLapsed
from mandat.federation.base.rulings import Ground, OpenQuestion
from mandat.federation.base.tenure.bars import barred_until
from mandat.federation.base.tenure.effects import SeatVacated
from mandat.federation.base.tenure.leaving import NO_SUCCESSION, seat
from mandat.federation.base.types import PersonId, PostId, look_up
from mandat.federation.seats.elections.calling import fill_by_election, widen_general
from mandat.federation.seats.elections.counting import LIST_METHODS, method_of
from mandat.federation.seats.elections.effects import CountbackSettled, CountbackTied
from mandat.federation.seats.elections.state import Election
from mandat.federation.seats.limits.rules import first_broken
from mandat.federation.seats.posts.effects import PostsCreated, VacancyAwaits
from mandat.federation.seats.posts.standing_in import substitutes_of
from mandat.federation.seats.posts.state import Post


def succeed(draft: Draft, effect: SeatVacated) -> None:
    """Fill a post that has fallen vacant, in the same ruling, by the first step that gives a holder or sets one on its way."""
    post = draft.state.posts.all[effect.post]
    line = draft.book.bylaws.lines.get(post.line)
    if effect.cause in NO_SUCCESSION or line is None:
        return
    if draft.followers:
        _take_steps(draft, line, post, effect.person, draft.followers)
        return
    if line.succession is Silence.UNSPECIFIED:
        _succeed_as_read(draft, line, post, effect.person)
        return
    if isinstance(line.succession, Silence) or line.succession is None:
        return
    _take_steps(draft, line, post, effect.person, line.succession)


def steps_of(line: SeatLine) -> tuple[SuccessionStep, ...]:
    """Return the steps that a line lists; none where the bylaws are silent or deny any succession."""
    return line.succession if isinstance(line.succession, tuple) else ()


def _take_steps(
    draft: Draft, line: SeatLine, post: Post, left: PersonId, steps: tuple[SuccessionStep, ...]
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


def _succeed_as_read(draft: Draft, line: SeatLine, post: Post, left: PersonId) -> None:
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
        _succeed_as_read(draft, draft.book.line(post.line), post, PersonId(""))


def _ask_succession(draft: Draft, line: SeatLine, post: Post) -> None:
    draft.ask(
        OpenQuestion(
            id=draft.question_id(),
            rule=line.id,
            key="succession",
            article=line.article,
            readings=("vacant", "by-election"),
            holder="rules.interpret",
            subject=post.id,
        )
    )


def may_succeed(
    draft: Draft, line: SeatLine, post: Post, person: PersonId, who: Expression | None = None
) -> bool:
    """Tell whether a person may take a post: alive, not in that line already, eligible, and accepted by what it keeps.

    ``who`` is a further condition of the step of succession.
    """
    known = draft.state.members.people.get(person)
    if known is None or known.dead:
        return False
    if any(held.line == post.line and held.body == post.body for held in draft.state.posts.held_by(person)):
        return False
    if barred_until(draft, line.id, person) is not None:
        return False
    if first_broken(draft, post, person, "succession") is not None:
        return False
    subject = Subject(body=post.body, sender=post.sender, line=post.line, person=person)
    if draft.test(line.eligible, subject, line, "eligible") is False:
        return False
    if draft.test(who, subject, line, "succession.who") is False:
        return False
    return draft.test(line.keeps, subject, line, "keeps") is not False


def _election(draft: Draft, post: Post) -> Election | None:
    return look_up(draft.state.elections.all, post.election)


def _next_by_votes(draft: Draft, line: SeatLine, post: Post, left: PersonId, step: SuccessionStep) -> bool:
    if step.at == "vote":
        return _same_ballot(draft, line, post, left)
    election = _election(draft, post)
    if election is None or election.outcome is None:
        return line.fill == "lot" and _next_drawn(draft, line, post)
    return _seat_first(draft, line, post, election, election.outcome.runners_up, "next-by-votes", step.who)


def _same_ballot(draft: Draft, line: SeatLine, post: Post, left: PersonId) -> bool:
    """Seat whom the ballot that decided on the recall elected too; if it is not counted yet, the post waits for the count."""
    elections = draft.state.elections.all
    found = [
        e
        for e in elections.values()
        if e.cause == "recall" and post.id in e.posts and e.stage != "void" and e.called >= post.since
    ]
    if not found:
        return False
    election = max(found, key=lambda e: (e.called, e.id))
    if election.outcome is None:
        draft.emit(VacancyAwaits(post=post.id, by="election"))
        return True
    order = (*election.outcome.elected, *election.outcome.runners_up)
    people = tuple(person for person in order if person != left)
    return _seat_first(draft, line, post, election, people, "elected")


def _next_drawn(draft: Draft, line: SeatLine, post: Post) -> bool:
    """Seat the next in the order of the last draw who has not sat in this line before."""
    draw = look_up(draft.state.elections.draws, draft.state.elections.drawn.get((line.id, post.body)))
    for person in draw.order if draw is not None else ():
        if (line.id, person) not in draft.state.posts.past and may_succeed(draft, line, post, person):
            seat(draft, post.id, person, "lot", order=post.order)
            return True
    return False


def _substitute(draft: Draft, line: SeatLine, post: Post, left: PersonId, step: SuccessionStep) -> bool:
    """The substitutes for good, in their order; as many as the line says."""
    del left
    election = _election(draft, post)
    order = substitutes_of(draft, line, post)
    return election is not None and _seat_first(draft, line, post, election, order, "substitute", step.who)


def _next_on_list(draft: Draft, line: SeatLine, post: Post, left: PersonId, step: SuccessionStep) -> bool:
    del left
    election = _election(draft, post)
    if election is None or post.list is None:
        return False
    on_list = tuple(c.person for c in election.candidates if c.list == post.list and not c.withdrawn)
    return _seat_first(draft, line, post, election, on_list, "next-on-list", step.who)


def _next_list(draft: Draft, line: SeatLine, post: Post, left: PersonId, step: SuccessionStep) -> bool:
    """The candidates of the other lists, in the order in which the count leaves them."""
    del left
    election = _election(draft, post)
    if election is None or election.outcome is None:
        return False
    others = {c.person for c in election.candidates if c.list != post.list}
    order = tuple(person for person in election.outcome.runners_up if person in others)
    return _seat_first(draft, line, post, election, order, "next-list", step.who)


def _seat_first(
    draft: Draft,
    line: SeatLine,
    post: Post,
    election: Election,
    people: tuple[PersonId, ...],
    how: str,
    who: Expression | None = None,
) -> bool:
    """Seat the first of ``people`` who left no seat of this election and may succeed."""
    for person in people:
        if may_succeed(draft, line, post, person, who) and person not in _left(draft, election):
            number = election.number_of(person)
            on_list = None if number is None else election.candidates[number - 1].list
            seat(draft, post.id, person, how, election=election.id, order=post.order, list_=on_list)
            return True
    return False


def _left(draft: Draft, election: Election) -> frozenset[str]:
    """Those who held a seat of this election and lost or left it: they do not come back by succession."""
    return frozenset(draft.state.posts.departed.get(election.id, ()))


def _countback(draft: Draft, line: SeatLine, post: Post, left: PersonId, step: SuccessionStep) -> bool:
    del step
    election = _election(draft, post)
    if election is None or election.ballots is None or method_of(line.elect, election) in LIST_METHODS:
        return False
    return count_back(draft, line, post, election, left, ())


def count_back(
    draft: Draft, line: SeatLine, post: Post, election: Election, left: PersonId, lots: tuple[int, ...]
) -> bool:
    """Seat who the ballots of the election give for the vacant seat; if a lot is needed, ask for it and leave it vacant."""
    assert election.ballots is not None
    departed = _left(draft, election)
    sitting = [
        number
        for number, c in enumerate(election.candidates, 1)
        if any(p.election == election.id for p in draft.state.posts.held_by(c.person))
    ]
    standing = [
        number
        for number, c in enumerate(election.candidates, 1)
        if number not in sitting
        and not c.withdrawn
        and c.person not in departed
        and may_succeed(draft, line, post, c.person)
    ]
    leaving = election.number_of(left)
    if not standing or leaving is None:
        return False
    method = method_of(line.elect, election)
    result = _counted_back(method, election.ballots, leaving, sitting, standing, lots)
    if result is None:
        return False
    if result.question is not None:
        _ask_lot(draft, line, post, election, left, lots, result.question.names)
        return True
    if not result.elected:
        return False
    winner = election.candidates[result.elected[0].candidate - 1]
    seat(
        draft, post.id, winner.person, "countback", election=election.id, order=post.order, list_=winner.list
    )
    return True


def _counted_back(
    method: str,
    ballots: counting.Ballots,
    leaving: int,
    sitting: list[int],
    standing: list[int],
    lots: tuple[int, ...],
) -> counting.Count | None:
    """Count back; None if the method gives no order. Lots drawn among people who stand no more are left out."""
    try:
        return counting.countback(
            method,
            ballots,
            len(sitting) + 1,
            vacating=[leaving],
            sitting=sitting,
            standing=standing,
            lots=lots,
        )
    except counting.CountingError:
        return _counted_back(method, ballots, leaving, sitting, standing, ()) if lots else None


def _ask_lot(
    draft: Draft,
    line: SeatLine,
    post: Post,
    election: Election,
    left: PersonId,
    lots: tuple[int, ...],
    names: tuple[str, ...],
) -> None:
    draft.emit(CountbackTied(post=post.id, election=election.id, vacated_by=left, lots=lots))
    draft.emit(VacancyAwaits(post=post.id, by="lot"))
    draft.ask(
        OpenQuestion(
            id=draft.question_id(),
            rule=line.id,
            key="lot",
            article=line.article,
            readings=names,
            holder="election.call",
            subject=post.id,
        )
    )


def resume(draft: Draft, post: Post, chosen: str) -> None:
    """Go on with a countback after a lot has fallen on a candidate by name."""
    waiting = draft.state.elections.countbacks[post.id]
    election = draft.state.elections.all[waiting.election]
    number = election.number_of(chosen)
    assert number is not None
    draft.emit(CountbackSettled(post=post.id))
    line = draft.book.line(post.line)
    if not count_back(draft, line, post, election, waiting.vacated_by, (*waiting.lots, number)):
        draft.emit(VacancyAwaits(post=post.id, by="by-election"))


def _by_election(draft: Draft, line: SeatLine, post: Post, left: PersonId, step: SuccessionStep) -> bool:
    del line, left
    fill_by_election(draft, (post,), step)
    return True


def _awaits(draft: Draft, line: SeatLine, post: Post, left: PersonId, step: SuccessionStep) -> bool:
    del line, left
    until = None if step.within is None else draft.deadline(step.within)
    draft.emit(VacancyAwaits(post=post.id, by=step.by, until=until))
    if until is not None:
        draft.schedule("vacancy", post.id, until)
    return True


def _vacant(draft: Draft, line: SeatLine, post: Post, left: PersonId, step: SuccessionStep) -> bool:
    del draft, line, post, left, step
    return True


STEPS: Mapping[str, Callable[[Draft, SeatLine, Post, PersonId, SuccessionStep], bool]] = {
    "next-by-votes": _next_by_votes,
    "next-on-list": _next_on_list,
    "next-list": _next_list,
    "countback": _countback,
    "substitute": _substitute,
    "deputy": _substitute,
    "sender": _awaits,
    "co-option": _awaits,
    "appointment": _awaits,
    "by-election": _by_election,
    "vacant": _vacant,
}


def miss_vacancy(draft: Draft, post: PostId) -> None:
    """The time to send or appoint somebody has passed: the post stays vacant, and the record says whom it waits for."""
    found = draft.state.posts.all.get(post)
    if found is not None and found.holder is None:
        draft.emit(VacancyAwaits(post=post, by="overdue"))


def fill_new(draft: Draft, effect: PostsCreated) -> None:
    """Posts added to a line that was filled before are filled by a by-election at once; else they wait for an election."""
    line = draft.book.line(effect.line)
    known = (effect.line, effect.body, effect.sender) in draft.state.elections.latest
    posts = tuple(draft.state.posts.all[post] for post in effect.posts)
    if line.fill == "elected" and not widen_general(draft, posts[0]) and known:
        fill_by_election(draft, posts, by_election_step(line))


def by_election_step(line: SeatLine) -> SuccessionStep | None:
    """Return the step of a line's succession that is a by-election, with the time that it sets."""
    steps = line.succession if isinstance(line.succession, tuple) else ()
    return next((each for each in steps if each.by == "by-election"), None)


def wait_no_more(draft: Draft, post: PostId) -> None:
    """A countback that waits for a lot has lost its subject: the post is filled otherwise, or abolished."""
    if post not in draft.state.elections.countbacks:
        return
    draft.emit(CountbackSettled(post=post))
    for name, question in sorted(draft.state.law.questions.items()):
        if question.key == "lot" and question.subject == post:
            draft.emit(QuestionLapsed(question=name))
