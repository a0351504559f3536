"""Who fills which posts, who can take them away, and who is reached by following that."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.model import Bylaws, Recall, SeatLine
from mandat.bylaws.model.pieces import Population, SuccessionStep

PEOPLE = frozenset(("assembly", "caucus", "constituency", "outside"))
"""Types of bodies whose members are people."""


def lines_named(bylaws: Bylaws, population: Population) -> tuple[SeatLine, ...]:
    """The lines of seats that a population names, by line or by body."""
    found = [bylaws.lines[name] for name in population.names if name in bylaws.lines]
    found += [
        line for name in population.names if name in bylaws.bodies for line in bylaws.bodies[name].lines
    ]
    return tuple(found)


def fillers(line: SeatLine) -> tuple[str, ...]:
    """The kinds of body whose members fill a line: those it comes ``from``, else those it is filled ``by``."""
    names = [name.partition(".")[0] for name in line.from_] or list(appointers(line))
    return tuple(dict.fromkeys(names))


def appointers(line: SeatLine) -> tuple[str, ...]:
    """The kinds of body named by ``by``."""
    if line.filling.by is None:
        return ()
    return tuple(
        dict.fromkeys(name.partition(".")[0] for row in line.filling.by.rows for name in row.value.names)
    )


def routes(bylaws: Bylaws, line: SeatLine) -> tuple[Recall, ...]:
    """The ways to take a post of this line away; an ex-officio seat goes with the post it follows."""
    lines = {each.id for each in (line, *_followed(bylaws, line, ()))}
    return tuple(
        recall
        for recall in bylaws.recalls.values()
        if any(each.id in lines for each in lines_named(bylaws, recall.of))
    )


def _followed(bylaws: Bylaws, line: SeatLine, seen: tuple[str, ...]) -> tuple[SeatLine, ...]:
    """The lines whose holders sit ex officio in this one, and so on."""
    if line.filling.fill != "ex-officio" or line.filling.by is None or line.id in seen:
        return ()
    found = [each for row in line.filling.by.rows for each in lines_named(bylaws, row.value)]
    return (*found, *(far for each in found for far in _followed(bylaws, each, (*seen, line.id))))


def by_lot(bylaws: Bylaws, kind: str) -> bool:
    """Whether lot draws from people who sits in a body: it is they who decide then."""
    lines = bylaws.bodies[kind].lines
    drawn = [name for line in lines if line.filling.fill == "lot" for name in line.from_]
    return any(name in bylaws.bodies and bylaws.bodies[name].type in PEOPLE for name in drawn)


def deciders(recall: Recall, line: SeatLine) -> tuple[str, ...]:
    """The kinds of body that decide a recall of this line's holders; ``sender`` is who fills the line."""
    names: list[str] = []
    for name in recall.by.names:
        names += fillers(line) if name == "sender" else [name.partition(".")[0]]
    return tuple(dict.fromkeys(names))


def answering(bylaws: Bylaws) -> frozenset[str]:
    """The lines from which some chain of recalls leads to an assembly of people."""
    found: set[str] = set()
    while new := {
        line.id for line in bylaws.lines.values() if line.id not in found and _answers(bylaws, line, found)
    }:
        found |= new
    return frozenset(found)


def _answers(bylaws: Bylaws, line: SeatLine, answering: set[str]) -> bool:
    return any(
        name in bylaws.bodies
        and (
            bylaws.bodies[name].type in PEOPLE
            or by_lot(bylaws, name)
            or any(each.id in answering for each in bylaws.bodies[name].lines)
        )
        for recall in routes(bylaws, line)
        for name in deciders(recall, line)
    )


def chain(bylaws: Bylaws, line: SeatLine) -> tuple[str, ...]:
    """Bodies met by following the recalls of a line, up to the first that comes again or where it ends."""
    way: list[str] = [line.body]
    following: SeatLine | None = line
    while following is not None:
        step = next(
            (name for recall in routes(bylaws, following) for name in deciders(recall, following)), None
        )
        if step is None:
            return tuple(way)
        way.append(step)
        if step in way[:-1] or step not in bylaws.bodies:
            return tuple(way)
        following = next(iter(bylaws.bodies[step].lines), None)
    return tuple(way)


def steps(line: SeatLine, recall: Recall | None = None) -> Iterator[SuccessionStep]:
    """How a vacancy is filled: as the recall says, else as the line says."""
    if recall is not None and recall.aftermath.then:
        yield from recall.aftermath.then
    elif isinstance(line.replacing.succession, tuple):
        yield from line.replacing.succession
