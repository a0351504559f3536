"""Readers of populations."""

from __future__ import annotations

from mandat.bylaws.expression.names import EVENTS, POPULATION_WORDS
from mandat.bylaws.model.pieces import Population
from mandat.bylaws.reading.faults import nearest
from mandat.bylaws.reading.reader import Context, TomlNode, Unread, listed, read
from mandat.bylaws.reading.time import event
from mandat.bylaws.tables.shapes import Event, PopulationShape


@read.register
def people(shape: PopulationShape, node: TomlNode, context: Context) -> Population:
    """A body, a line, a word, ``all KIND``; a list joins them."""
    names: list[str] = []
    every: set[str] = set()
    failed = False
    for item in node.items():
        try:
            name, is_all = _one(shape, item, context)
        except Unread:
            failed = True
            continue
        names.append(name)
        every |= {name} if is_all else set()
    if failed:
        raise Unread
    return Population(tuple(dict.fromkeys(names)), frozenset(every))


def _one(shape: PopulationShape, node: TomlNode, context: Context) -> tuple[str, bool]:
    text = context.text(node)
    name = text.removeprefix("all ").strip()
    declared = context.declared
    if shape.acts and name in declared.named("power"):
        return name, False
    if shape.acts and name.rpartition(".")[2] in EVENTS:
        return event(Event(), node, context), False
    known = (*declared.bodies, *declared.lines)
    if name not in known and name not in POPULATION_WORDS:
        filled = {"name": name, "words": listed(POPULATION_WORDS), "bodies": listed(known)}
        raise context.refuse(node, "population", filled, nearest(name, (*known, *POPULATION_WORDS)))
    if text != name and name not in declared.many:
        raise context.refuse(node, "all-of-one", {"name": name})
    return name, text != name
