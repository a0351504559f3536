"""Ids that people give to what they begin: one rule for all of them.

An id has 1 to 64 letters, digits, ``-``, ``_``, ``.`` or ``/``, with a letter or digit among them, in the normal form of
Unicode (NFC) and in one script. The rules put a colon into every id that they make up (``recall:PETITION``), so that no id of
people is one of theirs. No two ids of one kind of thing look alike: they differ by more than case, and by more than signs that
are taken for each other (Unicode Technical Standard 39, *confusables*).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from mandat.federation.base.draft import Draft
from mandat.federation.base.look import look_of

N = TypeVar("N", bound=str)

LONGEST = 64
SIGNS = "-_./"


def is_id(text: str) -> bool:
    """Tell whether a text may be the id of anything.

    >>> is_id("m-017"), is_id("section/lyon"), is_id("Jean Dupont"), is_id("m\\u202e-1"), is_id("-")
    (True, True, False, False, False)
    """
    if not 0 < len(text) <= LONGEST:
        return False
    if text.isascii():
        signs = text.translate(_WITHOUT_SIGNS)
        return bool(signs) and signs.isalnum()
    plain = [sign for sign in text if sign not in SIGNS]
    fits = all(unicodedata.category(sign) in ("Ll", "Lu", "Lo", "Nd", "Mn", "Mc") for sign in plain)
    begins = bool(plain) and unicodedata.category(plain[0])[0] in "LN"
    return fits and begins and unicodedata.is_normalized("NFC", text) and len(_scripts(plain)) <= 1


_WITHOUT_SIGNS = str.maketrans("", "", "-_./")


def _scripts(signs: Iterable[str]) -> set[str]:
    """Return the scripts of the letters, by the first word of their names: LATIN, CYRILLIC, GREEK …"""
    letters = (sign for sign in signs if unicodedata.category(sign)[0] == "L")
    return {unicodedata.name(sign, "?").partition(" ")[0] for sign in letters}


def require_id(draft: Draft, name: str) -> None:
    """Require the form that every id has."""
    if not is_id(name):
        draft.require(False, "id.plain", id=ascii(name[:LONGEST])[1:-1])


def require_new(draft: Draft, name: str, *, taken: bool, others: Iterable[N] = ()) -> None:
    """Require that a new id has the form of one, is not taken, and looks like none of the others of its kind."""
    require_id(draft, name)
    draft.require(not taken, "id.free", id=name)
    look = look_of(name)
    alike = min((each for each in others if each != name and look_of(each) == look), default=None)
    if alike is not None:
        draft.require(False, "id.look", id=name, alike=alike)


def is_name(text: str) -> bool:
    """Tell whether a text may name somebody outside, or a list: words that each have the form of an id, with single spaces.

    >>> is_name("League of Seamen"), is_name("L’Union"), is_name("Union "), is_name("Un\\u200bion")
    (True, True, False, False)
    """
    words = text.replace("’", "").replace("'", "").split(" ")
    return len(text) <= LONGEST and all(is_id(word) for word in words)
