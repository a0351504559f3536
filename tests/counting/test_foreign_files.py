"""Files that are not what their name says, or no ballots at all: read for what they are, or refused in a sentence."""

from __future__ import annotations

import gzip
import lzma
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mandat import counting
from mandat.counting.formats import read_votes

TABLE = b"rank1,rank2\n1,2\n2,1\n1,\n"
BLT = b'2 1\n3 1 2 0\n0\n"Ann"\n"Bob"\n"Ward"\n'


def keep(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
@pytest.mark.parametrize(("plain", "suffix"), [(TABLE, ".csv"), (BLT, ".blt"), (TABLE, ".txt")])
def test_an_archive_without_the_suffix_is_unpacked(
    tmp_path: Path, plain: bytes, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    expected = counting.read(keep(tmp_path, f"plain{suffix}", plain))
    assert counting.read(keep(tmp_path, f"misnamed{suffix}", pack(plain))) == expected


@pytest.mark.parametrize("suffix", [".gz", ".xz"])
def test_a_suffix_without_an_archive_is_read_as_it_is(tmp_path: Path, suffix: str) -> None:
    assert counting.read(keep(tmp_path, f"ward.blt{suffix}", BLT)).total == 3
    assert counting.read(keep(tmp_path, f"ward.csv{suffix}", TABLE)).total == 3


def test_the_wrong_kind_of_archive_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    assert counting.read(keep(tmp_path, "ward.blt.gz", lzma.compress(BLT))).total == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            b"\x89PNG\r\n\x1a\n\0\0",
            "this is a picture, not a file of ballots; unpack it, or save the table as CSV",
        ),
        (b"%PDF-1.7\n", "this is a PDF"),
        (b"PAR1\x15\x04", "this is a Parquet file"),
        (b"\x7fELF\x02\x01\0\0", "line 1: this is not text: it holds zero bytes"),
        (b"rank1,rank2\n1,2\n\0\0", "line 3: this is not text: it holds zero bytes"),
        ("rank1,rank2\n1,2\n".encode("utf-16"), "this text is UTF-16; save the file as UTF-8"),
    ],
)
@pytest.mark.parametrize("name", ["ballots.csv", "ballots.blt", "ballots", "ballots.soi"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, words: str, name: str) -> None:
    with pytest.raises(counting.BadFileError, match=re.escape(words)):
        counting.read(keep(tmp_path, name, content))
    with pytest.raises(counting.BadFileError, match=re.escape(words)):
        read_votes(keep(tmp_path, name, content))


def test_an_archive_of_other_files_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ballots.zip", "w") as archive:
        archive.writestr("letter.txt", "Dear members")
        archive.writestr("photo.jpg", b"\xff\xd8\xff")
    with pytest.raises(
        counting.BadFileError, match=r"this holds 2 files \(letter\.txt, photo\.jpg"
    ) as caught:
        counting.read(tmp_path / "ballots.zip")
    assert "Known formats: BLT, PrefLib, CSV and XLSX" in str(caught.value)


@pytest.mark.parametrize("name", ["ballots.csv", "ballots.blt", "senate.unknown"])
def test_another_encoding_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    text = "2 1\n1 1 0\n0\nZo\xe9\nBob\nWard\n" if name != "ballots.csv" else "rank1\nBob\nZo\xe9\n"
    line = 4 if name != "ballots.csv" else 3
    with pytest.raises(counting.BadFileError, match=f"line {line}: byte 0xe9 is not UTF-8"):
        counting.read(keep(tmp_path, name, text.encode("latin-1")))


def test_names_in_cells_hold_no_orders_for_a_terminal(tmp_path: Path) -> None:
    with pytest.raises(
        counting.BadFileError, match=r"line 2: .* holds a control character \(U\+001B\), which no name has"
    ):
        counting.read(keep(tmp_path, "names.csv", b"rank1\n\x1b[2JAnn\nBob\n"))
    with pytest.raises(counting.BadFileError, match=r"line 2: .* holds a control character"):
        read_votes(keep(tmp_path, "votes.csv", b"list,votes\n\x1b[2JRed,5\n"))


@pytest.mark.parametrize("rows", ["", "0,\n,\n"])
@pytest.mark.parametrize("in_order", [True, False])
def test_a_table_in_which_nobody_is_named_has_no_candidate(tmp_path: Path, rows: str, in_order: bool) -> None:
    file = keep(tmp_path, "town.csv", f"rank1,rank2\n{rows}".encode())
    with pytest.raises(
        counting.BadFileError, match="no ballot names a candidate; give a row for each ballot"
    ):
        counting.read(file, keep_sequence=in_order)
    assert counting.read(file, candidates=["Ann"], keep_sequence=in_order).total == rows.count("\n")
