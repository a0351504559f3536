"""The tree of an expression. Every node prints itself in canonical form, and that text parses to the same tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from mandat.bylaws.expression.units import Unit
from mandat.bylaws.values.duration import Duration

STATES = ("vacant", "sitting", "met", "open", "in_force", "resolved", "seated")
ROUNDINGS = ("floor", "ceil", "half_up", "half_down", "half_even")
FUNCTIONS = (*ROUNDINGS, "sqrt", "min", "max", "number", "sum", "average", "fewest", *STATES)
KEYWORDS = frozenset(
    ("and", "or", "not", "of", "all", "with", "by", "at", "where", "per", "over", "unspecified", *FUNCTIONS)
)
CompareOp: TypeAlias = Literal["<", "<=", "=", ">=", ">"]
ArithOp: TypeAlias = Literal["+", "-", "*", "/"]
DEEPEST = 120
"""So many levels a tree may have, definitions written out: recursion is bounded by it everywhere."""
_PLAIN_LABEL = re.compile(r"[^\W\d_][\w\-]*")


def label_text(label: str) -> str:
    """A label as it is written after ``with fact:``, quoted where it is no plain name."""
    plain = _PLAIN_LABEL.fullmatch(label) and not label.endswith("-") and label not in KEYWORDS
    return label if plain else f"'{label}'"


@dataclass(frozen=True, slots=True)
class CountRef:
    """One number (or truth) that the engine must supply; ``str`` is its canonical text and the key to supply it by.

    ``of`` names a population, ``with_`` and ``label`` a fact, ``by`` a weight, ``at`` an event, ``over`` the stretch of an
    average: ``members of all section with sex:woman by card at election``, ``average(paid over P4M)``, ``vacant(leader)``.
    """

    name: str
    of: str | None = None
    all: bool = False
    with_: str | None = None
    label: str | None = None
    by: str | None = None
    at: str | None = None
    over: Duration | None = None

    def __str__(self) -> str:
        if self.name in STATES:
            return f"{self.name}({self._population()})"
        return f"average({self._count()} over {self.over})" if self.over is not None else self._count()

    def _population(self) -> str:
        return f"all {self.of}" if self.all else str(self.of)

    def _count(self) -> str:
        words = [self.name]
        if self.of is not None:
            words += ["of", self._population()]
        if self.with_ is not None:
            words += ["with", self.with_ + (f":{label_text(self.label)}" if self.label is not None else "")]
        if self.by is not None:
            words += ["by", self.by]
        if self.at is not None:
            words += ["at", self.at]
        return " ".join(words)


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number as written."""

    value: int
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Percent:
    """So many hundredths, as written."""

    value: int
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.value}%"


@dataclass(frozen=True, slots=True)
class LengthNode:
    """A duration as written."""

    value: Duration
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Label:
    """A label in quotes."""

    value: str
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"'{self.value}'"


@dataclass(frozen=True, slots=True)
class Unspecified:
    """The text is silent here."""

    column: int = field(default=0, compare=False)
    unit: Unit | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return "unspecified"


@dataclass(frozen=True, slots=True)
class CountNode:
    """A named count, a fact, an average, or the state of a body."""

    ref: CountRef
    column: int = field(default=0, compare=False)
    unit: Unit | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return str(self.ref)


@dataclass(frozen=True, slots=True)
class Defined:
    """A name from ``[define]`` with what it stands for: rows, the last one without a condition (or the only one)."""

    name: str
    rows: tuple[tuple[Node | None, Node], ...] = field(default=(), compare=False)
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Arith:
    """A sum, difference, product or quotient of two values."""

    op: ArithOp
    left: Node
    right: Node
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        if self.op == "/" and isinstance(self.left, Integer) and isinstance(self.right, Integer):
            return f"{self.left}/{self.right}"
        own = binding(self)
        return f"{wrapped(self.left, own)} {self.op} {wrapped(self.right, own + 1)}"


@dataclass(frozen=True, slots=True)
class Call:
    """A rounding, ``sqrt``, ``min`` or ``max``."""

    function: str
    arguments: tuple[Node, ...]
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.function}({', '.join(str(each) for each in self.arguments)})"


@dataclass(frozen=True, slots=True)
class NumberOf:
    """``number(GROUP where condition)``: how many groups satisfy it."""

    group: str
    where: Node | None
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"number({self.group})" if self.where is None else f"number({self.group} where {self.where})"


@dataclass(frozen=True, slots=True)
class SumOf:
    """``sum(value per GROUP)``: the values of all groups together."""

    value: Node
    group: str
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"sum({self.value} per {self.group})"


@dataclass(frozen=True, slots=True)
class Fewest:
    """``fewest(WEIGHT, value)``: the least number of voters whose weights together exceed the value."""

    weight: str
    value: Node
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"fewest({self.weight}, {self.value})"


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison; ``unit`` is what both sides count, set when names are resolved."""

    op: CompareOp
    left: Node
    right: Node
    column: int = field(default=0, compare=False)
    unit: Unit | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{wrapped(self.left, 4)} {self.op} {wrapped(self.right, 4)}"


@dataclass(frozen=True, slots=True)
class And:
    """All of the tests."""

    tests: tuple[Node, ...]
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return " and ".join(wrapped(test, 2) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Or:
    """One of the clauses at least."""

    clauses: tuple[Node, ...]
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return " or ".join(wrapped(clause, 1) for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of a test."""

    test: Node
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"not {wrapped(self.test, 2)}"


Node: TypeAlias = (
    Integer
    | Percent
    | LengthNode
    | Label
    | Unspecified
    | CountNode
    | Defined
    | Arith
    | Call
    | NumberOf
    | SumOf
    | Fewest
    | Compare
    | And
    | Or
    | Not
)


def binding(node: Node) -> int:
    """How tightly the node binds: or 0, and 1, not 2, a comparison 3, a sum 4, a product 5, anything else 6."""
    match node:
        case Or():
            return 0
        case And():
            return 1
        case Not():
            return 2
        case Compare():
            return 3
        case Arith():
            return 4 if node.op in "+-" else 5
        case _:
            return 6


def wrapped(node: Node, least: int) -> str:
    """The node's text, in parentheses if it binds looser than ``least``."""
    return f"({node})" if binding(node) < least else str(node)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below, definitions written out."""
    match node:
        case Arith() | Compare():
            return (node.left, node.right)
        case Call():
            return node.arguments
        case And():
            return node.tests
        case Or():
            return node.clauses
        case Not():
            return (node.test,)
        case NumberOf():
            return () if node.where is None else (node.where,)
        case SumOf() | Fewest():
            return (node.value,)
        case Defined():
            return tuple(each for row in node.rows for each in row if each is not None)
        case _:
            return ()


def depth(node: Node) -> int:
    """How many levels the tree has, found without recursion."""
    levels, level = 0, [node]
    while level:
        levels, level = levels + 1, [child for each in level for child in children(each)]
    return levels
