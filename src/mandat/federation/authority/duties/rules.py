"""When a duty is owed, who reports, and what happens when nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.model import Duty
from mandat.federation.authority.duties.acts import DutyReport
from mandat.federation.authority.duties.effects import DutyDone, DutyDropped, DutyOverdue, DutyOwed
from mandat.federation.base.agenda.items import ReportDay
from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import keys_of, values_of
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.tenure.leaving import vacate
from mandat.federation.base.types import BodyId, PostId, TargetId
from mandat.federation.seats.posts.state import Post


def _reports(draft: Draft) -> Iterator[Duty]:
    """Yield the duties to report: at intervals, or after an event."""
    yield from (d for d in draft.book.bylaws.duties.values() if d.every is not None or d.after is not None)


def _owes(draft: Draft, duty: Duty, post: Post) -> PostId | BodyId | None:
    """Return who owes a duty on account of a post: the post itself, or its body where the duty is of a body of several."""
    kind = draft.state.bodies.all[post.body].kind
    if post.line in duty.of.names:
        return post.id
    if {post.body, kind} & set(duty.of.names):
        return post.id if draft.book.kind(kind).type == "office" else post.body
    return None


def filled(draft: Draft, effect: SeatFilled) -> None:
    """Whoever takes a post owes from then on what is to be reported at intervals."""
    post = draft.state.posts.all[effect.post]
    for duty in _reports(draft):
        of = _owes(draft, duty, post)
        if of is not None and duty.every is not None and (duty.id, of) not in draft.state.duties.all:
            _owe(draft, duty, of)


def _owe(draft: Draft, duty: Duty, of: PostId | BodyId) -> None:
    clock = duty.every or duty.within
    due = None if clock is None else draft.deadline(clock)
    draft.emit(DutyOwed(duty=duty.id, of=of, at=draft.at, due=due))
    if due is not None:
        draft.schedule(ReportDay(duty.id, of), due)


def vacated(draft: Draft, effect: SeatVacated) -> None:
    """A vacant post owes nothing; a body without holders neither."""
    post = draft.state.posts.all.get(effect.post)
    ids: list[TargetId] = [effect.post]
    if post is not None and not draft.state.posts.holders(post.body):
        ids.append(post.body)
    for duty, of in keys_of(draft.state.duties.all):
        if of in ids:
            draft.strike(ReportDay(duty, of))
            draft.emit(DutyDropped(duty=duty, of=of))


def happened(draft: Draft, names: frozenset[str]) -> None:
    """Let what is to be reported after an event be owed from now on (names such as ``treaty.signed``)."""
    for duty in _reports(draft):
        if duty.after in names and duty.every is None:
            for of in _everybody(draft, duty):
                _owe(draft, duty, of)


def _everybody(draft: Draft, duty: Duty) -> tuple[TargetId, ...]:
    held = (post for post in values_of(draft.state.posts.all) if post.holder is not None)
    return tuple(sorted({of for post in held if (of := _owes(draft, duty, post)) is not None}))


def report(draft: Draft, act: DutyReport) -> None:
    """By the holder of the post that owes it, or of any post of the body."""
    rule = draft.known(
        draft.book.bylaws.duties.get(act.duty.removeprefix("duty.")), "duty.known", duty=act.duty
    )
    owed = draft.state.duties.all.get((rule.id, act.of))
    draft.require(owed is not None, "duty.owed", rule, "of", duty=act.duty, of=act.of)
    post = draft.state.posts.get(act.of)
    holds = (
        draft.state.posts.sits_in(draft.author, BodyId(act.of))
        if post is None
        else post.holder == draft.author
    )
    draft.require(holds, "duty.own", rule, "of", of=act.of, person=draft.author)
    draft.strike(ReportDay(rule.id, act.of))
    draft.emit(DutyDone(duty=rule.id, of=act.of, by=draft.author, text=act.text, at=draft.at))
    if rule.every is not None:
        _owe(draft, rule, act.of)


def overdue(draft: Draft, due: ReportDay) -> None:
    """The time is over: it is shown, those to whom it is owed are notified, or the post falls vacant."""
    rule = draft.book.bylaws.duties.get(due.duty.removeprefix("duty."))
    if rule is None:
        return
    draft.require(True, "duty.late", rule, "overdue", of=due.of, overdue=rule.overdue)
    told = _receivers(draft, rule, due.of) if rule.overdue == "notify" else ()
    draft.emit(DutyOverdue(duty=rule.id, of=due.of, at=draft.at, to=told))
    post = draft.state.posts.get(due.of)
    if rule.overdue == "vacate" and post is not None:
        vacate(draft, post, VacancyCause.DUTY)
    elif rule.every is not None:
        _owe(draft, rule, due.of)


def _receivers(draft: Draft, rule: Duty, of: TargetId) -> tuple[str, ...]:
    """Return to whom it is owed: bodies, with the sender of the post for ``sender``."""
    post = draft.state.posts.get(of)
    sender = None if post is None else post.sender
    return tuple((sender or name) if name == "sender" else name for name in rule.to.names)


DECIDERS: Deciders = {DutyReport: report}
