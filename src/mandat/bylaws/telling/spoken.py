"""Rules of the bylaws in plain words: the pieces of sentences that the outline puts together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from mandat.bylaws.expression import Expression, phrase
from mandat.bylaws.expression.names import POPULATION_WORDS
from mandat.bylaws.model import BodyKind, Bylaws, Decision, Entry, SeatLine
from mandat.bylaws.model.pieces import Clock, Population, Rows, Share, Silence, SuccessionStep, Term
from mandat.bylaws.words.figures import length
from mandat.bylaws.words.tree import BODY_TYPES, SENTENCES, STEPS
from mandat.language import Language


class Speaker:
    """One language, and the titles that the bylaws give in it."""

    def __init__(self, bylaws: Bylaws, language: Language) -> None:
        """Speak about ``bylaws``."""
        self.bylaws = bylaws
        self.language: Language = language

    def sentence(self, key: str, **words: str) -> str:
        """The sentence of a key with its words filled in."""
        return SENTENCES[key].text(self.language, **words)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Titles by id, for expressions: bodies, lines, facts, definitions, and the words for populations."""
        tables = (self.bylaws.bodies, self.bylaws.lines, self.bylaws.facts, self.bylaws.defines)
        words = {name: SENTENCES[name].text(self.language) for name in POPULATION_WORDS}
        return words | {name: self.title(entry, name) for table in tables for name, entry in table.items()}

    def title(self, entry: Entry, otherwise: str) -> str:
        """The entry's title in the language, else in any, else the id."""
        title = entry.title
        return (
            title.get(self.language)
            or title.get("")
            or title.get("en")
            or next(iter(title.values()), otherwise)
        )

    def body_type(self, body: BodyKind) -> str:
        """What kind of body it is, and whether there are many."""
        name = BODY_TYPES[body.type].text(self.language)
        if body.each:
            return self.sentence("each", type=name, each=self.bodies(body.each))
        return self.sentence("many", type=name) if body.many else name

    def bodies(self, names: Iterable[str]) -> str:
        """The titles of bodies and lines, joined."""
        return self.sentence("and").join(self._named(name) for name in names)

    def population(self, population: Population) -> str:
        """Who: bodies by title, words of the language in words."""
        return self.sentence("and").join(
            self.sentence("all", name=self._named(name)) if name in population.every else self._named(name)
            for name in population.names
        )

    def _named(self, name: str) -> str:
        return self.titles.get(name, name)

    # -- expressions -------------------------------------------------------------------------------------------

    def phrase(self, expression: Expression) -> str:
        """A condition or number in words."""
        return phrase(expression, self.language, self.titles)

    def rows(self, rows: Rows[Expression]) -> str:
        """A rule, or rows of it, in words."""
        if rows.plain is not None:
            return self.phrase(rows.plain)
        parts = [
            self.sentence("else", value=self.phrase(row.value))
            if row.when is None
            else self.sentence("row", condition=self.phrase(row.when), value=self.phrase(row.value))
            for row in rows.rows
        ]
        return "; ".join(parts)

    def number(self, line: SeatLine) -> str:
        """How many posts."""
        if line.size.total is not None:
            return self.sentence(
                "total", number=self.rows(line.size.total), divide=self._divided(line.size.divide)
            )
        number = self.rows(line.size.number) if line.size.number is not None else self._unnumbered(line)
        many = any(name in self.bylaws.bodies and self.bylaws.bodies[name].many for name in line.from_)
        return self.sentence(
            "number" if many else "number-one", number=number, sender=self.bodies(line.from_)
        )

    def _unnumbered(self, line: SeatLine) -> str:
        return (
            self.sentence("one")
            if line.size.at_most is None
            else self.sentence("at-most", number=self.rows(line.size.at_most))
        )

    def _divided(self, divide: Share | Expression | str | None) -> str:
        match divide:
            case Share():
                return f"{divide.method}: {self.phrase(divide.base)}"
            case Expression():
                return self.phrase(divide)
            case _:
                return divide or "–"

    # -- seats -------------------------------------------------------------------------------------------------

    def election(self, decision: Decision) -> str:
        """Method, lists and ballot."""
        rows = decision.balloting.method.rows if decision.balloting.method is not None else ()
        parts = [self.sentence("method", method=row.value) for row in rows]
        parts += (
            [self.sentence("lists", lists=self._named(decision.balloting.lists))]
            if decision.balloting.lists
            else []
        )
        if isinstance(decision.balloting.ballot, Silence):
            parts.append(self.sentence(decision.balloting.ballot.value))
        elif decision.balloting.ballot is not None:
            parts.append(self.sentence(f"ballot-{decision.balloting.ballot}"))
        return ", ".join(parts) or self.sentence("unspecified")

    def term(self, term: Term | Silence) -> str:
        """How long a post is held."""
        if isinstance(term, Silence):
            return self.sentence(term.value)
        if term.rotation is not None:
            return self.sentence("rotation", of=str(term.rotation.of), on=term.rotation.on)
        if term.clock.until is not None and term.clock.length is None:
            return self.sentence("term-until", event=term.clock.until)
        return self.sentence("term", length=self.clock(term.clock))

    def clock(self, clock: Clock) -> str:
        """A length of time: as written, or of the clock named."""
        named = self.bylaws.clocks[clock.name].clock if clock.name is not None else clock
        if named.length is not None:
            return length(named.length, self.language)
        return named.until or named.starts or clock.name or self.sentence("unspecified")

    def succession(self, succession: tuple[SuccessionStep, ...] | Silence) -> str:
        """Who follows, in order."""
        if isinstance(succession, Silence):
            return self.sentence("succession", steps=self.sentence(succession.value))
        return self.sentence(
            "succession", steps=self.sentence("then").join(self._step(step) for step in succession)
        )

    def _step(self, step: SuccessionStep) -> str:
        name = STEPS[step.by].text(self.language)
        return (
            name
            if step.within is None
            else self.sentence("within", step=name, length=self.clock(step.within))
        )

    def instructions(self, instructions: str | Silence) -> str:
        """Whether those who sent may instruct."""
        if isinstance(instructions, Silence):
            return self.sentence(instructions.value)
        return self.sentence(f"instructions-{instructions}")

    def decided(self, decision: str | None) -> str:
        """The decision in brackets, or nothing."""
        if decision is None:
            return ""
        entry = self.bylaws.decisions.get(decision)
        return self.sentence(
            "decision", decision=self.title(entry, decision) if entry is not None else decision
        )
