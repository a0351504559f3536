"""Seats that need another body's consent: before the holder sits (``consent``), or after (``confirm``).

Who is proposed waits. The body named consents or refuses by a motion about ``["confirm", POST, PERSON]``, an officer by an
act; for an outside body the registrar enters it. When the time is over, silence means what the clock says: consent, refusal,
or, where it says nothing, that the proposal lapses.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mandat.bylaws.model import SeatLine
from mandat.bylaws.model.pieces import Need
from mandat.federation.base.agenda.items import ConfirmationEnd
from mandat.federation.base.closed import Awaiting, ProposalEnd, Seating, VacancyCause
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.matter import Confirmation
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.population.staying import has_left
from mandat.federation.base.subject import Subject
from mandat.federation.base.tenure.effects import SeatVacated
from mandat.federation.base.tenure.leaving import seat, vacate
from mandat.federation.base.types import PostId
from mandat.federation.seats.posts.acts import PostConfirm
from mandat.federation.seats.posts.effects import ProposalEnded, SeatProposed, VacancyAwaits
from mandat.federation.seats.posts.state import Proposal, Taking
from mandat.federation.seats.posts.terms import start_term

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.effects import VoteEnded

BEFORE, AFTER = "consent", "confirm"

AWAITING: Mapping[Seating, Awaiting] = {
    Seating.ELECTED: Awaiting.ELECTION,
    Seating.LOT: Awaiting.LOT,
    Seating.SENT: Awaiting.SENDER,
    Seating.APPOINTED: Awaiting.APPOINTMENT,
    Seating.CO_OPTED: Awaiting.CO_OPTION,
}
"""What a post waits for again when whoever was to come in this way is refused."""


def take(draft: Draft, line: SeatLine, taking: Taking) -> None:
    """Seat a person, or propose them where the line needs a consent before; one that is needed after is waited for."""
    needs = _waiting(draft, line, taking, 0, BEFORE)
    if needs is not None:
        _propose(draft, line, taking, needs)
        return
    _seat(draft, line, taking)


def _seat(draft: Draft, line: SeatLine, taking: Taking) -> None:
    vacate(draft, draft.state.posts.all[taking.post], VacancyCause.SUCCEEDED)
    seat(
        draft,
        taking.post,
        taking.person,
        taking.how,
        election=taking.election,
        order=taking.order,
        list_=taking.list,
    )
    start_term(draft, taking.post, general=taking.general)
    after = _waiting(draft, line, taking, 0, AFTER)
    if after is not None:
        _propose(draft, line, taking, after)


def _waiting(draft: Draft, line: SeatLine, taking: Taking, first: int, as_: str) -> int | None:
    """Return the place of the next need of this sort that applies, from ``first`` on."""
    for place, need in enumerate(line.filling.needs[first:], first):
        if need.as_ == as_ and _applies(draft, line, need, taking):
            return place
    return None


def _applies(draft: Draft, line: SeatLine, need: Need, taking: Taking) -> bool:
    post = draft.state.posts.all[taking.post]
    subject = Subject(body=post.body, sender=post.sender, line=line.id, person=taking.person)
    return need.when is None or draft.test(need.when, subject, line, "needs.when") is not False


def _propose(draft: Draft, line: SeatLine, taking: Taking, place: int) -> None:
    need = line.filling.needs[place]
    until = None if need.within is None else draft.deadline(need.within)
    by = ", ".join(need.from_.names)
    draft.require(True, f"post.{need.as_}", line, "needs", post=taking.post, person=taking.person, by=by)
    draft.emit(SeatProposed(taking=taking, need=place, by=by, bylaws_version=draft.book.version, until=until))
    if until is not None:
        draft.schedule(ConfirmationEnd(taking.post), until)


def confirm(draft: Draft, act: PostConfirm) -> None:
    """By an officer whose consent is needed; for an outside body by the registrar, who names its document."""
    proposal = draft.state.posts.proposed.get(act.post)
    proposal = draft.known(
        proposal if proposal is not None and proposal.person == act.person else None,
        "post.waits",
        post=act.post,
        person=act.person,
    )
    with draft.under(proposal.bylaws_version):
        line = draft.book.line(draft.state.posts.all[act.post].line)
        _require_consenter(draft, line, line.filling.needs[proposal.need], act)
    _settle(draft, proposal, ProposalEnd.CONSENTED if act.consent else ProposalEnd.REFUSED)


def _require_consenter(draft: Draft, line: SeatLine, need: Need, act: PostConfirm) -> None:
    kinds, names = draft.book.bylaws.bodies, need.from_.names
    by = ", ".join(names)
    if any(name in kinds and kinds[name].type == "outside" for name in names):
        registrar = draft.author == draft.state.keys.registrar
        draft.require(registrar, "recall.outside", line, "needs", by=by)
        draft.require(bool(act.source), "recall.document", line, "needs", by=by)
        return
    offices = [name for name in names if name in kinds and kinds[name].type == "office"]
    holds = any(belongs(draft, draft.author, name) for name in offices)
    draft.require(holds, "post.consenter", line, "needs", by=by, post=act.post)


def vote_closed(draft: Draft, effect: VoteEnded) -> None:
    """Let a vote on a confirmation take effect in the same ruling."""
    motion = draft.state.motions.all[effect.motion]
    about = motion.about
    if not isinstance(about, Confirmation) or effect.result not in ("carried", "defeated"):
        return
    post = about.post
    proposal = draft.state.posts.proposed.get(post)
    if proposal is None or proposal.person != about.person:
        return
    with draft.under(proposal.bylaws_version):
        need = draft.book.line(draft.state.posts.all[post].line).filling.needs[proposal.need]
    body = draft.state.bodies.all[motion.body]
    named = body.id in need.from_.names or body.kind in need.from_.names
    if named and need.decision in (None, motion.decision):
        _settle(draft, proposal, ProposalEnd.CONSENTED if effect.result == "carried" else ProposalEnd.REFUSED)


def fall_due(draft: Draft, due: ConfirmationEnd) -> None:
    """The time is over: silence consents, or the proposal lapses."""
    proposal = draft.state.posts.proposed.get(due.post)
    if proposal is None:
        return
    with draft.under(proposal.bylaws_version):
        line = draft.book.line(draft.state.posts.all[due.post].line)
        within = line.filling.needs[proposal.need].within
        silence = "nothing" if within is None else within.silence
        draft.require(
            True, "post.silence", line, "needs", post=due.post, person=proposal.person, silence=silence
        )
    _settle(draft, proposal, ProposalEnd.CONSENTED if silence == "consents" else ProposalEnd.SILENCE)


def _settle(draft: Draft, proposal: Proposal, how: ProposalEnd) -> None:
    taking = proposal.taking
    draft.strike(ConfirmationEnd(taking.post))
    draft.emit(ProposalEnded(post=taking.post, person=taking.person, how=how))
    with draft.under(proposal.bylaws_version):
        line = draft.book.line(draft.state.posts.all[taking.post].line)
        need = line.filling.needs[proposal.need]
        if how == "consented":
            _go_on(draft, line, taking, need, proposal.need + 1)
        elif need.as_ == AFTER:
            _lose(draft, taking)
        else:
            draft.emit(VacancyAwaits(post=taking.post, by=AWAITING[taking.how]))


def _go_on(draft: Draft, line: SeatLine, taking: Taking, need: Need, place: int) -> None:
    """Wait for the next consent, or seat the person if they still may sit."""
    following = _waiting(draft, line, taking, place, need.as_)
    if following is not None:
        _propose(draft, line, taking, following)
    elif need.as_ == BEFORE and not has_left(draft, taking.person):
        _seat(draft, line, taking)


def _lose(draft: Draft, taking: Taking) -> None:
    post = draft.state.posts.all[taking.post]
    if post.holder == taking.person:
        vacate(draft, post, VacancyCause.UNCONFIRMED)


def post_gone(draft: Draft, post: PostId) -> None:
    """Who is proposed for a post that is abolished, or has left it already, waits no more."""
    proposal = draft.state.posts.proposed.get(post)
    if proposal is not None:
        draft.strike(ConfirmationEnd(post))
        draft.emit(ProposalEnded(post=post, person=proposal.person, how=ProposalEnd.VOID))


def left(draft: Draft, effect: SeatVacated) -> None:
    """Who leaves a post before they were confirmed waits no more."""
    proposal = draft.state.posts.proposed.get(effect.post)
    if proposal is not None and proposal.person == effect.person:
        post_gone(draft, effect.post)


DECIDERS: Deciders = {PostConfirm: confirm}
