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

A byte order mark, `#` comments, blank lines and paper ids in round brackets before the weight are accepted, as is a paper
whose further lines are indented deeper than its first. Options in square brackets may stand between the sizes and the papers:
`[withdrawn 2 3]` as -2 -3; `[nick ann bob]` names that papers may use for numbers; `[tie 2 1 3]` an order for ties, which is
kept as a remark.
Source: B. A. Wichmann and I. D. Hill, "Voting matters"; OpaVote, "BLT format"; J. Lundell, Droop, "BltFileFormat".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from mandat.counting.ballots import MOST_CANDIDATES, SKIPPED, Ballots, Candidate, Rank, number_type
from mandat.counting.errors import BadFileError
from mandat.counting.formats.grouping import group_rows
from mandat.counting.formats.naming import about_names, named, tidy
from mandat.counting.formats.records import Contents, Record
from mandat.counting.formats.whole import shown, whole_number
from mandat.counting.remarks import TIE_ORDER, Remark
from mandat.language import msg

_END = re.compile(r"^[ \t]*0[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_PLAIN = re.compile(r"[0-9 \t\r\n]*")
_NAME = re.compile(r"""^(["'])(?P<name>.*?)\1(?:\s+"(?P<party>[^"]*)")?\s*(?:#.*)?$""")
_DOUBLED = re.compile(r'^"([^"]*?)\s*""([^"]+)"""$')
"""A spreadsheet's way to quote a name that ends with the party in quotes: ``"Ann LEE ""Green Party\"""``."""
_PARTY = re.compile(r"^(?P<name>.*\S)\s+\((?P<party>[^()]+)\)$")
_COMMENT = re.compile(r"\s+#.*$")
_OPTION = re.compile(r"^\[\s*(?P<word>[a-z]+)(?P<rest>[^\]]*)\]$", re.IGNORECASE)
_OPTIONS = ("withdrawn", "nick", "tie")
_PAPER_ID = re.compile(r"^\([^)]*\)\s*")


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
    nicks: dict[str, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


_UNTITLED = msg("after the papers come {lines} of the {due} lines that are due: {names} names")
_TITLED = msg(
    'after the papers come {lines} of the {due} lines that are due: {names} names, then a title (write "" for none)'
)


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
    return replace(ballots, seats=head.seats, title=head.title, remarks=head.remarks)


def blt_contents(text: str, source: str) -> Contents:
    """The papers one by one; the title must be there."""
    head = read_head(text, source, titled=True)
    return Contents(head.candidates, records(head, source), head.seats, head.title, head.remarks)


def read_head(text: str, source: str, *, titled: bool = False) -> BltFrame:
    """Everything but the papers; `titled` as in `read_blt`."""
    lines = text.split("\n", 64)
    place = _next_line(lines, 0, source)
    candidates, seats = _sizes(_code(lines[place]), place + 1, source)
    options = _Options(candidates, source)
    place += 1
    while place < len(lines) and options.take(_code(lines[place]), place + 1):
        place += 1
    start = sum(len(line) + 1 for line in lines[:place])
    end = _END.search(text, min(start, len(text)))
    if end is None:
        raise BadFileError(
            msg("the papers do not end; put a line with a lone 0 after the last one"), source=source
        )
    after = text.count("\n", 0, end.end()) + 1
    names = _names(text[end.end() + 1 :], after, candidates, options.withdrawn, source, titled=titled)
    body, remarks = text[start : end.start()], (*names.remarks, *options.remarks)
    return BltFrame(names.people, seats, names.title, place + 1, body, options.nicks, remarks)


class _Options:
    """What the lines between the sizes and the papers say."""

    def __init__(self, candidates: int, source: str) -> None:
        self.candidates, self.source = candidates, source
        self.withdrawn: set[int] = set()
        self.nicks: dict[str, int] = {}
        self.remarks: list[Remark] = []

    def take(self, code: str, line: int) -> bool:
        """Take in a line; False if it is the first of the papers."""
        if code.startswith("-"):
            self.withdrawn |= _withdrawn(code, self.candidates, line, self.source)
        elif code.startswith("["):
            self._option(code, line)
        else:
            return not code
        return True

    def _option(self, code: str, line: int) -> None:
        found = _OPTION.match(code)
        words = [] if found is None else found["rest"].split()
        match "" if found is None else found["word"].lower():
            case "withdrawn":
                self.withdrawn |= {self._number(word, line) for word in words}
            case "nick":
                self._nick(words, line)
            case "tie":
                order = " ".join(str(self._number(word, line)) for word in words)
                self.remarks.append(TIE_ORDER(order=order))
            case _:
                raise BadFileError(
                    msg("the option {code} is not known; known: {options}")(
                        code=shown(code), options=", ".join(f"[{word} …]" for word in _OPTIONS)
                    ),
                    line=line,
                    source=self.source,
                )

    def _nick(self, words: list[str], line: int) -> None:
        if len(words) != self.candidates or len(set(words)) != len(words):
            raise BadFileError(
                msg("[nick] gives {count} names to {candidates} candidates; each has one of its own")(
                    count=len(set(words)), candidates=self.candidates
                ),
                line=line,
                source=self.source,
            )
        if any(whole_number(word) is not None or set(word) & set("-=()") for word in words):
            raise BadFileError(
                msg("a name of [nick] is a number, or holds one of - = ( ); choose another"),
                line=line,
                source=self.source,
            )
        self.nicks = {word: number for number, word in enumerate(words, 1)}

    def _number(self, word: str, line: int) -> int:
        return self.nicks.get(word) or _number(word, self.candidates, line, self.source)


def records(head: BltFrame, source: str) -> Iterator[Record]:
    """The papers one by one, as marked."""
    for number, code in _papers(head):
        yield _paper(code, head, number, source)


def _papers(head: BltFrame) -> Iterator[tuple[int, str]]:
    """(Line, text) of each paper; lines indented deeper than its first belong to it."""
    line, code, indent = 0, "", 0
    for number, text in enumerate(head.body.split("\n"), start=head.first):
        more = _code(text)
        if not more:
            continue
        deep = len(text) - len(text.lstrip())
        if code and deep > indent and not _is_whole(code):
            code = f"{code} {more}"
            continue
        if code:
            yield line, code
        line, code, indent = number, more, deep
    if code:
        yield line, code


def _is_whole(code: str) -> bool:
    return code.rsplit(maxsplit=1)[-1] == "0"


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
        raise BadFileError(msg("the file is empty; a BLT file begins with `candidates seats`"), source=source)
    return place


def _sizes(code: str, line: int, source: str) -> tuple[int, int]:
    parts = code.split()
    numbers = [whole_number(part) for part in parts]
    if len(numbers) != 2 or None in numbers:
        raise BadFileError(
            msg("{code} is not `candidates seats`, two whole numbers")(code=shown(code)),
            line=line,
            source=source,
        )
    candidates, seats = (number or 0 for number in numbers)
    if candidates < 1 or seats < 1:
        raise BadFileError(
            msg("{code} needs at least one candidate and one seat")(code=shown(code)),
            line=line,
            source=source,
        )
    if max(candidates, seats) > MOST_CANDIDATES:
        raise BadFileError(
            msg("{code}: at most {most} candidates can stand, for as many seats")(
                code=shown(code), most=MOST_CANDIDATES
            ),
            line=line,
            source=source,
        )
    return candidates, seats


def _withdrawn(code: str, candidates: int, line: int, source: str) -> set[int]:
    words = code.split()
    if not all(word.startswith("-") for word in words):
        raise BadFileError(
            msg(
                "{code} is no paper, whose weight would be at least 1, and no list of withdrawn candidates such as -2 -3"
            )(code=shown(code)),
            line=line,
            source=source,
        )
    return {_number(word.removeprefix("-"), candidates, line, source) for word in words}


def _number(word: str, candidates: int, line: int, source: str) -> int:
    number = whole_number(word) if word.isdecimal() else None
    if number is None:
        raise BadFileError(
            msg("{word} is not a candidate number")(word=shown(word)), line=line, source=source
        )
    if not 1 <= number <= candidates:
        raise BadFileError(
            msg("there is no candidate {number}; numbers run from 1 to {candidates}")(
                number=number, candidates=candidates
            ),
            line=line,
            source=source,
        )
    return number


class _Names(NamedTuple):
    people: tuple[Candidate, ...]
    title: str
    remarks: tuple[Remark, ...]


def _names(
    text: str, after: int, candidates: int, withdrawn: set[int], source: str, *, titled: bool
) -> _Names:
    numbered = enumerate(text.split("\n"), start=after + 1)
    lines = [(n, line.strip()) for n, line in numbered if line.strip() and not line.lstrip().startswith("#")]
    for number, words in lines:
        if words.strip("\"'"):
            named(words, number, source)
    if len(lines) < candidates + titled:
        raise BadFileError(
            (_TITLED if titled else _UNTITLED)(lines=len(lines), due=candidates + titled, names=candidates),
            line=lines[-1][0] if lines else after,
            source=source,
        )
    if len(lines) > candidates + 1:
        line, words = lines[candidates + 1]
        raise BadFileError(
            msg("{words} stands after {candidates} names and the title")(
                words=shown(words), candidates=candidates
            ),
            line=line,
            source=source,
        )
    people = tuple(
        _candidate(number, words, number in withdrawn)
        for number, (_, words) in enumerate(lines[:candidates], 1)
    )
    title = tidy(_bare(lines[candidates][1])) if len(lines) > candidates else ""
    return _Names(people, title, about_names(people, [words for _, words in lines]))


def _bare(words: str) -> str:
    """A title without its quotation marks and comment."""
    quoted = _NAME.match(words)
    return quoted["name"] if quoted and not quoted["party"] else _COMMENT.sub("", words).strip('"')


def _candidate(number: int, words: str, withdrawn: bool) -> Candidate:
    if _DOUBLED.match(words):
        words = _DOUBLED.sub(r'"\1" "\2"', words)
    quoted = _NAME.match(words)
    name, party = (quoted["name"], quoted["party"]) if quoted else (_COMMENT.sub("", words), None)
    name = tidy(name)
    if party is None and (bracketed := _PARTY.match(name)):
        name, party = bracketed["name"], bracketed["party"]
    return Candidate(number, name, tidy(party or "") or None, withdrawn)


def _paper(code: str, head: BltFrame, line: int, source: str) -> Record:
    words = _PAPER_ID.sub("", code).split()
    if not words or words[-1] != "0":
        raise BadFileError(
            msg("the paper does not end with 0; add it, or indent its further lines"),
            line=line,
            source=source,
        )
    weight = whole_number(words[0]) if words[0].isdecimal() else None
    if len(words) < 2 or weight is None or weight < 1:
        raise BadFileError(
            msg("{words} is not a weight; a paper begins with how many there are of it")(
                words=shown(words[0])
            ),
            line=line,
            source=source,
        )
    if "0" in words[1:-1]:
        raise BadFileError(
            msg("0 ends a paper, but more follows; write - for a skipped rank"), line=line, source=source
        )
    return Record(line, tuple(_rank(word, head, line, source) for word in words[1:-1]), weight)


def _rank(word: str, head: BltFrame, line: int, source: str) -> Rank:
    if word == "-":
        return SKIPPED
    numbers = tuple(
        head.nicks.get(part) or _number(part, len(head.candidates), line, source) for part in word.split("=")
    )
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
        remarks=head.remarks,
    )
