"""What an id looks like, whatever its case and Unicode form (Unicode Technical Standard 39, *confusables*)."""

from __future__ import annotations

import unicodedata

_ALIKE = str.maketrans(
    {
        **dict(
            zip(
                "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u0501\u04bb",
                "ace0pxy1jsdh",
                strict=True,
            )
        ),
        **dict(zip("\u043a\u043c\u0442\u0432\u043d\u0433\u051b\u051d\u04cf", "kmtbhrqw1", strict=True)),
        **dict(
            zip(
                "\u03b1\u03bf\u03bd\u03c4\u03c1\u03ba\u03b9\u03c5\u03c7\u03b3\u03b7\u03c9\u03b5",
                "a0vtpk1uxynwe",
                strict=True,
            )
        ),
        **dict(zip("oil", "011", strict=True)),
    }
)
"""Small Cyrillic and Greek letters that look like Latin ones; then letters and digits that look like each other."""


def look_of(text: str) -> str:
    """Return what an id looks like: two with the same look would be taken for each other.

    >>> look_of("Anna") == look_of("\\u0430nn\\u0430"), look_of("m-1") == look_of("m-l"), look_of("a-b") == look_of("a_b")
    (True, True, True)
    """
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return folded.translate(_ALIKE).replace("_", "-")
