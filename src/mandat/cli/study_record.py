"""``mandat study --record DIR``: what a federation's own record says about its fidelity."""

from __future__ import annotations

from pathlib import Path

import msgspec

from mandat.cli.bylaws_files import read_text
from mandat.cli.speech import console, say_json
from mandat.language import Language, msg, plural
from mandat.record.directory import open_directory
from mandat.record.reading import RecordReader
from mandat.study.recorded.elsewhere import Elsewhere, elsewhere
from mandat.study.recorded.fidelity import Recorded, recorded
from mandat.study.recorded.unrolled import Unrolled, unrolled
from mandat.study.reports.summary import share

RUNS = msg("The record runs for {days} days; {changes} times somebody took a seat.")
KEPT = msg("Of {instructed} votes under instructions {broken} went against them.")
NO_INSTRUCTIONS = msg("No vote in it was cast under instructions.")
CONFIDENCE = msg(
    "On average a delegate had the confidence of {share} of the electors; it was withdrawn {withdrawals} times."
)
NO_CONFIDENCE = msg("No confidence stands on this record: only the seats lost can be counted.")
FELL = plural("{n} seat was lost by recall:", "{n} seats were lost by recall:", "n")
FALLEN = msg(
    "{post}: {gathered} days after the first withdrawal that still stood, filled again after {vacant} days"
)
NOT_FILLED = msg("{post}: {gathered} days after the first withdrawal that still stood, not filled again")
UNDER = msg("The same acts under {name}")
SAME = msg("Every act has the same outcome, and the same people sit.")
OUTCOMES = plural("{n} of {acts} acts has another outcome.", "{n} of {acts} acts have another outcome.", "n")
SITS = msg("{body}: {here} sit; there {there} would sit")
DECIDED = msg("{motion}: {here}; there {there}")
NOBODY = msg("nobody")
STOOD = msg(
    "The vote on {motion} was {result} by {yes} to {no} delegates. They stood for "
    "{yes_members} members to {no_members}; for {rest} nobody voted."
)
INVERTED = msg("Delegates of more members stood on the side that had fewer delegates: the vote is inverted.")
NOT_INVERTED = msg("Both majorities are on the same side.")


def study_record(directory: Path, others: list[Path], vote: str | None, say: Language, *, json: bool) -> None:
    """Print or give what a record says, alone and under other rulebooks."""
    place = open_directory(directory)
    found = recorded(RecordReader(place))
    there = {path.stem: elsewhere(RecordReader(place), read_text(path).decode()) for path in others}
    rolled = None if vote is None else unrolled(RecordReader(place).catch_up().state, vote)
    if json:
        say_json(
            {
                "record": _plain(found),
                "under": {n: _plain(e) for n, e in there.items()},
                "vote": _plain(rolled),
            }
        )
        return
    out = console()
    out.print("\n".join(_recorded(found, say)))
    for name, each in there.items():
        out.print(f"\n[bold]{UNDER.text(say, name=name)}[/]")
        out.print("\n".join(_elsewhere(each, say)))
    if rolled is not None:
        out.print("\n" + "\n".join(_unrolled(rolled, say)))


def _plain(found: object) -> object:
    return msgspec.to_builtins(found, enc_hook=str)


def _recorded(found: Recorded, say: Language) -> list[str]:
    lines = [RUNS.text(say, days=f"{found.days:.1f}", changes=found.changes)]
    known = found.instructed > 0
    lines.append(
        KEPT.text(say, instructed=found.instructed, broken=found.broken)
        if known
        else NO_INSTRUCTIONS.text(say)
    )
    if found.confidence is None:
        lines.append(NO_CONFIDENCE.text(say))
    else:
        lines.append(CONFIDENCE.text(say, share=share(found.confidence), withdrawals=found.withdrawals))
    lines.append(FELL.text(say, n=len(found.fallen)))
    for each in found.fallen:
        gathered = "–" if each.gathered is None else f"{each.gathered:.1f}"
        if each.vacant is None:
            lines.append("  " + NOT_FILLED.text(say, post=each.post, gathered=gathered))
        else:
            lines.append(
                "  " + FALLEN.text(say, post=each.post, gathered=gathered, vacant=f"{each.vacant:.1f}")
            )
    return lines


def _elsewhere(found: Elsewhere, say: Language) -> list[str]:
    holders = {body: both for body, both in found.holders.items() if both[0] != both[1]}
    results = {motion: both for motion, both in found.decisions.items() if both[0] != both[1]}
    if not (found.differing or holders or results):
        return [SAME.text(say)]
    lines = [OUTCOMES.text(say, n=len(found.differing), acts=found.acts)]
    lines += [f"  {each.index} {each.act}: {each.here} → {each.there}" for each in found.differing]
    nobody = NOBODY.text(say)
    for body, (here, there) in holders.items():
        said = {"here": ", ".join(here) or nobody, "there": ", ".join(there) or nobody}
        lines.append("  " + SITS.text(say, body=body, **said))
    for motion, (was, would) in results.items():
        lines.append("  " + DECIDED.text(say, motion=motion, here=was or "–", there=would or "–"))
    return lines


def _unrolled(found: Unrolled, say: Language) -> list[str]:
    lines = [
        STOOD.text(
            say,
            motion=found.motion,
            result=found.result,
            yes=found.heads.get("yes", 0),
            no=found.heads.get("no", 0),
            yes_members=f"{float(found.members.get('yes', 0)):g}",
            no_members=f"{float(found.members.get('no', 0)):g}",
            rest=f"{float(found.unanswered):g}",
        )
    ]
    lines += [
        f"  {each.person} ({each.sender}): {each.choice}, {float(each.members):g}" for each in found.votes
    ]
    return [*lines, (INVERTED if found.inverted else NOT_INVERTED).text(say)]
