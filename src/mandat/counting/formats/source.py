"""Where ballots come from: a path, plain or compressed, or an open stream; always read as UTF-8 without a
BOM.
"""

from __future__ import annotations

import gzip
import io
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import IO, BinaryIO

from mandat.counting.errors import BadFileError

Source = str | Path | IO[str] | IO[bytes]
Progress = Callable[[int, int], None]
"""Called with (bytes read so far, bytes in all) while a file is read."""

HEAD = 4096
"""Bytes at the beginning of a file by which it is told what it is."""
_CHUNK = 1 << 22
_COMPRESSED = {".gz", ".xz"}
_GZIP, _XZ = b"\x1f\x8b", b"\xfd7zXZ\x00"
_FOREIGN = {
    b"PK\x03\x04": "a zip archive or a spreadsheet (.xlsx, .ods)",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet or document (.xls, .doc)",
    b"BZh": "a bzip2 archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
}
"""How files begin that are not text, and what they are."""


def source_name(source: Source) -> str:
    """The file's name for messages."""
    if isinstance(source, str | Path):
        return Path(source).name
    return Path(str(getattr(source, "name", "ballot file"))).name


def plain_suffix(source: Source) -> str:
    """The suffix that tells the format, without `.gz` or `.xz`: ".blt" for "ward.blt.xz"."""
    name = Path(source_name(source))
    return (name.with_suffix("") if name.suffix in _COMPRESSED else name).suffix.lower()


def read_bytes(source: Source, progress: Progress | None = None) -> bytes:
    """All of a source, decompressed and without a byte order mark. Raises `BadFileError` for a broken
    archive.
    """
    if isinstance(source, str | Path):
        with Path(source).open("rb") as file:
            raw = _all_of(file, Path(source).stat().st_size, progress)
    else:
        held = source.read()
        raw = held.encode() if isinstance(held, str) else held
    name = source_name(source)
    plain = _decompressed(raw, name).removeprefix(b"\xef\xbb\xbf")
    refuse_what_is_not_text(plain[:HEAD], name)
    return plain


def read_text(source: Source, progress: Progress | None = None) -> str:
    """All of a source as text. Raises `BadFileError` with the line that is not UTF-8."""
    return as_text(read_bytes(source, progress), source_name(source))


def as_text(raw: bytes, name: str) -> str:
    """Decode UTF-8. Raises `BadFileError` with the line that is not."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = raw[error.start]
        raise BadFileError(
            f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8", line=line, source=name
        ) from None


def is_compressed(head: bytes) -> bool:
    """Whether a file that begins so is a gzip or xz archive, whatever its name says."""
    return head.startswith((_GZIP, _XZ))


def refuse_what_is_not_text(head: bytes, name: str) -> None:
    """Raise `BadFileError` for a file that begins like something else than a text in UTF-8."""
    for magic, what in _FOREIGN.items():
        if head.startswith(magic):
            raise BadFileError(
                f"this is {what}, not a file of ballots; unpack it, or save the table as CSV in UTF-8",
                source=name,
            )
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadFileError("this text is UTF-16; save the file as UTF-8", source=name)
    if b"\0" in head:
        raise BadFileError(
            "this is not text: it holds zero bytes. Ballots are read from BLT, PrefLib and CSV files in UTF-8",
            line=head.count(b"\n", 0, head.index(b"\0")) + 1,
            source=name,
        )


def _all_of(file: BinaryIO, size: int, progress: Progress | None) -> bytes:
    if progress is None:
        return file.read()
    held = io.BytesIO()
    while chunk := file.read(_CHUNK):
        held.write(chunk)
        progress(held.tell(), size)
    return held.getvalue()


def _decompressed(raw: bytes, name: str) -> bytes:
    try:
        if raw.startswith(_GZIP):
            return gzip.decompress(raw)
        if raw.startswith(_XZ):
            return lzma.decompress(raw)
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise BadFileError(f"the archive is damaged ({error}); fetch the file again", source=name) from None
    return raw
