"""Exact rounding and comparison: the halves, the negative side, and roots close to a whole number."""

from fractions import Fraction

import pytest

from mandat.bylaws.values import surd
from mandat.bylaws.values.surd import Exact, Surd

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("value", "floor", "ceil", "half_up", "half_down", "half_even"),
    [
        (Fraction(5, 2), 2, 3, 3, 2, 2),
        (Fraction(7, 2), 3, 4, 4, 3, 4),
        (Fraction(-5, 2), -3, -2, -2, -3, -2),
        (Fraction(-7, 2), -4, -3, -3, -4, -4),
        (Fraction(12, 5), 2, 3, 2, 2, 2),
        (Fraction(13, 5), 2, 3, 3, 3, 3),
        (Fraction(6, 2), 3, 3, 3, 3, 3),
        (4, 4, 4, 4, 4, 4),
        (Surd(Fraction(0), Fraction(3, 2), 1000), 47, 48, 47, 47, 47),  # 47.43
        (Surd(Fraction(0), Fraction(1), 99), 9, 10, 10, 10, 10),  # 9.95
        (Surd(Fraction(0), Fraction(-1), 99), -10, -9, -10, -10, -10),
        (Surd(HALF, Fraction(1), 2), 1, 2, 2, 2, 2),  # 1.91
        (Surd(Fraction(-3), Fraction(1, 3), 82), 0, 1, 0, 0, 0),  # 0.018
    ],
)
def test_roundings(value: Exact, floor: int, ceil: int, half_up: int, half_down: int, half_even: int) -> None:
    found = (
        surd.floor(value),
        surd.ceil(value),
        surd.half_up(value),
        surd.half_down(value),
        surd.half_even(value),
    )
    assert found == (floor, ceil, half_up, half_down, half_even)


def test_a_root_beside_a_whole_number_is_told_apart() -> None:
    large = 10**40
    beside = surd.root(large * large + 1)
    assert isinstance(beside, Surd)
    assert beside > large
    assert beside < large + 1
    assert not beside <= large
    assert surd.floor(beside) == large
    assert surd.root(large * large) == large


def test_two_roots_do_not_meet() -> None:
    with pytest.raises(surd.TwoRoots, match="√2 and √3"):
        surd.add(surd.root(2), surd.root(3))
    with pytest.raises(surd.TwoRoots, match="the root of a root"):
        surd.root(surd.root(2))


def test_dividing_by_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        surd.divide(1, 0)
