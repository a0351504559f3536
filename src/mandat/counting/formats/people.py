"""A list of candidates for files that do not name theirs: a name a line, or a table with headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mandat.counting.ballots import Candidate
from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import named, tidy
from mandat.counting.formats.opened import open_source
from mandat.counting.formats.rows import CsvRow, read_rows
from mandat.counting.formats.source import Source
from mandat.language import msg

_NAME = ("name", "candidate", "candidatedetails", "candidate name", "nom", "kandidat")
_PARTY = ("party", "partyname", "partynm", "party name", "list", "parti", "liste", "partei")
_GROUP = ("group", "ticket", "groupe", "gruppe")
_GIVEN = ("ballotgivennm", "given name", "given", "first name", "prénom", "vorname")
_SURNAME = ("ballotsurname", "surname", "last name", "family name")
_POSITION = ("ballotposition", "position")
_STATE = ("stateab", "state")
_UNGROUPED = ("", "UG")


class CandidateList(NamedTuple):
    """The candidates in the order of the paper, and the numbers of those of each group."""

    candidates: tuple[Candidate, ...]
    groups: tuple[tuple[int, ...], ...]


def read_people(source: Source) -> CandidateList:
    """The list of candidates. Without a heading `name` each line is one name.

    A table may have the columns name (or surname and given name), party, group; the Australian Electoral Commission's lists are
    such tables. Refused with `BadFileError`: an empty list, a line without a name, the candidates of several States.

    >>> from io import StringIO
    >>> [c.party for c in read_people(StringIO("name,party\\nAnn,Red\\nBob,\\n")).candidates]
    ['Red', None]
    """
    table = read_rows(open_source(source))
    ((_, head),) = table.first(1)
    columns = {name.casefold(): place for place, name in reversed(list(enumerate(map(tidy, head))))}
    rows = list(table.rest(1))
    if not (_places(columns, _NAME) or _places(columns, _SURNAME)):
        every = [*table.first(1), *rows]
        lines = [(line, row) for line, row in every if any(cell.strip() for cell in row)]
        found = [named(_single(row, line, table.source), line, table.source) for line, row in lines]
        if not found:
            raise BadFileError(msg("the list names no candidate"), source=table.source)
        return CandidateList(tuple(Candidate(n, name) for n, name in enumerate(found, 1)), ())
    return _of_table(rows, columns, table.source)


def _single(row: Sequence[str], line: int, source: str) -> str:
    cells = [cell for cell in row if cell.strip()]
    if len(cells) > 1:
        raise BadFileError(
            msg("the list has several columns; head them name, party, group"), line=line, source=source
        )
    return cells[0]


def _places(columns: dict[str, int], words: Sequence[str]) -> list[int]:
    return [columns[word] for word in words if word in columns][:1]


def _of_table(rows: Sequence[CsvRow], columns: dict[str, int], source: str) -> CandidateList:
    candidates: list[Candidate] = []
    groups: dict[str, list[int]] = {}
    states: set[str] = set()
    for line, row in rows:
        if _cell(row, columns, _POSITION) == "0":
            continue  # the AEC's row for all votes above the line of a group
        states.add(_cell(row, columns, _STATE))
        full = _cell(row, columns, _NAME) or " ".join(
            part for part in (_cell(row, columns, _SURNAME), _cell(row, columns, _GIVEN)) if part
        )
        number = len(candidates) + 1
        party = _cell(row, columns, _PARTY) or None
        candidates.append(Candidate(number, named(full, line, source), party))
        group = _cell(row, columns, _GROUP)
        if group.upper() not in _UNGROUPED:
            groups.setdefault(group, []).append(number)
    if len(states) > 1:
        raise BadFileError(
            msg("the list has the candidates of {states}; keep the rows of one State")(
                states=", ".join(sorted(states))
            ),
            source=source,
        )
    if not candidates:
        raise BadFileError(msg("the list names no candidate"), source=source)
    return CandidateList(tuple(candidates), tuple(map(tuple, groups.values())))


def _cell(row: Sequence[str], columns: dict[str, int], words: Sequence[str]) -> str:
    place = next(iter(_places(columns, words)), None)
    return tidy(row[place]) if place is not None and place < len(row) else ""
