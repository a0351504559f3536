"""A source of ballots, opened: its bytes, its text, or the files that a folder or an archive holds."""

from __future__ import annotations

import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TypeVar

from mandat.counting.errors import BadFileError
from mandat.counting.formats.source import (
    HEAD,
    ReadProgress,
    Source,
    as_text,
    refuse_what_is_not_text,
    source_name,
)
from mandat.language import msg, told

LARGEST = 1 << 36
"""Bytes of a file when unpacked, beyond which it is taken for a trap."""
_GZIP, _XZ, _ZIP = b"\x1f\x8b", b"\xfd7zXZ\x00", b"PK\x03\x04"
_TAR_AT, _TAR = 257, b"ustar"
_CHUNK = 1 << 22
_SHEETS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
"""What a zip archive holds that is a spreadsheet."""
_LITTER = ("__MACOSX", ".DS_Store")
T = TypeVar("T")


@dataclass
class OpenedFile:
    """A file by its `name`. `path` is given where the plain text lies on disk, to be read piece by piece.

    Raises `BadFileError` for what is damaged, is no text where text is asked for, or unpacks to more than `most` bytes.
    """

    name: str
    load: Callable[[], bytes]
    path: Path | None = None
    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    most: int = LARGEST
    progress: ReadProgress | None = None

    @cached_property
    def content(self) -> bytes:
        """All of it, unpacked, without a byte order mark."""
        return self.load().removeprefix(b"\xef\xbb\xbf")

    @cached_property
    def head(self) -> bytes:
        """How it begins."""
        if self.path is not None:
            with self.path.open("rb") as file:
                return file.read(HEAD).removeprefix(b"\xef\xbb\xbf")
        return self.content[:HEAD]

    @cached_property
    def text(self) -> str:
        """All of it as text."""
        refuse_what_is_not_text(self.head, self.name)
        return as_text(self.content, self.name)

    @property
    def suffix(self) -> str:
        """What stands after the last point of the name, `.gz` and `.xz` left out: ".blt" for "ward.blt.xz"."""
        name = PurePosixPath(self.name)
        return (name.with_suffix("") if name.suffix in (".gz", ".xz") else name).suffix.lower()

    def unpacked(self) -> dict[str, OpenedFile]:
        """All files of a folder or archive, by name, in order; packed ones and workbooks opened."""
        return {name: _unpacked(load(), name, self.most) for name, load in sorted(self.files.items())}

    def inside(self, ending: str) -> dict[str, OpenedFile]:
        """The files of a folder or archive whose names end so, by name, in order."""
        return {
            name: OpenedFile(name, load, most=self.most)
            for name, load in sorted(self.files.items())
            if name.lower().endswith(ending)
        }


def open_source(source: Source, progress: ReadProgress | None = None, *, most: int = LARGEST) -> OpenedFile:
    """Open a path (a file, a folder) or a stream. Archives (`.gz`, `.xz`, `.zip`, `.tar`) are told by what is in them."""
    name = source_name(source)
    if isinstance(source, str | Path):
        path = Path(source)
        if path.is_dir():
            return _folder(path, most)
        with path.open("rb") as file:
            if not _is_packed(file.read(HEAD)):
                return OpenedFile(
                    name, lambda: _from_disk(path, progress, most), path, most=most, progress=progress
                )
        raw = _from_disk(path, progress, most)
    else:
        held = source.read()
        raw = held.encode() if isinstance(held, str) else held
    return _unpacked(raw, name, most)


def _is_packed(head: bytes) -> bool:
    return head.startswith((_GZIP, _XZ, _ZIP)) or head[_TAR_AT:].startswith(_TAR)


def _unpacked(raw: bytes, name: str, most: int) -> OpenedFile:
    raw = _decompressed(raw, name, most)
    files: Mapping[str, Callable[[], bytes]] = {}
    if raw.startswith(_ZIP):
        files = _zipped(raw, name, most)
    elif raw[_TAR_AT:].startswith(_TAR):
        files = _tarred(raw, name, most)
    if len(files) == 1 and not any(each.endswith(_SHEETS) for each in files):
        (inner,) = files
        return _unpacked(files[inner](), f"{name}/{inner}", most)
    return OpenedFile(name, lambda: raw, files=files, most=most)


