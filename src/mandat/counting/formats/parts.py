"""A contest in several files of one kind: the tables or reports of polling places, in a folder or an archive.

Candidates are brought together by name, in whatever order each file has them. Files of different contests, or of kinds whose
files each are an election of their own (BLT, PrefLib …), are not put together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from mandat.counting.ballots import Candidate, Rank
from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import people, twin_key
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Asked, Contents, Record
from mandat.counting.remarks import PARTS
from mandat.language import msg

ENDINGS = (".csv", ".tsv", ".xlsx", ".ods", ".json")
"""How the files end that may be parts: tables, and reports in the Common Data Format."""


def may_be_parts(opened: OpenedFile) -> bool:
    """Whether a folder or archive holds nothing but files of one such ending."""
    endings = {OpenedFile(name, bytes).suffix for name in opened.files}
    return len(endings) == 1 and endings <= set(ENDINGS)


def read_parts(opened: OpenedFile, asked: Asked, read: Callable[[OpenedFile, Asked], Contents]) -> Contents:
    """The papers of all files, read by `read`; candidates that every file has in alphabetical order stay so. Raises
    `BadFileError` for files of several contests, and what `read` raises.
    """
    parts = [read(file, asked) for file in opened.unpacked().values()]
    if not parts:
        raise BadFileError(msg("this is one file; a folder or an archive holds several"), source=opened.name)
    titles = sorted({part.title for part in parts})
    if len(titles) > 1:
        raise BadFileError(
            msg("the files hold different contests: {repr}; keep the files of one")(
                repr=", ".join(map(repr, titles[:8]))
            ),
            source=opened.name,
        )
    candidates = _all_candidates(parts, opened.name)
    numbers = {twin_key(candidate.name): candidate.number for candidate in candidates}
    remarks = [remark for part in parts for remark in part.remarks]
    first = parts[0]
    return Contents(
        candidates,
        (record for part in parts for record in _renumbered(part, numbers)),
        first.seats,
        first.title,
        (PARTS(number=len(parts)), *remarks),
        first.unit,
    )


def _all_candidates(parts: Iterable[Contents], source: str) -> tuple[Candidate, ...]:
    found: dict[str, str] = {}
    in_order = True
    for part in parts:
        names = [candidate.name for candidate in part.candidates]
        keys = [twin_key(name) for name in names]
        if len(set(keys)) < len(keys):
            raise BadFileError(
                msg("two candidates of one file have the same name; name one file"), source=source
            )
        in_order &= names == sorted(names)
        for key, name in zip(keys, names, strict=True):
            found.setdefault(key, name)
    return people(sorted(found.values()) if in_order else found.values(), source)


def _renumbered(part: Contents, numbers: Mapping[str, int]) -> Iterator[Record]:
    new = {0: 0, **{c.number: numbers[twin_key(c.name)] for c in part.candidates}}

    def moved(rank: Rank) -> Rank:
        return new[rank] if isinstance(rank, int) else tuple(sorted(new[number] for number in rank))

    for record in part.records:
        points = None if record.points is None else {new[n]: given for n, given in record.points.items()}
        yield record._replace(ranking=tuple(map(moved, record.ranking)), points=points)
