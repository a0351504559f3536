"""Exact conditions and numbers over named counts: the small language inside a bylaws file.

>>> rule = parse("voted >= 1/2 * concerned", place=Place.QUORUM)
>>> [str(count) for count in rule.counts]
['voted', 'concerned']
>>> rule.evaluate({"voted": 5046, "concerned": 5255}).value
True

``parse`` reads (:mod:`parser`), gives names their meaning and checks units (:mod:`meaning`), and compiles (:mod:`compiled`).
Arithmetic is exact: whole numbers, fractions and a + b·√n. Where the text is silent, each reading is tried.
"""

from mandat.bylaws.expression.complete import complete
from mandat.bylaws.expression.counts import COUNTS, NamedCount
from mandat.bylaws.expression.errors import ExpressionError, MissingNumber, NumbersError
from mandat.bylaws.expression.explain import Clause, Explanation, explain
from mandat.bylaws.expression.expression import Expression, check_definition, define, parse
from mandat.bylaws.expression.names import BylawsNames, DeclaredBody, DeclaredFact, Definition
from mandat.bylaws.expression.numbers import (
    Evaluation,
    GroupRef,
    Interpretations,
    Numbers,
    Reading,
    SilentPart,
    Value,
)
from mandat.bylaws.expression.phrase import phrase
from mandat.bylaws.expression.places import Place
from mandat.bylaws.expression.signs import Sign, sign_of
from mandat.bylaws.expression.tree import CountRef, Node, children
from mandat.bylaws.expression.units import Unit, UnitKind
from mandat.bylaws.values.surd import Surd

__all__ = [
    "COUNTS",
    "BylawsNames",
    "Clause",
    "CountRef",
    "DeclaredBody",
    "DeclaredFact",
    "Definition",
    "Evaluation",
    "Explanation",
    "Expression",
    "ExpressionError",
    "GroupRef",
    "Interpretations",
    "MissingNumber",
    "NamedCount",
    "Node",
    "Numbers",
    "NumbersError",
    "Place",
    "Reading",
    "Sign",
    "SilentPart",
    "Surd",
    "Unit",
    "UnitKind",
    "Value",
    "check_definition",
    "children",
    "complete",
    "define",
    "explain",
    "parse",
    "phrase",
    "sign_of",
]
