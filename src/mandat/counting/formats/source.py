"""Where ballots come from: a path or an open stream; and what is a text, always UTF-8."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from mandat.counting.errors import BadFileError
from mandat.language import msg

Source = str | Path | IO[str] | IO[bytes]
ReadProgress = Callable[[int, int], None]
"""Called with (bytes read so far, bytes in all) while a file is read."""

HEAD = 4096
"""Bytes at the beginning of a file by which it is told what it is."""
KNOWN = msg(
    "BLT, PrefLib, CSV and XLSX tables, ABIF, CIVS, Pabulib, Debian tally sheets, Belenios results, cast vote records of CDF "
    "(JSON, XML), ES&S, Dominion (CSV, JSON), Hart and ClearBallot, and Senate papers of the AEC (2016, 2019)"
)
"""The formats read, for whoever brought another."""
_FOREIGN = {
    b"PK\x03\x04": msg("a zip archive without ballots"),
    b"\xd0\xcf\x11\xe0": msg("an old spreadsheet or document (.xls, .doc)"),
    b"BZh": msg("a bzip2 archive"),
    b"\x28\xb5\x2f\xfd": msg("a zstd archive"),
    b"7z\xbc\xaf": msg("a 7z archive"),
    b"%PDF": msg("a PDF"),
    b"\x89PNG": msg("a picture"),
    b"\xff\xd8\xff": msg("a picture"),
    b"GIF8": msg("a picture"),
    b"PAR1": msg("a Parquet file"),
    b"SQLite format 3": msg("a database"),
}
"""How files begin that are not text, and what they are."""


def source_name(source: Source) -> str:
    """The file's name for messages."""
    if isinstance(source, str | Path):
        return Path(source).name or "folder"
    return Path(str(getattr(source, "name", "ballot file"))).name


def lines_of(text: str) -> list[str]:
    """The lines of a text, whichever way they end; no other character ends one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def as_text(raw: bytes, name: str) -> str:
    """Decode UTF-8. Raises `BadFileError` with the line that is not."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = raw[error.start]
        raise BadFileError(
            msg("byte 0x{byte} is not UTF-8; save the file as UTF-8")(byte=f"{byte:02x}"),
            line=line,
            source=name,
        ) from None


def refuse_what_is_not_text(head: bytes, name: str) -> None:
    """Raise `BadFileError` for a file that begins like something else than a text in UTF-8."""
    for magic, what in _FOREIGN.items():
        if head.startswith(magic):
            raise BadFileError(
                msg(
                    "this is {what}, not a file of ballots; unpack it, or save the table as CSV in UTF-8. Known formats: {known}"
                )(what=what, known=KNOWN),
                source=name,
            )
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadFileError(msg("this text is UTF-16; save the file as UTF-8"), source=name)
    if b"\0" in head:
        raise BadFileError(
            msg("this is not text: it holds zero bytes. Known formats: {known}")(known=KNOWN),
            line=head.count(b"\n", 0, head.index(b"\0")) + 1,
            source=name,
        )
