"""French forms: « de » and « à » with the article that follows, and what is cut before a vowel."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_VOWELS = "aeiouyàâäéèêëîïôöùûüœæh"


def _begins_with_vowel(words: str) -> bool:
    return words.lstrip("«“\u00a0 ")[:1].lower() in _VOWELS and words[:1] not in "«“"


def de(words: str) -> str:
    """« de » before words.

    >>> de("les inscrits"), de("le siège"), de("la moitié"), de("Anne"), de("« Anne »")
    ('des inscrits', 'du siège', 'de la moitié', 'd’Anne', 'de « Anne »')
    """
    for article, contracted in (("les ", "des "), ("le ", "du ")):
        if words.startswith(article):
            return contracted + words.removeprefix(article)
    return f"d’{words}" if _begins_with_vowel(words) else f"de {words}"


def a(words: str) -> str:
    """« à » before words.

    >>> a("les inscrits"), a("le siège"), a("la section")
    ('aux inscrits', 'au siège', 'à la section')
    """
    for article, contracted in (("les ", "aux "), ("le ", "au ")):
        if words.startswith(article):
            return contracted + words.removeprefix(article)
    return f"à {words}"


def que(words: str) -> str:
    """« que » before words.

    >>> que("Anne"), que("la section")
    ('qu’Anne', 'que la section')
    """
    return f"qu’{words}" if _begins_with_vowel(words) else f"que {words}"


def capital(words: str) -> str:
    """The words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def day(words: str) -> str:
    """A day, of which French counts only the first in order.

    >>> day("1 janvier 1970"), day("11 janvier 1970")
    ('1er janvier 1970', '11 janvier 1970')
    """
    return f"1er {words[2:]}" if words.startswith("1 ") else words


FORMS: Mapping[str, Callable[[str], str]] = {"de": de, "à": a, "que": que, "capital": capital, "day": day}
