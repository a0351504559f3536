"""The result of a run for whoever called it: numbers, names and paths."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mandat.demo.story import Story
from mandat.demo.summary import bureau_seats, summary
from mandat.demo.wards import CONGRESS_BODY
from mandat.language import Language


class DemoResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a newcomer wants to know; ``summary`` says it in sentences, in the language asked for.

    ``bureau_before`` (the recall), ``bureau`` (after it) and ``winner_takes_all`` are seats by caucus; ``entries`` and
    ``acts`` are those of the verified record.
    """

    report: str
    record: str
    wards: int
    ballots: int
    delegates: int
    as_declared: int
    caucuses: Mapping[str, int]
    bureau_before: Mapping[str, int]
    bureau: Mapping[str, int]
    winner_takes_all: Mapping[str, int]
    recalled: str
    withdrawn: int
    electors: int
    successor: str
    refused_entry: int
    entries: int
    acts: int
    tampered_entry: int
    found_at: int
    milliseconds: int
    summary: tuple[str, ...]


def result_of(story: Story, language: Language, took: int) -> DemoResult:
    """Return the result of a run that took ``took`` milliseconds."""
    recalled, people, state = story.recalled, story.people, story.state
    return DemoResult(
        report=str(story.directory / "index.html"),
        record=str(story.record),
        wards=len(story.wards),
        ballots=story.ballots,
        delegates=story.delegates,
        as_declared=story.as_declared,
        caucuses={c.id: len(c.members) for c in state.caucuses.of_body(CONGRESS_BODY)},
        bureau_before=bureau_seats(story, recalled.before),
        bureau=bureau_seats(story, state),
        winner_takes_all=story.winner_takes_all,
        recalled=people[recalled.person].name,
        withdrawn=recalled.points[-1].withdrawn,
        electors=recalled.electors,
        successor=people[recalled.successor].name if recalled.successor else "",
        refused_entry=story.refusal.entry,
        entries=story.checked.entries,
        acts=story.checked.acts,
        tampered_entry=story.tampered.entry,
        found_at=story.tampered.found_at,
        milliseconds=took,
        summary=summary(story, language, took),
    )
