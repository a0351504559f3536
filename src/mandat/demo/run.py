"""The demonstration from beginning to end: ``mandat demo --report DIR`` calls ``run_demo``."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from mandat.demo import checking, congress, founding, recalling
from mandat.demo.office import Office, office
from mandat.demo.recalling import Recalled, Refusal
from mandat.demo.report import write_report
from mandat.demo.story import Checked, Story
from mandat.demo.summary import bureau_seats, summary
from mandat.demo.wards import Ward, wards
from mandat.demo.words import words
from mandat.record.errors import RecordError

Progress = Callable[[str, int, int], None]
"""Called with a step in words, how much of it is done, and of how much."""

RECALLING = "eilean_siar_2017_ward9"
"""The ward that recalls: the smallest one with a delegate who comes first on the list of a large caucus."""
MARKER = ".mandat-demo"
"""Stands in a directory that an earlier run filled, and that the next may therefore empty."""


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


def run_demo(
    report_dir: Path,
    progress: Progress = lambda *_: None,
    language: str = "en",
    *,
    ids: Sequence[str] | None = None,
    recalling_ward: str = RECALLING,
) -> DemoResult:
    """Run the federation of the wards ``ids`` (None: all forty) and write ``report_dir/index.html``.

    Creates ``record`` (a real record, to verify and to look at) and ``record-changed`` (the copy with one byte changed).
    Raises ``RecordError`` if the directory holds anything that no earlier run put there, or if a delegate differs from
    the official result.
    """
    began = time.monotonic()
    prepare(report_dir)
    say = words(language)
    step = _Steps(progress, say)
    chosen = wards(ids)
    recalls = next((ward for ward in chosen if ward.id == recalling_ward), chosen[0])
    people = congress.register_of(chosen)
    record = report_dir / "record"
    with office(record) as desk:
        elected = _base(desk, chosen, recalls, step)
        _require_official(chosen, elected)
        _congress(desk, people, step)
        recalled, refusal = _recall(desk, recalls, people, step)
        state, milestones = desk.state, tuple(desk.milestones)
        other = congress.winner_takes_all(desk)
        count_entry = next(m.entry for m in milestones if m.key == "count")
    checked = _verify(record, desk.writer.fold.size, step)
    tampered = checking.tamper(
        record, report_dir / "record-changed", count_entry, lambda done: step("tamper", done, count_entry)
    )
    step("tamper", 1, 1)
    story = Story(
        directory=report_dir,
        record=record,
        wards=chosen,
        people=people,
        elected=elected,
        winner_takes_all=other,
        recalled=recalled,
        refusal=refusal,
        milestones=milestones,
        state=state,
        checked=checked,
        tampered=tampered,
    )
    step("report", 0, 1)
    write_report(story, language)
    step("report", 1, 1)
    return _result(story, language, round((time.monotonic() - began) * 1000))


class _Steps:
    """Passes progress on with the step in words."""

    def __init__(self, progress: Progress, say: Mapping[str, str]) -> None:
        self.progress = progress
        self.say = say

    def __call__(self, step: str, done: int, total: int) -> None:
        """Report one step."""
        self.progress(self.say[f"step_{step}"], min(done, total), total)

    def of(self, step: str) -> Callable[[int, int], None]:
        """Return the function that reports one step."""
        return lambda done, total: self(step, done, total)


def prepare(directory: Path) -> None:
    """Make the directory ready: new, empty, or emptied of what an earlier run left; raises ``RecordError`` for any other."""
    marker = directory / MARKER
    if directory.exists() and not directory.is_dir():
        raise RecordError(f"{directory} is a file: choose another directory for the report")
    if directory.exists() and any(directory.iterdir()) and not marker.exists():
        raise RecordError(
            f"{directory} holds files that are not of this demonstration: choose a new directory"
        )
    directory.mkdir(parents=True, exist_ok=True)
    marker.touch()
    for name in ("record", "record-changed"):
        if (directory / name).exists():
            shutil.rmtree(directory / name)
    (directory / "index.html").unlink(missing_ok=True)


def _base(desk: Office, chosen: Sequence[Ward], recalls: Ward, step: _Steps) -> Mapping[str, tuple[str, ...]]:
    founding.found_federation(desk)
    founding.enrol_wards(desk, chosen, recalls, step.of("enrol"))
    founding.call_elections(desk, chosen)
    founding.count_wards(desk, chosen, step.of("count"))
    return {ward.id: founding.elected(desk, ward) for ward in chosen}


def _require_official(chosen: Sequence[Ward], elected: Mapping[str, tuple[str, ...]]) -> None:
    wrong = [ward.title for ward in chosen if set(elected[ward.id]) != set(ward.winners)]
    if wrong:
        raise RecordError(
            f"the count differs from the official result in {', '.join(wrong)}: please report this"
        )


def _congress(desk: Office, people: Mapping[str, congress.Delegate], step: _Steps) -> None:
    acts: tuple[Callable[[], None], ...] = (
        lambda: congress.form_caucuses(desk, people),
        lambda: congress.meet(desk),
        lambda: congress.elect_bureau(desk, people),
        lambda: congress.elect_committee(desk, people),
    )
    for done, act in enumerate(acts):
        step("congress", done, len(acts))
        act()
    step("congress", len(acts), len(acts))


def _recall(
    desk: Office, ward: Ward, people: Mapping[str, congress.Delegate], step: _Steps
) -> tuple[Recalled, Refusal]:
    recalled = recalling.recall(desk, ward, step.of("recall"))
    recalling.join_caucus(desk, recalled, people)
    return recalled, recalling.overstep(desk, people)


def _verify(record: Path, size: int, step: _Steps) -> Checked:
    began = time.monotonic()
    step("verify", 0, size)
    found = checking.verify_directory(record, lambda done: step("verify", done, size))
    return Checked(
        entries=found.entries,
        acts=found.acts,
        admitted=found.admitted,
        refused=found.refused,
        root=found.root,
        took=round((time.monotonic() - began) * 1000),
    )


def _result(story: Story, language: str, took: int) -> DemoResult:
    recalled, people, state = story.recalled, story.people, story.state
    return DemoResult(
        report=str(story.directory / "index.html"),
        record=str(story.record),
        wards=len(story.wards),
        ballots=story.ballots,
        delegates=story.delegates,
        as_declared=story.as_declared,
        caucuses={c.id: len(c.members) for c in state.caucuses.of_body("congress")},
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
