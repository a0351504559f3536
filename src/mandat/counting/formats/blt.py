"""BLT, the ballot file of Wichmann, Hill and the election programs after them.

    4 2                   candidates and seats
    -2                    candidates who have withdrawn (optional)
    3 1 3 4 0             a weight, the preferences, and 0; `-` stands for a skipped rank
    2 1=3 2 0             candidates 1 and 3 share the first rank
    0                     end of the papers
    "Ann" "Green Party"   a candidate a line, quoted or not; the party quoted, or in brackets after the name
    Bob (Labour)
    …
    Ward 3                title, quoted or not ("" for none); see `read_blt`

A byte order mark, `#` comments, blank lines and paper ids in round brackets before the weight are accepted.
Source: B. A. Wichmann and I. D. Hill, "Voting matters"; OpaVote, "BLT format".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from mandat.counting.ballots import CONTROL, SKIPPED, Ballots, Candidate, Rank, number_type
from mandat.counting.errors import BadFileError
from mandat.counting.formats.grouping import group_rows
from mandat.counting.formats.records import Record

_END = re.compile(r"^[ \t]*0[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_PLAIN = re.compile(r"[0-9 \t\r\n]*")
_NAME = re.compile(r'^"(?P<name>[^"]*)"(?:\s+"(?P<party>[^"]*)")?\s*$')
_DOUBLED = re.compile(r'^"([^"]*?)\s*""([^"]+)"""$')
"""A spreadsheet's way to quote a name that ends with the party in quotes: ``"Ann LEE ""Green Party\"""``."""
_PARTY = re.compile(r"^(?P<name>.*\S)\s+\((?P<party>[^()]+)\)$")


@dataclass(frozen=True, slots=True)
class BltFrame:
    """What stands around the papers of a BLT file; `first` and `last` are the lines between which they
    lie.
    """

    candidates: tuple[Candidate, ...]
    seats: int
    title: str
    first: int
    body: str


def read_blt(text: str, source: str, *, keep_sequence: bool = False, titled: bool = False) -> Ballots:
    """The ballots of a BLT file. Raises `BadFileError` with the line and the remedy.

    With `titled` the title must be there: where names matter it cannot be seen otherwise whether the last line is a
    name, or the title and a name is missing.
    """
    head = read_head(text, source, titled=titled)
    quick = _quick(head, keep_sequence=keep_sequence)
    if quick is not None:
        return quick
    papers = ((record.ranking, record.weight) for record in records(head, source))
    ballots = Ballots.from_rankings(head.candidates, papers, keep_sequence=keep_sequence)
    return replace(ballots, seats=head.seats, title=head.title)


def read_head(text: str, source: str, *, titled: bool = False) -> BltFrame:
    """Everything but the papers; `titled` as in `read_blt`."""
    lines = text.split("\n", 64)
    place = _next_line(lines, 0, source)
    candidates, seats = _sizes(_code(lines[place]), place + 1, source)
    withdrawn: set[int] = set()
    place += 1
    while place < len(lines) and (code := _code(lines[place])).startswith("-"):
        withdrawn |= _withdrawn(code, candidates, place + 1, source)
        place += 1
    start = sum(len(line) + 1 for line in lines[:place])
    end = _END.search(text, min(start, len(text)))
    if end is None:
        raise BadFileError(
            "the papers do not end; put a line with a lone 0 after the last one", source=source
        )
    after = text.count("\n", 0, end.end()) + 1
    people, title = _names(text[end.end() + 1 :], after, candidates, withdrawn, source, titled=titled)
    return BltFrame(people, seats, title, place + 1, text[start : end.start()])


def records(head: BltFrame, source: str) -> Iterator[Record]:
    """The papers one line at a time, as marked."""
    for number, line in enumerate(head.body.split("\n"), start=head.first):
        code = _code(line)
        if code:
            yield _paper(code, len(head.candidates), number, source)


def write_blt(ballots: Ballots, seats: int) -> str:
    """`ballots` as a BLT file that `read_blt` reads back to the same ballots (the sequence apart).

    >>> print(write_blt(Ballots.from_rankings(["Ann", "Bob"], [((2, 1), 3)]), 1), end="")
    2 1
    3 2 1 0
    0
    "Ann"
    "Bob"
    ""
    """
    lines = [f"{len(ballots.candidates)} {seats}"]
    if gone := [f"-{c.number}" for c in ballots.candidates if c.withdrawn]:
        lines.append(" ".join(gone))
    for row, weight in enumerate(ballots.weights.tolist()):
        ranks = (_written(rank) for rank in ballots.ranking(row))
        lines.append(" ".join([str(weight), *ranks, "0"]))
    lines.append("0")
    lines += [f'"{c.name}"' + (f' "{c.party}"' if c.party else "") for c in ballots.candidates]
    return "\n".join([*lines, f'"{ballots.title}"', ""])


def _written(rank: int | tuple[int, ...]) -> str:
    if isinstance(rank, tuple):
        return "=".join(map(str, rank))
    return str(rank) if rank != SKIPPED else "-"


def _code(line: str) -> str:
    """A line without its comment."""
    return (line.partition("#")[0] if "#" in line else line).strip()


def _next_line(lines: list[str], place: int, source: str) -> int:
    while place < len(lines) and not _code(lines[place]):
        place += 1
    if place == len(lines):
        raise BadFileError("the file is empty; a BLT file begins with `candidates seats`", source=source)
    return place


