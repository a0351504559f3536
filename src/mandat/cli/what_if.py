"""Count again as if there were other seats, or as if candidates did not stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.markup import escape

from mandat import counting
from mandat.cli.counting_words import words
from mandat.counting import Ballots, Count, CountingError
from mandat.language import Language, Phrases, msg


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The count as cast, the count as asked, and who does not stand in it."""

    before: Count
    after: Count
    withdrawn: tuple[int, ...]

    @property
    def gained(self) -> tuple[int, ...]:
        """Who is elected now and was not before."""
        return tuple(n for n in self.after.winners if n not in self.before.winners)

    @property
    def lost(self) -> tuple[int, ...]:
        """Who was elected before and is not now."""
        return tuple(n for n in self.before.winners if n not in self.after.winners)

    def to_json(self) -> dict[str, Any]:
        """The count as asked, and under `what_if` what it changes."""
        change = {
            "seats": self.after.seats,
            "seats_before": self.before.seats,
            "withdrawn": list(self.withdrawn),
            "elected_before": list(self.before.winners),
            "gained": list(self.gained),
            "lost": list(self.lost),
        }
        return {**self.after.to_json(), "what_if": change}


def what_if(
    rule: str,
    ballots: Ballots,
    seats: int | None,
    withdrawn: list[int],
    lots: tuple[int, ...],
    told: dict[str, Any],
) -> WhatIf:
    """Count `ballots` as cast (for the seats of the file, if it says them) and as asked. `lots` are for the second count."""
    if seats is None and not withdrawn:
        raise CountingError(msg("say what should be different: --seats N or --withdraw NUMBER"))
    as_cast, asked = ballots.seats or seats, seats or ballots.seats
    assert as_cast is not None
    assert asked is not None
    before = counting.count(rule, ballots, as_cast, **told)
    after = counting.count(rule, ballots.without(withdrawn), asked, lots=lots, **told)
    return WhatIf(before, after, tuple(withdrawn))


def print_change(out: Console, change: WhatIf, ballots: Ballots, lang: Language) -> None:
    """Say what was changed and who is elected for it."""
    say = words(lang)
    out.print(f"[bold]{escape(say('what if', change=', '.join(_changes(change, ballots, say))))}[/]")
    for word, numbers in (("gained", change.gained), ("lost", change.lost)):
        if numbers:
            out.print(f"  {say(word)}{say('colon')}{escape(', '.join(map(ballots.name, numbers)))}")
    if not change.gained and not change.lost:
        out.print(f"  {say('same')}")


def _changes(change: WhatIf, ballots: Ballots, say: Phrases) -> Iterator[str]:
    if change.after.seats != change.before.seats:
        yield say("with seats", seats=change.after.seats)
    if change.withdrawn:
        yield say("without", names=", ".join(map(ballots.name, change.withdrawn)))
