"""The count, the result, and who takes which seat."""

from __future__ import annotations

import dataclasses
from collections import Counter

from mandat.bylaws.model import Decision
from mandat.counting import BadBallotsError, BadFileError, Ballots, CountingError
from mandat.counting.formats.blt import read_blt
from mandat.federation.base.closed import ElectionStage, Seating, VacancyCause, VoidReason
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.named_powers import CALL_ELECTIONS
from mandat.federation.base.questioned import QuestionedElection
from mandat.federation.base.rulings import OpenQuestion
from mandat.federation.base.subject import Subject
from mandat.federation.base.tenure.leaving import vacate
from mandat.federation.base.types import BlobName
from mandat.federation.seats.elections.acts import CountEnter, ElectionOpen
from mandat.federation.seats.elections.calling import fill_by_election, hold_again
from mandat.federation.seats.elections.counting import CountedElection, count, method_of, options
from mandat.federation.seats.elections.effects import (
    BallotsCounted,
    ElectionCertified,
    ElectionTied,
    ElectionVoid,
)
from mandat.federation.seats.elections.state import Election
from mandat.federation.seats.elections.timing import require_may_close
from mandat.federation.seats.elections.voting import find_election, open_, require_stage, rules_of, to_fill
from mandat.federation.seats.limits.screening import screened
from mandat.federation.seats.posts.confirming import take
from mandat.federation.seats.posts.numbers import abolish, due_now
from mandat.federation.seats.posts.state import Post, Taking
from mandat.federation.seats.posts.succeeding import by_election_step, may_succeed


def enter(draft: Draft, act: CountEnter) -> None:
    """By two tellers of the election together; as many ballots as voted, never more than are entitled."""
    election = find_election(draft, act.election)
    require_stage(draft, election, ElectionStage.OPEN, ElectionStage.CLOSED)
    tellers = [signer for signer in draft.submission.signers if signer in election.tellers]
    draft.require(len(tellers) >= 2, "count.two-tellers", election=election.id, tellers=len(tellers))
    if election.stage == "open":
        require_may_close(draft, election, rules_of(draft, election)[0])
    ballots = _read(draft, election, act.ballots)
    entitled = len(election.roll)
    draft.require(
        ballots.total <= entitled,
        "count.entitled",
        election=election.id,
        ballots=ballots.total,
        entitled=entitled,
    )
    voted = len(election.voted)
    if voted:  # on paper nobody says on the record that they have voted
        same = ballots.total == voted
        draft.require(same, "count.voted", election=election.id, ballots=ballots.total, voted=voted)
    _require_open_votes(draft, election, ballots)
    line, decision = rules_of(draft, election)
    result = _counted(draft, election, ballots, ())
    quota = "" if result.count.quota is None else str(result.count.quota)
    draft.emit(
        BallotsCounted(
            election=election.id, blob=act.ballots, total=ballots.total, quota=quota, ballots=ballots
        )
    )
    if decision is not None and decision.verdict.quorum is not None:
        tally = _support(election, result, ballots)
        subject = Subject(body=election.body, election=election.id, tally=tally)
        met = draft.find(decision.verdict.quorum, subject, line, "elect.quorum")
        if met.value is not True:
            _void(draft, election, decision, VoidReason.QUORUM)
            return
    _certify(draft, election, result)


def _support(election: Election, result: CountedElection, ballots: Ballots) -> tuple[int, int, int, int]:
    """Return the ballots that name the elected candidate whom the fewest name (yes), and those that do not (no)."""
    numbers = [election.number_of(person) for person in result.elected]
    named = dict.fromkeys(filter(None, numbers), 0)
    for row, weight in enumerate(ballots.weights.tolist()):
        for rank in ballots.ranking(row):
            for number in rank if isinstance(rank, tuple) else (rank,):
                if number in named:
                    named[number] += weight
    least = min(named.values(), default=0)
    return least, ballots.total - least, 0, 0


def _require_open_votes(draft: Draft, election: Election, ballots: Ballots) -> None:
    """In an open vote the record holds every ranking: the ballots entered are those very ones."""
    if not election.open_ballots:
        return
    cast = Counter(election.open_ballots)
    entered: Counter[tuple[object, ...]] = Counter()
    for row, weight in enumerate(ballots.weights.tolist()):
        entered[ballots.ranking(row)] += weight
    draft.require(cast == entered, "count.open", election=election.id, voted=cast.total())


def _read(draft: Draft, election: Election, blob: BlobName) -> Ballots:
    """Return the ballots of a blob, with the candidates of this election."""
    content = draft.inputs.blobs.get(blob)
    draft.require(content is not None, "blob.given", blob=blob)
    _, decision = rules_of(draft, election)
    paper = options(election, method_of(decision, election))
    try:
        ballots = read_blt((content or b"").decode(), "ballots")
    except UnicodeDecodeError:
        draft.require(False, "ballots.utf8", election=election.id)
        raise
    except BadFileError as error:
        draft.require(False, "ballots.line", election=election.id, row=error.line)
        raise
    given = len(ballots.candidates)
    draft.require(
        given == len(paper), "ballots.candidates", election=election.id, given=given, standing=len(paper)
    )
    return dataclasses.replace(ballots, candidates=paper)


def _counted(draft: Draft, election: Election, ballots: Ballots, lots: tuple[int, ...]) -> CountedElection:
    _, decision = rules_of(draft, election)
    try:
        return count(election, decision, ballots, lots)
    except (BadBallotsError, CountingError):
        draft.require(False, "ballots.rule", election=election.id, method=method_of(decision, election))
        raise


