"""Answers to what a person asks of bylaws: who can be recalled, who answers to nobody, what is held by none or two, and so on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

import msgspec

from mandat.bylaws.findings import check
from mandat.bylaws.findings.finding import Finding
from mandat.bylaws.findings.seating import deciders, routes
from mandat.bylaws.findings.trials import TrialVote, carried, triable
from mandat.bylaws.model import Bylaws, Decision, Power, SeatLine
from mandat.bylaws.telling.explaining.capture import Capture, capture
from mandat.bylaws.telling.explaining.supposed import Supposed
from mandat.bylaws.telling.explaining.words import say
from mandat.bylaws.telling.spoken import Speaker
from mandat.bylaws.telling.tree import parents
from mandat.language import ENGLISH, Language, Value
from mandat.language.numbers import number as written

QuestionName = Literal["recall", "nobody", "powers", "quorum", "amend", "capture", "unused"]
QUESTIONS: tuple[QuestionName, ...] = ("recall", "nobody", "powers", "quorum", "amend", "capture", "unused")

_CODES: dict[str, frozenset[str]] = {
    "nobody": frozenset(
        {"no-recall", "answers-to-nobody", "recall-leads-back", "recall-reaches-nobody", "recall-undecided"}
    ),
    "powers": frozenset(
        {"no-holder", "two-holders", "several-holders", "nobody-amends", "nobody-interprets"}
    ),
    "quorum": frozenset({"quorum-never", "carried-never"}),
    "amend": frozenset({"amendment-weaker", "nobody-amends"}),
    "unused": frozenset(
        {"never-used", "row-never", "no-seats", "motion-unstarted", "after-vacant", "confidence-never"}
    ),
}
"""What the checker finds, by the question that it answers."""


class Explained(msgspec.Struct, frozen=True):
    """One question and its answer: a word on the whole, and a line for each thing that bears on it."""

    question: QuestionName
    asks: str
    says: str
    lines: tuple[str, ...]
    captures: tuple[Capture, ...] = ()


def answers(bylaws: Bylaws, supposed: Supposed, language: Language = ENGLISH) -> tuple[Explained, ...]:
    """The answers to all questions, from the file alone; ``supposed`` says how many bodies and members there might be.

    >>> from mandat.bylaws.reading.loader import load
    >>> club = load('mandat = 1\\nid = "club"\\nbody.club.type = "assembly"')
    >>> answers(club, Supposed())[1].says
    'Nobody.'
    """
    return _Answers(bylaws, supposed, language).all()


class _Answers:
    def __init__(self, bylaws: Bylaws, supposed: Supposed, language: Language) -> None:
        self.bylaws = bylaws
        self.supposed = supposed
        self.language: Language = language
        self.speak = Speaker(bylaws, language)

    def all(self) -> tuple[Explained, ...]:
        """Every answer, in order."""
        return (
            self._recall(),
            self._found("nobody"),
            self._found("powers"),
            self._quorum(),
            self._amend(),
            self._capture(),
            self._found("unused"),
        )

    @cached_property
    def _findings(self) -> tuple[Finding, ...]:
        return check(self.bylaws)

    def _say(self, key: str, **words: Value) -> str:
        return say(self.language, key, **words)

    def _answer(
        self, question: QuestionName, says: str, lines: Iterable[str], captures: tuple[Capture, ...] = ()
    ) -> Explained:
        return Explained(question, self._say(f"asks-{question}"), says, tuple(lines), captures)

    def _found(self, question: QuestionName) -> Explained:
        """An answer that is what the checker finds."""
        lines = tuple(self._lines(question))
        return self._answer(question, self._say(f"{question}-{'some' if lines else 'none'}"), lines)

    def _lines(self, question: QuestionName) -> Iterator[str]:
        for found in self._findings:
            if found.code in _CODES[question]:
                yield self._cited(found.article, found.what(self.language))

    def _cited(self, article: str | None, text: str) -> str:
        return text if article is None else f"{text} ({self._say('article', article=article)})"

    # -- can every office be recalled, and by whom? ------------------------------------------------------------

    def _recall(self) -> Explained:
        lines = tuple(self.bylaws.lines.values())
        all_ = all(routes(self.bylaws, line) for line in lines)
        key = "recall-all" if all_ else "recall-some"
        return self._answer("recall", self._say(key), map(self._recalled, lines))

    def _recalled(self, line: SeatLine) -> str:
        found = routes(self.bylaws, line)
        name = self._line_name(line)
        if not found:
            return self._cited(line.article, self._say("recalled-by-nobody", line=name))
        ways = []
        for recall in found:
            by = self.speak.bodies(deciders(recall, line))
            how = "recall-confidence" if recall.deciding.confidence is not None else "recall-decision"
            way = self._say(
                how if recall.deciding.confidence or recall.deciding.decision else "recall-alone", by=by
            )
            ways.append(self._cited(recall.article, way))
        return self._say("recalled-by", line=name, ways="; ".join(ways))

    def _line_name(self, line: SeatLine) -> str:
        body = self.speak.title(self.bylaws.bodies[line.body], line.body)
        return f"{body}: {self.speak.title(line, line.name)}"

    # -- can every quorum be met? ------------------------------------------------------------------------------

    def _quorum(self) -> Explained:
        bad = tuple(self._lines("quorum"))
        listed = [line for name, each in self._decided() if (line := self._quorum_of(name, each))]
        key = "quorum-never" if bad else "quorum-all" if listed else "quorum-none"
        return self._answer("quorum", self._say(key), (*bad, *listed))

    def _decided(self) -> Iterator[tuple[str, Decision]]:
        yield from self.bylaws.decisions.items()

    def _quorum_of(self, name: str, decision: Decision) -> str:
        if decision.verdict.quorum is None:
            return ""
        words = {
            "decision": self.speak.title(decision, name),
            "condition": self.speak.rows(decision.verdict.quorum),
        }
        text = self._say("quorum-of", **words)
        if triable(decision.verdict.quorum):
            need = _present(decision, _TWENTY)
            text += self._say("quorum-fewest", fewest=str(need), of=str(_TWENTY)) if need else ""
        return self._cited(decision.article, text)

    # -- which majority can change the bylaws? -----------------------------------------------------------------

    def _amend(self) -> Explained:
        powers = [(n, p) for n, p in self.bylaws.powers.items() if n.partition(".amend")[0] == "bylaws"]
        lines = [self._cited(power.article, self._amends(power)) for _, power in powers]
        key = "amend-some" if lines else "amend-none"
        return self._answer("amend", self._say(key), (*lines, *self._lines("amend")))

    def _amends(self, power: Power) -> str:
        holder = self.speak.population(power.first.holder)
        covers = self._say("covers", articles=", ".join(power.covers)) if power.covers else ""
        decision = self.bylaws.decisions.get(power.first.decision or "")
        rule = None if decision is None else decision.verdict.carried
        needs = "".join(
            ", " + self._say(f"as-{need.as_}", by=self.speak.population(need.from_))
            for need in power.first.needs
        )
        if decision is None or rule is None:
            return self._say("amend-unsaid", holder=holder) + covers + needs
        text = self._say("amend-by", holder=holder, condition=self.speak.rows(rule)) + covers + needs
        fewest = _fewest_yes(decision)
        return text + (self._say("of-hundred", fewest=str(fewest)) if fewest is not None else "")

    # -- how few base members carry a decision of the top body? ------------------------------------------------

    def _capture(self) -> Explained:
        found = tuple(
            capture(self.bylaws, body, decision, self.supposed)
            for body in self._tops()
            for decision in self._decisions_of(body)
        )
        lines = [self._captured(each) for each in found]
        known = [each for each in found if each.fewest is not None]
        says = self._say("capture-none")
        if known:
            least = min(known, key=lambda each: each.fewest or 0)
            says = self._say(
                "capture-some",
                fewest=_figure(least.fewest, self.language),
                base=_figure(least.base, self.language),
                body=self.speak.title(self.bylaws.bodies[least.body], least.body),
            )
        return self._answer("capture", says, lines, found)

    def _tops(self) -> tuple[str, ...]:
        """The bodies that the base should steer: the congress; without one, who changes the bylaws; else those on top."""
        bodies = self.bylaws.bodies
        congresses = [name for name, body in bodies.items() if body.type == "congress" and body.lines]
        amending = [
            name
            for power, rule in self.bylaws.powers.items()
            if power.partition(".amend")[0] == "bylaws"
            for name in rule.first.holder.names
            if name in bodies and bodies[name].type != "outside"
        ]
        above = parents(self.bylaws)
        return tuple(dict.fromkeys(congresses or amending or [name for name in bodies if name not in above]))

    def _decisions_of(self, body: str) -> tuple[str, ...]:
        found = []
        for name, decision in self.bylaws.decisions.items():
            people = decision.in_ or decision.voters
            held = any(
                p.first.decision == name and body in p.first.holder.names for p in self.bylaws.powers.values()
            )
            if decision.balloting.method is None and (
                body in (people.names if people is not None else ()) or (people is None and held)
            ):
                found.append(name)
        return tuple(found)

    def _captured(self, found: Capture) -> str:
        decision = self.bylaws.decisions[found.decision]
        body = self.speak.title(self.bylaws.bodies[found.body], found.body)
        words = {"decision": self.speak.title(decision, found.decision), "body": body}
        if found.fewest is None:
            return self._cited(decision.article, self._say("capture-unknown", **words))
        text = self._say(
            "capture-of",
            fewest=_figure(found.fewest, self.language),
            base=_figure(found.base, self.language),
            least=str(found.least),
            seats=str(found.seats),
            supposed=self._supposed(found),
            **words,
        )
        if found.bare is not None and found.bare < found.fewest:
            text += self._say("capture-bare", bare=_figure(found.bare, self.language))
        if found.blocks is not None:
            text += self._say("capture-blocks", blocks=_figure(found.blocks, self.language))
        return self._cited(decision.article, text)

    def _supposed(self, found: Capture) -> str:
        parts = [
            self._say(
                "size", body=self.speak.title(self.bylaws.bodies[kind], kind), bodies=str(n), members=str(m)
            )
            for kind, n, m in found.supposed
        ]
        return ", ".join(parts)


_TWENTY = 20
_HUNDRED = 100


def _present(decision: Decision, voters: int) -> int | None:
    """The fewest of so many who meet the quorum, by being there or by voting."""
    meets = carried(decision.verdict.quorum, None)
    for there in range(1, voters + 1):
        if meets(_Attended(voters, there, 0, there)):
            return there
    return None


class _Attended(TrialVote):
    """A vote at which not everybody is there."""

    there: int

    def __new__(cls, voters: int, yes: int, no: int, there: int) -> _Attended:
        made = super().__new__(cls, voters, yes, no)
        made.there = there
        return made

    @property
    def numbers(self) -> dict[str, int]:
        """The counts, presence among them."""
        return {**super().numbers, **dict.fromkeys(("present", "represented", "sent_present"), self.there)}


def _fewest_yes(decision: Decision) -> int | None:
    """Of a hundred who all vote, how many yes carry it."""
    if decision.verdict.carried is None or not (
        triable(decision.verdict.quorum) and triable(decision.verdict.carried)
    ):
        return None
    wins = carried(decision.verdict.quorum, decision.verdict.carried)
    return next(
        (yes for yes in range(1, _HUNDRED + 1) if wins(TrialVote(_HUNDRED, yes, _HUNDRED - yes))), None
    )


def _figure(number: int | None, language: Language) -> str:
    return written(number or 0, language)
