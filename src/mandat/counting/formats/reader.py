"""`read`: any ballot file, told by its name or by what is in it, into `Ballots`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from mandat.counting.ballots import Ballots, Candidate
from mandat.counting.errors import BadFileError
from mandat.counting.formats import abif, civs, debian, dominion, preflib
from mandat.counting.formats.aec import read_aec
from mandat.counting.formats.belenios import read_belenios
from mandat.counting.formats.blt import blt_contents, read_blt
from mandat.counting.formats.cdf import read_cdf, read_cdf_xml
from mandat.counting.formats.concrete import read_concrete
from mandat.counting.formats.hart import read_hart
from mandat.counting.formats.opened import LARGEST, OpenedFile, open_source
from mandat.counting.formats.pabulib import read_pabulib
from mandat.counting.formats.parts import may_be_parts, read_parts
from mandat.counting.formats.records import Asked, Contents, grouped
from mandat.counting.formats.rows import is_spreadsheet
from mandat.counting.formats.source import KNOWN, ReadProgress, Source, refuse_what_is_not_text
from mandat.counting.formats.table import read_quickly, read_table
from mandat.language import msg

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "blt": "BLT (OpaVote, OpenSTV, Droop …), with withdrawn candidates, skipped and equal ranks, options",
        "preflib": "PrefLib SOC, SOI, TOC, TOI, CAT; old and new",
        "csv": "CSV or XLSX: a column for each rank (also ES&S, Minneapolis, Cambridge) or for each candidate (Google Forms …); "
        "Dominion's and ClearBallot's CSV",
        "aec": "Australian Electoral Commission, formal preferences of a Senate election, 2016 and since 2019",
        "abif": "ABIF, rankings and points",
        "civs": "CIVS, downloaded ballots",
        "pabulib": "Pabulib, participatory budgets",
        "debian": "Debian tally sheets",
        "belenios": "Belenios results, alone or with the election",
        "cdf": "Common Data Format of cast vote records (NIST), JSON; RCTab",
        "cdf-xml": "Common Data Format of cast vote records, XML",
        "dominion": "Dominion, JSON export (a folder or archive)",
        "hart": "Hart, an XML for each ballot (a folder or archive)",
        "concrete": "ConcreteSTV, Senate papers as JSON",
        "parts": "tables (ES&S …) or CDF reports of one contest in several files, in a folder or archive",
    }
)
"""The formats read, by the name that `read` takes."""
_READERS: Mapping[str, Callable[[OpenedFile, Asked], Contents]] = MappingProxyType(
    {
        "blt": lambda opened, _: blt_contents(opened.text, opened.name),
        "preflib": lambda opened, _: preflib.read_preflib(opened),
        "csv": read_table,
        "aec": read_aec,
        "abif": lambda opened, _: abif.read_abif(opened),
        "civs": lambda opened, _: civs.read_civs(opened),
        "pabulib": lambda opened, _: read_pabulib(opened),
        "debian": debian.read_debian,
        "belenios": read_belenios,
        "cdf": read_cdf,
        "cdf-xml": read_cdf_xml,
        "dominion": dominion.read_dominion,
        "hart": read_hart,
        "concrete": lambda opened, _: read_concrete(opened),
        "parts": lambda opened, asked: read_parts(opened, asked, _read_part),
    }
)


def _read_part(opened: OpenedFile, asked: Asked) -> Contents:
    """One of several files of a contest: a table, or a report in the Common Data Format."""
    kind = told(opened)
    if kind not in ("csv", "cdf"):
        raise BadFileError(
            msg(
                "this is a file of its own ({get}); only tables and reports in the Common Data Format are put "
                "together. Name one file"
            )(get=FORMATS.get(kind, kind)),
            source=opened.name,
        )
    return _READERS[kind](opened, asked)


_BY_SUFFIX: Mapping[str, str] = MappingProxyType(
    {
        ".blt": "blt",
        ".pb": "pabulib",
        ".abif": "abif",
        **dict.fromkeys(preflib.SUFFIXES, "preflib"),
    }
)
_SIZES = re.compile(r"\s*[0-9]+\s+[0-9]+\s*")


def read(
    source: Source,
    *,
    format: str | None = None,
    candidates: Sequence[Candidate | str] | None = None,
    groups: Sequence[Sequence[int]] = (),
    contest: str | None = None,
    points: bool = False,
    keep_sequence: bool = False,
    progress: ReadProgress | None = None,
    most: int = LARGEST,
) -> Ballots:
    """Read a path (a file, a folder) or an open stream, plain or packed (`.gz`, `.xz`, `.zip`, `.tar`), into `Ballots`.

    `format` is one of `FORMATS`, by default told by the name or the content. `candidates` names those of a table whose cells
    are numbers, and `groups` those of each group of a Senate paper (`read_people` reads both from a file). `contest` is the one
    to count of a file with several. `points` takes marks for points, for rules that add them up. `keep_sequence` keeps the order
    of the papers, for rules that are `order_sensitive`. `progress` is called with the bytes read and the bytes in all. What
    unpacks to more than `most` bytes is refused. What the reader decided by itself stands in `Ballots.remarks`.

    Raises `BadFileError`, which names the line and what to do, and the usual `OSError` for a path that cannot be opened.
    """
    opened = open_source(source, progress, most=most)
    asked = _asked(candidates, groups, contest, points=points, keep_sequence=keep_sequence)
    kind = _kind(opened, format)
    ballots = None
    if kind == "blt" and not points:
        ballots = read_blt(opened.text, opened.name, keep_sequence=keep_sequence, titled=True)
    elif kind == "csv":
        ballots = read_quickly(opened, asked)
    elif kind == "aec" and not keep_sequence:
        from mandat.counting.formats.aec_quick import read_aec_quickly  # noqa: PLC0415  (Polars is slow to import)

        ballots = read_aec_quickly(opened)
    if ballots is None:
        ballots = grouped(_READERS[kind](opened, asked), asked)
    return replace(ballots, source=opened.name)


def read_contents(
    source: Source,
    *,
    candidates: Sequence[Candidate | str] | None = None,
    groups: Sequence[Sequence[int]] = (),
    contest: str | None = None,
    points: bool = False,
) -> Contents:
    """The papers of a file one by one, as marked; what `read` groups. Raises as `read` does."""
    opened = open_source(source)
    asked = _asked(candidates, groups, contest, points=points, keep_sequence=True)
    return _READERS[_kind(opened, None)](opened, asked)


def _asked(
    candidates: Sequence[Candidate | str] | None,
    groups: Sequence[Sequence[int]],
    contest: str | None,
    *,
    points: bool,
    keep_sequence: bool,
) -> Asked:
    people = None
    if candidates is not None:
        people = tuple(
            each if isinstance(each, Candidate) else Candidate(number, each)
            for number, each in enumerate(candidates, 1)
        )
    return Asked(people, tuple(map(tuple, groups)), contest, points, keep_sequence)


def _kind(opened: OpenedFile, format: str | None) -> str:
    if format is not None and format not in FORMATS:
        raise BadFileError(
            msg("there is no ballot format {format}; known: {formats}")(
                format=repr(format), formats=", ".join(FORMATS)
            ),
            source=opened.name,
        )
    return format or told(opened)


def told(opened: OpenedFile) -> str:
    """The name of the format of a file. Raises `BadFileError`, which lists the known ones, where nothing tells it."""
    if opened.files:
        return _told_by_files(opened)
    kind = _BY_SUFFIX.get(opened.suffix)
    if kind is not None:
        return kind
    refuse_what_is_not_text(opened.head, opened.name)
    head = opened.head.decode(errors="replace").lstrip()
    if head.startswith(("{", "[")) and not _is_abif(head):
        return _told_by_json(opened)
    if head.startswith("<"):
        return _told_by_xml(head, opened.name)
    return _told_by_text(head)


def _told_by_files(opened: OpenedFile) -> str:
    if is_spreadsheet(opened):
        return "csv"
    if dominion.has_exports(opened):
        return "dominion"
    if opened.inside(".xml"):
        return "hart"
    if opened.inside(".json") and any(_is_belenios(file) for file in opened.inside(".json").values()):
        return "belenios"
    if may_be_parts(opened):
        return "parts"
    names = ", ".join(sorted(opened.files)[:8])
    raise BadFileError(
        msg(
            "this holds {count} files ({names} …): name the one with the ballots. Folders and archives are read "
            "where their format has several files (Dominion, Hart, Belenios). Known formats: {known}"
        )(count=len(opened.files), names=names, known=KNOWN),
        source=opened.name,
    )


def _is_belenios(file: OpenedFile) -> bool:
    from mandat.counting.formats.json_values import JsonNode  # noqa: PLC0415  (only JSON needs it)

    node = JsonNode.parse(file.content, file.name)
    return node.has("result") or node.has("questions")


def _told_by_json(opened: OpenedFile) -> str:
    from mandat.counting.formats.json_values import JsonNode  # noqa: PLC0415  (only JSON needs it)

    node = JsonNode.parse(opened.content, opened.name)
    for key, kind in (("CVR", "cdf"), ("Sessions", "dominion"), ("atl", "concrete"), ("result", "belenios")):
        if node.has(key):
            return kind
    raise BadFileError(
        msg("this JSON is no file of ballots. Known formats: {known}")(known=KNOWN), source=opened.name
    )


def _told_by_xml(head: str, name: str) -> str:
    if "CastVoteRecordReport" in head:
        return "cdf-xml"
    if "<Cvr" in head:
        return "hart"
    raise BadFileError(
        msg("this XML is no file of ballots. Known formats: {known}")(known=KNOWN), source=name
    )


def _told_by_text(head: str) -> str:
    first = head.partition("\n")[0]
    if preflib.NEW.search(head) or preflib.OLD.match(head):
        return "preflib"
    if civs.HEAD in head:
        return "civs"
    if head.startswith("META"):
        return "pabulib"
    if "Preferences" in first or "Batch No" in first:
        return "aec"
    if any(debian.VOTE.match(line) for line in head.splitlines()) or "Tally Sheet" in head:
        return "debian"
    code = next((text for line in head.splitlines() if (text := line.partition("#")[0]).strip()), "")
    if _SIZES.fullmatch(code):
        return "blt"
    return "abif" if _is_abif(head) else "csv"


def _is_abif(head: str) -> bool:
    """Whether a line is a candidate or a vote of ABIF."""
    lines = [line for line in head.splitlines() if line.strip() and not line.lstrip().startswith(("#", "{"))]
    if not lines:
        return False
    votes = abif.VOTE.match(lines[0])
    is_vote = votes is not None and votes[1].isdecimal() and "," not in votes[1]
    return lines[0].lstrip().startswith("=") or is_vote
