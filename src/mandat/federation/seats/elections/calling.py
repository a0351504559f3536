"""Calling an election: for all posts of a line, or for vacant ones."""

from __future__ import annotations

from mandat.bylaws.model import SeatLine
from mandat.bylaws.model.ids import LineId
from mandat.bylaws.model.pieces import SuccessionStep
from mandat.federation.base.agenda.items import ByElectionEnd
from mandat.federation.base.closed import ElectionCause, VoidReason
from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.named_powers import CALL_ELECTIONS
from mandat.federation.base.naming import require_new
from mandat.federation.base.types import BodyId, ElectionId, PersonId, PostId
from mandat.federation.seats.elections.acts import ElectionCall
from mandat.federation.seats.elections.effects import (
    ByElectionNarrowed,
    ByElectionWidened,
    ElectionCalled,
    ElectionVoid,
)
from mandat.federation.seats.elections.state import Election
from mandat.federation.seats.posts.numbers import due_now, match, target_of
from mandat.federation.seats.posts.state import Post


def call(draft: Draft, act: ElectionCall) -> None:
    """By who may call elections (``election.call``, else the registrar); the posts due are worked out now."""
    require_power(draft, CALL_ELECTIONS)
    require_new(
        draft,
        act.election,
        taken=act.election in draft.state.elections.all,
        others=keys_of(draft.state.elections.all),
    )
    line = _line(draft, act.line)
    sender = act.sender if act.sender is not None else _only_sender(draft, line)
    body = _body(draft, act, line, sender)
    draft.require(
        running(draft, line.id, body, sender) is None,
        "election.only-one",
        line,
        line=line.id,
        sender=sender,
    )
    for teller in act.tellers:
        draft.require(teller in draft.state.members.people, "person.known", person=teller)
    due = due_now(draft, line, body, sender)
    if due is None and draft.questions:
        return  # the call leaves the question on the record (a refusal could not); call again once it is answered
    due = draft.known(due, "question.open", line, "number", line=line.id)
    draft.require(due > 0, "seats.some", line, "number", sender=sender)
    _supersede_by_elections(draft, line.id, body, sender)
    draft.emit(
        ElectionCalled(
            election=act.election,
            line=line.id,
            body=body,
            sender=sender,
            places=due,
            cause=ElectionCause.GENERAL,
            bylaws_version=draft.book.version,
            at=draft.at,
            tellers=act.tellers,
        )
    )
    match(draft, line, body, sender, due, shrink=False)


def _supersede_by_elections(draft: Draft, line: str, body: str, sender: str | None) -> None:
    """End the by-elections of these posts that have not been opened: the general election fills them all."""
    for election in draft.state.elections.running():
        if (election.line, election.body, election.sender) == (line, body, sender):
            draft.emit(ElectionVoid(election=election.id, reason=VoidReason.GENERAL))


def _line(draft: Draft, name: LineId) -> SeatLine:
    line = draft.known(draft.book.bylaws.lines.get(name), "line.known", line=name)
    draft.require(
        line.filling.fill == "elected", "line.elected", line, "fill", line=name, fill=line.filling.fill
    )
    return line


def _only_sender(draft: Draft, line: SeatLine) -> BodyId | None:
    """Return the body that sends to a line if only one can, as the congress to its bureau; it need not be named."""
    senders = tuple(body for kind in line.from_ for body in draft.state.bodies.of_kind(kind))
    draft.require(not line.from_ or len(senders) == 1, "line.sender-needed", line, "from", line=line.id)
    return senders[0] if senders else None


def _body(draft: Draft, act: ElectionCall, line: SeatLine, sender: BodyId | None) -> BodyId:
    """Return the body whose posts are to be filled; the sender must be one of the line's senders."""
    bodies = draft.state.bodies
    found: BodyId | None = act.body or BodyId(line.body)
    if sender is not None:
        sending = bodies.get(sender)
        draft.require(sending is not None and sending.stands, "body.stands", body=sender)
        kind = sending.kind if sending is not None else ""
        draft.require(kind in line.from_, "line.sender", line, "from", line=line.id, sender=sender)
        found = act.body or target_of(draft, line, sender)
    body = bodies.get(found)
    fits = body is not None and body.stands and body.kind == line.body
    return draft.known(found if fits else None, "body.stands", body=found)


