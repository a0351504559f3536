"""Belenios: the result of an election, `result.json`, alone or beside `election.json`, or the whole archive (`.bel`).

A question whose answers are added up under encryption gives one number for each answer: that is what a vote with one choice
needs, and nothing is known of single papers. A question that is not (rankings, grades) gives every paper: a number for
each answer, 1 the best, 0 for none; only their order counts. Source: Belenios specification 1.x, "Election result".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandat.counting.errors import BadFileError
from mandat.counting.formats.headings import pick_contest
from mandat.counting.formats.json_values import JsonNode
from mandat.counting.formats.naming import about_names, people, tidy
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Asked, Contents, Record, by_rank
from mandat.language import msg


@dataclass(frozen=True, slots=True)
class _Question:
    """A question of an election: its title and answers, and whether an answer is the blank vote, the first in the result."""

    title: str
    answers: tuple[str, ...]
    blank: bool = False


def read_belenios(opened: OpenedFile, asked: Asked) -> Contents:
    """The papers of one question. Raises `BadFileError` with what is missing."""
    nodes = [JsonNode.parse(file.content, file.name) for file in opened.inside(".json").values()] or [
        JsonNode.parse(opened.content, opened.name)
    ]
    result = next((node for node in nodes if node.has("result")), None)
    if result is None:
        raise BadFileError(msg("there is no result; add result.json"), source=opened.name)
    entries = list(result["result"].items())
    election = next((node for node in nodes if node.has("questions")), None)
    questions = _questions(election, entries)
    if len(questions) != len(entries):
        raise BadFileError(
            msg("the election asks {count} questions, the result answers {other}")(
                count=len(questions), other=len(entries)
            ),
            source=opened.name,
        )
    titles = [f"{n}. {question.title}" for n, question in enumerate(questions, 1)]
    chosen = titles.index(pick_contest(titles, asked.contest, opened.name))
    question, entry = questions[chosen], entries[chosen]
    candidates = asked.candidates or people(question.answers, opened.name)
    return Contents(
        candidates,
        list(_records(entry, question, len(candidates), result)),
        title=question.title,
        remarks=about_names(candidates, question.answers),
        unit="paper",
    )


def _questions(election: JsonNode | None, entries: Sequence[JsonNode]) -> list[_Question]:
    if election is None:
        return [
            _Question(f"question {n}", tuple(f"Answer {a}" for a in range(1, _answers(entry) + 1)))
            for n, entry in enumerate(entries, 1)
        ]
    found = []
    for question in election["questions"].items():
        told = question["value"] if question.has("value") else question
        answers = tuple(tidy(each.text()) for each in told["answers"].items())
        found.append(_Question(tidy(told.string("question")), answers, told.flag("blank", default=False)))
    return found


def _answers(entry: JsonNode) -> int:
    values = list(entry.items())
    if values and isinstance(values[0].value, list):
        return len(values[0].value)
    return len(values)


def _records(entry: JsonNode, question: _Question, answers: int, result: JsonNode) -> Iterator[Record]:
    values = list(entry.items())
    if not values or isinstance(values[0].value, list):
        for number, paper in enumerate(values, 1):
            given = [each.whole() for each in paper.items()]
            if len(given) != answers:
                raise BadFileError(
                    msg("{way} has {count} numbers for {answers} answers")(
                        way=paper.way, count=len(given), answers=answers
                    ),
                    source=entry.source,
                )
            ranks = {candidate: rank for candidate, rank in enumerate(given, 1) if rank}
            yield Record(number, by_rank(ranks, gaps=False))
        return
    totals = [each.whole() for each in values]
    if question.blank and len(totals) == answers + 1:
        totals = [*totals[1:], totals[0]]
    yield from _of_totals(totals, answers, result)


def _of_totals(totals: Sequence[int], answers: int, result: JsonNode) -> Iterator[Record]:
    """Papers with one choice, from the votes of each answer; what is left over is blank."""
    papers = result.number("num_tallied", sum(totals))
    if len(totals) not in (answers, answers + 1):
        raise BadFileError(
            msg("the result has {count} numbers for {answers} answers")(count=len(totals), answers=answers),
            source=result.source,
        )
    if sum(totals) > papers:
        raise BadFileError(
            msg(
                "{papers} papers bear {totals} votes: of papers with several choices Belenios publishes only the "
                "totals, which cannot be counted again"
            )(papers=papers, totals=sum(totals)),
            source=result.source,
        )
    blank = papers - sum(totals[:answers])
    for candidate, votes in enumerate(totals[:answers], 1):
        if votes:
            yield Record(candidate, (candidate,), votes)
    if blank:
        yield Record(answers + 1, (), blank)
