"""What the headings of a table of ballots say: which columns hold preferences, weights, and whether a paper is valid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import tidy
from mandat.counting.formats.whole import shown
from mandat.language import Message, msg

_WORD = r"(?:rank(?:ing)?|choice|preference|pref|rang|choix|préférence|wahl)"
_ORDINALS = {
    word: place
    for place, words in enumerate(
        (
            ("first", "premier"),
            ("second", "deuxième"),
            ("third", "troisième"),
            ("fourth", "quatrième"),
            ("fifth", "cinquième"),
            ("sixth", "sixième"),
            ("seventh", "septième"),
            ("eighth", "huitième"),
            ("ninth", "neuvième"),
            ("tenth", "dixième"),
        ),
        1,
    )
    for word in words
}
_NUMBER = rf"(?:(?:{_WORD})?[ _.#:-]*(?P<n>[0-9]{{1,4}}))"
_ORDINAL = rf"(?:(?P<o>[0-9]{{1,4}})(?:st|nd|rd|th|er|ère|e|ème|\.|º)[ _-]*(?:{_WORD})?)"
_SPELLED = rf"(?:(?P<s>{'|'.join(_ORDINALS)})[ _-]*(?:{_WORD})?)"
_PLACE = re.compile(rf"(?:{_NUMBER}|{_ORDINAL}|{_SPELLED})", re.IGNORECASE)
_IN_CONTEST = re.compile(
    r"(?P<contest>.*?\S)[ ,:–-]+(?:choice|rank|preference)[ _#:-]*(?P<n>[0-9]{1,4})(?: of [0-9]+)?(?P<rest>.*)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(?P<contest>.*?)\s*\[(?P<inside>[^\[\]]+)\]\s*")
_CODE = re.compile(r"\s*\([^()]*\)\s*$")
WEIGHT = frozenset({"count", "weight", "votes", "papers", "ballots"})
VALID = frozenset({"valid", "formal", "is_valid", "is valid", "valable", "gültig"})
INVALID = frozenset({"invalid", "informal", "spoiled", "spoilt", "rejected", "void", "nul", "ungültig"})
YES = frozenset({"1", "yes", "y", "true", "t", "x", "ok", "oui", "ja"})
NO = frozenset({"0", "no", "n", "false", "f", "non", "nein"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that matter, by place: preferences in order, the weight, and whether the paper is valid (`inverted` if the
    column says which are not)."""

    names: tuple[str, ...]
    ranks: tuple[int, ...]
    weight: int | None = None
    valid: int | None = None
    inverted: bool = False
    contest: str = ""
    bare: bool = False

    @property
    def wanted(self) -> list[int]:
        """The places of all of them, from the left."""
        more = (place for place in (self.weight, self.valid) if place is not None)
        return sorted({*self.ranks, *more})


def read_columns(
    head: Sequence[str], source: str, *, line: int = 1, contest: str | None = None
) -> Columns | None:
    """The columns of a table whose preferences have a column for each rank; None if it has no such column.

    Refused with `BadFileError`: a rank that has two columns, or none between others that have one; two columns of weights; the
    ranks of several contests of which none is named by `contest`.
    """
    names = tuple(tidy(name) for name in head)
    contests = _contests(names)
    if not contests:
        return None
    title = _chosen(contests, contest, source, line)
    ranks = _in_order(contests[title], names, source, line)
    weight = _only(names, WEIGHT, msg("weights"), source, line)
    valid, invalid = (_only(names, words, msg("validity"), source, line) for words in (VALID, INVALID))
    if valid is not None and invalid is not None:
        raise BadFileError(
            msg("the columns {one} and {other} both say which papers are valid; keep one")(
                one=names[valid], other=names[invalid]
            ),
            line=line,
            source=source,
        )
    bare = len(ranks) == len(names) and all(name.isdecimal() for name in names)
    place = valid if valid is not None else invalid
    return Columns(names, ranks, weight, place, invalid is not None, title, bare)


