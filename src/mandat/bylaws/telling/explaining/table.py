"""The table of powers: who can do what, who must agree, who can undo it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mandat.bylaws.findings.seating import deciders, lines_named
from mandat.bylaws.model import Bylaws, Holder, Power
from mandat.bylaws.model.pieces import Need, Population
from mandat.bylaws.telling.explaining.words import say
from mandat.bylaws.telling.spoken import Speaker
from mandat.language import ENGLISH, Language


class PowerRow(msgspec.Struct, frozen=True):
    """One power: what it is called, and in words who can use it, who must agree, who can undo it or its holder."""

    power: str
    title: str
    article: str | None
    can: tuple[str, ...]
    agree: tuple[str, ...]
    undo: tuple[str, ...]


def power_table(bylaws: Bylaws, language: Language = ENGLISH) -> tuple[PowerRow, ...]:
    """One row for each power, in the order of the file.

    >>> from mandat.bylaws.reading.loader import load
    >>> club = load('mandat = 1\\nid = "c"\\nbody.club.type = "assembly"\\npower."money.spend" = { holder = "club" }')
    >>> power_table(club)[0].can
    ('club',)
    """
    table = _Table(bylaws, language)
    return tuple(table.row(name, power) for name, power in bylaws.powers.items())


class _Table:
    def __init__(self, bylaws: Bylaws, language: Language) -> None:
        self.bylaws = bylaws
        self.language: Language = language
        self.speak = Speaker(bylaws, language)

    def row(self, name: str, power: Power) -> PowerRow:
        """The row of a power."""
        return PowerRow(
            name,
            self.speak.title(power, name),
            power.article,
            tuple(self._can(power)),
            tuple(self._agree(power)),
            tuple(dict.fromkeys((*self._checks(name, power), *self._recalls(power)))),
        )

    def _say(self, key: str, **words: str) -> str:
        return say(self.language, key, **words)

    # -- who can -----------------------------------------------------------------------------------------------

    def _can(self, power: Power) -> Iterator[str]:
        yield from (self._holder(each, power.first.decision) for each in power.holders)
        if power.frozen_when is not None:
            yield self._say("frozen", condition=self.speak.phrase(power.frozen_when))
        if power.limit is not None:
            yield self._say("limit", condition=self.speak.phrase(power.limit))
        if power.delegable is not False:
            to = None if power.delegable is True else power.delegable.to
            yield self._say("delegable" if to is None else "delegable-to", to=self._people(to))

    def _holder(self, holder: Holder, decision: str | None) -> str:
        parts = [self.speak.population(holder.holder)]
        parts += [self._say("jointly")] if holder.jointly else []
        parts += [self._decided(holder.decision or decision)] if holder.decision or decision else []
        parts += [self._say("when", condition=self.speak.phrase(holder.when))] if holder.when else []
        return ", ".join(parts)

    def _decided(self, name: str | None) -> str:
        decision = self.bylaws.decisions.get(name or "")
        title = name or "" if decision is None else self.speak.title(decision, name or "")
        return self._say("by-decision", decision=title)

    def _people(self, people: Population | None) -> str:
        return "" if people is None else self.speak.population(people)

    # -- who must agree ----------------------------------------------------------------------------------------

    def _agree(self, power: Power) -> Iterator[str]:
        for holder in power.holders:
            yield from (self._need(need) for need in holder.needs)
        for agreement in self.bylaws.agreements.values():
            if agreement.sign == power.id.removeprefix("power."):
                yield from (self._need(need) for need in agreement.ratify)

    def _need(self, need: Need) -> str:
        clock = need.within
        named = self.bylaws.clocks[clock.name].clock if clock is not None and clock.name else clock
        parts = [self._say(f"as-{need.as_}", by=self.speak.population(need.from_))]
        parts += [self._decided(need.decision)] if need.decision else []
        parts += [self._say("when", condition=self.speak.phrase(need.when))] if need.when else []
        if clock is not None and named is not None:
            parts.append(self._say("within", length=self.speak.clock(clock)))
            parts.append(self._say(f"silence-{named.silence}"))
        return ", ".join(parts)

    # -- who can undo ------------------------------------------------------------------------------------------

    def _checks(self, name: str, power: Power) -> Iterator[str]:
        holders = {name for each in power.holders for name in each.holder.names}
        for check in self.bylaws.checks.values():
            if name in check.of.names or holders & set(check.of.names):
                by = self.speak.population(check.by)
                decided = f", {self._decided(check.decision)}" if check.decision else ""
                yield self._say(f"how-{check.how}", by=by) + decided

    def _recalls(self, power: Power) -> Iterator[str]:
        for holder in power.holders:
            for line in lines_named(self.bylaws, holder.holder):
                for recall in self.bylaws.recalls.values():
                    if line in lines_named(self.bylaws, recall.of):
                        yield self._recall(deciders(recall, line), line.body)

    def _recall(self, by: tuple[str, ...], body: str) -> str:
        return self._say("recalls", by=self.speak.bodies(by), body=self.speak.bodies((body,)))
