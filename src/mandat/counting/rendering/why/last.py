"""What several explanations say: who was elected last, and how a tie fell."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.counting.rendering.words import tie_sentence
from mandat.counting.result import Choice, Count
from mandat.language import Sentence


def last_elected(count: Count) -> int | None:
    """Of those elected at the last stage at which anybody was, the one with the fewest votes then; None where nobody is."""
    if not count.elected:
        return None
    stage = max(each.stage for each in count.elected)
    totals = count.stages[stage - 1].totals
    return min((e.candidate for e in count.elected if e.stage == stage), key=lambda c: totals[c - 1])


def ties_lost(count: Count, candidate: int, choice: Choice = "elect") -> Iterator[Sentence]:
    """The ties in which somebody else was chosen, or for an exclusion this one."""
    for tie in count.ties:
        fell = (tie.chosen == candidate) == (choice == "exclude")
        if tie.choice == choice and candidate in tie.candidates and fell:
            yield tie_sentence(count, tie)
