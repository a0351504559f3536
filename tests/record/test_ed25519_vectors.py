"""Signatures on which verifiers disagree: ours takes only what every verifier takes.

The 914 vectors of C2SP/CCTV (``data/SOURCE.md``) are signatures with points of small order, points written in a second way, or
a residue that only some formulas ignore. If ours took one that another verifier refuses, a member could write an act that is
valid here and forged in a mirror.
"""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import msgspec
import pytest

from mandat.record.keys import Verifier

VECTORS = Path(__file__).parent / "data" / "ed25519vectors.json.xz"
DISPUTED = frozenset(
    {"low_order_A", "low_order_R", "non_canonical_A", "non_canonical_R", "low_order_residue"}
)


class Vector(msgspec.Struct, frozen=True):
    number: int
    key: str
    sig: str
    msg: str
    flags: frozenset[str] | None = None

    @property
    def taken(self) -> bool:
        verifier = Verifier("key", bytes.fromhex(self.key))
        return verifier.holds(self.msg.encode(), bytes.fromhex(self.sig))


@pytest.fixture(scope="module")
def vectors() -> list[Vector]:
    return msgspec.convert(json.loads(lzma.decompress(VECTORS.read_bytes())), list[Vector])


def test_all_vectors_are_there(vectors: list[Vector]) -> None:
    assert [vector.number for vector in vectors] == list(range(914))
    assert set().union(*(vector.flags or () for vector in vectors)) >= DISPUTED


def test_what_is_disputed_is_refused_and_all_else_is_taken(vectors: list[Vector]) -> None:
    wrong = [each.number for each in vectors if each.taken == bool(DISPUTED & (each.flags or frozenset()))]
    assert wrong == []


def test_of_the_914_we_take_43(vectors: list[Vector]) -> None:
    """What PyNaCl 1.6.2 takes: look at a version that takes more, or fewer, before it is used."""
    assert sum(vector.taken for vector in vectors) == 43
