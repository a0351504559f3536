"""`read`: any ballot file, told by its name or its first line, into `Ballots`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mandat.counting.ballots import Ballots, Candidate
from mandat.counting.errors import BadFileError
from mandat.counting.formats.aec import read_aec
from mandat.counting.formats.blt import read_blt
from mandat.counting.formats.preflib import read_preflib
from mandat.counting.formats.source import (
    HEAD,
    Progress,
    Source,
    as_text,
    is_compressed,
    plain_suffix,
    read_bytes,
    read_text,
    refuse_what_is_not_text,
    source_name,
)

FORMATS = {
    "blt": "BLT, with withdrawn candidates, skipped and equal ranks",
    "preflib": "PrefLib SOC, SOI, TOC, TOI",
    "csv": "CSV: a paper, or a ranking with its weight, a row (also Cambridge and Minneapolis)",
    "aec": "Australian Electoral Commission, formal preferences of a Senate election",
}
_BY_SUFFIX = {
    ".blt": "blt",
    ".soc": "preflib",
    ".soi": "preflib",
    ".toc": "preflib",
    ".toi": "preflib",
}
_TABLES = {".csv", ".tsv", ".txt"}


def read(
    source: Source,
    *,
    format: str | None = None,
    candidates: Sequence[Candidate | str] | None = None,
    keep_sequence: bool = False,
    progress: Progress | None = None,
) -> Ballots:
    """Read a path or an open stream, plain or `.gz` or `.xz`, into `Ballots`.

    `format` is one of `FORMATS`, by default told by the name or the first line. `candidates` names those of a
    CSV file whose cells are numbers. `keep_sequence` keeps the order of the papers, for rules that are
    `order_sensitive`. `progress` is called with the bytes read and the bytes in all. Raises `BadFileError`,
    which names the line and what to do, and the usual `OSError` for a path that cannot be opened.
    """
    name = source_name(source)
    kind = format or _BY_SUFFIX.get(plain_suffix(source))
    if kind is not None and kind not in FORMATS:
        raise BadFileError(f"there is no ballot format {kind!r}; known: {', '.join(FORMATS)}", source=name)
    if kind == "blt":
        ballots = read_blt(read_text(source, progress), name, keep_sequence=keep_sequence, titled=True)
    elif kind == "preflib":
        ballots = read_preflib(read_text(source, progress), name, keep_sequence=keep_sequence)
    else:
        ballots = _read_other(source, kind, name, candidates, keep_sequence=keep_sequence, progress=progress)
    return replace(ballots, source=name)


def _read_other(
    source: Source,
    kind: str | None,
    name: str,
    candidates: Sequence[Candidate | str] | None,
    *,
    keep_sequence: bool,
    progress: Progress | None,
) -> Ballots:
    path = Path(source) if isinstance(source, str | Path) else None
    if path is not None and path.suffix in _TABLES and progress is None and kind in (None, "csv"):
        head = _head(path)
        if not is_compressed(head) and _told_by(head) == "csv":
            refuse_what_is_not_text(head, name)
            # A plain table stays on disk: it is grouped while it is read.
            return _table(path, name, candidates=candidates, keep_sequence=keep_sequence)
    raw = read_bytes(source, progress)
    kind = kind or _told_by(raw[:HEAD])
    if kind == "csv":
        return _table(raw, name, candidates=candidates, keep_sequence=keep_sequence)
    text = as_text(raw, name)
    if kind == "aec":
        return read_aec(text, name, keep_sequence=keep_sequence)
    if kind == "preflib":
        return read_preflib(text, name, keep_sequence=keep_sequence)
    return read_blt(text, name, keep_sequence=keep_sequence, titled=True)


def _table(
    table: bytes | Path, name: str, *, candidates: Sequence[Candidate | str] | None, keep_sequence: bool
) -> Ballots:
    from mandat.counting.formats.table import read_table  # noqa: PLC0415  (Polars is slow to import)

    return read_table(table, name, candidates=candidates, keep_sequence=keep_sequence)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _told_by(head: bytes) -> str:
    first_line = head.partition(b"\n")[0]
    if first_line.startswith(b"# "):
        return "preflib"
    if b"Preferences" in first_line or b"Batch No" in first_line:
        return "aec"
    if len(first_line.split()) == 2 and first_line.replace(b" ", b"").strip().isdigit():
        return "blt"
    return "csv"
