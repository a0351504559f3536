"""Debian's tally sheets: `vote_001_tally.txt`, as the project's secretary publishes it after each vote.

Lines such as `V: 1-32    login    Name` (or a hash in secret votes): a character for each option in order, its rank, `-` for one
that was not ranked; ranks above 9 are letters from A. Above them the options are named, the last first at the right end:

      Option 1---------->: Keep things as they are
    /  Option 2-------->: Change them
    |/

Ranks that nobody has say nothing: only their order counts (Debian constitution, A.5.1). Source: devotee, "Tally Sheet".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import about_names, people
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Asked, Contents, Record, by_rank
from mandat.counting.formats.source import lines_of
from mandat.counting.formats.whole import shown
from mandat.language import msg

VOTE = re.compile(r"^\s*V:\s+(\S+)(?:\s|$)")
_OPTION = re.compile(r"^[\s/|\\]*(?:Option|Choice)\s+(\w+)[\s-]*>?\s*:\s*(.+?)\s*$")
_RANKS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def read_debian(opened: OpenedFile, asked: Asked) -> Contents:
    """The votes of a tally sheet. Raises `BadFileError` with the line and the remedy."""
    lines = lines_of(opened.text)
    votes = [(line, found[1]) for line, text in enumerate(lines, 1) if (found := VOTE.match(text))]
    if not votes:
        raise BadFileError(msg("there is no vote; a line such as `V: 123-` is one"), source=opened.name)
    options = len(votes[0][1])
    named = [found[2] for text in lines if (found := _OPTION.match(text))]
    if asked.candidates is not None:
        candidates = asked.candidates
    else:
        candidates = people(named or (f"Option {n}" for n in range(1, options + 1)), opened.name)
    if len(candidates) != options:
        raise BadFileError(
            msg("{count} options are named, but this vote ranks {options}")(
                count=len(candidates), options=options
            ),
            line=votes[0][0],
            source=opened.name,
        )
    return Contents(candidates, _records(votes, options, opened.name), remarks=about_names(candidates, named))


def _records(votes: list[tuple[int, str]], options: int, source: str) -> Iterator[Record]:
    for line, vote in votes:
        if len(vote) != options:
            raise BadFileError(
                msg("the vote {vote} ranks {count} options, the first one {options}")(
                    vote=shown(vote), count=len(vote), options=options
                ),
                line=line,
                source=source,
            )
        ranks = {number: _rank(mark, line, source) for number, mark in enumerate(vote, 1) if mark != "-"}
        yield Record(line, by_rank(ranks, gaps=False))


def _rank(mark: str, line: int, source: str) -> int:
    place = _RANKS.find(mark.upper())
    if place < 0:
        raise BadFileError(
            msg("{mark} is no rank; ranks are 1 to 9, A to Z, or -")(mark=shown(mark)),
            line=line,
            source=source,
        )
    return place + 1
