"""Bylaws read back as articles: each entry a lead and one sentence for each key, in the order of the file.

Entries with the same number stand in one article. The words come from a table with a sentence for each key of the
language, so that a new key without a sentence fails a test, and nothing of a file is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from mandat.bylaws.findings.seating import fillers
from mandat.bylaws.model import BodyKind, Bylaws, ConveningRule, Decision, Define, Entry, NamedClock, SeatLine
from mandat.bylaws.model.pieces import Silence
from mandat.bylaws.tables import LINE, TABLES
from mandat.bylaws.tables.entries import entries
from mandat.bylaws.tables.entry_keys import ENTRY_KEYS
from mandat.bylaws.tables.shapes import Key
from mandat.bylaws.telling.articles.values import Teller
from mandat.language import ENGLISH, Language


class ArticleClause(msgspec.Struct, frozen=True):
    """One sentence, from one key of one rule (its id as rulings cite it); ``items`` are rows under it."""

    text: str
    rule: str
    key: str = ""
    items: tuple[str, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """What one entry says: its title, its line in the file, its sentences, and what its author remarks."""

    title: str
    rule: str
    line: int
    clauses: tuple[ArticleClause, ...]
    notes: tuple[str, ...] = ()


class Article(msgspec.Struct, frozen=True):
    """An article: its number as written (empty if none), an anchor for links, and the entries that carry the number."""

    number: str
    anchor: str
    heading: str
    sections: tuple[Section, ...]


def articles(bylaws: Bylaws, language: Language = ENGLISH) -> tuple[Article, ...]:
    """Return the articles in the order of the file.

    >>> from mandat.bylaws.reading.loader import load
    >>> text = 'mandat = 1\\nid = "club"\\n[body.club]\\narticle = "1"\\ntype = "assembly"\\n'
    >>> [article] = articles(load(text))
    >>> article.heading, article.sections[0].clauses[0].text
    ('Article 1', 'Assembly.')
    """
    return _Writer(bylaws, language).articles()


def anchor(number: str) -> str:
    """Return the part of an address that leads to an article.

    >>> anchor("4.2"), anchor("Part II 3")
    ('art-4.2', 'art-Part-II-3')
    """
    return "art-" + re.sub(r"[^\w.-]+", "-", number).strip("-")


ALWAYS = frozenset({"power.delegable"})
"""Keys that are said even where the file leaves them out: their absence is a rule of its own."""
_LEADS = frozenset({"seats.from", "seats.fill", "body.type", "body.many", "body.seats", "define.is"})
"""Keys that the lead has said already."""
_NAMING = frozenset(key.name for key in ENTRY_KEYS)


class _Writer:
    def __init__(self, bylaws: Bylaws, language: Language) -> None:
        self.bylaws = bylaws
        self.tell = Teller(bylaws, language)

    def articles(self) -> tuple[Article, ...]:
        by_number: dict[str, list[Section]] = {}
        for path, entry in sorted(entries(self.bylaws), key=lambda pair: pair[1].line):
            table = (
                "seats" if isinstance(entry, SeatLine) else "decision" if "elect" in path else str(path[0])
            )
            line = self.bylaws.lines[f"{path[1]}.{path[3]}"] if "elect" in path else None
            if line is None or line.article != entry.article:
                by_number.setdefault(entry.article or "", []).append(self._section(table, entry, line))
        return tuple(self._article(number, sections) for number, sections in by_number.items())

    def _article(self, number: str, sections: list[Section]) -> Article:
        heading = self.tell.say("article", number=number) if number else self.tell.say("unnumbered")
        return Article(number, anchor(number or "none"), heading, tuple(sections))

    def _section(self, table: str, entry: Entry, elects: SeatLine | None) -> Section:
        """What an entry says; ``elects`` is the line whose election it is, if it is one written in place."""
        notes = [self.tell.say(name, value=text) for name, text in _remarks(entry)]
        clauses = (*self._lead(table, entry), *self._clauses(table, entry))
        title = self.tell.own_title(entry if elects is None else elects)
        if elects is not None:
            title = self.tell.say("election-of", title=title)
        return Section(title, _rule(entry), entry.line, clauses, tuple(notes))

    # -- leads -------------------------------------------------------------------------------------------------

    def _lead(self, table: str, entry: Entry) -> Iterator[ArticleClause]:
        """What it is, where the title above does not say all."""
        if self.tell.knows(table):
            items = self.tell.items(entry.is_) if isinstance(entry, Define) else ()
            words = {"title": self.tell.own_title(entry), **self._lead_words(entry)}
            yield ArticleClause(self.tell.say(table, **words), _rule(entry), items=items)

    def _lead_words(self, entry: Entry) -> Mapping[str, str]:
        match entry:
            case BodyKind():
                return {"Type": _capital(self.tell.body_type(entry))}
            case SeatLine():
                return {"body": self.tell.names((entry.body,)), "filled": self._filled(entry)}
            case Define():
                return {"value": self.tell.value(entry.is_)}
            case NamedClock():
                return {"value": self.tell.value(entry.clock)}
            case ConveningRule():
                return {"body": self.tell.names((entry.id.removeprefix("convening."),))}
            case _:
                return {}

    def _filled(self, line: SeatLine) -> str:
        return self.tell.say(f"fill={line.filling.fill}", by=self.tell.names(fillers(line)) or "–")

    # -- one sentence for each key -----------------------------------------------------------------------------

    def _clauses(self, table: str, entry: Entry) -> Iterator[ArticleClause]:
        if isinstance(entry, NamedClock):  # its lead has said all
            return
        keys = LINE.keys if table == "seats" else TABLES[table].keys
        for key in keys:
            if key.name not in _NAMING and f"{table}.{key.name}" not in _LEADS:
                yield from self._clause(table, key, entry)
        if isinstance(entry, Decision) and entry.balloting.parameters:
            text = self.tell.say("decision.parameters", value=self.tell.value(entry.balloting.parameters))
            yield ArticleClause(text, _rule(entry), "parameters")

    def _clause(self, table: str, key: Key, entry: Entry) -> Iterator[ArticleClause]:
        part, _, field = key.target.rpartition(".")
        holder = getattr(entry, part) if part else entry
        if not hasattr(holder, field):
            return
        value = getattr(holder, field)
        name = f"{table}.{key.name}"
        if name not in ALWAYS and value == _default(holder, field):
            return
        if isinstance(value, Decision):
            yield from self._election(name, value, entry)
            return
        if isinstance(value, Silence) and not self.tell.knows(f"{name}={value}"):
            text = self.tell.say(
                "silent", about=_capital(key.about.text(self.tell.language)), value=self.tell.value(value)
            )
            yield ArticleClause(text, _rule(entry), key.name)
            return
        yield ArticleClause(
            self._sentence(name, value, entry), _rule(entry), key.name, self.tell.items(value)
        )

    def _sentence(self, name: str, value: object, entry: Entry) -> str:
        if self.tell.knows(f"{name}={value}"):
            return self.tell.say(f"{name}={value}")
        told = self.tell.value(value, name.partition(".")[2])
        words = {"value": told, "Value": _capital(told)}
        one = self.tell.one(value)
        if one and self.tell.knows(f"{name}-one"):
            return self.tell.say(f"{name}-one", value=one)
        if name == "seats.number" and isinstance(entry, SeatLine) and self._is_each(entry):
            return self.tell.say("seats.number-each", sender=self.tell.titles_of(entry.from_), **words)
        return self.tell.say(name, **words)

    def _is_each(self, line: SeatLine) -> bool:
        """Whether the number is one for each of several senders."""
        return any(self.bylaws.bodies[name].many for name in line.from_ if name in self.bylaws.bodies)

    def _election(self, name: str, decision: Decision, entry: Entry) -> Iterator[ArticleClause]:
        """An election written in place: its sentences stand under its line, or in an article of their own."""
        if decision.id.startswith("decision."):
            yield ArticleClause(
                self.tell.say(name, value=self.tell.own_title(decision)), _rule(entry), "elect"
            )
        elif decision.article in (None, entry.article):
            yield from self._clauses("decision", decision)
        else:
            text = self.tell.say(name, value=self.tell.say("article", number=str(decision.article)))
            yield ArticleClause(text, decision.id, "elect")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rule(entry: Entry) -> str:
    return f"body.{entry.body}.seats.{entry.name}" if isinstance(entry, SeatLine) else entry.id


def _remarks(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.note:
        yield "note", entry.note
    if entry.source:
        yield "source", entry.source


def _default(entry: msgspec.Struct, field: str) -> object:
    """The value of a field that the file leaves out; an empty collection is left out too."""
    defaults = dict(
        zip(
            entry.__struct_fields__[len(entry.__struct_fields__) - len(entry.__struct_defaults__) :],
            entry.__struct_defaults__,
            strict=True,
        )
    )
    default = defaults.get(field)
    return {} if default is not None and not isinstance(default, str | bool | int | tuple) else default
