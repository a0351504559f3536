"""The record as a feed: each act in plain words, without what is sealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from mandat.federation.base.references import names_any
from mandat.federation.base.rulings import Admitted, Ground, Refused, Ruling
from mandat.federation.wording.ruling import RulingWords, describe
from mandat.language import Language
from mandat.service.follower import FeedLine, Follower
from mandat.web.views.names import Names


class Item(msgspec.Struct, frozen=True):
    """One line of the feed: the act, who signed, what came of it in words."""

    index: int
    at: int
    act: str
    signers: tuple[str, ...]
    admitted: bool
    sealed: bool
    sentence: str | None


def feed(follower: Follower, lines: Iterable[FeedLine], names: Names, language: Language) -> Iterator[Item]:
    """Return the lines, each with its ruling in one sentence.

    Of a sealed act others read only what it set off: the seats that fell vacant and were filled.
    """
    for line in lines:
        told = not line.sealed or any(names.is_reader(person) for person in line.signers)
        words = ruling(follower, line, names, language)
        yield Item(
            index=line.index,
            at=line.at,
            act=line.act if told else "sealed",
            signers=tuple(names.of(person) for person in line.signers),
            admitted=line.admitted,
            sealed=line.sealed,
            sentence=None if words is None else words.sentence,
        )


def ruling(follower: Follower, line: FeedLine, names: Names, language: Language) -> RulingWords | None:
    """Return why an act was admitted or refused, as far as the reader may know; None where nothing is for them."""
    judged = follower.ruling(line.index)
    if judged is None:
        return None
    readable = _readable(judged.ruling, line, names)
    if readable is not judged.ruling and not readable.effects:
        return None
    return describe(readable, follower.state.law.books, names.reader(language))


def _readable(whole: Ruling, line: FeedLine, names: Names) -> Ruling:
    """Return a ruling without what its author alone may read: of a sealed act what it set off, and by which rule."""
    if not line.sealed or any(names.is_reader(person) for person in line.signers):
        return whole
    if not isinstance(whole, Admitted):
        return Refused(grounds=())
    effects = tuple(each for each in whole.effects if not names_any(each, line.signers))
    grounds = tuple(each for each in whole.grounds if each.requirement == Ground.EXPRESSION and each.holds)
    questions = tuple(each for each in whole.questions if not names_any(each, line.signers))
    return Admitted(grounds=grounds if effects else (), effects=effects, questions=questions)
