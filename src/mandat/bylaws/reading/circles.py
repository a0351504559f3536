"""Circles: definitions of each other, bodies part of each other, bodies that could only be seated by each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mandat.bylaws.expression import CountRef, ExpressionError, check_definition
from mandat.bylaws.expression.units import HEADS
from mandat.bylaws.model import BodyKind, Bylaws, SeatLine
from mandat.bylaws.reading.reader import Context, TomlNode
from mandat.bylaws.tables.entries import expressions

Links = Mapping[str, tuple[str, ...]]
_PEOPLE = ("assembly", "caucus", "constituency", "outside")


def check_circles(bylaws: Bylaws, context: Context) -> None:
    """Note every circle."""
    _check_definitions(context)
    _check_tree(bylaws, context)
    _check_seating(bylaws, context)
    _check_weights(bylaws, context)


def _check_definitions(context: Context) -> None:
    links = {name: _mentioned(name, context) for name in context.names.defines}
    found = circles(links)
    if found:  # each place of use has said the same
        context.faults[:] = [
            fault for fault in context.faults if "go in a circle" not in str(fault.words.get("problem", ""))
        ]
    for circle in found:
        _note(("define", circle[0]), "cycle", circle, "define", context)
    for name in context.names.defines:
        _check_definition(name, context)


def _check_definition(name: str, context: Context) -> None:
    """Mixed units of rows; a fault of one row has been noted when the row was read."""
    try:
        check_definition(context.names.defines[name], context.names)
    except ExpressionError as error:
        known = any(
            fault.key.startswith(f"define.{name}.is") or fault.code == "cycle" for fault in context.faults
        )
        if not known:
            words = {"text": name, "problem": error.problem, "remedy": error.remedy}
            context.note(TomlNode(None, ("define", name, "is")), "expression", words)


def _mentioned(name: str, context: Context) -> tuple[str, ...]:
    text = " ".join(str(node) for row in context.names.defines[name].rows for node in row if node is not None)
    words = set(text.replace("(", " ").replace(")", " ").replace(",", " ").split())
    return tuple(other for other in context.names.defines if other in words)


def _check_tree(bylaws: Bylaws, context: Context) -> None:
    links = {name: (body.part_of,) if body.part_of else () for name, body in bylaws.bodies.items()}
    for circle in circles(links):
        _note(("body", circle[0], "part_of"), "cycle", circle, "part_of", context)


def _check_seating(bylaws: Bylaws, context: Context) -> None:
    """Whoever can be seated: bodies of people first, then each body one of whose lines those can fill."""
    seated = {name for name, body in bylaws.bodies.items() if body.type in _PEOPLE or not body.lines}
    while found := {
        name for name, body in bylaws.bodies.items() if name not in seated and _fillable(body, seated)
    }:
        seated |= found
    links = {
        name: tuple(filler for line in body.lines for filler in fillers(line) if filler not in seated)
        for name, body in bylaws.bodies.items()
        if name not in seated
    }
    for circle in circles(links):
        _note(("body", circle[0]), "nobody-first", circle, "", context)


def _check_weights(bylaws: Bylaws, context: Context) -> None:
    """What a post carries may hang on what the posts of another body carry, not on its own in the end."""
    links = {
        f"{body} by {tally}": tuple(_carried(body, kind, tally, bylaws))
        for body, kind in bylaws.bodies.items()
        for tally in dict.fromkeys(name for line in kind.lines for name in line.mandate.weights)
    }
    for circle in circles(links):
        _note(("body", circle[0].partition(" by ")[0]), "cycle", circle, "weights", context)


def _carried(body: str, kind: BodyKind, tally: str, bylaws: Bylaws) -> Iterator[str]:
    """The bodies, each with a tally, on whose posts hangs what the posts of a body carry in one tally."""
    for line in kind.lines:
        senders = tuple(name.partition(".")[0] for name in line.from_) or (body,)
        for expression in expressions(line.mandate.weights.get(tally)):
            yield from _weighed(expression.counts, senders, bylaws)
            for group in expression.groups:
                yield from _weighed(group.counts, (group.group,), bylaws)


def _weighed(refs: Iterable[CountRef], bare: tuple[str, ...], bylaws: Bylaws) -> Iterator[str]:
    for ref in refs:
        line = bylaws.lines.get(ref.of or "")
        of = ref.of if line is None else line.body
        if ref.by not in (None, HEADS):
            yield from (f"{each} by {ref.by}" for each in (bare if of in (None, "sender") else (of,)))


def _fillable(body: BodyKind, seated: set[str]) -> bool:
    return any(not (needed := fillers(line)) or bool(seated & set(needed)) for line in body.lines)


def fillers(line: SeatLine) -> tuple[str, ...]:
    """The kinds of body that can fill a line: those it comes ``from``, else those that fill it ``by``."""
    named = [name.partition(".")[0] for name in line.from_]
    if not named and line.filling.by is not None:
        named = [name.partition(".")[0] for row in line.filling.by.rows for name in row.value.names]
    return tuple(dict.fromkeys(named))


def circles(links: Links) -> list[tuple[str, ...]]:
    """One circle for each group of names that lead back to themselves, the first name repeated at the end."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in links:
        circle = () if start in done else _circle(start, links)
        if circle:
            found.append(circle)
            done |= set(circle)
    return found


def _circle(start: str, links: Links) -> tuple[str, ...]:
    """The shortest way from ``start`` back to it; empty if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for following in links.get(way[-1], ()):
            if following == start:
                return (*way, start)
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()


def _note(path: tuple[str, ...], code: str, circle: Iterable[str], key: str, context: Context) -> None:
    context.note(TomlNode(None, path), code, {"circle": " → ".join(circle), "key": key})
