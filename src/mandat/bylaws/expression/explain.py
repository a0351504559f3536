"""Explains a ruling: every test with its numbers filled in, decided by the closures that decide the ruling."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from mandat.bylaws.expression import compiled, tree
from mandat.bylaws.expression.expression import Expression
from mandat.bylaws.expression.filled import filled, value_of
from mandat.bylaws.expression.numbers import Evaluation, Interpretations, Numbers, Open, Run, Time, Value
from mandat.bylaws.expression.readings import evaluated
from mandat.bylaws.expression.tree import Node
from mandat.bylaws.expression.units import UnitKind
from mandat.bylaws.values import surd
from mandat.bylaws.values.duration import Duration, DurationError, Elapsed, Never, later
from mandat.bylaws.values.surd import Exact
from mandat.bylaws.words.figures import figure, figures, instant, length
from mandat.language import ENGLISH, Language, Message, msg

SYMBOLS: dict[str, str] = {"<": "<", "<=": "≤", "=": "=", ">=": "≥", ">": ">"}
MOST_GROUPS = 12
_WORDS: dict[str, Message] = {
    "met": msg("met"),
    "unmet": msg("not met"),
    "kept": msg("kept"),
    "short": msg("{n} short"),
    "over": msg("over by {n}"),
    "off": msg("off by {n}"),
    "true": msg("yes"),
    "false": msg("no"),
    "open": msg("unspecified: the readings differ"),
    "since": msg("since {since}, {length} complete on {complete}, now {now}"),
    "never": msg("never began"),
}


class Clause(msgspec.Struct, frozen=True):
    """One test of a rule with its numbers.

    ``text`` is canonical; ``holds`` is None where the text is silent and the readings differ, or for a plain number.
    ``short_by``: the least whole number that the left side lacks or has too many, the right side staying as it is (0 if the
    test holds, None where it cannot be counted). ``parts``: the tests inside an ``or``, ``and`` or ``not``. ``groups``: the
    bodies or labels that count in ``number(GROUP where …)``. ``words`` is for people.
    """

    text: str
    holds: bool | None
    words: str
    left: Value | None = None
    right: Value | None = None
    short_by: int | None = None
    parts: tuple[Clause, ...] = ()
    groups: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.text}: {self.words}"


class Explanation(msgspec.Struct, frozen=True):
    """The evaluation and the tests it is made of: all must hold. Iterating gives the clauses."""

    evaluation: Evaluation
    clauses: tuple[Clause, ...]

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.clauses)

    def __len__(self) -> int:
        return len(self.clauses)

    def __getitem__(self, index: int) -> Clause:
        return self.clauses[index]


def explain(
    expression: Expression,
    numbers: Numbers,
    language: Language = ENGLISH,
    interpretations: Interpretations = (),
) -> Explanation:
    """Evaluate, and explain each test that must hold.

    Same demands on ``numbers`` and same errors as :meth:`Expression.evaluate`.

    >>> from mandat.bylaws.expression import Place, parse
    >>> rule = parse("voted >= 1/2 * concerned and yes >= 2/3 * cast", place=Place.CARRIED)
    >>> for clause in explain(rule, {"voted": 5046, "concerned": 5255, "yes": 3014, "cast": 4900}):
    ...     print(clause)
    voted >= 1/2 * concerned: 5,046 ≥ 2,627.5, met
    yes >= 2/3 * cast: 3,014 ≥ 2/3 × 4,900 = 3,266.67, 253 short
    """
    evaluation = expression.evaluate(numbers, interpretations)
    run = Run(numbers, numbers, interpretations)
    if expression.unit.kind is not UnitKind.TRUTH:
        return Explanation(evaluation, (_value_clause(expression, evaluation, run, language),))
    node = expression.node
    tests = node.tests if isinstance(node, tree.And) else (node,)
    return Explanation(evaluation, tuple(_clause(each, run, language) for each in tests))


def _clause(node: Node, run: Run, language: Language) -> Clause:
    result = evaluated(compiled.test(node), run).value
    holds = None if result is None else bool(result)
    match node:
        case tree.Compare():
            return _comparison(node, holds, run, language)
        case tree.And() | tree.Or() | tree.Not():
            return _joined(node, holds, run, language)
        case tree.Defined():
            parts = tuple(_clause(each, run, language) for each in _row_that_holds(node, run))
            words = parts[0].words if parts else _verdict(holds, language)
            return Clause(str(node), holds, words, parts=parts)
        case _:
            return Clause(str(node), holds, _WORDS[_truth(holds)].text(language))


def _truth(holds: bool | None) -> str:
    return "open" if holds is None else "true" if holds else "false"


def _verdict(holds: bool | None, language: Language) -> str:
    return _WORDS["open" if holds is None else "met" if holds else "unmet"].text(language)


def _joined(node: tree.And | tree.Or | tree.Not, holds: bool | None, run: Run, language: Language) -> Clause:
    inner = (
        node.tests
        if isinstance(node, tree.And)
        else node.clauses
        if isinstance(node, tree.Or)
        else (node.test,)
    )
    parts = tuple(_clause(each, run, language) for each in inner)
    words = "; ".join(str(part) for part in parts)
    return Clause(str(node), holds, f"{_verdict(holds, language)} ({words})", parts=parts)


def _row_that_holds(node: tree.Defined, run: Run) -> tuple[Node, ...]:
    """The value of the first row that holds; nothing where that cannot be told."""
    for when, value in node.rows:
        verdict = True if when is None else evaluated(compiled.test(when), run).value
        if verdict:
            return (value,)
        if verdict is None:
            return ()
    return ()


# -- comparisons ---------------------------------------------------------------------------------------------------


def _comparison(node: tree.Compare, holds: bool | None, run: Run, language: Language) -> Clause:
    kind = UnitKind.NUMBER if node.unit is None else node.unit.kind
    if kind is UnitKind.DURATION:
        return _times(node, holds, run, language)
    if kind is UnitKind.LABEL:
        return _labels(node, holds, run, language)
    left, right = value_of(node.left, run), value_of(node.right, run)
    if left is None or right is None:
        sides = f"{filled(node.left, run, language)} {SYMBOLS[node.op]} {filled(node.right, run, language)}"
        return Clause(str(node), holds, f"{sides}, {_verdict(holds, language)}", left, right)
    short_by = 0 if holds else shortfall(node.op, left, right)
    groups = _groups(node, run)
    words = _numbers(node, (left, right), holds, short_by, run, language)
    named = (
        f" ({', '.join(groups[:MOST_GROUPS])}{' …' if len(groups) > MOST_GROUPS else ''})" if groups else ""
    )
    return Clause(str(node), holds, words + named, left, right, short_by, groups=groups)


def shortfall(op: tree.CompareOp, left: Exact, right: Exact) -> int | None:
    """The least whole number to add to the left side (take from it, for ``<`` and ``<=``) so that the test holds.

    For ``=`` the distance, None if it is not whole.
    """
    lacking = surd.subtract(right, left) if op in (">", ">=") else surd.subtract(left, right)
    match op:
        case ">=" | "<=":
            return surd.ceil(lacking)
        case ">" | "<":
            return surd.floor(lacking) + 1
        case "=":
            return abs(surd.floor(lacking)) if surd.is_whole(lacking) else None


def _numbers(
    node: tree.Compare,
    values: tuple[Exact, Exact],
    holds: bool | None,
    short_by: int | None,
    run: Run,
    language: Language,
) -> str:
    shown = figures(*values, language)
    if holds:
        done = _WORDS["met" if node.op in (">", ">=") else "kept"].text(language)
        return f"{shown[0]} {SYMBOLS[node.op]} {shown[1]}, {done}"
    sides = [
        _steps(side, text, run, language) for side, text in zip((node.left, node.right), shown, strict=True)
    ]
    return f"{sides[0]} {SYMBOLS[node.op]} {sides[1]}, {_lacking(node.op, short_by, language)}"


def _lacking(op: tree.CompareOp, short_by: int | None, language: Language) -> str:
    if short_by is None:
        return _WORDS["unmet"].text(language)
    how = "short" if op in (">", ">=") else "off" if op == "=" else "over"
    return _WORDS[how].text(language, n=figure(short_by, language))


def _steps(node: Node, value: str, run: Run, language: Language) -> str:
    """``2/3 × 4,900 = 3,266.67``, or the number alone where there is nothing to calculate."""
    text = filled(node, run, language)
    plain = not isinstance(node, tree.Arith | tree.Call) or text == value
    return value if plain else f"{text} = {value}"


def _groups(node: tree.Compare, run: Run) -> tuple[str, ...]:
    """The groups that count on the left side of ``number(GROUP where …) >= 5``."""
    if not isinstance(node.left, tree.NumberOf) or node.left.where is None:
        return ()
    where = compiled.test(node.left.where)
    bodies = run.numbers[node.left.group].items()
    return tuple(str(name) for name, numbers in bodies if evaluated(where, run.within(numbers)).value)


def _times(node: tree.Compare, holds: bool | None, run: Run, language: Language) -> Clause:
    left, right = compiled.time(node.left)(run), compiled.time(node.right)(run)
    sides = (_time(left, right, language), _time(right, left, language))
    plain = [side for side, value in zip(sides, (left, right), strict=True) if isinstance(value, Elapsed)]
    shown = plain[0] if len(plain) == 1 else f"{sides[0]} {SYMBOLS[node.op]} {sides[1]}"
    return Clause(str(node), holds, f"{shown}, {_verdict(holds, language)}", left, right)


def _time(one: Time, other: Time, language: Language) -> str:
    match one:
        case Never():
            return _WORDS["never"].text(language)
        case Duration():
            return length(one, language)
        case Elapsed():
            since, now = instant(one.since, one), instant(one.now, one)
            complete = _complete(one, other)
            if complete is None or not isinstance(other, Duration):
                return f"{since} – {now}"
            return _WORDS["since"].text(
                language,
                since=since,
                length=length(other, language),
                complete=instant(complete, one),
                now=now,
            )


def _complete(one: Elapsed, other: Time) -> int | None:
    try:
        return later(one.since, other, one.zone) if isinstance(other, Duration) else None
    except DurationError:
        return None


def _labels(node: tree.Compare, holds: bool | None, run: Run, language: Language) -> Clause:
    try:
        left, right = compiled.label(node.left)(run), compiled.label(node.right)(run)
    except Open:
        return Clause(str(node), holds, _verdict(holds, language))
    return Clause(str(node), holds, f"'{left}' = '{right}', {_verdict(holds, language)}", left, right)


# -- plain values --------------------------------------------------------------------------------------------------


def _value_clause(expression: Expression, evaluation: Evaluation, run: Run, language: Language) -> Clause:
    """``ceil(entitled / 100): ceil(355 / 100) = 4``."""
    value = evaluation.value
    match value:
        case None:
            words = f"{_raw(expression, run, language)}, {_WORDS['open'].text(language)}"
        case int() | Fraction() | surd.Surd():
            words = _steps(expression.node, figure(value, language), run, language)
        case _:
            words = str(value)
    return Clause(str(expression), None, words, value)


def _raw(expression: Expression, run: Run, language: Language) -> str:
    """The number before it is read one way or the other."""
    if expression.unit.kind in (UnitKind.DURATION, UnitKind.LABEL):
        return str(expression)
    value = value_of(expression.node, run)
    shown = filled(expression.node, run, language) if value is None else figure(value, language)
    return _steps(expression.node, shown, run, language)
