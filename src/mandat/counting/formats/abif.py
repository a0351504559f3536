"""ABIF, the Aggregated Ballot Information Format of electorama: rankings, or points, with weights.

    {title: "Capital"}              facts
    =Memph:[Memphis, TN]            a token and the candidate's name
    42:Memph>Nash=Chat>Knox         a weight and a ranking; `=` joins ranks
    26:Nash/5,Memph/2,Chat/0        points; commas leave the order to them
    12:Nash/5>Memph/2               both

Names in square brackets stand for themselves, and so do tokens that no line explains. `#` begins a comment. Where commas
separate candidates the ranking follows from the points (0 is last, and is ranked); without any points they share the
first rank. Source: https://electowiki.org/wiki/ABIF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import about_names, named, people, tidy, twin_key
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Contents, Record, by_rank
from mandat.counting.formats.source import lines_of
from mandat.counting.formats.whole import POINTS, shown, trouble, whole_number
from mandat.language import msg

VOTE = re.compile(r"^\s*([^:\s#{=\[][^:]*?)\s*:\s*(.*)$")
_TITLE = re.compile(r"""^\{\s*"?title"?\s*:\s*["']?(.*?)["']?\s*\}$""")
_CANDIDATE = re.compile(r"^=\s*(?:\[([^\]]+)\]|\"([^\"]+)\"|([^:\[\]]+?))\s*:\s*(?:\[(.*)\]|(.*?))\s*$")
_TOKEN = re.compile(
    r"\s*(?:\[(?P<name>[^\]]*)\]|\"(?P<quoted>[^\"]*)\"|(?P<plain>[^\s>=,/\[\]\"]+))\s*(?:/\s*(?P<points>[^\s>=,]+))?\s*"
)


@dataclass
class _File:
    """What is known of the candidates while the lines are read."""

    source: str
    names: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def declare(self, token: str, name: str) -> None:
        number = self.numbers.get(token)
        if number is None:
            self.names.append(name)
            self.numbers[token] = len(self.names)
        else:
            self.names[number - 1] = name
        self.numbers.setdefault(twin_key(name), self.numbers[token])

    def number(self, token: str) -> int:
        for key in (token, twin_key(token)):
            if key in self.numbers:
                return self.numbers[key]
        self.declare(token, token)
        return self.numbers[token]


def read_abif(opened: OpenedFile) -> Contents:
    """The votes of an ABIF file. Raises `BadFileError` with the line and the remedy."""
    file, title, votes = _File(opened.name), "", list[tuple[int, str, str]]()
    for line, text in _lines(opened.text):
        if text.startswith("{"):
            found = _TITLE.match(text)
            title = tidy(found[1]) if found else title
        elif text.startswith("="):
            _declare(file, text, line)
        elif (vote := VOTE.match(text)) is not None:
            votes.append((line, vote[1], vote[2]))
        else:
            raise BadFileError(
                msg("{text} is no fact, candidate or `weight: ranking`")(text=shown(text)),
                line=line,
                source=opened.name,
            )
    held = [_record(file, *vote) for vote in votes]
    if not held:
        raise BadFileError(msg("there is no line such as `3: Ann>Bob`"), source=opened.name)
    candidates = people(file.names, opened.name)
    return Contents(candidates, held, title=title, remarks=about_names(candidates, file.names))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for line, words in enumerate(lines_of(text), 1):
        code = words.strip()
        if code and not code.startswith("#"):
            yield line, _without_comment(code)


def _without_comment(code: str) -> str:
    """The line up to a `#` that stands outside of brackets, braces and quotes."""
    depth = 0
    for place, sign in enumerate(code):
        depth += (sign in "[{") - (sign in "]}")
        if sign == "#" and depth <= 0 and code[place - 1].isspace():
            return code[:place].rstrip()
    return code


def _declare(file: _File, text: str, line: int) -> None:
    found = _CANDIDATE.match(text)
    if found is None:
        raise BadFileError(
            msg("{text} names no candidate; write =token:[Name]")(text=shown(text)),
            line=line,
            source=file.source,
        )
    token = tidy(found[1] or found[2] or found[3])
    name = named(found[4] or found[5] or token, line, file.source)
    if token in file.numbers:
        raise BadFileError(
            msg("the token {token} is explained twice")(token=shown(token)), line=line, source=file.source
        )
    file.declare(token, name)


def _record(file: _File, line: int, weight_text: str, order: str) -> Record:
    weight = whole_number(weight_text)
    if weight is None or weight < 1:
        raise BadFileError(
            msg("{weight} is not a positive whole number of papers")(weight=shown(weight_text)),
            line=line,
            source=file.source,
        )
    ranks, points, signs = _ranks(file, order, line)
    if "," in signs and signs != {","}:
        raise BadFileError(
            msg("the line mixes commas with > or =; use one or the other"), line=line, source=file.source
        )
    if points and points.keys() != ranks.keys():
        raise BadFileError(msg("some candidates have points and others none"), line=line, source=file.source)
    if points and signs <= {","}:
        best_first = sorted(set(points.values()), reverse=True)
        ranks = {number: best_first.index(given) + 1 for number, given in points.items()}
    return Record(line, by_rank(ranks), weight, points=points or None)


def _ranks(file: _File, order: str, line: int) -> tuple[dict[int, int], dict[int, int], set[str]]:
    """(Rank by candidate, points by candidate, the signs that stand between them)."""
    ranks: dict[int, int] = {}
    points: dict[int, int] = {}
    signs: list[str] = []
    for name, given, sign in _tokens(order, line, file.source):
        number = file.number(named(name, line, file.source))
        if number in ranks:
            raise BadFileError(
                msg("{name} stands twice in the ranking")(name=shown(name)), line=line, source=file.source
            )
        ranks[number] = 1 + signs.count(">")
        if given is not None:
            points[number] = _points(given, line, file.source)
        signs.append(sign)
    return ranks, points, set(filter(None, signs))


def _tokens(order: str, line: int, source: str) -> Iterator[tuple[str, str | None, str]]:
    """(Name, points, the sign after them) of each candidate of a line."""
    position = 0
    while position < len(order):
        token = _TOKEN.match(order, position)
        sign = "" if token is None else order[token.end() : token.end() + 1]
        if token is None or (sign and sign not in ">=,"):
            place = position if token is None else token.end()
            raise BadFileError(
                msg("{order} is no candidate after >, = or a comma; names with blanks stand in [brackets]")(
                    order=shown(order[place:])
                ),
                line=line,
                source=source,
            )
        yield tidy(token["name"] or token["quoted"] or token["plain"] or ""), token["points"], sign
        position = token.end() + 1


def _points(word: str, line: int, source: str) -> int:
    points = whole_number(word)
    if points is None:
        raise BadFileError(trouble(word, POINTS), line=line, source=source)
    return points
