"""What an amended text of bylaws changes, article by article, and which power may change it.

A power named ``bylaws.amend``, or ``bylaws.amend.X``, may say which articles it ``covers``: ``"5"`` stands for 5.1 and 5.2 too.
An article that is covered is changed by a power that covers it; every other by one that names no articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from mandat.bylaws.model import BodyKind, Bylaws, Entry, Power, SeatLine
from mandat.bylaws.model.ids import PowerId
from mandat.bylaws.tables.entries import entries
from mandat.bylaws.telling.articles import articles
from mandat.language import ENGLISH, Language

AMEND = PowerId("bylaws.amend")
"""The power to amend, and what the names of those for certain articles begin with."""

ChangeMark = Literal[" ", "-", "+"]
HEAD = ("id", "title", "time_zone", "calendar", "holidays")
"""Keys at the top of a file, which stand in no article."""


class ChangedLine(msgspec.Struct, frozen=True):
    """A sentence of an article: kept (a space), gone (``-``) or new (``+``)."""

    mark: ChangeMark
    text: str


class ArticleChange(msgspec.Struct, frozen=True, kw_only=True):
    """An article that reads otherwise: its number (empty: none), its heading, its sentences, the powers that may change it."""

    number: str
    heading: str
    lines: tuple[ChangedLine, ...]
    powers: tuple[str, ...] = ()


def changed_articles(old: Bylaws, new: Bylaws) -> tuple[str, ...]:
    """Return the numbers of the articles whose rules differ, those of the old text first; empty for rules without one.

    An entry that moves from one article to another changes both. Lines, notes and sources of a file are no rules.

    >>> from mandat.bylaws.reading.loader import load
    >>> text = 'mandat = 1\\nid = "club"\\n[body.club]\\narticle = "1"\\ntype = "assembly"\\n'
    >>> changed_articles(load(text), load(text + 'may_vote = "seniority >= P1Y"\\n'))
    ('1',)
    """
    before, after = _rules(old), _rules(new)
    found: dict[str, None] = {}
    for rule in dict.fromkeys((*before, *after)):
        if before.get(rule) != after.get(rule):
            for entry in (before.get(rule), after.get(rule)):
                if entry is not None:
                    found[entry.article or ""] = None
    if any(getattr(old, key) != getattr(new, key) for key in HEAD):
        found[""] = None
    return tuple(found)


def _rules(bylaws: Bylaws) -> dict[str, Entry]:
    """Return every entry by its way in the file, without what is no rule; a body without its lines, which are entries too."""
    found: dict[str, Entry] = {}
    for path, entry in entries(bylaws):
        plain = msgspec.structs.replace(entry, line=0, note=None, source=None)
        if isinstance(plain, BodyKind):
            plain = msgspec.structs.replace(plain, lines=())
        if isinstance(plain, SeatLine) and plain.filling.elect is not None:
            elect = msgspec.structs.replace(plain.filling.elect, line=0, note=None, source=None)
            filling = msgspec.structs.replace(plain.filling, elect=elect)
            plain = msgspec.structs.replace(plain, filling=filling)
        found[".".join(str(step) for step in path)] = plain
    return found


def amending_powers(bylaws: Bylaws, article: str) -> tuple[Power, ...]:
    """Return the powers that may change an article under these bylaws, any one of which suffices; none: nobody may."""
    powers = [power for name, power in bylaws.powers.items() if name == AMEND or name.startswith(f"{AMEND}.")]
    covering = tuple(power for power in powers if any(_within(article, each) for each in power.covers))
    return covering or tuple(power for power in powers if not power.covers)


def _within(article: str, covered: str) -> bool:
    return article == covered or article.startswith((f"{covered}.", f"{covered} "))


def difference(old: Bylaws, new: Bylaws, language: Language = ENGLISH) -> tuple[ArticleChange, ...]:
    """Return every article that reads otherwise, in the order of the old text and then of the new.

    Sentences are those of the read-back (``mandat check --print``). Powers are those of the old text: it judges its change.
    """
    before, after = _sentences(old, language), _sentences(new, language)
    changed = frozenset(changed_articles(old, new))
    found = []
    for number in dict.fromkeys((*before, *after)):
        heading, gone = before.get(number, ("", ()))
        heading, come = (heading or after[number][0], after.get(number, ("", ()))[1])
        if number in changed or gone != come:
            powers = tuple(power.id.removeprefix("power.") for power in amending_powers(old, number))
            lines = tuple(_marked(gone, come))
            found.append(ArticleChange(number=number, heading=heading, lines=lines, powers=powers))
    return tuple(found)


def _sentences(bylaws: Bylaws, language: Language) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return heading and sentences of each article by its number; those at the top of the file belong to none."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {"": ("", tuple(_head(bylaws)))}
    for article in articles(bylaws, language):
        lines = []
        for section in article.sections:
            lines.append(section.title)
            for clause in section.clauses:
                lines += [clause.text, *(f"  {item}" for item in clause.items)]
        _, first = found.get(article.number, ("", ()))
        found[article.number] = (article.heading, (*first, *lines))
    return found


def _head(bylaws: Bylaws) -> Iterator[str]:
    for key in HEAD:
        value = getattr(bylaws, key)
        if value:
            text = ", ".join(f"{k}: {v}" for k, v in value.items()) if isinstance(value, dict) else value
            yield f"{key} = {', '.join(text) if isinstance(text, tuple) else text}"


def _marked(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[ChangedLine]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (ChangedLine(" ", text) for text in old[a:b])
        else:
            yield from (ChangedLine("-", text) for text in old[a:b])
            yield from (ChangedLine("+", text) for text in new[c:d])
