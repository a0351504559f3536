"""Names and cells: one spelling for each candidate, and what every cell of a column of preferences means.

Two spellings that differ only in their Unicode form, in blanks or in capitals are one candidate (Unicode Standard Annex 15,
normal form C). The reader says so; where two candidates of a given list are such twins, only the exact spelling counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from mandat.counting.ballots import CONTROL, MOST_CANDIDATES, SKIPPED, Candidate, Rank
from mandat.counting.errors import BadFileError
from mandat.counting.formats.whole import shown, whole_number
from mandat.counting.remarks import BLANK_WORDS as BLANK_WORDS_REMARK
from mandat.counting.remarks import CONTROL as CONTROL_REMARK
from mandat.counting.remarks import IDS, NAMESAKES, TWINS, Remark, quoted
from mandat.language import Listed, Quoted, Sentence, msg

SKIPPED_WORDS = frozenset({"", "0", "skipped", "undervote"})
"""How programs write a rank that was left empty."""
BLANK_WORDS = frozenset(
    {
        "blank",
        "n/a",
        "na",
        "#n/a",
        "none",
        "null",
        "nil",
        "nan",
        "-",
        "–",
        "—",
        "no preference",
        "left blank",
        "vide",
        "leer",
    }
)
"""How people write one."""
OVERVOTE_WORDS = frozenset({"-1", "overvote"})
_C1 = re.compile("[\u0080-\u009f]")
_BETWEEN = "|"
"""Stands between the candidates of one rank in the files of ES&S."""
_PLACES_ALLOWED = 20
RankMark = Rank | None


def tidy(text: str) -> str:
    """A name in one form: Unicode NFC, single blanks; C1 control characters, which no terminal shows, as U+FFFD.

    >>> tidy("  Zoe\u0301   LEE\u0085 ")
    'Zoé LEE�'
    """
    return " ".join(_C1.sub("\ufffd", unicodedata.normalize("NFC", text)).split())


def twin_key(text: str) -> str:
    """The same for all spellings of a name."""
    return tidy(text).casefold()


_CONTROL_CHARACTER = msg("{name} holds a control character ({code}), which no name has; take it out")


def named(text: str, line: int | None, source: str) -> str:
    """`tidy` for a name that must be one: refused with `BadFileError` if it would be an order for a terminal, or empty."""
    name = tidy(text)
    if code := _control(name):
        raise BadFileError(
            msg("{name} holds a control character ({code}), which no name has; take it out")(
                name=shown(name), code=code
            ),
            line=line,
            source=source,
        )
    if not name:
        raise BadFileError(msg("a name is missing; write it"), line=line, source=source)
    return name


def _control(name: str) -> str | None:
    """The first control character of a name, as Unicode writes it."""
    found = CONTROL.search(name)
    return None if found is None else f"U+{ord(found[0]):04X}"


def people(names: Iterable[str], source: str, line: int | None = None) -> tuple[Candidate, ...]:
    """Candidates numbered in the order given; refused with `BadFileError`: none, too many."""
    found = tuple(Candidate(number, named(name, line, source)) for number, name in enumerate(names, 1))
    if not found:
        raise BadFileError(msg("the file names no candidate"), source=source)
    if len(found) > MOST_CANDIDATES:
        raise BadFileError(
            msg("the file names {count} candidates; at most {most} can stand")(
                count=len(found), most=MOST_CANDIDATES
            ),
            source=source,
        )
    return found


def about_names(candidates: Sequence[Candidate], raw: Iterable[str] = ()) -> tuple[Remark, ...]:
    """Remarks on names that hold control characters, as `raw` in the file, and on candidates of one name."""
    remarks = [CONTROL_REMARK(name=Quoted(tidy(text))) for text in raw if _C1.search(text)]
    numbers: dict[str, list[int]] = {}
    for candidate in candidates:
        numbers.setdefault(twin_key(candidate.name), []).append(candidate.number)
    for same in numbers.values():
        if len(same) > 1:
            name = Quoted(candidates[same[0] - 1].name)
            remarks.append(NAMESAKES(numbers=Listed(tuple(same), "commas", 9), name=name))
    return tuple(remarks)


@dataclass(frozen=True, slots=True)
class Meanings:
    """The candidates of a table, and what each cell means: a number, 0 (skipped), several numbers, () (an overvote that does
    not say of whom); `wrong` are the cells that mean nothing, with the reason."""

    candidates: tuple[Candidate, ...]
    marks: dict[str, Rank]
    wrong: dict[str, Sentence]
    remarks: tuple[Remark, ...]


def meanings(cells: Collection[str], given: Sequence[Candidate] | None, source: str) -> Meanings:
    """What the distinct `cells` of the columns of preferences mean. Candidates that no list orders are numbered in
    alphabetical order, so that the order of rows is no matter.

    Refused with `BadFileError`: cells that name nobody, more candidates than can stand.

    >>> found = meanings(["Ann", "Bob ", "N/A", "Bob|Ann", ""], None, "town.csv")
    >>> [c.name for c in found.candidates], found.marks["Bob|Ann"], found.marks["N/A"]
    (['Ann', 'Bob'], (1, 2), 0)
    """
    known = _Known.of_list(given) if given is not None else _Known.of_cells(cells, source)
    marks: dict[str, Rank] = {}
    wrong: dict[str, Sentence] = {}
    blanks: set[str] = set()
    for cell in cells:
        mark = _mark(cell, known, blanks)
        if mark is None:
            wrong[cell] = known.reason(cell)
        else:
            marks[cell] = mark
    remarks = list(known.remarks)
    if blanks:
        remarks.append(BLANK_WORDS_REMARK(words=quoted(sorted(blanks))))
    return Meanings(known.candidates, marks, wrong, tuple(remarks))


def _mark(cell: str, known: _Known, blanks: set[str]) -> RankMark:
    text = tidy(cell)
    word = text.casefold()
    if word in SKIPPED_WORDS:
        return SKIPPED
    if word in OVERVOTE_WORDS:
        return ()
    found = known.number(text)
    if _control(text):
        return None
    if found is not None:
        return found
    if word in BLANK_WORDS:
        blanks.add(text)
        return SKIPPED
    if _BETWEEN not in text:
        return None
    several = [known.number(tidy(part)) for part in text.split(_BETWEEN)]
    numbers = sorted({number for number in several if number is not None})
    if None in several:
        return None
    return tuple(numbers) if len(numbers) > 1 else numbers[0]


class _Known:
    """The candidates, by every spelling that is theirs alone."""

    def __init__(
        self, candidates: tuple[Candidate, ...], remarks: Sequence[Remark] = (), *, by_number: bool = True
    ) -> None:
        self.candidates, self.remarks, self.by_number = candidates, tuple(remarks), by_number
        self.exact: dict[str, list[int]] = {}
        self.loose: dict[str, list[int]] = {}
        for candidate in candidates:
            self.exact.setdefault(tidy(candidate.name), []).append(candidate.number)
            self.loose.setdefault(twin_key(candidate.name), []).append(candidate.number)

    @classmethod
    def of_list(cls, given: Sequence[Candidate]) -> _Known:
        return cls(tuple(given))

    @classmethod
    def of_cells(cls, cells: Collection[str], source: str) -> _Known:
        names = {name for cell in cells for name in _names_in(cell) if not _control(name)}
        if not names and not any(map(_control, map(tidy, cells))):
            raise BadFileError(
                msg("no ballot names a candidate; give a row for each ballot below the head line"),
                source=source,
            )
        numbers = {name: whole_number(name) for name in sorted(names)}
        if names and all(number is not None for number in numbers.values()):
            return _numbered({number for number in numbers.values() if number is not None}, source)
        names = {name for name in names if numbers[name] is None}
        spelled: dict[str, list[str]] = {}
        for name in sorted(names):
            spelled.setdefault(twin_key(name), []).append(name)
        chosen = {key: _best(variants) for key, variants in spelled.items()}
        remarks = [
            TWINS(variants=quoted(v for v in variants if v != chosen[key]), name=Quoted(chosen[key]))
            for key, variants in spelled.items()
            if len(variants) > 1
        ]
        if not chosen:
            return cls((), by_number=False)
        candidates = people(sorted(chosen.values()), source)
        raw = [cell for cell in cells if _C1.search(cell)]
        return cls(candidates, (*remarks, *about_names((), raw)), by_number=False)

    def number(self, name: str) -> int | None:
        """Whose name, or whose number, this is."""
        for found in (self.exact.get(name, []), self.loose.get(name.casefold(), [])):
            if found:
                return found[0] if len(found) == 1 else None
        number = whole_number(name)
        within = number is not None and 1 <= number <= len(self.candidates)
        return number if within and self.by_number else None

    def reason(self, cell: str) -> Sentence:
        """Why a cell names nobody."""
        name = tidy(cell)
        if code := _control(name):
            return _CONTROL_CHARACTER(name=shown(name), code=code)
        several = self.exact.get(name) or self.loose.get(name.casefold()) or []
        if len(several) > 1:
            return msg("{name} is the name of candidates {one} and {other}; write their numbers instead")(
                name=shown(name), one=several[0], other=several[1]
            )
        if whole_number(name) is not None:
            return msg("{name} is not a candidate; write names throughout, or numbers from 1 to {last}")(
                name=shown(name), last=len(self.candidates)
            )
        return msg("{name} is not a candidate")(name=shown(name))


def _numbered(numbers: set[int], source: str) -> _Known:
    """Cells that are numbers: places on the paper, or ids if they lie far apart."""
    highest = max(numbers)
    if highest <= 2 * len(numbers) + _PLACES_ALLOWED:
        return _Known(people((f"Candidate {n}" for n in range(1, highest + 1)), source))
    ids = sorted(numbers)
    return _Known(people(map(str, ids), source), [IDS(number=len(ids))], by_number=False)


def _names_in(cell: str) -> list[str]:
    text = tidy(cell)
    word = text.casefold()
    if word in SKIPPED_WORDS or word in OVERVOTE_WORDS or word in BLANK_WORDS:
        return []
    return [name for part in text.split(_BETWEEN) if (name := tidy(part))]


def _best(variants: list[str]) -> str:
    """The spelling with capitals and small letters, if there is one; else the first in order."""
    return min(variants, key=lambda name: (name in (name.upper(), name.lower()), name))
