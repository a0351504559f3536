"""Hart Verity: an XML for each ballot, in a folder or an archive.

Each holds contests with options; an option's `Value` is a row of digits, one for each rank: `010000` is rank 2. A contest on
the paper whose options are empty is blank. A write-in has the text of its `WriteInData`, else it is a write-in without
a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from mandat.counting.errors import BadFileError
from mandat.counting.formats.cast_votes import WRITE_IN, CastPaper, Contest, chosen_contest, contents
from mandat.counting.formats.naming import tidy
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Asked, Contents
from mandat.counting.formats.whole import shown
from mandat.counting.formats.xml_values import child, children, local_name, parse, text_of
from mandat.counting.remarks import PARTS
from mandat.language import msg


def read_hart(opened: OpenedFile, asked: Asked) -> Contents:
    """The ballots of one contest. Raises `BadFileError` with the file that is wrong."""
    files = opened.inside(".xml") or {opened.name: opened}
    roots = [(file.name, parse(file)) for file in files.values()]
    ballots = [(name, root) for name, root in roots if local_name(root.tag) == "Cvr"]
    contests: dict[str, Contest] = {}
    for _, root in ballots:
        for contest in _contests(root):
            _learn(contests, contest)
    chosen = chosen_contest(contests, asked, opened.name)
    remarks = [PARTS(number=len(ballots))] if len(ballots) > 1 else []
    about = contests[chosen]
    about.names = dict(sorted(about.names.items(), key=lambda pair: (pair[1] == WRITE_IN, pair[1])))
    return contents(about, _papers(ballots, chosen), opened.name, remarks)


def _contests(root: Element) -> list[Element]:
    return children(child(root, "Contests"), "Contest")


def _learn(contests: dict[str, Contest], contest: Element) -> None:
    id_ = text_of(contest, "Id")
    about = contests.setdefault(id_, Contest(tidy(text_of(contest, "Name")) or id_))
    for option in children(child(contest, "Options"), "Option"):
        candidate, name = _candidate(option)
        about.names.setdefault(candidate, name)


def _candidate(option: Element) -> tuple[str, str]:
    """(Id, name) of an option; write-ins of one text are one candidate."""
    name = tidy(text_of(option, "Name"))
    if name:
        return text_of(option, "Id") or name, name
    written = child(option, "WriteInData")
    text = tidy(text_of(written, "Text"))
    return (f"write-in {text}", text) if text else (WRITE_IN, WRITE_IN)


def _papers(ballots: Iterable[tuple[str, Element]], chosen: str) -> Iterator[CastPaper]:
    for number, (name, root) in enumerate(ballots, 1):
        for contest in _contests(root):
            if text_of(contest, "Id") == chosen:
                options = children(child(contest, "Options"), "Option")
                yield CastPaper(number, tuple(mark for option in options for mark in _marks(option, name)))


def _marks(option: Element, file: str) -> Iterator[tuple[str, int]]:
    digits = text_of(option, "Value")
    if not digits or not set(digits) <= {"0", "1"}:
        raise BadFileError(
            msg("the value {digits} of an option is not a row of 0 and 1, one for each rank")(
                digits=shown(digits)
            ),
            source=file,
        )
    candidate, _ = _candidate(option)
    for rank, digit in enumerate(digits, 1):
        if digit == "1":
            yield candidate, rank
