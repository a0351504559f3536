"""Calling an election: for all posts of a line, or for vacant ones."""

from __future__ import annotations

from mandat.bylaws.model import SeatLine
from mandat.bylaws.pieces import SuccessionStep
from mandat.federation.draft import Deciders, Draft
from mandat.federation.elections.acts import ElectionCall
from mandat.federation.elections.effects import ElectionCalled
from mandat.federation.elections.state import Election
from mandat.federation.posts.numbers import resize, target_of
from mandat.federation.posts.state import Post
from mandat.federation.powers.authority import require_power


def call(draft: Draft, act: ElectionCall) -> None:
    """By who may call elections (``election.call``, else the registrar); the posts due are worked out now."""
    require_power(draft, "election.call")
    draft.require(act.election not in draft.state.elections.all, "id.free", id=act.election)
    line = _line(draft, act.line)
    body = _body(draft, act, line)
    draft.require(
        running(draft, line.id, body, act.sender) is None,
        "election.only-one",
        line,
        line=line.id,
        sender=act.sender,
    )
    for teller in act.tellers:
        draft.require(teller in draft.state.members.people, "person.known", person=teller)
    due = resize(draft, line, body, act.sender, shrink=False)
    if due is None and draft.questions:
        return  # the call leaves the question on the record (a refusal could not); call again once it is answered
    draft.require(due is not None, "question.open", line, "number", line=line.id)
    draft.require(bool(due), "seats.some", line, "number", sender=act.sender)
    draft.emit(
        ElectionCalled(
            election=act.election,
            line=line.id,
            body=body,
            sender=act.sender,
            places=due or 0,
            cause="general",
            book=draft.book.version,
            at=draft.at,
            tellers=act.tellers,
        )
    )


def _line(draft: Draft, name: str) -> SeatLine:
    line = draft.book.bylaws.lines.get(name)
    draft.require(line is not None, "line.known", line=name)
    assert line is not None
    draft.require(line.fill == "elected", "line.elected", line, "fill", line=name, fill=line.fill)
    return line


def _body(draft: Draft, act: ElectionCall, line: SeatLine) -> str:
    """Return the body whose posts are to be filled; the sender must be one of the line's senders."""
    bodies = draft.state.bodies
    if act.sender is not None:
        sender = bodies.get(act.sender)
        stands = sender is not None and sender.stands
        draft.require(stands, "body.stands", body=act.sender)
        kind = sender.kind if sender is not None else ""
        draft.require(kind in line.from_, "line.sender", line, "from", line=line.id, sender=act.sender)
        found = act.body or target_of(draft, line, act.sender)
    else:
        draft.require(
            not line.from_ or act.body is not None, "line.sender-needed", line, "from", line=line.id
        )
        found = act.body or line.body
    body = bodies.get(found or "")
    draft.require(body is not None and body.stands and body.kind == line.body, "body.stands", body=found)
    return found or ""


def running(draft: Draft, line: str, body: str, sender: str | None) -> Election | None:
    """Return the election of these posts that has been called and not ended."""
    return next(
        (e for e in draft.state.elections.running() if (e.line, e.body, e.sender) == (line, body, sender)),
        None,
    )


def call_by_election(draft: Draft, posts: tuple[Post, ...], step: SuccessionStep | None) -> None:
    """Call a by-election for vacant posts of one line and sender, in the same ruling; its deadline is a fact of the record.

    Posts that fall vacant while a by-election for the same line and sender has not opened yet are added to a new one.
    """
    first = posts[0]
    election = f"by-election:{first.id}:{draft.submission.index}"
    draft.emit(
        ElectionCalled(
            election=election,
            line=first.line,
            body=first.body,
            sender=first.sender,
            places=len(posts),
            cause="by-election",
            book=draft.book.version,
            at=draft.at,
            tellers=_tellers(draft, first),
            posts=tuple(post.id for post in posts),
        )
    )
    if step is not None and step.within is not None:
        draft.schedule("by-election", election, draft.deadline(step.within))


def _tellers(draft: Draft, post: Post) -> tuple[str, ...]:
    """Return the tellers of the last election of the line: they serve until others are called."""
    latest = draft.state.elections.latest.get((post.line, post.body, post.sender or ""))
    return () if latest is None else draft.state.elections.all[latest].tellers


DECIDERS: Deciders = {ElectionCall: call}
