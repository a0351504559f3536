"""A count as a table of plain text: a row for each candidate, a column for each stage."""

from __future__ import annotations

from mandat.counting.rendering.papers import papers_in_words
from mandat.counting.rendering.questions import consequences_in_words, question_in_words
from mandat.counting.rendering.words import stage_title, tie_in_words, words
from mandat.counting.result import Count, Stage
from mandat.language import ENGLISH, Language


def render_text(count: Count, *, language: Language = ENGLISH) -> str:
    """Head, table of totals, what each stage was, who was elected, and the ties. `*` marks the stage of
    election.

    >>> from mandat.counting import Ballots, count
    >>> ballots = Ballots.from_rankings(["Ann", "Bob"], [((1, 2), 3), ((2,), 2)])
    >>> print(render_text(count("fptp", ballots, 1)))
    fptp   Seats: 1   valid 5, invalid 0, blank 0, exhausted 0
    <BLANKLINE>
    Candidate   1
    Ann        3*
    Bob         2
    <BLANKLINE>
    Stage 1: Votes
    <BLANKLINE>
    Elected: Ann (stage 1)
    """
    say = words(language)
    parts = [_head(count, language), _table(count, language)]
    parts.append(
        "\n".join(f"{say('stage')} {s.number}: {stage_title(count, s, language)}" for s in count.stages)
    )
    parts.append(f"{say('elected')}: {_listed(count, language)}")
    parts += [tie_in_words(count, tie, language) for tie in count.ties]
    if count.question is not None:
        asked = f"{say('question')}: {question_in_words(count.question, language)}"
        parts.append("\n".join([asked, *consequences_in_words(count.question, count.names, language)]))
    return "\n\n".join(parts)


def _head(count: Count, language: Language) -> str:
    say = words(language)
    facts = [count.rule, f"{say('seats')}: {count.seats}"]
    if count.quota is not None:
        facts.append(f"{say('quota')}: {count.decimal(count.quota)}")
    return "   ".join([*facts, papers_in_words(count, language)])


def _listed(count: Count, language: Language) -> str:
    return ", ".join(words(language)("at stage", name=e.name, stage=e.stage) for e in count.elected)


def _table(count: Count, language: Language) -> str:
    say = words(language)
    rows = [[say("candidate"), *(str(stage.number) for stage in count.stages)]]
    for number, name in enumerate(count.names, start=1):
        rows.append([name, *(_cell(count, stage, number) for stage in count.stages)])
    for label, values in (
        (say("exhausted"), [s.exhausted for s in count.stages]),
        (say("lost"), [s.lost for s in count.stages]),
    ):
        if any(values):
            rows.append([label, *map(count.decimal, values)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _cell(count: Count, stage: Stage, candidate: int) -> str:
    elected = any(e.candidate == candidate and e.stage == stage.number for e in count.elected)
    return count.decimal(stage.totals[candidate - 1]) + ("*" if elected else "")


def _line(row: list[str], widths: list[int]) -> str:
    cells = [
        row[0].ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
    ]
    return "  ".join(cells).rstrip()
