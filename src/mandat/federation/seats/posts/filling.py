"""Resigning, appointing, sending."""

from __future__ import annotations

from mandat.bylaws.model import Entry, SeatLine
from mandat.federation.base.agenda.effects import Struck
from mandat.federation.base.agenda.items import VacancyEnd
from mandat.federation.base.closed import Seating, VacancyCause
from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import Lookup, look_up, rows_of
from mandat.federation.base.matter import Appointment, Matter, Nomination, Sending
from mandat.federation.base.named_powers import CALL_ELECTIONS
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.population.staying import has_left
from mandat.federation.base.subject import Subject
from mandat.federation.base.tenure.bars import require_not_barred
from mandat.federation.base.tenure.leaving import vacate
from mandat.federation.base.types import BodyId, MotionId, PersonId, PostId
from mandat.federation.seats.limits.rules import require_fits
from mandat.federation.seats.posts.acts import PostAppoint, PostResign, PostSend, SeatsApportion
from mandat.federation.seats.posts.confirming import take
from mandat.federation.seats.posts.numbers import match, share_out
from mandat.federation.seats.posts.state import Post, Taking
from mandat.federation.seats.posts.succeeding import steps_of


def resign(draft: Draft, act: PostResign) -> None:
    """By the holder."""
    post = find_post(draft, act.post)
    draft.require(post.holder == draft.author, "post.own", post=post.id)
    vacate(draft, post, VacancyCause.RESIGNATION)


def find_post(draft: Draft, post: PostId) -> Post:
    """Return a post that must be known."""
    return draft.known(draft.state.posts.all.get(post), "post.known", post=post)


def appoint(draft: Draft, act: PostAppoint) -> None:
    """By whom the line names in ``by``; a body by a carried motion about this appointment."""
    post, line = _vacant(draft, act.post, ("appointed", "co-opted"), ("appointment", "co-option"))
    subject = Subject(body=post.body, line=line.id, person=act.person)
    names = _appointers(draft, line, subject)
    _require_right(draft, line, names, act.motion, post.id, act.person)
    for need in line.filling.needs:
        if need.as_ == "nominate":
            about = Nomination(post.id, act.person)
            require_motion(draft, line, "needs", need.from_.names, act.nomination, about)
    _take(
        draft,
        post,
        line,
        act.person,
        Seating.CO_OPTED if line.filling.fill == "co-opted" else Seating.APPOINTED,
    )


def _appointers(draft: Draft, line: SeatLine, subject: Subject) -> tuple[str, ...]:
    """Return who appoints: whom the line names in ``by``; a body that co-opts; or whom the succession names."""
    if line.filling.fill in ("appointed", "co-opted"):
        by = () if line.filling.by is None else _appointer(draft, line, subject)
        return by or (line.from_ if line.filling.fill == "co-opted" else ())
    steps = [step for step in steps_of(line) if step.by in ("co-option", "appointment")]
    named = tuple(step.in_ or line.body for step in steps if step.by == "co-option" or step.in_ is not None)
    return named or (() if line.filling.by is None else _appointer(draft, line, subject))


def _appointer(draft: Draft, line: SeatLine, subject: Subject) -> tuple[str, ...]:
    """Return the names of those who appoint: the first row of ``by`` that holds."""
    assert line.filling.by is not None
    for row in line.filling.by.rows:
        if row.when is None or draft.test(row.when, subject, line, "by.when"):
            return row.value.names
    return ()


def _require_right(
    draft: Draft,
    line: SeatLine,
    names: tuple[str, ...],
    motion: MotionId | None,
    post: PostId,
    person: PersonId,
) -> None:
    """Require that the author holds the appointing office, or that the appointing body has carried this appointment."""
    offices = [
        name for name in names if name in draft.book.bylaws.bodies and draft.book.kind(name).type == "office"
    ]
    if any(belongs(draft, draft.author, name) for name in offices):
        draft.require(True, "post.appointer", line, "by", by=", ".join(names), post=post)
        return
    require_motion(draft, line, "by", names, motion, Appointment(post, person))


