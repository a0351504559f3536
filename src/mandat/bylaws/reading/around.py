"""What the keys of a table say about the expressions in it: whose counts bare names are, and which places they make of theirs."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.bylaws.expression.names import DeclaredBody
from mandat.bylaws.expression.places import Place
from mandat.bylaws.reading.reader import Context, Surroundings, TomlNode
from mandat.bylaws.tables.shapes import KeyTable

ELECTED = {
    Place.QUORUM: Place.ELECTION_QUORUM,
    Place.CARRIED: Place.ELECTION_CARRIED,
    Place.REJECTED: Place.ELECTION_CARRIED,
}
OF_A_BODY = {
    Place.RECALL_WHEN: (Place.RECALL_BODY_WHEN,),
    Place.RECALL_NEED_WHEN: (Place.RECALL_BODY_WHEN,),
    Place.RECALL_SIGNED: (Place.RECALL_BODY_SIGNED,),
}
VOTES = frozenset({"yes-no", "schulze", "ranked-pairs", "copeland", "minimax"})
"""Methods by which motions too are decided."""


def surroundings(
    shape: KeyTable, node: TomlNode, given: Mapping[str, TomlNode], context: Context
) -> Surroundings:
    """Return what a table says about the expressions in it; ``given`` are its keys, those taken by ``like`` included."""
    return Surroundings(
        subject=_subject(shape, given, context),
        tally=_text(given, "tally"),
        kinds=_kinds(shape, node, given),
        places=_places(shape, node, given, context),
    )


def _subject(shape: KeyTable, given: Mapping[str, TomlNode], context: Context) -> DeclaredBody | None:
    """The kind of body that bare names belong to, where one key says it and names one kind."""
    names = _names(given, shape.subject)
    return context.declared.bodies.get(names[0].removeprefix("all ")) if len(names) == 1 else None


def _kinds(shape: KeyTable, node: TomlNode, given: Mapping[str, TomlNode]) -> tuple[str, ...]:
    """The kinds of body whose facts are at hand: of a line those that send and its own, of a body itself."""
    if shape.name == "seats":
        senders = (name.partition(".")[0] for name in _names(given, "from"))
        return tuple(dict.fromkeys((*senders, str(node.path[1]))))
    return (str(node.path[1]),) if shape.name == "body" else ()


def _places(
    shape: KeyTable, node: TomlNode, given: Mapping[str, TomlNode], context: Context
) -> Mapping[Place, tuple[Place, ...]]:
    match shape.name:
        case "seats" if _text(given, "fill") == "lot":
            return {Place.ELIGIBLE: (Place.ELIGIBLE_BY_LOT,)}
        case "recall" if _text(given, "target") == "body":
            return OF_A_BODY
        case "decision":
            return _of_decision(node, given, context)
        case _:
            return {}


def _of_decision(
    node: TomlNode, given: Mapping[str, TomlNode], context: Context
) -> Mapping[Place, tuple[Place, ...]]:
    """A decision written in place elects; one that a line names as its election does too, and may be that of a motion besides."""
    in_place = node.path[0] == "body"
    elects = in_place or any(line.get("elect") == node.path[-1] for _, _, line, _ in context.declared.seats())
    votes = not in_place and (_text(given, "method") or "yes-no") in VOTES
    return (
        {place: (place, other) if votes else (other,) for place, other in ELECTED.items()} if elects else {}
    )


def _names(given: Mapping[str, TomlNode], key: str) -> tuple[str, ...]:
    value = given[key].value if key in given else None
    names = value if isinstance(value, list) else [value]
    return tuple(each for each in names if isinstance(each, str))


def _text(given: Mapping[str, TomlNode], key: str) -> str | None:
    value = given[key].value if key in given else None
    return value if isinstance(value, str) else None