def _sizes(code: str, line: int, source: str) -> tuple[int, int]:
    parts = code.split()
    if len(parts) != 2 or not all(part.isdigit() for part in parts):
        raise BadFileError(f"{code!r} is not `candidates seats`, two whole numbers", line=line, source=source)
    candidates, seats = map(int, parts)
    if candidates < 1 or seats < 1:
        raise BadFileError(f"{code!r} needs at least one candidate and one seat", line=line, source=source)
    return candidates, seats


def _withdrawn(code: str, candidates: int, line: int, source: str) -> set[int]:
    gone = set()
    for word in code.split():
        number = _number(word.removeprefix("-"), candidates, line, source) if word.startswith("-") else 0
        if not number:
            raise BadFileError(f"{word!r} is not a withdrawn candidate such as -2", line=line, source=source)
        gone.add(number)
    return gone


def _number(word: str, candidates: int, line: int, source: str) -> int:
    if not word.isdigit():
        raise BadFileError(f"{word!r} is not a candidate number", line=line, source=source)
    if not 1 <= int(word) <= candidates:
        raise BadFileError(
            f"there is no candidate {word}; numbers run from 1 to {candidates}", line=line, source=source
        )
    return int(word)


def _names(
    text: str, after: int, candidates: int, withdrawn: set[int], source: str, *, titled: bool
) -> tuple[tuple[Candidate, ...], str]:
    lines = [(n, line.strip()) for n, line in enumerate(text.split("\n"), start=after + 1) if line.strip()]
    for number, words in lines:
        if CONTROL.search(words):
            raise BadFileError(
                f"{words!r} holds a control character, which no name has; take it out",
                line=number,
                source=source,
            )
    if len(lines) < candidates + titled:
        raise BadFileError(
            f"after the papers come {len(lines)} of the {candidates + titled} lines that are due: {candidates} names"
            + (', then a title (write "" for none)' if titled else ""),
            line=lines[-1][0] if lines else after,
            source=source,
        )
    if len(lines) > candidates + 1:
        line, words = lines[candidates + 1]
        raise BadFileError(
            f"{words!r} stands after {candidates} names and the title", line=line, source=source
        )
    people = tuple(
        _candidate(number, words, number in withdrawn)
        for number, (_, words) in enumerate(lines[:candidates], 1)
    )
    title = lines[candidates][1].strip('"') if len(lines) > candidates else ""
    return people, title


def _candidate(number: int, words: str, withdrawn: bool) -> Candidate:
    if _DOUBLED.match(words):
        words = _DOUBLED.sub(r'"\1" "\2"', words)
    quoted = _NAME.match(words)
    name, party = (quoted["name"].strip(), quoted["party"]) if quoted else (words, None)
    if party is None and (bracketed := _PARTY.match(name)):
        name, party = bracketed["name"], bracketed["party"].strip()
    return Candidate(number, name, party or None, withdrawn)


def _paper(code: str, candidates: int, line: int, source: str) -> Record:
    words = re.sub(r"^\([^)]*\)\s*", "", code).split()
    if words[-1] != "0":
        raise BadFileError(
            "the paper does not end with 0; add it, or join the lines", line=line, source=source
        )
    if len(words) < 2 or not words[0].isdigit() or int(words[0]) < 1:
        raise BadFileError(
            f"{words[0]!r} is not a weight; a paper begins with how many there are of it",
            line=line,
            source=source,
        )
    if "0" in words[1:-1]:
        raise BadFileError(
            "0 ends a paper, but more follows; write - for a skipped rank", line=line, source=source
        )
    ranks = tuple(_rank(word, candidates, line, source) for word in words[1:-1])
    return Record(line, ranks, int(words[0]))


def _rank(word: str, candidates: int, line: int, source: str) -> Rank:
    if word == "-":
        return SKIPPED
    numbers = tuple(_number(part, candidates, line, source) for part in word.split("="))
    return numbers[0] if len(numbers) == 1 else numbers


def _quick(head: BltFrame, *, keep_sequence: bool) -> Ballots | None:
    """Papers of nothing but numbers, one a line, read in one go; None if the long way is needed."""
    if not _PLAIN.fullmatch(head.body) or not head.body.strip():
        return None
    numbers = np.fromstring(head.body, np.int64, sep=" ")
    ends = np.flatnonzero(numbers == 0)
    lines = sum(1 for line in head.body.split("\n") if line.strip())
    if len(ends) != lines or numbers[-1] != 0 or numbers.max() >= 2**62:
        return None
    starts = np.concatenate(([0], ends[:-1] + 1))
    lengths = ends - starts - 1
    marks = np.ones(len(numbers), np.bool_)
    marks[starts] = marks[ends] = False
    if lengths.min() < 0 or (marks.any() and numbers[marks].max() > len(head.candidates)):
        return None
    table = np.zeros((len(starts), int(lengths.max())), number_type(len(head.candidates)))
    table[np.arange(table.shape[1]) < lengths[:, None]] = numbers[marks]
    grouped = group_rows(table, numbers[starts], keep_sequence=keep_sequence)
    return Ballots(
        head.candidates,
        grouped.rankings,
        grouped.weights,
        sequence=grouped.sequence,
        seats=head.seats,
        title=head.title,
    )