def require_motion(
    draft: Draft,
    line: Entry,
    key: str,
    names: tuple[str, ...],
    motion: MotionId | None,
    about: Matter,
) -> None:
    """Require a carried motion of one of the bodies (or kinds) named, about this very thing."""
    found = draft.known(
        look_up(draft.state.motions.all, motion), "motion.needed", line, key, by=", ".join(names)
    )
    vote = draft.state.motions.votes.get(found.id)
    body = draft.state.bodies.all[found.body]
    draft.require(
        body.id in names or body.kind in names, "motion.body", line, key, by=", ".join(names), body=body.id
    )
    draft.require(found.about == about, "motion.about", line, key, motion=found.id, about=about)
    draft.require(vote is not None and vote.carried is True, "motion.carried", line, key, motion=found.id)
    use(draft, found.id)


def send(draft: Draft, act: PostSend) -> None:
    """By a carried motion of the sender."""
    post, line = _vacant(draft, act.post, ("sent",), ("sender",))
    draft.require(post.sender is not None, "post.sender", line, "from", post=post.id)
    require_motion(draft, line, "fill", (post.sender or "",), act.motion, Sending(post.id, act.person))
    _take(draft, post, line, act.person, Seating.SENT)


def _vacant(
    draft: Draft, post: PostId, fills: tuple[str, ...], steps: tuple[str, ...]
) -> tuple[Post, SeatLine]:
    """Return a vacant post that is filled in one of these ways, from the beginning or by its succession."""
    found = find_post(draft, post)
    line = draft.book.line(found.line)
    fits = line.filling.fill in fills or any(step.by in steps for step in steps_of(line))
    draft.require(fits, "post.fill", line, "fill", post=post, fill=line.filling.fill)
    free = found.holder is None or found.capacity == "caretaker"
    draft.require(free, "post.vacant", post=post)
    proposed = draft.state.posts.proposed.get(post)
    who = None if proposed is None else proposed.person
    draft.require(
        who is None or found.holder is not None, "post.proposed", line, "needs", post=post, person=who
    )
    return found, line


def _take(draft: Draft, post: Post, line: SeatLine, person: PersonId, how: Seating) -> None:
    known = draft.state.members.people.get(person)
    draft.require(known is not None and not known.dead, "person.known", person=person)
    draft.require(not has_left(draft, person), "person.stays", person=person)
    subject = Subject(body=post.body, sender=post.sender, line=line.id, person=person)
    if line.filling.eligible is not None:
        draft.demand(line.filling.eligible, subject, line, "eligible")
    for step in steps_of(line):
        if (
            how != line.filling.fill
            and step.who is not None
            and step.by in ("appointment", "co-option", "sender")
        ):
            draft.demand(step.who, subject, line, "succession.who")
    require_not_barred(draft, line.id, person)
    require_fits(draft, post, person)
    if VacancyEnd(post.id) in draft.state.agenda.items:
        draft.emit(Struck(item=VacancyEnd(post.id)))
    take(draft, line, Taking(post=post.id, person=person, how=how))


def apportion(draft: Draft, act: SeatsApportion) -> None:
    """By who may call elections: the seats are shared out anew.

    Posts that are missing are created; those too many go with the next election.
    """
    require_power(draft, CALL_ELECTIONS)
    line = draft.known(draft.book.bylaws.lines.get(act.line), "line.known", line=act.line)
    draft.require(line.size.total is not None, "seats.total", line, "total", line=line.id)
    body = act.body or BodyId(line.body)
    found = draft.state.bodies.get(body)
    draft.require(found is not None and found.stands and found.kind == line.body, "body.stands", body=body)
    share_out(draft, line, body)
    for sender, due in rows_of(draft.state.posts.shares.get((line.id, body), Lookup())):
        match(draft, line, body, sender, due, shrink=False)


DECIDERS: Deciders = {
    PostResign: resign,
    PostAppoint: appoint,
    PostSend: send,
    SeatsApportion: apportion,
}
