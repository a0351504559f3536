"""The federation as a tree: bodies, who sends whom and how many, how elected, how recalled, who holds which power.

Pure data in the words of one language; the command line, pages and reports draw it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from mandat.bylaws.findings.seating import deciders, fillers, routes
from mandat.bylaws.model import BodyKind, Bylaws, Decision, Delegable, Entry, Power, Recall, SeatLine
from mandat.bylaws.model.pieces import Population, Support
from mandat.bylaws.telling.spoken import Speaker
from mandat.language import ENGLISH, Language

BranchKind = Literal[
    "body",
    "seats",
    "number",
    "election",
    "term",
    "vacancy",
    "recall",
    "power",
    "decision",
    "calling",
    "duty",
    "general",
]
"""What a branch is about; ``general``: what belongs to no body, such as decisions that several bodies use."""


class Branch(msgspec.Struct, frozen=True):
    """One node: what it is about, its title, a sentence on it, the rule and article it comes from, and what is below."""

    kind: BranchKind
    title: str
    text: str
    rule: str
    article: str | None = None
    branches: tuple[Branch, ...] = ()


def outline(bylaws: Bylaws, language: Language = ENGLISH) -> tuple[Branch, ...]:
    """The tree of bodies, top bodies first, each with its seats, votes and powers; every body stands once.

    A body stands below the one it is part of, else below the council that it sends to, else (committee, office) below
    the body that fills it.

    >>> from mandat.bylaws.reading.loader import load
    >>> outline(load('mandat = 1\\nid = "club"\\nbody.club.type = "assembly"'))[0].text
    'assembly'
    """
    return _Outline(bylaws, Speaker(bylaws, language)).roots()


def parents(bylaws: Bylaws) -> Mapping[str, str]:
    """The kind of body that each kind stands below; top bodies are left out, and so is what would close a circle."""
    found: dict[str, str] = {}
    for name, body in bylaws.bodies.items():
        above = next(
            (each for each in _candidates(bylaws, name, body) if not _is_below(each, name, found)), None
        )
        if above is not None:
            found[name] = above
    return found


def _candidates(bylaws: Bylaws, name: str, body: BodyKind) -> Iterator[str]:
    if body.part_of is not None:
        yield body.part_of
    councils = [
        line.body for line in bylaws.lines.values() if name in fillers(line) and _collects(bylaws, line)
    ]
    yield from (each for each in councils if each != name)
    if body.type in ("committee", "office"):
        yield from (
            each for line in body.lines for each in fillers(line) if each in bylaws.bodies and each != name
        )


def _collects(bylaws: Bylaws, line: SeatLine) -> bool:
    return bylaws.bodies[line.body].type in ("council", "congress")


def _is_below(name: str, other: str, found: Mapping[str, str]) -> bool:
    """Whether ``name`` is ``other`` or stands below it."""
    while name != other and name in found:
        name = found[name]
    return name == other


class _Outline:
    def __init__(self, bylaws: Bylaws, speaker: Speaker) -> None:
        self.bylaws = bylaws
        self.say = speaker
        self.parents = parents(bylaws)

    def roots(self) -> tuple[Branch, ...]:
        tops = [self._body(body) for name, body in self.bylaws.bodies.items() if name not in self.parents]
        general = (*self._decisions(None), *self._powers(None))
        if general:
            tops.append(Branch("general", self.say.sentence("general"), "", "", None, general))
        return tuple(tops)

    def _body(self, body: BodyKind) -> Branch:
        name = body.id.removeprefix("body.")
        below = [self.bylaws.bodies[each] for each in self.bylaws.bodies if self.parents.get(each) == name]
        branches = (
            *(self._line(line) for line in body.lines),
            *self._calling(name),
            *self._decisions(name),
            *self._powers(name),
            *(self._body(each) for each in below),
        )
        return Branch(
            "body", self.say.title(body, name), self.say.body_type(body), body.id, body.article, branches
        )

    # -- seats -------------------------------------------------------------------------------------------------

    def _line(self, line: SeatLine) -> Branch:
        rule = f"body.{line.body}.seats.{line.name}"
        by = self.say.bodies(fillers(line))
        text = self.say.sentence(line.filling.fill, by=by)
        branches = (
            Branch("number", "", self.say.number(line), rule, line.article),
            *self._election(line),
            *self._conditions(line, rule),
            *self._vacancy(line, rule),
            *self._recalls(line, rule),
            *self._duties(line),
        )
        return Branch("seats", self.say.title(line, line.name), text, rule, line.article, branches)

    def _election(self, line: SeatLine) -> Iterator[Branch]:
        if line.filling.elect is not None:
            yield Branch(
                "election",
                "",
                self.say.election(line.filling.elect),
                line.filling.elect.id,
                line.filling.elect.article or line.article,
            )

    def _conditions(self, line: SeatLine, rule: str) -> Iterator[Branch]:
        texts = [self.say.term(line.mandate.term)] if line.mandate.term is not None else []
        texts += (
            [self.say.sentence("eligible", condition=self.say.phrase(line.filling.eligible))]
            if line.filling.eligible
            else []
        )
        texts += (
            [self.say.sentence("keeps", condition=self.say.phrase(line.mandate.keeps))]
            if line.mandate.keeps
            else []
        )
        texts += (
            [self.say.instructions(line.mandate.instructions)]
            if line.mandate.instructions is not None
            else []
        )
        for text in texts:
            yield Branch("term", "", text, rule, line.article)

    def _vacancy(self, line: SeatLine, rule: str) -> Iterator[Branch]:
        if line.replacing.succession is not None:
            yield Branch("vacancy", "", self.say.succession(line.replacing.succession), rule, line.article)

    def _recalls(self, line: SeatLine, rule: str) -> Iterator[Branch]:
        found = routes(self.bylaws, line)
        if not found:
            yield Branch("recall", "", self.say.sentence("no-recall"), rule, line.article)
        for recall in found:
            starts = tuple(self._start(support, recall) for support in recall.start)
            yield Branch(
                "recall",
                self.say.title(recall, ""),
                self._recall(recall, line),
                recall.id,
                recall.article,
                starts,
            )

    def _recall(self, recall: Recall, line: SeatLine) -> str:
        by = self.say.bodies(deciders(recall, line))
        if recall.deciding.confidence is not None:
            return self.say.sentence("confidence", by=by, condition=self.say.rows(recall.deciding.confidence))
        key = "recall-body" if recall.target == "body" else "recall"
        return self.say.sentence(key, by=by, decision=self.say.decided(recall.deciding.decision))

    def _start(self, support: Support, entry: Entry) -> Branch:
        condition = (
            self.say.phrase(support.enough) if support.enough is not None else self.say.sentence("one")
        )
        text = self.say.sentence("start", by=self.say.population(support.by), condition=condition)
        return Branch("recall", "", text, entry.id, entry.article)

    def _duties(self, line: SeatLine) -> Iterator[Branch]:
        for name, duty in self.bylaws.duties.items():
            if {line.body, line.id} & set(duty.of.names):
                text = self.say.sentence(
                    "duty", to=self.say.population(duty.to), duty=self.say.title(duty, name)
                )
                yield Branch("duty", "", text, duty.id, duty.article)

    # -- votes and powers --------------------------------------------------------------------------------------

    def _calling(self, name: str) -> Iterator[Branch]:
        rule = self.bylaws.convenings.get(name)
        if rule is not None and rule.calling.by is not None:
            texts = [self.say.sentence("convening", by=self.say.population(rule.calling.by))]
            texts += (
                [self.say.sentence("every", length=self.say.clock(rule.calling.every))]
                if rule.calling.every is not None
                else []
            )
            yield Branch("calling", "", ", ".join(texts), rule.id, rule.article)

    def _decisions(self, name: str | None) -> Iterator[Branch]:
        """The decisions of a body; of None: those that no one body is named for."""
        for key, decision in self.bylaws.decisions.items():
            bodies = self._bodies(decision.in_ or decision.voters)
            if name in bodies or (name is None and not bodies):
                yield from self._decision(key, decision)

    def _bodies(self, population: Population | None) -> frozenset[str]:
        """The kinds of body that a population names; words of the language are none."""
        names = population.names if population is not None else ()
        return frozenset(kind for each in names if (kind := each.partition(".")[0]) in self.bylaws.bodies)

    def _decision(self, key: str, decision: Decision) -> Iterator[Branch]:
        rule = decision.verdict.carried or decision.verdict.rejected
        if rule is None:
            return
        sentence = "carried" if decision.verdict.carried is not None else "rejected"
        text = self.say.sentence(sentence, name=self.say.title(decision, key), condition=self.say.rows(rule))
        quorum = (
            self.say.sentence("quorum", condition=self.say.rows(decision.verdict.quorum))
            if decision.verdict.quorum is not None
            else ""
        )
        branches = (Branch("decision", "", quorum, decision.id, decision.article),) if quorum else ()
        yield Branch("decision", "", text, decision.id, decision.article, branches)

    def _powers(self, name: str | None) -> Iterator[Branch]:
        """The powers of a body; of None: those held by nobody who is a body, such as the members concerned."""
        for key, power in self.bylaws.powers.items():
            bodies = self._bodies(power.first.holder)
            if name in bodies or (name is None and not bodies):
                yield self._branch(power, self._held(key, power, name), self._limits(power))
            for also in power.also:
                if name in self._bodies(also.holder):
                    condition = (
                        self.say.phrase(also.when) if also.when is not None else self.say.sentence("always")
                    )
                    yield self._branch(power, self.say.sentence("power-also", power=key, condition=condition))

    def _branch(self, power: Power, text: str, branches: tuple[Branch, ...] = ()) -> Branch:
        return Branch("power", self.say.title(power, ""), text, power.id, power.article, branches)

    def _held(self, key: str, power: Power, name: str | None) -> str:
        decision = self.say.decided(power.first.decision)
        if name is None:
            return self.say.sentence(
                "power-of", power=key, holder=self.say.population(power.first.holder), decision=decision
            )
        others = tuple(each for each in power.first.holder.names if each != name)
        if power.first.jointly and others:
            return self.say.sentence(
                "power-jointly", power=key, others=self.say.bodies(others), decision=decision
            )
        return self.say.sentence("power", power=key, decision=decision)

    def _limits(self, power: Power) -> tuple[Branch, ...]:
        texts = [self._delegable(power)]
        texts += [
            self.say.sentence("need", kind=self.say.sentence(need.as_), by=self.say.population(need.from_))
            for need in power.first.needs
        ]
        return tuple(Branch("power", "", text, power.id, power.article) for text in texts)

    def _delegable(self, power: Power) -> str:
        match power.delegable:
            case False:
                return self.say.sentence("reserved")
            case Delegable(to=to) if to is not None:
                return self.say.sentence("delegable-to", to=self.say.population(to))
            case _:
                return self.say.sentence("delegable")
