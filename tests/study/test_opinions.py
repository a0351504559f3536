"""Members' opinions: what is conserved, what a seed fixes, what loyalty does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mandat.study.errors import StudyError
from mandat.study.opinions.assumed import Assumptions, ModelKind
from mandat.study.opinions.choosing import opinion
from mandat.study.opinions.members import Bases
from mandat.study.streams import Streams

KINDS: tuple[ModelKind, ...] = ("drift", "voter", "bounded")
UNEVEN = Bases(np.array([40, 55, 7, 1]))
EVEN = Bases(np.full(6, 30))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tendencies", [2, 3, 5])
@pytest.mark.parametrize("bases", [EVEN, UNEVEN], ids=["even", "uneven"])
class TestEveryModel:
    def test_every_member_prefers_one_tendency(self, kind: ModelKind, tendencies: int, bases: Bases) -> None:
        members = opinion(Assumptions(opinion=kind, tendencies=tendencies), bases, Streams(1))
        for _ in range(5):
            members.step(0.1)

        assert members.support().shape == (bases.sizes.size, tendencies)
        assert members.support().sum(axis=1).tolist() == bases.sizes.tolist()

    def test_nobody_is_against_the_tendency_preferred(
        self, kind: ModelKind, tendencies: int, bases: Bases
    ) -> None:
        members = opinion(Assumptions(opinion=kind, tendencies=tendencies), bases, Streams(2))

        assert (members.against() <= bases.sizes[:, None] - members.support()).all()

    def test_without_loyalty_all_others_are_against(
        self, kind: ModelKind, tendencies: int, bases: Bases
    ) -> None:
        members = opinion(Assumptions(opinion=kind, tendencies=tendencies, loyalty=0), bases, Streams(2))

        assert (members.against() == bases.sizes[:, None] - members.support()).all()

    def test_a_seed_fixes_all(self, kind: ModelKind, tendencies: int, bases: Bases) -> None:
        assumed = Assumptions(opinion=kind, tendencies=tendencies)
        one, same, other = (opinion(assumed, bases, Streams(seed)) for seed in (3, 3, 4))
        for each in (one, same, other):
            for _ in range(4):
                each.step(0.2)

        assert (one.support() == same.support()).all()
        assert (one.support() != other.support()).any()

    def test_members_who_never_change_their_minds(
        self, kind: ModelKind, tendencies: int, bases: Bases
    ) -> None:
        members = opinion(Assumptions(opinion=kind, tendencies=tendencies).still(), bases, Streams(5))
        before = members.support()
        for _ in range(10):
            members.step(0.5)

        assert (members.support() == before).all()


@pytest.mark.parametrize("kind", KINDS)
def test_a_shift_goes_to_the_last_tendency(kind: ModelKind) -> None:
    members = opinion(Assumptions(opinion=kind, tendencies=3), EVEN, Streams(6))
    before = members.support()[:, -1].sum()
    members.shift(0.5)

    assert members.support()[:, -1].sum() > before


def test_two_tendencies_in_one_number_are_counted_as_in_two() -> None:
    """The quick way for even bases gives what adding everything up gives."""
    assumed = Assumptions(reversion=0.5)
    quick = opinion(replace(assumed, reversion=0), EVEN, Streams(7))
    slow = opinion(replace(assumed, reversion=1e-12), EVEN, Streams(7))
    for each in (quick, slow):
        each.step(0.3)

    assert (quick.support() == slow.support()).all()
    assert (quick.against() == slow.against()).all()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("turnout", 1.2, "turnout is 1.2; give a number from 0 to 1"),
        ("common", -1.0, "common is -1.0; it cannot be negative"),
        ("tendencies", 1, "tendencies is 1; give a number from 2 to 12"),
        ("personal", float("nan"), "personal is nan; it cannot be negative"),
    ],
)
def test_what_is_refused(name: str, value: float, said: str) -> None:
    with pytest.raises(StudyError, match=said):
        Assumptions(**{name: value})  # type: ignore[arg-type]


def test_a_base_without_members_is_refused() -> None:
    with pytest.raises(StudyError, match="a base assembly has no members"):
        Bases(np.array([3, 0]))
