"""What is wrong with a bylaws file, as data: a code, where it stands, and the words that fill the message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

import msgspec

from mandat.bylaws.words.faults import FAULTS
from mandat.language import ENGLISH, Language, Listed, Value, msg

_NEAR = msg("Did you mean {names}?")


class Fault(msgspec.Struct, frozen=True):
    """One thing wrong. ``key`` is the way to it (``body.region.seats.delegates.number``), ``words`` fill the message."""

    code: str
    file: str
    line: int
    column: int
    key: str
    words: Mapping[str, Value] = msgspec.field(default_factory=dict)
    near: tuple[str, ...] = ()

    def what(self, language: Language = ENGLISH) -> str:
        """What is wrong."""
        return FAULTS[self.code][0].text(language, **self.words)

    def remedy(self, language: Language = ENGLISH) -> str:
        """What to do about it, with the nearest names if a name is unknown."""
        words = FAULTS[self.code][1]
        remedy = "" if words is None else words.text(language, **self.words)
        return " ".join(part for part in (_nearest(self.near, language), remedy) if part)

    def text(self, language: Language = ENGLISH) -> str:
        """All of it on one line: ``file:line:column: key: what. Remedy``."""
        where = f"{self.file}:{self.line}:{self.column}: "
        key = f"{self.key}: " if self.key else ""
        return f"{where}{key}{self.what(language)} {self.remedy(language)}".rstrip()


class BylawsErrors(ValueError):  # it holds many errors, and says so
    """A bylaws file that cannot be used; ``faults`` holds everything found, in the order of the file.

    ``str`` gives one line per fault in English, ``text`` in any language.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        distinct = {fault.text(): fault for fault in faults}.values()  # what `like` copies is wrong once
        self.faults = tuple(sorted(distinct, key=lambda fault: (fault.line, fault.column)))
        super().__init__(self.text(ENGLISH))

    def text(self, language: Language) -> str:
        """One line per fault."""
        return "\n".join(fault.text(language) for fault in self.faults)


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that look most like ``name``: two at most.

    >>> nearest("memeber", ("members", "entitled"))
    ('members',)
    """
    names = sorted(set(known))
    lower = {each.casefold(): each for each in names}
    found = get_close_matches(name.casefold(), lower, n=2)
    return tuple(lower[each] for each in found)


def _nearest(near: tuple[str, ...], language: Language) -> str:
    if not near:
        return ""
    return _NEAR.text(language, names=Listed(tuple(f"`{name}`" for name in near), "or"))
