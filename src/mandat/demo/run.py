"""The demonstration from beginning to end: ``mandat demo --report DIR`` calls ``run_demo``."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from mandat.demo import checking, congress, founding, recalling
from mandat.demo.office import Office, office
from mandat.demo.recalling import Recalled, RefusedAct
from mandat.demo.report import write_report
from mandat.demo.result import DemoResult, result_of
from mandat.demo.story import Checked, Played, Story
from mandat.demo.visiting import keep_for_visitors
from mandat.demo.wards import Ward, wards
from mandat.demo.words import words
from mandat.federation.base.types import PersonId
from mandat.language import ENGLISH, Language, Phrases, msg
from mandat.record.errors import RecordError

ReportProgress = Callable[[str, int, int], None]
"""Called with a step in words, how much of it is done, and of how much."""

RECALLING = "eilean_siar_2017_ward9"
"""The ward that recalls: the smallest one with a delegate who comes first on the list of a large caucus."""
RECORD, CHANGED = "record", "record-changed"
MARKER = ".mandat-demo"
"""Stands in a directory that an earlier run filled, and that the next may therefore empty."""


def run_demo(
    report_dir: Path,
    progress: ReportProgress = lambda *_: None,
    language: Language = ENGLISH,
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
    step = Steps(progress, words(language))
    story = check(report_dir, play(report_dir / RECORD, wards(ids), recalling_ward, step), step)
    step("report", 0, 1)
    write_report(story, language)
    step("report", 1, 1)
    return result_of(story, language, round((time.monotonic() - began) * 1000))


class Steps:
    """Passes progress on with the step in words."""

    def __init__(self, progress: ReportProgress, say: Phrases) -> None:
        self.progress = progress
        self.say = say

    def __call__(self, step: str, done: int, total: int) -> None:
        """Report one step."""
        self.progress(self.say(f"step_{step}"), min(done, total), total)

    def of(self, step: str) -> Callable[[int, int], None]:
        """Return the function that reports one step."""
        return lambda done, total: self(step, done, total)


def prepare(directory: Path) -> None:
    """Make the directory ready: new, empty, or emptied of what an earlier run left; raises ``RecordError`` for any other."""
    marker = directory / MARKER
    if directory.exists() and not directory.is_dir():
        raise RecordError(
            msg("{directory} is a file: choose another directory for the report")(directory=str(directory))
        )
    if directory.exists() and any(directory.iterdir()) and not marker.exists():
        raise RecordError(
            msg("{directory} holds files that are not of this demonstration: choose a new directory")(
                directory=str(directory)
            )
        )
    directory.mkdir(parents=True, exist_ok=True)
    marker.touch()
    for name in (RECORD, CHANGED):
        if (directory / name).exists():
            shutil.rmtree(directory / name)
    (directory / "index.html").unlink(missing_ok=True)


def play(record: Path, chosen: tuple[Ward, ...], recalling_ward: str, step: Steps) -> Played:
    """Run the federation on a new record; raises ``RecordError`` if a delegate is not the official one."""
    recalls = next((ward for ward in chosen if ward.id == recalling_ward), chosen[0])
    people = congress.register_of(chosen)
    with office(record) as desk:
        elected = _base(desk, chosen, recalls, step)
        _require_official(chosen, elected)
        _congress(desk, people, step)
        recalled, refusal = _recall(desk, recalls, people, step)
        keep_for_visitors(record, desk, people)
        return Played(
            wards=chosen,
            people=people,
            elected=elected,
            winner_takes_all=congress.winner_takes_all(desk),
            recalled=recalled,
            refusal=refusal,
            milestones=tuple(desk.milestones),
            state=desk.state,
        )


def check(directory: Path, played: Played, step: Steps) -> Story:
    """Verify the record from disk, and a copy of it in which one byte of the first count was changed."""
    record, size = directory / RECORD, played.milestones[-1].entry + 2
    checked = _verify(record, size, step)
    entry = next(m.entry for m in played.milestones if m.key == "count")
    changed = directory / CHANGED
    tampered = checking.tamper(record, changed, entry, lambda done: step("tamper", done, entry))
    step("tamper", 1, 1)
    return Story(
        directory=directory,
        record=record,
        checked=checked,
        tampered=tampered,
        **{name: getattr(played, name) for name in played.__struct_fields__},
    )


def _base(
    desk: Office, chosen: Sequence[Ward], recalls: Ward, step: Steps
) -> Mapping[str, tuple[PersonId, ...]]:
    founding.found_federation(desk)
    founding.enrol_wards(desk, chosen, recalls, step.of("enrol"))
    founding.call_elections(desk, chosen)
    founding.count_wards(desk, chosen, step.of("count"))
    return {ward.id: founding.elected(desk, ward) for ward in chosen}


def _require_official(chosen: Sequence[Ward], elected: Mapping[str, tuple[PersonId, ...]]) -> None:
    wrong = [ward.title for ward in chosen if set(elected[ward.id]) != set(ward.winners)]
    if wrong:
        raise RecordError(
            msg("the count differs from the official result in {wrong}: please report this")(
                wrong=", ".join(wrong)
            )
        )


def _congress(desk: Office, people: Mapping[PersonId, congress.WardDelegate], step: Steps) -> None:
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
    desk: Office, ward: Ward, people: Mapping[PersonId, congress.WardDelegate], step: Steps
) -> tuple[Recalled, RefusedAct]:
    recalled = recalling.recall(desk, ward, step.of("recall"))
    recalling.join_caucus(desk, recalled, people)
    return recalled, recalling.overstep(desk, people)


def _verify(record: Path, size: int, step: Steps) -> Checked:
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
