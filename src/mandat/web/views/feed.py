"""The record as a feed: each act in plain words, without what is sealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from mandat.bylaws.wording import Language
from mandat.federation.wording.ruling import RulingWords, describe, describe_effect
from mandat.service.follower import Follower, Line
from mandat.web.views.names import Names

MOST_EFFECTS = 4


class Item(msgspec.Struct, frozen=True):
    """One line of the feed: the act, who signed, what came of it in words."""

    index: int
    at: int
    act: str
    signers: tuple[str, ...]
    admitted: bool
    sealed: bool
    effects: tuple[str, ...]
    more: int


def feed(follower: Follower, lines: Iterable[Line], names: Names, language: Language) -> Iterator[Item]:
    """Return the lines with the effects of each admitted act, and for a refused one what was not so."""
    for line in lines:
        judged = follower.ruling(line.index)
        own = set(line.signers)
        told = not line.sealed or any(names.is_reader(person) for person in own)
        words: list[str] = []
        if judged is not None and judged.ruling.admitted:
            effects = getattr(judged.ruling, "effects", ())
            words = [describe_effect(each, language) for each in effects[: MOST_EFFECTS + 1]] if told else []
            more = max(0, len(effects) - MOST_EFFECTS) if told else 0
        else:
            words, more = (_failed(follower, line.index, language) if told else []), 0
        yield Item(
            index=line.index,
            at=line.at,
            act=line.act if told else "sealed",
            signers=tuple(names.of(person) for person in line.signers),
            admitted=line.admitted,
            sealed=line.sealed,
            effects=tuple(words[:MOST_EFFECTS]),
            more=more,
        )


def _failed(follower: Follower, index: int, language: Language) -> list[str]:
    words = ruling(follower, index, language)
    return [] if words is None else [each.found for each in words.grounds if not each.holds and not each.row]


def ruling(follower: Follower, index: int, language: Language) -> RulingWords | None:
    """Return why an act was admitted or refused; None for what is not an act."""
    judged = follower.ruling(index)
    return None if judged is None else describe(judged.ruling, follower.state.law.books, language)
