"""Values of the language in words: expressions, rows, populations, clocks, support, needs and the small tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.expression.names import POPULATION_WORDS
from mandat.bylaws.model import Acting, BodyKind, Bylaws, Delegable, Entry, Holder, LeaveWindow, keys_of
from mandat.bylaws.model.pieces import (
    Clock,
    Need,
    Population,
    Rows,
    Share,
    Silence,
    SuccessionStep,
    Support,
    Term,
)
from mandat.bylaws.telling.articles.sentences import SENTENCES
from mandat.bylaws.telling.spoken import Speaker
from mandat.bylaws.values.duration import Duration
from mandat.bylaws.words.figures import length
from mandat.bylaws.words.tree import BODY_TYPES, STEPS
from mandat.bylaws.words.tree import SENTENCES as OUTLINE
from mandat.language import Language, Phrases

_TERM_KEYS = ("skip_if", "early", "overlap")


def _given(table: msgspec.Struct) -> Iterator[tuple[str, object]]:
    """The keys of a small table that the file gives, as they are written there."""
    return ((key, value) for key, value in keys_of(table) if value is not None)


class Teller:
    """Puts the values of a bylaws file into words of one language."""

    def __init__(self, bylaws: Bylaws, language: Language) -> None:
        """Tell about ``bylaws``."""
        self.bylaws = bylaws
        self.language: Language = language
        self.speaker = Speaker(bylaws, language)
        self._words = Phrases(SENTENCES, language)

    def say(self, key: str, **words: str) -> str:
        """The sentence of a key with its words filled in."""
        return self._words(key, **words)

    def knows(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        return key in self._words

    # -- names -------------------------------------------------------------------------------------------------

    def own_title(self, entry: Entry) -> str:
        """An entry's title, else the last part of its id."""
        return self.speaker.title(entry, entry.id.partition(".")[2] or entry.id)

    def title_of(self, name: str) -> str:
        """The title of a body, line, fact or definition, else its id."""
        return self.speaker.titles.get(name, name)

    def titles_of(self, names: Iterable[str]) -> str:
        """Titles joined, without articles."""
        return self.say("or").join(self.title_of(name) for name in names)

    def names(self, names: Iterable[str], every: frozenset[str] = frozenset()) -> str:
        """Bodies and lines by title, told as one, each or all."""
        return self.say("and").join(self._named(name, name in every) for name in names)

    def _named(self, name: str, every: bool) -> str:
        if name in POPULATION_WORDS:
            return OUTLINE[name].text(self.language)
        title = self.title_of(name)
        if name in self.bylaws.lines:
            return self.say("line-of", title=title)
        body = self.bylaws.bodies.get(name)
        many = body is not None and (body.many or bool(body.each))
        named = title.lower().startswith("the ") or body is None
        if self.language == "en" and named and not many and not every:
            return title
        return self.say("all-body" if every else "each-body" if many else "one-body", title=title)

    def body_type(self, body: BodyKind) -> str:
        """What kind of body it is, and whether there are many."""
        name = BODY_TYPES[body.type].text(self.language)
        return self.say("every-type", type=name) if body.many else name

    # -- values ------------------------------------------------------------------------------------------------

    def items(self, value: object) -> tuple[str, ...]:
        """The rows of a value, each a piece of a sentence; none if it is a plain value."""
        if not isinstance(value, Rows) or value.plain is not None:
            return ()
        return tuple(
            self.say("else", value=self.value(row.value))
            if row.when is None
            else self.say("row", condition=self.speaker.phrase(row.when), value=self.value(row.value))
            for row in value.rows
        )

    def one(self, value: object) -> str:
        """The unit of a length that is exactly one of it: "year" for ``P1Y``; else nothing."""
        told = self._time(value) if isinstance(value, Clock) and value == Clock(length=value.length) else ""
        number, _, unit = told.replace("\u00a0", " ").partition(" ")
        return unit if number == "1" and " " not in unit else ""

    def value(self, value: object, key: str = "") -> str:
        """Any value in words; ``key`` is the one it belongs to, for small tables without a type of their own."""
        match value:
            case Rows():
                return self.say("as-below") if value.plain is None else self.value(value.plain)
            case Expression():
                return self.speaker.phrase(value)
            case Population():
                return self.names(value.names, value.every)
            case Clock() | Term() | Duration():
                return self._time(value)
            case Silence():
                return self.say(value.value)
            case Support() | Need() | Holder() | SuccessionStep() | Share() | Delegable():
                return self._piece(value)
            case _:
                return self._plain(value, key)

    def _plain(self, value: object, key: str) -> str:
        match value:
            case bool():
                return self.say("yes" if value else "no")
            case tuple():
                return self._many(value, key)
            case Acting():
                return self.say("acting", by=self.value(value.acting))
            case msgspec.Struct():
                return self.say("list").join(self._pair(key, name, each) for name, each in _given(value))
            case Mapping():
                return self.say("list").join(self._pair(key, str(name), each) for name, each in value.items())
            case str():
                return self._word(value)
            case _:
                return str(value)

    def _many(self, values: tuple[object, ...], key: str) -> str:
        steps = bool(values) and isinstance(values[0], SuccessionStep)
        joint = "then" if steps else "or" if any(isinstance(each, Support) for each in values) else "list"
        return self.say(joint).join(self.value(each, key) for each in values)

    def _word(self, word: str) -> str:
        for key in (f"absent={word}", f"repeat={word}", f"of={word}", f"same={word}"):
            if self.knows(key):
                return self.say(key)
        decision = self.bylaws.decisions.get(word)
        if decision is not None:
            return self.own_title(decision)
        power = self.bylaws.powers.get(word)
        if power is not None:
            return self.own_title(power)
        return self.event(word) if self._is_event(word) else self.title_of(word)

    def _pair(self, table: str, key: str, value: object) -> str:
        """One key of a small table in words: as its sentence says, else as it is written."""
        name = f"{table}.{key}"
        if isinstance(value, LeaveWindow):
            return self.say(name, **self._inner(value))
        told = self.value(value)
        return self.say(name, value=told) if self.knows(name) else f"{self.title_of(key)}: {told}"

    # -- events and time ---------------------------------------------------------------------------------------

    def _is_event(self, word: str) -> bool:
        thing, dot, what = word.rpartition(".")
        return bool(dot and thing) and self.knows(f"what={what}")

    def event(self, name: str) -> str:
        """``congress.called`` in words."""
        thing, _, what = name.rpartition(".")
        named = self.say(f"thing={thing}") if self.knows(f"thing={thing}") else self._thing(thing)
        return self.say("event", what=self.say(f"what={what}"), thing=named)

    def _thing(self, thing: str) -> str:
        for table in (self.bylaws.decisions, self.bylaws.motions, self.bylaws.powers, self.bylaws.agreements):
            if thing in table:
                return self.own_title(table[thing])
        return self.names((thing,)) if thing in self.bylaws.bodies else self.title_of(thing)

    def _time(self, value: Clock | Term | Duration) -> str:
        if isinstance(value, Duration):
            return length(value, self.language)
        if isinstance(value, Term):
            return self.say("list").join([*self._clock(value.clock), *self._term(value)])
        return self.say("list").join(self._clock(value))

    def _clock(self, clock: Clock) -> list[str]:
        if clock.name is not None:
            named = self.bylaws.clocks.get(clock.name)
            return [self.own_title(named) if named is not None else clock.name]
        parts = [] if clock.length is None else [length(clock.length, self.language)]
        for key in ("starts", "before", "until"):
            event = getattr(clock, key)
            parts += [] if event is None else [self.say(f"clock.{key}", value=self._word(event))]
        for key in ("at_least", "at_most"):
            bound = getattr(clock, key)
            parts += [] if bound is None else [self.say(f"clock.{key}", value=self.value(bound))]
        for key in ("extend", "restart", "vary", "shut", "pause"):
            table = getattr(clock, key)
            parts += [] if table is None else [self.say(f"clock.{key}", **self._inner(table))]
        if clock.days != "calendar" and parts:
            parts[0] = self.say(f"clock.days={clock.days}", value=parts[0])
        return [*parts, *([] if clock.silence == "nothing" else [self.say(f"clock.silence={clock.silence}")])]

    def _inner(self, table: msgspec.Struct) -> dict[str, str]:
        return {key: self.value(each) for key, each in _given(table)}

    def _term(self, term: Term) -> list[str]:
        parts = [
            self.say(f"term.{key}", value=self.value(getattr(term, key)))
            for key in _TERM_KEYS
            if getattr(term, key) is not None
        ]
        if term.window is not None:
            parts.append(self.say("term.window", **self._inner(term.window)))
        if term.rest is not None:
            plain = isinstance(term.rest, bool)
            parts.append(
                self.say("term.rest" if plain else "term.rest-and-term", value=self.value(term.rest))
            )
        if term.rotation is not None:
            parts.append(self.say("term.rotation", of=str(term.rotation.of), on=term.rotation.on))
        return [*parts, *([self.say("term.caretaker")] if term.caretaker else [])]

    # -- the other pieces --------------------------------------------------------------------------------------

    def _piece(self, value: Support | Need | Holder | SuccessionStep | Share | Delegable) -> str:
        match value:
            case Support():
                keys = ("who", "enough", "within", "span", "same", "publish", "answer")
                return self._with("support", self.say("support", by=self.value(value.by)), value, keys)
            case Need():
                lead = self.say("need", kind=self.say(f"as={value.as_}"), by=self.value(value.from_))
                return self._with("need", lead, value, ("decision", "enough", "within", "when"))
            case Holder():
                lead = self.say("holder", by=self.value(value.holder))
                return self._with("holder", lead, value, ("jointly", "when", "needs", "decision"))
            case SuccessionStep():
                return self._step(value)
            case Share():
                return self.say("share", method=value.method, base=self.value(value.base))
            case Delegable():
                return self._with("delegable", "", value, ("to", "decision", "limit"))

    def _step(self, step: SuccessionStep) -> str:
        parts = [STEPS[step.by].text(self.language)]
        for key, value in (
            ("within", step.within),
            ("in", step.in_),
            ("method", step.method),
            ("who", step.who),
        ):
            if value is not None:
                told = self.names((value,)) if key == "in" and isinstance(value, str) else self.value(value)
                parts.append(self.say(f"step.{key}", value=told))
        return " ".join([*parts, *([self.say("step.at")] if step.at else [])])

    def _with(self, table: str, lead: str, value: object, keys: tuple[str, ...]) -> str:
        parts = [lead] if lead else []
        for key in keys:
            each = getattr(value, key)
            if each not in (None, (), False):
                parts.append(self.say(f"{table}.{key}", value=self.value(each)))
        return self.say("list").join(parts)
