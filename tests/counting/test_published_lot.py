"""The worked example of RFC 3797, section 6."""

from __future__ import annotations

import hashlib

import pytest

from mandat.counting import BadParameterError, published_lot

VALUES = ["9319", "2, 5, 12, 8, 10", "9, 18, 26, 34, 41, 45"]


def test_the_example_of_the_memo() -> None:
    assert published_lot.key(VALUES) == "9319./2.5.8.10.12./9.18.26.34.41.45./"
    assert published_lot.draw(25, VALUES, 10) == (17, 7, 2, 16, 25, 23, 8, 24, 19, 13)
    first = hashlib.md5(b"\0\0" + published_lot.key(VALUES).encode() + b"\0\0", usedforsecurity=False)
    assert first.hexdigest().upper() == "990DD0A5692A029A98B5E01AA28F3459"


def test_everybody_is_drawn_once() -> None:
    assert sorted(published_lot.draw(40, ["7"])) == list(range(1, 41))


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(BadParameterError, match="11 cannot be drawn from a pool of 10"):
        published_lot.draw(10, ["7"], 11)
    with pytest.raises(BadParameterError, match="each source of a lot needs a value"):
        published_lot.draw(10, ["7", "!"])