def running(draft: Draft, line: str, body: str, sender: str | None) -> Election | None:
    """Return the election of these posts that runs; a by-election not opened yet gives way to a general one."""
    return next(
        (
            e
            for e in draft.state.elections.running()
            if (e.line, e.body, e.sender) == (line, body, sender)
            and (e.cause == "general" or e.stage != "called")
        ),
        None,
    )


def fill_by_election(draft: Draft, posts: tuple[Post, ...], step: SuccessionStep | None) -> None:
    """Let a by-election fill vacant posts of one line and sender.

    A general election that runs already fills them too; a by-election that has not opened yet is widened; else one is called.
    """
    first = posts[0]
    now = [
        e
        for e in draft.state.elections.running()
        if (e.line, e.body, e.sender) == (first.line, first.body, first.sender)
    ]
    if any(election.cause == "general" for election in now):
        return
    waiting = next((election for election in now if election.stage == "called"), None)
    if waiting is None:
        _call_by_election(draft, posts, step)
    else:
        added = tuple(post.id for post in posts)
        draft.emit(ByElectionWidened(election=waiting.id, places=len(added), posts=added))


def widen_general(draft: Draft, post: Post) -> bool:
    """Let a general election that has not been opened fill the posts just added to its line; tell whether one runs."""
    election = running(draft, post.line, post.body, post.sender)
    if election is None or election.cause != "general":
        return False
    more = len(draft.state.posts.of_line(post.body, post.line, post.sender)) - election.places
    if more > 0 and election.stage == "called":
        draft.emit(ByElectionWidened(election=election.id, places=more, posts=()))
    return True


def fill_no_more(draft: Draft, post: PostId) -> None:
    """Let by-elections leave out a post that is no more; one that has nothing left to fill is void."""
    for election in draft.state.elections.running():
        if post in election.posts:
            draft.emit(ByElectionNarrowed(election=election.id, post=post))
            if election.posts == (post,):
                draft.emit(ElectionVoid(election=election.id, reason=VoidReason.ABOLISHED))


def _call_by_election(draft: Draft, posts: tuple[Post, ...], step: SuccessionStep | None) -> None:
    """Call a by-election in the same ruling; its deadline is a fact of the record."""
    first = posts[0]
    election = ElectionId(f"by-election:{first.id}:{draft.submission.index}")
    draft.emit(
        ElectionCalled(
            election=election,
            line=first.line,
            body=first.body,
            sender=first.sender,
            places=len(posts),
            cause=ElectionCause.BY_ELECTION,
            bylaws_version=draft.book.version,
            at=draft.at,
            tellers=_tellers(draft, first),
            posts=tuple(post.id for post in posts),
        )
    )
    if step is not None and step.within is not None:
        draft.schedule(ByElectionEnd(election), draft.deadline(step.within))


def _tellers(draft: Draft, post: Post) -> tuple[PersonId, ...]:
    """Return the tellers of the last election of the line: they serve until others are called."""
    latest = draft.state.elections.latest.get((post.line, post.body, post.sender))
    return () if latest is None else draft.state.elections.all[latest].tellers


def call_again(draft: Draft, line: SeatLine, body: BodyId, sender: BodyId | None) -> None:
    """Call a general election by the clock, or because the last one must be held again; its tellers serve on."""
    due = due_now(draft, line, body, sender)
    if not due:
        return
    latest = draft.state.elections.latest.get((line.id, body, sender))
    tellers = () if latest is None else draft.state.elections.all[latest].tellers
    draft.emit(
        ElectionCalled(
            election=ElectionId(f"general:{body}:{line.name}:{sender or '-'}:{draft.submission.index}"),
            line=line.id,
            body=body,
            sender=sender,
            places=due,
            cause=ElectionCause.GENERAL,
            bylaws_version=draft.book.version,
            at=draft.at,
            tellers=tellers,
        )
    )
    match(draft, line, body, sender, due, shrink=False)


def hold_again(draft: Draft, election: Election) -> None:
    """Call an election that fills nothing once more, for the same posts and with the same tellers."""
    draft.emit(
        ElectionCalled(
            election=ElectionId(f"{election.id}:{draft.submission.index}"),
            line=election.line,
            body=election.body,
            sender=election.sender,
            places=election.places,
            cause=election.cause,
            bylaws_version=draft.book.version,
            at=draft.at,
            tellers=election.tellers,
            posts=election.posts,
            petition=election.petition,
        )
    )


DECIDERS: Deciders = {ElectionCall: call}
