"""A ruling in the making: deciders examine requirements and emit effects, and each effect acts on the draft's own state.

The state that was handed to ``decide`` is never touched: it is persistent, and the draft moves on to new values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple, Unpack

from mandat.bylaws.expression import Expression, Numbers
from mandat.bylaws.model import Entry
from mandat.bylaws.model.pieces import Clock, Rows, SuccessionStep
from mandat.bylaws.values.duration import Duration, deadline
from mandat.federation.base.acts import Act, Submission
from mandat.federation.base.agenda.effects import Scheduled, Struck
from mandat.federation.base.agenda.items import AgendaItem
from mandat.federation.base.counts.supply import supply_from
from mandat.federation.base.evaluation import Found, evaluate
from mandat.federation.base.interpretation.effects import QuestionAsked
from mandat.federation.base.lookup import given
from mandat.federation.base.places import Places
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.base.rulings import LANGUAGE, Admitted, Effect, Ground, OpenQuestion, Refusal
from mandat.federation.base.subject import Subject
from mandat.federation.base.types import BylawsVersion, OpenQuestionId, PersonId
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Applier, State

T = TypeVar("T")
E = TypeVar("E", bound=Effect)
Subjects = TypeVarTuple("Subjects")

Reaction = Callable[["Draft", Any], None]
Later = Callable[..., None]
"""A reaction that waits until the act is through: it takes the draft and what it is about, as ``Draft.later`` was given it."""
Deciders = Mapping[type[Act], Callable[["Draft", Any], None]]
"""Type of act → the function that examines it, as each room lists its own."""


def follows(
    kind: type[E], *reactions: Callable[[Draft, E], None]
) -> tuple[type[Effect], tuple[Reaction, ...]]:
    """Pair a type of effect with what follows from it, each of which takes an effect of that very type."""
    return kind, reactions


class Draft:
    """State, time and inputs of one act, and the grounds, effects and questions found so far."""

    def __init__(
        self,
        state: State,
        submission: Submission,
        at: Instant,
        appliers: Mapping[type[Effect], Applier],
        reactions: Mapping[type[Effect], tuple[Reaction, ...]],
        order: tuple[Later, ...] = (),
    ) -> None:
        """Begin with nothing examined."""
        self.state = state
        self.submission = submission
        self.at = at
        self.inputs = submission.inputs
        self.grounds: list[Ground] = []
        self.effects: list[Effect] = []
        self.questions: list[OpenQuestion] = []
        self.deadlines: list[Instant] = []
        self.followers: tuple[SuccessionStep, ...] = ()
        self._appliers = appliers
        self._reactions = reactions
        self._later: dict[Later, dict[tuple[object, ...], None]] = {each: {} for each in order}
        self._book: Rulebook | None = None

    @property
    def act(self) -> Act:
        """The act under judgement."""
        return self.submission.act

    @property
    def author(self) -> PersonId:
        """The person who signed first."""
        return self.submission.author

    @property
    def book(self) -> Rulebook:
        """The bylaws that judge: those in force, unless ``under`` names those that something started with."""
        return self._book if self._book is not None else self.state.law.book

    @contextmanager
    def under(self, version: BylawsVersion) -> Iterator[None]:
        """Judge under the bylaws that a petition, vote, or election started with."""
        before = self._book
        self._book = self.state.law.books[version]
        try:
            yield
        finally:
            self._book = before

    @contextmanager
    def followed_by(self, steps: tuple[SuccessionStep, ...]) -> Iterator[None]:
        """Let other steps than those of the line fill the posts vacated meanwhile, where a rule names some."""
        before, self.followers = self.followers, steps
        try:
            yield
        finally:
            self.followers = before

    def emit(self, effect: Effect) -> None:
        """Let something happen, and whatever follows from it in the same ruling."""
        kind = type(effect)
        self.effects.append(effect)
        self.state = self._appliers[kind](self.state, effect)
        for reaction in self._reactions.get(kind, ()):
            reaction(self, effect)

    def later(self, reaction: Callable[[Draft, *Subjects], None], *subject: *Subjects) -> None:
        """Let a reaction follow when the act is through: once, however often it is asked for about the same subject."""
        self._later[reaction][subject] = None

    def settle(self) -> None:
        """Let all that was put off follow, in the order of the kinds of reaction, until nothing is left."""
        while waiting := next((each for each in self._later if self._later[each]), None):
            subject = next(iter(self._later[waiting]))
            del self._later[waiting][subject]
            waiting(self, *subject)

    def require(
        self,
        holds: bool,
        requirement: str,
        entry: Entry | None = None,
        key: str = "",
        **numbers: Unpack[Places],
    ) -> None:
        """Note a requirement of the language, or of an entry of the bylaws; raise ``Refusal`` if it does not hold."""
        ground = Ground(
            rule=LANGUAGE if entry is None else entry.id,
            article=None if entry is None else entry.article,
            key=key,
            requirement=requirement,
            numbers=dict(numbers),
            holds=holds,
        )
        if not holds:
            raise Refusal(ground)
        self.grounds.append(ground)

    def known(
        self,
        found: T | None,
        requirement: str,
        entry: Entry | None = None,
        key: str = "",
        **numbers: Unpack[Places],
    ) -> T:
        """Require that something was found, as ``require`` does, and return it."""
        self.require(found is not None, requirement, entry, key, **numbers)
        return given(found)

    def supply(self, subject: Subject) -> Callable[[Expression], Numbers]:
        """Return the supply of counts about a subject as the draft's state has them."""
        return supply_from(self, subject)

    def find(self, rows: Rows[Expression], subject: Subject, entry: Entry, key: str) -> Found:
        """Evaluate a rule about a subject now, and note the grounds."""
        found = evaluate(rows, self.supply(subject), entry, key, self.state.law.readings)
        self.grounds.extend(found.grounds)
        return found

    def test(self, condition: Expression | None, subject: Subject, entry: Entry, key: str) -> bool | None:
        """Evaluate a condition; one that is left out holds, one that is open gives None."""
        if condition is None:
            return True
        found = self.find(Rows.of(condition), subject, entry, key)
        return None if found.value is None else bool(found.value)

    def demand(self, condition: Expression | None, subject: Subject, entry: Entry, key: str) -> None:
        """Require that a condition of the bylaws holds; raise ``Refusal`` if it does not, or if it is open."""
        if self.test(condition, subject, entry, key) is not True:
            raise Refusal(self.grounds.pop())

    def ask(self, question: OpenQuestion) -> None:
        """Leave a question open, on the record, until somebody who may answers it."""
        self.questions.append(question)
        self.emit(QuestionAsked(question=question))

    def question_id(self) -> OpenQuestionId:
        """Name the next question of this ruling: ``index.number``."""
        return OpenQuestionId(f"{self.submission.index}.{len(self.questions) + 1}")

    def deadline(self, clock: Clock | Duration, start: Instant | None = None) -> Instant:
        """Return the instant at which a clock that starts now (or at ``start``) ends, and keep it for the record."""
        return self.reckoned(lambda: self._computed(clock, self.at if start is None else start))

    def reckoned(self, reckon: Callable[[], Instant]) -> Instant:
        """Return an instant that hangs on the calendar, and keep it for the record; on replay the one that the record states."""
        stated = self.inputs.deadlines
        instant = reckon() if stated is None else stated[len(self.deadlines)]
        self.deadlines.append(instant)
        return instant

    def _computed(self, clock: Clock | Duration, start: Instant) -> Instant:
        if isinstance(clock, Duration):
            return deadline(start, clock, self.book.zone)
        named = self.book.bylaws.clocks[clock.name].clock if clock.name else clock
        length = named.length if named.length is not None else Duration()
        return deadline(start, length, self.book.zone, days=named.days, holidays=self.book.holidays)

    def schedule(self, item: AgendaItem, at: Instant) -> None:
        """Let something fall due."""
        self.emit(Scheduled(item=item, at=at))

    def strike(self, item: AgendaItem) -> None:
        """Take something off the agenda, if it is there."""
        if item in self.state.agenda.items:
            self.emit(Struck(item=item))

    def admitted(self) -> Admitted:
        """Close the draft as an admitted act."""
        return Admitted(
            grounds=tuple(self.grounds),
            effects=tuple(self.effects),
            questions=tuple(self.questions),
            deadlines=tuple(self.deadlines),
        )