def place_of(name: str) -> int | None:
    """Which rank a heading names: 3 for "rank3", "Choice 3", "3rd choice", "third", "3".

    >>> place_of("3rd Choice"), place_of("rank_2"), place_of("First choice"), place_of("Ward 3")
    (3, 2, 1, None)
    """
    found = _PLACE.fullmatch(name.strip())
    if found is None:
        return None
    if found["s"]:
        return _ORDINALS[found["s"].lower()]
    return int(found["n"] or found["o"])


def _contests(names: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """(Rank, place of the column) of every column of preferences, by contest."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, name in enumerate(names):
        told = _told(name)
        if told is not None:
            found.setdefault(told[0], []).append((told[1], place))
    return found


def _told(name: str) -> tuple[str, int] | None:
    plain = place_of(name)
    if plain is not None:
        return "", plain
    bracketed = _BRACKETED.fullmatch(name)
    if bracketed is not None:
        inside = place_of(bracketed["inside"])
        return None if inside is None else (tidy(bracketed["contest"]), inside)
    long = _IN_CONTEST.fullmatch(name)
    if long is None:
        return None
    return tidy(f"{long['contest']} {_CODE.sub('', long['rest'])}"), int(long["n"])


def _chosen(contests: dict[str, list[tuple[int, int]]], contest: str | None, source: str, line: int) -> str:
    if contest is not None and contests.keys() != {""}:
        return pick_contest(list(contests), contest, source)
    if len(contests) == 1:
        return next(iter(contests))
    return pick_contest(list(contests), contest, source, line)


def pick_contest(titles: Sequence[str], contest: str | None, source: str, line: int | None = None) -> str:
    """The one contest, or the one named; refused with `BadFileError`, which lists them, if that is none."""
    if contest is None and len(titles) == 1:
        return titles[0]
    among = [title for title in titles if title == contest] or [
        title for title in titles if contest is not None and tidy(contest).casefold() in title.casefold()
    ]
    if contest is not None and len(among) == 1:
        return among[0]
    listing = "; ".join(map(shown, titles[:30])) + ("; …" if len(titles) > 30 else "")
    raise BadFileError(
        msg("the file holds several contests; name one of them with --contest: {listing}")(listing=listing)
        if contest is None
        else msg("the file holds no one contest {contest}; name one of them with --contest: {listing}")(
            contest=shown(contest), listing=listing
        ),
        line=line,
        source=source,
    )


def _in_order(found: list[tuple[int, int]], names: Sequence[str], source: str, line: int) -> tuple[int, ...]:
    ranks = sorted(found)
    first = ranks[0][0]
    for expected, (rank, place) in enumerate(ranks, first):
        if rank < expected:
            raise BadFileError(
                msg("two columns hold rank {rank} (the second is headed {names}); give each rank one column")(
                    rank=rank, names=repr(names[place])
                ),
                line=line,
                source=source,
            )
        if rank > expected:
            raise BadFileError(
                msg(
                    "there is no column for rank {expected}, but one for rank {rank}; add it, empty if nobody used it"
                )(expected=expected, rank=rank),
                line=line,
                source=source,
            )
    if first != 1:
        raise BadFileError(
            msg("the first rank has no column; ranks begin with {first}")(first=first),
            line=line,
            source=source,
        )
    return tuple(place for _, place in ranks)


def _only(names: Sequence[str], words: frozenset[str], what: Message, source: str, line: int) -> int | None:
    found = [place for place, name in enumerate(names) if name.casefold() in words]
    if len(found) > 1:
        raise BadFileError(
            msg("the columns {one} and {other} could both hold the {what}; rename one")(
                one=names[found[0]], other=names[found[1]], what=what
            ),
            line=line,
            source=source,
        )
    return found[0] if found else None


def says_valid(cell: str, *, inverted: bool) -> bool | None:
    """Whether a cell of the column of validity calls the paper valid; None if it says neither.

    An empty cell marks nothing: the paper is valid.
    """
    word = tidy(cell).casefold()
    if word in ("valid", "formal"):
        return True
    if word in ("invalid", "informal"):
        return False
    if word in YES or word in NO:
        return (word in YES) != inverted
    return True if not word else None
