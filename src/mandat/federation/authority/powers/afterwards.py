"""What becomes of things done under a power that still need somebody's consent: ratified, refused, or passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.model import Holder, Power
from mandat.bylaws.model.pieces import Clock, Need
from mandat.federation.assembly.meetings.effects import MeetingClosed, MeetingOpened
from mandat.federation.assembly.motions.effects import VoteEnded
from mandat.federation.authority.powers.effects import PowerLapsed, PowerRatified
from mandat.federation.authority.powers.needs import AFTERWARDS, clock_of, is_about
from mandat.federation.authority.powers.state import Exercise
from mandat.federation.base.agenda.items import NeedEnd
from mandat.federation.base.closed import PowerLapse
from mandat.federation.base.competence.powers import power_name
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import Consent
from mandat.federation.base.population.belonging import holds_body
from mandat.federation.base.types import EntryIndex


def numbered_needs(rule: Power) -> tuple[tuple[int, Need, Holder | None], ...]:
    """Return all needs of a power, numbered from 0: its own, then those of each further holder (with that holder)."""
    own: list[tuple[Need, Holder | None]] = [(need, None) for need in rule.first.needs]
    further = [(need, holder) for holder in rule.also for need in holder.needs]
    return tuple((number, need, holder) for number, (need, holder) in enumerate([*own, *further]))


def await_needs(draft: Draft, index: EntryIndex) -> None:
    """Let the time for each need that is still to be met run from now, unless it waits for an event."""
    for done, number, need, clock in _waiting(draft):
        if done.index == index and clock is not None and clock.length is not None and clock.starts is None:
            draft.schedule(NeedEnd(index, number), draft.deadline(need.within or clock))


def _waiting(draft: Draft) -> Iterator[tuple[Exercise, int, Need, Clock | None]]:
    """Yield each need that something done still awaits, with its clock."""
    for index in keys_of(draft.state.powers.waiting):
        done = draft.state.powers.exercises[index]
        for number in done.awaits:
            with draft.under(done.bylaws_version):
                rule = draft.book.bylaws.powers[done.power]
                need = next(each for at, each, _ in numbered_needs(rule) if at == number)
                clock = None if need.within is None else clock_of(draft, need.within)
            yield done, number, need, clock


def fall_due(draft: Draft, due: NeedEnd) -> None:
    """The time for a need is over: its clock says what silence means; what was not confirmed lapses."""
    for done, at, need, clock in tuple(_waiting(draft)):
        if (done.index, at) == (due.exercise, due.number):
            _judge_silence(draft, done, at, need, clock)


def _judge_silence(draft: Draft, done: Exercise, number: int, need: Need, clock: Clock | None) -> None:
    silence = "nothing" if clock is None else clock.silence
    if silence == "consents":
        draft.emit(PowerRatified(exercise=done.index, need=number, motion=None))
    elif silence == "refuses" or need.as_ == "confirm":
        _lapse(draft, done, number, PowerLapse.SILENCE)


def _lapse(draft: Draft, done: Exercise, need: int, reason: PowerLapse) -> None:
    for number in done.awaits:
        draft.strike(NeedEnd(done.index, number))
    draft.emit(PowerLapsed(exercise=done.index, need=need, reason=reason))


def vote_closed(draft: Draft, effect: VoteEnded) -> None:
    """A body that defeats the motion to consent refuses what was done."""
    motion = draft.state.motions.all[effect.motion]
    if effect.result != "defeated" or not isinstance(motion.about, Consent):
        return
    for done, number, need, _ in tuple(_waiting(draft)):
        rule = draft.state.law.books[done.bylaws_version].bylaws.powers[done.power]
        if (
            need.as_ in AFTERWARDS
            and power_name(rule) == motion.about.power
            and is_about(rule, motion, done.text)
            and holds_body(draft, need.from_, motion)
        ):
            _lapse(draft, done, number, PowerLapse.REFUSED)


def meeting_opened(draft: Draft, effect: MeetingOpened) -> None:
    """Let the time for a need run that starts when this body meets."""
    kind = draft.state.bodies.all[effect.body].kind
    for done, number, need, clock in tuple(_waiting(draft)):
        if clock is not None and clock.starts == f"{kind}.opened" and clock.length is not None:
            with draft.under(done.bylaws_version):
                draft.schedule(NeedEnd(done.index, number), draft.deadline(need.within or clock))


def meeting_closed(draft: Draft, effect: MeetingClosed) -> None:
    """Judge the silence of a body in whose meeting a need was to be met."""
    meeting = draft.state.meetings.all[effect.meeting]
    kind = draft.state.bodies.all[meeting.body].kind
    ends = (f"{kind}.closed", f"{kind}.adjourned")
    for done, number, need, clock in tuple(_waiting(draft)):
        if clock is not None and clock.until in ends and meeting.opened > done.at:
            _judge_silence(draft, done, number, need, clock)
