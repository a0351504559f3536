"""Whatever bytes a file holds: ballots or a refusal in a sentence, never a traceback."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import lzma
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import CountingError
from mandat.counting.formats import FORMATS, findings, read_districts, read_people, read_votes
from tests.counting.test_files_of_others import OTHERS
from tests.counting.test_handmade_files import TEXTS, dominion_files, hart_files

MOST = 1 << 24
"""Bytes that are unpacked in these tests."""
NASTY = [
    "",
    "0",
    "-1",
    "²",
    "9" * 5000,
    "1e400",
    "nan",
    "\x1b[2J",
    "\u0085",
    "\ufffe",
    '"',
    "'",
    "=",
    ">",
    "{",
    "}",
    "[",
    "|",
    "#",
    ",",
    ";",
    "\t",
    "\r",
]
WORDS = [
    "rank1",
    "rank2",
    "count",
    "valid",
    "Ann",
    "Bob",
    "Timestamp",
    "Whom? [Ann]",
    "1st choice",
    "V: 12-",
    "META",
    "VOTES",
    "3:",
    "A>B",
]
SUFFIXES = [".csv", ".blt", ".soi", ".cat", ".pb", ".abif", ".json", ".xml", ".txt", ""]


class Named(io.BytesIO):
    """Bytes with the name of a file."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content)
        self.name = name


def tried(content: bytes, name: str) -> None:
    """Read in every way that there is; what cannot be read must be refused."""
    rule = counting.rule("stv-scottish")
    for points in (False, True):
        with contextlib.suppress(CountingError):
            counting.read(Named(content, name), points=points, most=MOST)
    with contextlib.suppress(CountingError):
        counting.read(Named(content, name), keep_sequence=True, candidates=["Ann", "Bob", "Cy"], most=MOST)
    with contextlib.suppress(CountingError):
        for each in findings(Named(content, name), rule):
            str(each)


def any_table() -> st.SearchStrategy[str]:
    cell = st.one_of(st.sampled_from(NASTY + WORDS), st.integers(-3, 70_000).map(str), st.text(max_size=6))
    row = st.lists(cell, max_size=6)
    sign = st.sampled_from([",", ";", "\t", " ", ":", ">"])
    return st.tuples(sign, st.lists(row, max_size=8)).map(
        lambda made: "\n".join(made[0].join(r) for r in made[1])
    )


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
def test_random_bytes(content: bytes, suffix: str) -> None:
    tried(content, f"x{suffix}")


@settings(max_examples=300, deadline=None)
@given(text=any_table(), suffix=st.sampled_from(SUFFIXES))
@example(text="rank1\n\n\n", suffix=".csv")
@example(text="1\n1,Ann\n", suffix=".soi")
@example(text="2 1\n(", suffix=".blt")
def test_random_tables(text: str, suffix: str) -> None:
    tried(text.encode(errors="surrogatepass"), f"x{suffix}")
    for read in (read_votes, read_districts, read_people):
        with contextlib.suppress(CountingError):
            read(io.BytesIO(text.encode(errors="surrogatepass")))


def mutated(content: bytes, changes: list[tuple[int, int, str]]) -> bytes:
    """Pieces cut out of `content`, with something else put there."""
    for place, length, what in changes:
        at = place % (len(content) + 1)
        content = content[:at] + what.encode() + content[at + length :]
    return content


CHANGES = st.lists(
    st.tuples(
        st.integers(0, 1 << 16), st.integers(0, 12), st.one_of(st.sampled_from(NASTY), st.text(max_size=3))
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=60, deadline=None)
@given(changes=CHANGES)
def test_good_files_with_faults(name: str, changes: list[tuple[int, int, str]]) -> None:
    tried(mutated(TEXTS[name].encode(), changes), name)


def packed() -> dict[str, bytes]:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in {**dominion_files(), **hart_files()}.items():
            archive.writestr(name, text)
    return {
        "ballots.zip": held.getvalue(),
        "town.csv.gz": gzip.compress(TEXTS["own.csv"].encode(), mtime=0),
        "ward.blt.xz": lzma.compress(TEXTS["opavote.blt"].encode()),
        "ess.xlsx": (OTHERS / "ess_overvote_delimiter.xlsx").read_bytes(),
        "hart.tar.xz": lzma.compress(lzma.decompress((OTHERS / "hart_archive.tar.xz").read_bytes())[:9000]),
        "cdf.xml": lzma.decompress((OTHERS / "cdf_xml_nist_2.xml.xz").read_bytes())[:6000],
    }


@pytest.mark.parametrize("name", packed())
@settings(max_examples=60, deadline=None)
@given(changes=CHANGES)
def test_archives_and_workbooks_with_faults(name: str, changes: list[tuple[int, int, str]]) -> None:
    tried(mutated(packed()[name], changes), name)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "content", [b"", b"\n", b"0", b"{}", b"[]", b"null", b"<a/>", b"[" * 100_000, b'{"CVR":' * 5000]
)
def test_whatever_it_is_said_to_be(format: str, content: bytes) -> None:
    with pytest.raises(CountingError):
        counting.read(io.BytesIO(content), format=format)


def test_json_of_the_wrong_shape() -> None:
    shapes: tuple[object, ...] = (1, "x", [], {}, [1], [[1]], [{}], None, True, [[[-1]]], [[[1.5]]])
    for key in ("CVR", "Sessions", "atl", "result", "questions"):
        for value in shapes:
            tried(json.dumps({key: value, "metadata": value, "Election": value}).encode(), "x.json")


def test_a_bomb_is_not_unpacked() -> None:
    for content in (gzip.compress(b"0" * (MOST + 1)), lzma.compress(b"0" * (MOST + 1))):
        with pytest.raises(counting.BadFileError, match="unpacked this is more than 16 MiB"):
            counting.read(io.BytesIO(content), most=MOST)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (MOST + 1))
    with pytest.raises(counting.BadFileError, match="more than"):
        counting.read(io.BytesIO(held.getvalue()), most=MOST)


def test_entities_of_xml_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "ha">]><Cvr>&b;</Cvr>'
    with pytest.raises(counting.BadFileError, match="declares a document type or entities"):
        counting.read(io.BytesIO(bomb.encode()), format="hart")
