"""Decide and apply: the two functions that everything else stands on.

``decide`` turns an act into a ruling; ``apply`` executes the effects of a ruling; ``fall_due`` gives the ruling of the clock.
All three are pure: the same arguments give the same results, on this machine and on any that replays the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from mandat.federation.base.acts import NO_INPUTS, Act, Inputs, Submission
from mandat.federation.base.agenda.effects import Struck
from mandat.federation.base.agenda.state import Due
from mandat.federation.base.competence.sealing import require_sealable
from mandat.federation.base.competence.signing import require_signers
from mandat.federation.base.draft import Draft
from mandat.federation.base.rulings import Effect, Refusal, Refused, Ruling
from mandat.federation.base.types import EntryIndex, PersonId
from mandat.federation.clock import DUE
from mandat.federation.law.acts import FederationFound
from mandat.federation.people.members.effects import PersonActed
from mandat.federation.reactions import LATER, REACTIONS
from mandat.federation.rooms import APPLIERS, DECIDERS
from mandat.federation.state import State
from mandat.instants import Instant


class ClockStatement(Act, frozen=True, kw_only=True, tag="clock"):
    """The server's statement that things have fallen due; no person can submit it."""


def decide(state: State, submission: Submission, at: Instant) -> Ruling:
    """Judge one act in a state, at an instant (UTC seconds), with the blobs it names.

    The result is ``Admitted`` with its effects, or ``Refused`` with the ground that fails; never anything else.
    """
    return judge(state, submission, at)[0]


def judge(state: State, submission: Submission, at: Instant) -> tuple[Ruling, State]:
    """Judge one act and return the ruling with the state after it (``apply`` gives the same state from the effects)."""
    draft = Draft(state, submission, at, APPLIERS, REACTIONS, LATER)
    try:
        if not isinstance(submission.act, FederationFound):
            draft.require(state.founded is not None, "federation.founded")
            require_signers(draft)
            require_sealable(draft)
        DECIDERS[type(submission.act)](draft, submission.act)
        draft.settle()
        if draft.book.asks_silence:
            draft.emit(PersonActed(person=submission.author, at=at))
    except Refusal as refusal:
        return Refused(grounds=(*draft.grounds, refusal.ground), deadlines=tuple(draft.deadlines)), state
    return draft.admitted(), draft.state


def apply(state: State, effects: Iterable[Effect]) -> State:
    """Execute effects in order and return the new state; cannot fail on the effects of a ruling made in that state."""
    for effect in effects:
        state = APPLIERS[type(effect)](state, effect)
    return state


def due(state: State, at: int) -> tuple[Due, ...]:
    """Return what has fallen due by ``at``: it must be stated by the clock before the next act is judged."""
    return state.agenda.due(at)


def fall_due(state: State, item: Due, index: EntryIndex, inputs: Inputs = NO_INPUTS) -> tuple[Ruling, State]:
    """Let one thing fall due, at its own instant; ``index`` is the entry of the clock statement."""
    submission = Submission(act=ClockStatement(), signers=(PersonId(""),), index=index, inputs=inputs)
    draft = Draft(state, submission, item.at, APPLIERS, REACTIONS, LATER)
    draft.emit(Struck(item=item.item))
    DUE[type(item.item)](draft, item.item)
    draft.settle()
    return draft.admitted(), draft.state


ACTS: dict[str, type[Act]] = {str(act.__struct_config__.tag): act for act in DECIDERS}
"""Name of each act → its type."""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """A version of the rules that can judge: the note of rulings names its number, and a replay takes the same.

    ``judge``, ``due`` and ``fall_due`` are the functions of this module, or those of an earlier version that is kept to replay
    what it judged.
    """

    version: int
    judge: Callable[[State, Submission, Instant], tuple[Ruling, State]]
    due: Callable[[State, Instant], tuple[Due, ...]]
    fall_due: Callable[[State, Due, EntryIndex, Inputs], tuple[Ruling, State]]


RULES = Rules(version=2, judge=judge, due=due, fall_due=fall_due)
"""The rules of this program. The number is raised whenever the same act may now be ruled otherwise, or write other effects
(``tests/record/versions`` finds it); other grounds, numbers and words leave it as it is."""
