"""An expression of a bylaws file: read once, compiled once, evaluated often."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from mandat.bylaws.expression import compiled, parser, tree
from mandat.bylaws.expression.errors import ExpressionError
from mandat.bylaws.expression.meaning import demand, resolve
from mandat.bylaws.expression.names import NO_NAMES, BylawsNames, Definition
from mandat.bylaws.expression.needed import Needed, needed
from mandat.bylaws.expression.numbers import Evaluation, GroupRef, Interpretations, Numbers, Run, Value
from mandat.bylaws.expression.places import GIVES, Gives, Place
from mandat.bylaws.expression.readings import evaluated
from mandat.bylaws.expression.scope import Scope
from mandat.bylaws.expression.tree import CountRef, Node
from mandat.bylaws.expression.units import Unit, UnitKind
from mandat.bylaws.values import surd
from mandat.bylaws.values.duration import Duration


@dataclass(frozen=True, eq=False)
class Expression:
    """A condition or a number over named counts. Equal to another with the same canonical text at the same place.

    ``text`` is as written, ``str(expression)`` canonical; ``unit`` says what the result counts. ``counts``, ``groups`` and
    ``weights`` are what an evaluation needs, by canonical text.
    """

    text: str
    node: Node
    unit: Unit
    place: Place
    gives: Gives
    names: BylawsNames = field(repr=False)
    _needed: Needed = field(repr=False)
    _compute: Callable[[Run], Value] = field(repr=False)

    def __str__(self) -> str:
        return str(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (self.text, self.place, self.names, self.gives == "condition"))

    @property
    def _identity(self) -> tuple[str, Place, Gives]:
        return str(self.node), self.place, self.gives

    @property
    def counts(self) -> tuple[CountRef, ...]:
        """The counts to supply, outside aggregates, each once, in the order of the text."""
        return self._needed.counts

    @property
    def groups(self) -> tuple[GroupRef, ...]:
        """The groups of ``number(GROUP …)`` and ``sum(… per GROUP)``, with the counts needed for each of their bodies."""
        return self._needed.groups

    @property
    def weights(self) -> tuple[str, ...]:
        """The weights of ``fewest(WEIGHT, …)``: supply ``weights by WEIGHT``, one weight for each of those entitled."""
        return self._needed.weights

    @property
    def durations(self) -> tuple[Duration, ...]:
        """The lengths of time written in it, in the order of the text: when a condition on time may change its answer."""
        return tuple(lengths(self.node))

    @cached_property
    def _whole(self) -> Callable[[Run], Value]:
        return _whole_seats(self.node)

    def evaluate(self, numbers: Numbers, interpretations: Interpretations = ()) -> Evaluation:
        """Evaluate with exact numbers.

        :class:`MissingNumber` names each count that is lacking, :class:`NumbersError` one that is of the wrong type (a float,
        a truth for a number). Where the text is silent, each reading is tried, unless ``interpretations`` settles it.

        >>> parse("yes >= 2/3 * cast", place=Place.CARRIED).evaluate({"yes": 20, "cast": 30}).value
        True
        """
        return self._run(self._compute, numbers, interpretations)

    def whole_seats(self, numbers: Numbers, interpretations: Interpretations = ()) -> Evaluation:
        """Evaluate as a number of seats: what does not come out whole is read down and up."""
        return self._run(self._whole, numbers, interpretations)

    def _run(
        self, compute: Callable[[Run], Value], numbers: Numbers, interpretations: Interpretations
    ) -> Evaluation:
        self._needed.check(numbers, self.text)
        return evaluated(compute, Run(numbers, numbers, interpretations))


def parse(text: str, *, place: Place, names: BylawsNames = NO_NAMES, row: bool = False) -> Expression:
    """Read an expression that stands at ``place``; ``row``: it is the condition of a row there.

    :class:`ExpressionError` gives the column, what was found, what was expected and the remedy.
    """
    gives: Gives = "condition" if row else GIVES[place]
    try:
        node, unit = resolve(parser.read(text), Scope.at(place, names))
        node, unit = demand(node, unit, gives, place)
    except ExpressionError as error:
        raise error if error.text else error.within(text) from None
    return Expression(text, node, unit, place, gives, names, needed(node), _computed(node, unit, gives))


def define(name: str, rows: str | Sequence[tuple[str | None, str]]) -> Definition:
    """Read a ``[define]``: an expression, or rows of (condition or None for ``"else"``, value).

    Hand all definitions of a file to :class:`BylawsNames`, then :func:`check_definition` each.
    """
    pairs = [(None, rows)] if isinstance(rows, str) else rows
    return Definition(
        name,
        tuple((None if when is None else parser.read(when), parser.read(value)) for when, value in pairs),
    )


def check_definition(definition: Definition, names: BylawsNames) -> Unit:
    """Resolve a definition apart from any place of use; gives its unit. Refuses circles and mixed units."""
    try:
        return resolve(tree.CountNode(CountRef(definition.name), 1), Scope.at(Place.DEFINE, names))[1]
    except ExpressionError as error:
        raise error.within(definition.name) from None


def _again(text: str, place: Place, names: BylawsNames, row: bool) -> Expression:
    return parse(text, place=place, names=names, row=row)


def _computed(node: Node, unit: Unit, gives: Gives) -> Callable[[Run], Value]:
    match unit.kind:
        case UnitKind.TRUTH:
            return compiled.test(node)
        case UnitKind.DURATION:
            return compiled.time(node)
        case UnitKind.LABEL:
            return compiled.label(node)
        case _:
            return _whole_seats(node) if gives == "seats" else _number(node)


def _number(node: Node) -> Callable[[Run], Value]:
    value = compiled.quantity(node)

    def number(run: Run) -> Value:
        found = value(run)
        return surd.tidy(found) if isinstance(found, Fraction) else found

    return number


def _whole_seats(node: Node) -> Callable[[Run], Value]:
    value, where = compiled.quantity(node), str(node)

    def seats(run: Run) -> Value:
        found = value(run)
        if surd.is_whole(found):
            return surd.floor(found)
        choice = run.choose(where, "rounding", compiled.ROUNDINGS)
        return surd.floor(found) if choice == "down" else surd.ceil(found)

    return seats


def lengths(node: Node) -> Iterator[Duration]:
    """Yield the durations written in an expression, definitions written out."""
    if isinstance(node, tree.LengthNode):
        yield node.value
    for child in tree.children(node):
        yield from lengths(child)