def _folder(path: Path, most: int) -> OpenedFile:
    files = {
        each.relative_to(path).as_posix(): each.read_bytes
        for each in path.rglob("*")
        if each.is_file() and not any(part in _LITTER for part in each.parts)
    }
    if not files:
        raise BadFileError(msg("the folder is empty"), source=path.name)
    return OpenedFile(path.name, bytes, files=files, most=most)


def _zipped(raw: bytes, name: str, most: int) -> dict[str, Callable[[], bytes]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        members = [each for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise _damaged(error, name) from None
    _refuse_traps(sum(each.file_size for each in members), most, name)

    def load(member: zipfile.ZipInfo) -> Callable[[], bytes]:
        return lambda: _guarded(lambda: archive.read(member), f"{name}/{member.filename}")

    return {each.filename: load(each) for each in members if not _is_litter(each.filename)}


def _tarred(raw: bytes, name: str, most: int) -> dict[str, Callable[[], bytes]]:
    def all_members() -> dict[str, Callable[[], bytes]]:
        archive = tarfile.open(fileobj=io.BytesIO(raw), mode="r:")  # noqa: SIM115  (members are read later)
        members = [each for each in archive.getmembers() if each.isfile() and not _is_litter(each.name)]
        _refuse_traps(sum(each.size for each in members), most, name)
        return {each.name.removeprefix("./"): load(archive, each) for each in members}

    def load(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Callable[[], bytes]:
        def read() -> bytes:
            file = archive.extractfile(member)
            return b"" if file is None else file.read()

        return lambda: _guarded(read, f"{name}/{member.name}")

    return _guarded(all_members, name)


def _is_litter(name: str) -> bool:
    return any(part in _LITTER for part in PurePosixPath(name).parts)


def _guarded(work: Callable[[], T], name: str) -> T:
    """Do `work` on an archive; whatever its library says is wrong becomes a `BadFileError`."""
    try:
        return work()
    except BadFileError:
        raise
    except (
        Exception
    ) as error:  # zipfile and tarfile raise a dozen kinds for damaged, encrypted and odd archives
        raise _damaged(error, name) from None


def _damaged(error: Exception, name: str) -> BadFileError:
    return BadFileError(
        msg("the archive is damaged ({problem}); fetch the file again")(problem=told(error)), source=name
    )


def _refuse_traps(size: int, most: int, name: str) -> None:
    if size > most:
        raise BadFileError(
            msg("unpacked this is more than {most} MiB, the most that is read")(most=most >> 20), source=name
        )


def _from_disk(path: Path, progress: ReadProgress | None, most: int) -> bytes:
    size = path.stat().st_size
    _refuse_traps(size, most, path.name)
    if progress is None:
        return path.read_bytes()
    held = io.BytesIO()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            held.write(chunk)
            progress(held.tell(), size)
    return held.getvalue()


def _decompressed(raw: bytes, name: str, most: int) -> bytes:
    """`raw` without its gzip or xz compression, never unpacking more than `most` bytes."""
    if not raw.startswith((_GZIP, _XZ)):
        _refuse_traps(len(raw), most, name)
        return raw
    held = io.BytesIO()
    try:
        with (gzip if raw.startswith(_GZIP) else lzma).open(io.BytesIO(raw)) as packed:
            for chunk in _chunks(packed):
                held.write(chunk)
                _refuse_traps(held.tell(), most, name)
    except (OSError, EOFError, lzma.LZMAError, ValueError) as error:
        if isinstance(error, BadFileError):
            raise
        raise _damaged(error, name) from None
    except Exception as error:  # zlib.error has no common base with the others
        raise _damaged(error, name) from None
    return held.getvalue()


def _chunks(packed: gzip.GzipFile | lzma.LZMAFile) -> Iterator[bytes]:
    while chunk := packed.read(_CHUNK):
        yield chunk
