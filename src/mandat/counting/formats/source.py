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

_CHUNK = 1 << 22
_COMPRESSED = {".gz", ".xz"}


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
    return _decompressed(raw, source_name(source)).removeprefix(b"\xef\xbb\xbf")


def read_text(source: Source, progress: Progress | None = None) -> str:
    """All of a source as text. Raises `BadFileError` with the line that is not UTF-8."""
    raw = read_bytes(source, progress)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = raw[error.start]
        raise BadFileError(
            f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8", line=line, source=source_name(source)
        ) from None


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
        if raw.startswith(b"\x1f\x8b"):
            return gzip.decompress(raw)
        if raw.startswith(b"\xfd7zXZ\x00"):
            return lzma.decompress(raw)
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise BadFileError(f"the archive is damaged ({error}); fetch the file again", source=name) from None
    return raw
