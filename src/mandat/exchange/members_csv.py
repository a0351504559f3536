"""Members from a spreadsheet: a CSV file read with a preview and an error per line, before anything is imported.

Columns by their first line, in any order: ``body`` (needed), ``person`` (a pseudonymous id; made up if the column is missing),
``key`` (base64 Ed25519), and ``name`` and ``mail``, which stay in the private register and never reach the record.
French headings are known too. The delimiter is a comma, a semicolon or a tab; the text is UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

import msgspec

from mandat.federation.base.lookup import values_of
from mandat.federation.base.population.electorate import COLLECTIVE
from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.people.keys.rules import is_public_key
from mandat.federation.people.members.rules import is_person_id
from mandat.federation.state import State
from mandat.language import msg, told
from mandat.record.errors import RecordError

HEADINGS: Mapping[str, str] = {
    "person": "person",
    "id": "person",
    "number": "person",
    "numéro": "person",
    "numero": "person",
    "personne": "person",
    "body": "body",
    "assembly": "body",
    "section": "body",
    "assemblée": "body",
    "assemblee": "body",
    "instance": "body",
    "name": "name",
    "nom": "name",
    "mail": "mail",
    "email": "mail",
    "e-mail": "mail",
    "courriel": "mail",
    "key": "key",
    "clé": "key",
    "cle": "key",
}
MOST_SHOWN = 20


class LineError(msgspec.Struct, frozen=True):
    """What is wrong with one line, 1-based as a spreadsheet counts."""

    line: int
    problem: str


class Member(msgspec.Struct, frozen=True, gc=False):
    """One person to enrol."""

    person: PersonId
    body: BodyId
    key: str
    name: str
    mail: str


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What an import would do: people by assembly, and every line that is wrong; nothing is imported if any is."""

    members: tuple[Member, ...]
    errors: tuple[LineError, ...]

    @property
    def by_body(self) -> Mapping[BodyId, int]:
        """How many would join each assembly."""
        return Counter(member.body for member in self.members)

    def list(self) -> bytes:
        """Return the list that the import act names: ``person,body[,key]`` lines, without names or addresses."""
        return "\n".join(
            f"{m.person},{m.body},{m.key}" if m.key else f"{m.person},{m.body}" for m in self.members
        ).encode()


def preview(content: bytes, state: State) -> Preview:
    """Read a file against a federation as it stands; raises ``RecordError`` if it is no CSV file that can be read at all."""
    text = _decoded(content)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    columns = _columns(next(_lines(rows), []))
    places = _places(columns)
    members: list[Member] = []
    errors: list[LineError] = []
    check = _Checker(state)
    for row in _lines(rows):
        if not any(row):
            continue
        member = _member(row, places, len(members) + len(errors) + 1, state)
        problem = check.problem(member, len(row), len(columns))
        if problem is None:
            members.append(member)
        else:
            errors.append(LineError(rows.line_num, problem))
    return Preview(members=tuple(members), errors=tuple(errors))


def people_in(content: bytes, state: State) -> tuple[Member, ...]:
    """Return the lines of a file about people who are on the record, unchecked otherwise: after an import, for their names.

    Raises ``RecordError`` if it is no CSV file that can be read at all.
    """
    text = _decoded(content)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    columns = _columns(next(_lines(rows), []))
    places = _places(columns)
    members = [_member(row, places, 0, state) for row in _lines(rows) if len(row) == len(columns)]
    return tuple(each for each in members if each.person in state.members.people)


class _Rows(Protocol):
    """What ``csv.reader`` gives."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[list[str]]: ...


def _lines(rows: _Rows) -> Iterator[list[str]]:
    """Yield the rows; raises ``RecordError`` at a line that is no CSV: line ends of old Macs, a quotation mark never closed."""
    try:
        yield from rows
    except csv.Error as error:
        raise RecordError(
            msg(
                "line {line} is not CSV ({problem}): save the file as “CSV UTF-8” and import it again. Nothing was imported."
            )(line=rows.line_num, problem=told(error))
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RecordError(
            msg("the file is UTF-16: save it as “CSV UTF-8” and import it again. Nothing was imported.")
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RecordError(
            msg(
                "line {line} is not UTF-8 (byte {content}): the file is probably Latin-1 or Windows-1252. Save it as "
                "“CSV UTF-8” and import it again. Nothing was imported."
            )(line=line, content=f"{content[error.start]:#04x}")
        ) from error


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _columns(heading: list[str]) -> list[str]:
    """Return what each column holds; raises ``RecordError`` naming the headings that are known."""
    known = [HEADINGS.get(cell.strip().lower(), "") for cell in heading]
    unknown = [cell for cell, column in zip(heading, known, strict=True) if not column]
    if unknown or "body" not in known or len(set(known)) != len(known):
        raise RecordError(
            msg(
                "the first line must name the columns: body (needed), person, key, name, mail; it reads {heading}. "
                "Nothing was imported."
            )(heading=repr(", ".join(heading)))
        )
    return known


_LACKING = -1
_EMPTY = ("",) * (len(set(HEADINGS.values())) + 1)


def _places(columns: list[str]) -> tuple[int, ...]:
    """Return where the fields of a member stand in a row."""
    return tuple(columns.index(each) if each in columns else _LACKING for each in Member.__struct_fields__)


def _member(row: list[str], places: tuple[int, ...], number: int, state: State) -> Member:
    """Read a row; what a short row or the file lacks is empty, a number that the file lacks is the next one."""
    cells = (*map(str.strip, row), *_EMPTY)  # the last cell is empty: there stands what is lacking
    person, body, key, name, mail = places
    id_ = f"m-{len(state.members.people) + number}" if person == _LACKING else cells[person]
    return Member(PersonId(id_), BodyId(cells[body]), cells[key], cells[name], cells[mail])


class _Checker:
    """Says what is wrong with a line, given the lines before it."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.seen: set[tuple[str, str]] = set()
        self.keys: set[str] = set()
        self.assemblies = frozenset(_assemblies(state))

    def problem(self, member: Member, cells: int, columns: int) -> str | None:
        """Return what is wrong, in words, or None."""
        found = next(self._problems(member, cells, columns), None)
        self.seen.add((member.person, member.body))
        if member.key:
            self.keys.add(member.key)
        return found

    def _problems(self, member: Member, cells: int, columns: int) -> Iterator[str]:
        if cells != columns:
            yield f"it has {cells} cells instead of {columns}"
        if not is_person_id(member.person):
            yield f"{member.person!r} is not an id (letters, digits, - _ .; at most 64): use a number, not a name"
        if member.body not in self.assemblies:
            yield f"there is no assembly {member.body!r}: found it first, or check the spelling"
        if (member.person, member.body) in self.seen:
            yield f"{member.person} stands twice for {member.body}"
        if member.person in self.state.members.roll(member.body):
            yield f"{member.person} is a member of {member.body} already"
        if member.key and (member.key in self.keys or member.key in self.state.keys.owners):
            yield f"the key of {member.person} belongs to somebody already"
        if member.key and not is_public_key(member.key):
            yield f"the key of {member.person} is not 32 bytes in base64"
        if member.mail and ("@" not in member.mail or " " in member.mail):
            yield f"{member.mail!r} is not a mail address"


def _assemblies(state: State) -> Collection[str]:
    book = state.law.book
    return [
        body.id
        for body in values_of(state.bodies.all)
        if body.stands and book.kind(body.kind).type not in COLLECTIVE
    ]
