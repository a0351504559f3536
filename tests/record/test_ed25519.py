"""Where verifiers of Ed25519 disagree, ours refuses: what it admits, all admit.

The families of edge cases are those of the vectors of C2SP CCTV (https://github.com/C2SP/CCTV/tree/main/ed25519): points of small
order, points written in another form, points with a part of small order, what is left over if the cofactor is not multiplied
in. The cases are made here from RFC 8032, with what is expected of each. (Of the 914 vectors of CCTV themselves, run by hand in
November 2026 with PyNaCl 1.6.2, 43 hold, and none of them is of the three families refused below.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from mandat.record.keys import Signer, Verifier
from tests.record.edwards import (
    BASE,
    ZERO,
    L,
    Point,
    add,
    challenge,
    encode,
    encodings,
    multiply,
    small_points,
    usual_verifiers_accept,
)

SMALL = small_points()
SECRET, RANDOM = 0x1234567890ABCDEF1234567890ABCDEF, 0xFEDCBA0987654321FEDCBA0987654321
KEY, COMMITMENT = multiply(SECRET, BASE), multiply(RANDOM, BASE)


class Case(NamedTuple):
    """A signature; ``flags`` say what is unusual about it."""

    key: bytes
    message: bytes
    signature: bytes
    flags: frozenset[str]


def signed(key: tuple[Point, int, bytes], r: tuple[Point, int, bytes], message: bytes, *flags: str) -> Case:
    """Sign with a key and a commitment, each as (part of small order, secret of the other part, form on the wire)."""
    k = challenge(r[2], key[2], message)
    s = (r[1] + k * key[1]) % L
    residue = add(r[0], multiply(k % 8, key[0])) != ZERO
    found = frozenset(flags) | ({"residue"} if residue else set())
    return Case(key[2], message, r[2] + s.to_bytes(32, "little"), found)


def points(
    secret: int, whole: Point, name: str
) -> Iterator[tuple[tuple[Point, int, bytes], tuple[str, ...]]]:
    """Yield all points of small order in all their forms, and a usual point with each of them added."""
    for small in SMALL:
        for number, form in enumerate(encodings(small)):
            other = (f"other form of {name}",) if number else ()
            yield (small, 0, form), (f"small {name}", *other)
        part = (f"small part of {name}",) if small != ZERO else ()
        yield (small, secret, encode(add(whole, small))), part


def cases() -> Iterator[Case]:
    """Yield every pair of such a key and such a commitment, with a message that leaves a residue and one that does not."""
    for key, of_key in points(SECRET, KEY, "A"):
        for r, of_r in points(RANDOM, COMMITMENT, "R"):
            tried = [signed(key, r, b"edge %d" % number, *of_key, *of_r) for number in range(12)]
            for residue in (False, True):
                yield from [case for case in tried if ("residue" in case.flags) is residue][:1]


CASES = tuple(cases())
REFUSED = {"small A", "small R", "residue"}


def holds(case: Case) -> bool:
    return Verifier("k", case.key).holds(case.message, case.signature)


def test_there_are_fourteen_forms_of_points_of_small_order() -> None:
    forms = {form for small in SMALL for form in encodings(small)}
    assert len(forms) == 14
    assert bytes(32) in forms
    assert bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05") in forms


def test_every_family_of_edge_cases_is_there() -> None:
    flags = {
        "small A",
        "small R",
        "other form of A",
        "other form of R",
        "small part of A",
        "small part of R",
        "residue",
    }
    assert set().union(*(case.flags for case in CASES)) == flags
    assert len(CASES) > 600


def test_small_orders_and_residues_are_refused_and_the_rest_is_admitted() -> None:
    wrong = [case.flags for case in CASES if holds(case) == bool(case.flags & REFUSED)]
    assert wrong == []


def test_what_is_admitted_other_verifiers_admit() -> None:
    admitted = [case for case in CASES if holds(case)]
    assert len(admitted) > 30
    assert all(usual_verifiers_accept(case.key, case.message, case.signature) for case in admitted)


def test_other_verifiers_admit_more() -> None:
    small_key = next(case for case in CASES if case.flags == {"small A"})
    assert usual_verifiers_accept(small_key.key, small_key.message, small_key.signature)
    assert not holds(small_key)


def test_a_signature_has_one_form() -> None:
    signer = Signer.from_seed_text("k", "x")
    signature = signer.sign(b"text\n").signature
    s = int.from_bytes(signature[32:], "little")
    again = signature[:32] + (s + L).to_bytes(32, "little")
    assert signer.verifier.holds(b"text\n", signature)
    assert not signer.verifier.holds(b"text\n", again)


@pytest.mark.parametrize(
    ("seed", "public", "message", "signature"),
    [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
    ],
)
def test_the_vectors_of_rfc_8032(seed: str, public: str, message: str, signature: str) -> None:
    signer = Signer("k", bytes.fromhex(seed))
    assert signer.public.hex() == public
    assert signer.sign(bytes.fromhex(message)).signature.hex() == signature
    assert signer.verifier.holds(bytes.fromhex(message), bytes.fromhex(signature))