def _certify(draft: Draft, election: Election, result: CountedElection) -> None:
    _, decision = rules_of(draft, election)
    if result.tied and decision is not None and "tie" in decision.verdict.repeat:
        _void(draft, election, decision, VoidReason.TIE)
        return
    if result.tied:
        _ask_lot(draft, election, result)
        return
    if not result.elected and decision is not None and decision.balloting.default is not None:
        _void(draft, election, decision, VoidReason.DEFAULT)
        return
    order = (*result.elected, *result.runners_up)
    with draft.under(election.bylaws_version):
        elected = screened(draft, to_fill(draft, election), order, len(result.elected))
    after = tuple(person for person in order if person not in elected)
    draft.emit(
        ElectionCertified(election=election.id, elected=elected, runners_up=after, lots=result.count.lots)
    )
    with draft.under(election.bylaws_version):
        _seat(draft, draft.state.elections.all[election.id])


def _void(draft: Draft, election: Election, decision: Decision, reason: VoidReason) -> None:
    """End an election that fills nothing, and hold it again where the rules say so for this reason."""
    draft.emit(ElectionVoid(election=election.id, reason=reason))
    if reason in decision.verdict.repeat:
        hold_again(draft, election)


def _ask_lot(draft: Draft, election: Election, result: CountedElection) -> None:
    question = result.count.question
    assert question is not None
    line, _ = rules_of(draft, election)
    draft.emit(ElectionTied(election=election.id, lots=result.count.lots))
    draft.ask(
        OpenQuestion(
            id=draft.question_id(),
            rule=line.id,
            key="lot",
            article=line.article,
            readings=question.names,
            holder=CALL_ELECTIONS,
            subject=QuestionedElection(election.id),
        )
    )


def _seat(draft: Draft, election: Election) -> None:
    """Seat the elected, then let who could not take the seat (dead, not eligible any more) be succeeded."""
    assert election.outcome is not None
    free = _freed(draft, election)
    line = draft.book.line(election.line)
    unable: list[Post] = []
    for order, (post, person) in enumerate(zip(free, election.outcome.elected, strict=False), 1):
        able = may_succeed(draft, line, post, person)
        number = election.number_of(person)
        on_list = None if number is None else election.candidates[number - 1].list
        taking = Taking(
            post=post.id,
            person=person,
            how=Seating.ELECTED,
            election=election.id,
            order=order,
            list=on_list,
            general=election.cause == "general",
        )
        take(draft, line, taking)
        if not able:
            unable.append(draft.state.posts.all[post.id])
    for post in unable:
        if (
            post.holder is None
        ):  # proposed only: whoever consents is asked, and the person may still become able
            continue
        dead = draft.state.members.people[post.holder].dead
        vacate(draft, post, VacancyCause.DEATH if dead else VacancyCause.INELIGIBLE)


def _freed(draft: Draft, election: Election) -> tuple[Post, ...]:
    """Free the posts to fill: in a general election all of the line, in a by-election those that are still vacant."""
    posts = draft.state.posts
    if election.cause != "general":
        own = [posts.all[post] for post in election.posts if post in posts.all]
        free = [post for post in own if post.holder is None or _cared_for(election, post)]
        for post in free:
            vacate(draft, post, VacancyCause.SUCCEEDED)
        return tuple(free)
    for post in posts.of_line(election.body, election.line, election.sender):
        vacate(draft, post, VacancyCause.ELECTION)
    every = draft.state.posts.of_line(election.body, election.line, election.sender)
    _settle_rest(draft, election, every[election.places :])
    return every[: election.places]


def _cared_for(election: Election, post: Post) -> bool:
    """Tell whether a caretaker makes room for the successor; while a recall is pending the holder is no such one."""
    return post.capacity == "caretaker" and election.cause != "recall"


def _settle_rest(draft: Draft, election: Election, rest: tuple[Post, ...]) -> None:
    """Abolish the posts beyond the places of the election; those due since voting began are filled by a by-election."""
    if not rest:
        return
    line = draft.book.line(election.line)
    due = None if line.size.as_of == "election" else due_now(draft, line, election.body, election.sender)
    grown = max(0, (due or 0) - election.places)
    for post in rest[grown:]:
        abolish(draft, post, VacancyCause.ABOLISHED)
    if rest[:grown]:
        fill_by_election(draft, rest[:grown], by_election_step(line))


def open_or_elect(draft: Draft, act: ElectionOpen) -> None:
    """Open the voting; where the line says so and no more stand than there are seats, they are elected without a vote."""
    open_(draft, act)
    election = find_election(draft, act.election)
    line, _ = rules_of(draft, election)
    standing = tuple(c.person for c in election.candidates if not c.withdrawn)
    if line.size.short == "uncontested" and len(standing) <= election.places:
        draft.require(
            True, "election.uncontested", line, "short", election=election.id, standing=len(standing)
        )
        draft.emit(ElectionCertified(election=election.id, elected=standing, runners_up=()))
        with draft.under(election.bylaws_version):
            _seat(draft, draft.state.elections.all[election.id])


def resume(draft: Draft, election: Election, chosen: str) -> None:
    """Go on with a count after a lot has fallen on a candidate (or list) by name."""
    _, decision = rules_of(draft, election)
    paper = options(election, method_of(decision, election))
    number = next(option.number for option in paper if option.name == chosen)
    assert election.ballots is not None
    _certify(draft, election, _counted(draft, election, election.ballots, (*election.lots, number)))


DECIDERS: Deciders = {CountEnter: enter, ElectionOpen: open_or_elect}
