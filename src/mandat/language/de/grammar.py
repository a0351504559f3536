"""German forms. Cases cannot be made by rule: a translation gives them itself (``die Mitglieder ¦ gen: der Mitglieder``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def capital(words: str) -> str:
    """The words at the beginning of a sentence.

    >>> capital("die Mitglieder")
    'Die Mitglieder'
    """
    return words[:1].upper() + words[1:]


def genitive(words: str) -> str:
    """The genitive of a name: an s, or an apostrophe after s, ß, x, z.

    >>> genitive("Anna"), genitive("Hans")
    ('Annas', 'Hans’')
    """
    return f"{words}’" if words[-1:].lower() in "sßxz" else f"{words}s"


FORMS: Mapping[str, Callable[[str], str]] = {"capital": capital, "s": genitive}
