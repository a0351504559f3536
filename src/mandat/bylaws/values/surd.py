"""Exact numbers of the form a + b·√n: compared by sign and square, never by a decimal approximation."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import TypeAlias

import msgspec


class Surd(msgspec.Struct, frozen=True):
    """a + b·√n with b ≠ 0 and n a whole number that is no square (so it is never a fraction).

    >>> Surd(Fraction(0), Fraction(3, 2), 1000) > 47
    True
    """

    a: Fraction
    b: Fraction
    n: int

    def __str__(self) -> str:
        return f"{self.a} + {self.b}·√{self.n}"

    def __gt__(self, other: Exact) -> bool:
        return sign(subtract(self, other)) > 0

    def __ge__(self, other: Exact) -> bool:
        return sign(subtract(self, other)) >= 0

    def __lt__(self, other: Exact) -> bool:
        return sign(subtract(self, other)) < 0

    def __le__(self, other: Exact) -> bool:
        return sign(subtract(self, other)) <= 0


Exact: TypeAlias = int | Fraction | Surd


class TwoRoots(ValueError):
    """Two different square roots meet in one sum, product or comparison."""


def root(value: Exact) -> Exact:
    """√value for a value that is not negative and not itself a surd.

    >>> root(64), root(Fraction(1, 4))
    (8, Fraction(1, 2))
    """
    if isinstance(value, Surd):
        raise TwoRoots("the root of a root")
    fraction = Fraction(value)
    n = fraction.numerator * fraction.denominator
    whole = isqrt(n)
    if whole * whole == n:
        return tidy(Fraction(whole, fraction.denominator))
    return Surd(Fraction(0), Fraction(1, fraction.denominator), n)


def tidy(value: Fraction) -> int | Fraction:
    """An int if it is whole."""
    return value.numerator if value.denominator == 1 else value


def _make(a: Fraction, b: Fraction, n: int) -> Exact:
    return Surd(a, b, n) if b else tidy(a)


def _pair(left: Exact, right: Exact) -> tuple[Fraction, Fraction, Fraction, Fraction, int]:
    """Both as (a, b) over one n."""
    n = left.n if isinstance(left, Surd) else right.n if isinstance(right, Surd) else 0
    if isinstance(left, Surd) and isinstance(right, Surd) and left.n != right.n:
        raise TwoRoots(f"√{left.n} and √{right.n}")
    a, b = (left.a, left.b) if isinstance(left, Surd) else (Fraction(left), Fraction(0))
    c, d = (right.a, right.b) if isinstance(right, Surd) else (Fraction(right), Fraction(0))
    return a, b, c, d, n


def add(left: Exact, right: Exact) -> Exact:
    """The exact sum."""
    if isinstance(left, Surd) or isinstance(right, Surd):
        a, b, c, d, n = _pair(left, right)
        return _make(a + c, b + d, n)
    return left + right


def subtract(left: Exact, right: Exact) -> Exact:
    """The exact difference."""
    if isinstance(left, Surd) or isinstance(right, Surd):
        a, b, c, d, n = _pair(left, right)
        return _make(a - c, b - d, n)
    return left - right


def multiply(left: Exact, right: Exact) -> Exact:
    """The exact product."""
    if isinstance(left, Surd) or isinstance(right, Surd):
        a, b, c, d, n = _pair(left, right)
        return _make(a * c + b * d * n, a * d + b * c, n)
    return left * right


def divide(left: Exact, right: Exact) -> Exact:
    """The exact quotient; ``ZeroDivisionError`` by zero."""
    if isinstance(left, Surd) or isinstance(right, Surd):
        a, b, c, d, n = _pair(left, right)
        norm = c * c - d * d * n
        return _make((a * c - b * d * n) / norm, (b * c - a * d) / norm, n)
    return tidy(Fraction(left) / right)


def sign(value: Exact) -> int:
    """-1, 0 or 1."""
    if not isinstance(value, Surd):
        return (value > 0) - (value < 0)
    first = (value.a > 0) - (value.a < 0)
    second = (value.b > 0) - (value.b < 0)
    if first * second >= 0:
        return first or second
    return first if value.a * value.a > value.b * value.b * value.n else second


def floor(value: Exact) -> int:
    """The greatest whole number that is not above ``value``."""
    if isinstance(value, int):
        return value
    if isinstance(value, Fraction):
        return value.numerator // value.denominator
    # (p + s·√m) / q with whole p, q > 0 and m = (b's numerator over q)² n: the floor of the root settles the rest
    q = value.a.denominator * value.b.denominator
    p = value.a.numerator * value.b.denominator
    r = value.b.numerator * value.a.denominator
    whole = isqrt(r * r * value.n)
    return (p + (whole if r > 0 else -whole - 1)) // q


def ceil(value: Exact) -> int:
    """The least whole number that is not below ``value``."""
    if isinstance(value, int):
        return value
    return floor(value) + (0 if is_whole(value) else 1)


def is_whole(value: Exact) -> bool:
    """Whether ``value`` is a whole number."""
    return isinstance(value, int) or (isinstance(value, Fraction) and value.denominator == 1)


def _half(value: Exact) -> tuple[int, int]:
    """The floor, and -1, 0 or 1 as what is left is below, exactly or above one half."""
    below = floor(value)
    return below, sign(subtract(value, below + Fraction(1, 2)))


def half_up(value: Exact) -> int:
    """The nearest whole number, a half upwards."""
    below, side = _half(value)
    return below + (side >= 0)


def half_down(value: Exact) -> int:
    """The nearest whole number, a half downwards: "major fraction" read as more than half."""
    below, side = _half(value)
    return below + (side > 0)


def half_even(value: Exact) -> int:
    """The nearest whole number, a half to the even one."""
    below, side = _half(value)
    return below + (side > 0 or (side == 0 and below % 2 == 1))
