"""What must hold for every expression and every number."""

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any, TypeGuard

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.bylaws.expression import ExpressionError, Place, Sign, explain, parse, phrase, sign_of
from mandat.bylaws.expression.compiled import quantity
from mandat.bylaws.expression.numbers import Open, Run
from mandat.bylaws.expression.parser import read
from mandat.bylaws.expression.tree import And, Compare
from mandat.bylaws.values import surd
from mandat.bylaws.values.surd import Exact, Surd
from tests.expression.strategies import (
    NAMES,
    compared,
    condition,
    conditions,
    exact,
    means,
    numbers,
    radicands,
    rubbish,
    values,
)


@given(conditions)
def test_printed_text_parses_to_the_same_tree(text: str) -> None:
    tree = read(text)
    assert read(str(tree)) == tree
    expression = condition(text)
    assert condition(str(expression)) == expression
    assert condition(str(expression)).counts == expression.counts


@given(conditions, numbers)
def test_explanation_and_evaluation_agree(text: str, given_numbers: dict[str, Any]) -> None:
    expression = condition(text)
    evaluation = expression.evaluate(given_numbers)
    explanation = explain(expression, given_numbers)
    verdicts = [clause.holds for clause in explanation]
    assert explanation.evaluation == evaluation
    if False in verdicts:
        assert evaluation.value is False
    elif None not in verdicts:
        assert evaluation.value is True
    if evaluation.value is True:
        assert all(verdicts)


@given(conditions, numbers)
def test_each_clause_says_what_its_numbers_say(text: str, given_numbers: dict[str, Any]) -> None:
    node = condition(text).node
    tests = node.tests if isinstance(node, And) else (node,)
    for test, clause in zip(tests, explain(condition(text), given_numbers), strict=True):
        if isinstance(test, Compare) and _exact(clause.left) and _exact(clause.right):
            assert clause.holds == _compared(test.op, clause.left, clause.right)
            if clause.short_by and test.op in (">", ">="):
                assert _compared(test.op, surd.add(clause.left, clause.short_by), clause.right)
                assert not _compared(test.op, surd.add(clause.left, clause.short_by - 1), clause.right)


def _exact(value: object) -> TypeGuard[Exact]:
    return isinstance(value, int | Fraction | Surd)


def _compared(op: str, left: Any, right: Any) -> bool:
    sign = surd.sign(surd.subtract(left, right))
    return {"<": sign < 0, "<=": sign <= 0, "=": sign == 0, ">=": sign >= 0, ">": sign > 0}[op]


@given(compared, numbers)
def test_cross_multiplication_decides_as_the_two_values_do(text: str, given_numbers: dict[str, Any]) -> None:
    expression = condition(text)
    assert isinstance(expression.node, Compare)
    run = Run(given_numbers, given_numbers)
    try:
        sides = quantity(expression.node.left)(run), quantity(expression.node.right)(run)
    except Open:
        return
    assert expression.evaluate(given_numbers).value is _compared(expression.node.op, *sides)


@given(conditions, conditions, numbers)
def test_order_of_the_tests_does_not_matter(one: str, other: str, given_numbers: dict[str, Any]) -> None:
    for joint in ("and", "or"):
        forth, back = condition(f"({one}) {joint} ({other})"), condition(f"({other}) {joint} ({one})")
        assert forth.evaluate(given_numbers).value is back.evaluate(given_numbers).value


@given(conditions, numbers)
def test_not_turns_the_value_round(text: str, given_numbers: dict[str, Any]) -> None:
    value, contrary = (
        condition(text).evaluate(given_numbers).value,
        condition(f"not ({text})").evaluate(given_numbers),
    )
    assert contrary.value is (None if value is None else not value)


@given(conditions, numbers, st.randoms())
def test_order_of_the_numbers_does_not_matter(text: str, given_numbers: dict[str, Any], random: Any) -> None:
    shuffled = list(given_numbers.items())
    random.shuffle(shuffled)
    assert condition(text).evaluate(dict(shuffled)) == condition(text).evaluate(given_numbers)


@given(conditions, numbers, st.sampled_from(("true", "false")))
def test_a_ruling_leaves_no_question(text: str, given_numbers: dict[str, Any], choice: str) -> None:
    evaluation = condition(text).evaluate(given_numbers, {choice})
    assert evaluation.value in (True, False)
    assert not evaluation.questions


@given(conditions, numbers)
def test_readings_that_agree_ask_nothing(text: str, given_numbers: dict[str, Any]) -> None:
    evaluation = condition(text).evaluate(given_numbers)
    found = {reading.value for reading in evaluation.readings}
    assert bool(evaluation.questions) is (evaluation.value is None) is (len(found) > 1)
    for reading in evaluation.readings:
        assert condition(text).evaluate(given_numbers, dict(reading.choices)).value is reading.value


@given(
    conditions, numbers, st.sampled_from(("yes", "no", "abstain", "entitled", "present")), st.integers(1, 5)
)
def test_signs_tell_the_truth(text: str, given_numbers: dict[str, Any], name: str, more: int) -> None:
    expression = condition(text)
    sign = sign_of(expression, name)
    before, after = (
        expression.evaluate(given_numbers).value,
        expression.evaluate(_more(given_numbers, name, more)).value,
    )
    if before is None or after is None:
        return
    if sign is Sign.NEITHER:
        assert before is after
    if sign is Sign.HELPS:
        assert not (before and not after)
    if sign is Sign.HARMS:
        assert not (after and not before)


def _more(given_numbers: dict[str, Any], name: str, more: int) -> dict[str, Any]:
    touched = {
        "yes": ("yes", "cast", "voted"),
        "no": ("no", "cast", "voted"),
        "abstain": ("abstain", "voted"),
    }.get(name, (name,))
    return given_numbers | {each: given_numbers[each] + more for each in touched}


@given(conditions)
def test_every_expression_has_a_sentence(text: str) -> None:
    expression = condition(text)
    for words in (phrase(expression), phrase(expression, "fr")):
        assert words.strip()
        assert "{" not in words


@given(rubbish, st.sampled_from(Place))
def test_rubbish_is_refused_in_words_or_means_the_same_when_printed(text: str, place: Place) -> None:
    if means(text, place):
        expression = parse(text, place=place, names=NAMES)
        assert parse(str(expression), place=place, names=NAMES) == expression
        return
    with pytest.raises(ExpressionError) as caught:
        parse(text, place=place, names=NAMES)
    assert 1 <= caught.value.column <= len(text) + 1
    assert caught.value.problem in str(caught.value)


@given(values, numbers)
def test_seats_are_whole_or_read_down_and_up(text: str, given_numbers: dict[str, Any]) -> None:
    expression = parse(f"max(0, {text})", place=Place.DEFINE, names=NAMES)
    exact_value = expression.evaluate(given_numbers)
    seats = expression.whole_seats(given_numbers)
    if isinstance(exact_value.value, int):
        assert seats.value == exact_value.value
    elif isinstance(exact_value.value, Fraction):
        below = exact_value.value.numerator // exact_value.value.denominator
        assert [reading.value for reading in seats.readings] == [below, below + 1]
        assert expression.whole_seats(given_numbers, {"up"}).value == below + 1


# -- exact arithmetic ----------------------------------------------------------------------------------------------

surds = st.builds(lambda a, b, n: Surd(Fraction(a), Fraction(b or 1), n), exact, exact, st.just(7))
any_exact = st.one_of(exact, surds)


def _decimal(value: Exact) -> Decimal:
    if not isinstance(value, Surd):
        return Decimal(Fraction(value).numerator) / Decimal(Fraction(value).denominator)
    return _decimal(value.a) + _decimal(value.b) * Decimal(value.n).sqrt()


@given(any_exact, any_exact)
def test_surds_are_ordered_as_their_decimals(left: Exact, right: Exact) -> None:
    with localcontext(prec=60):
        difference = _decimal(left) - _decimal(right)
        sign = 0 if abs(difference) < Decimal("1e-40") else int(difference.copy_sign(1) / difference)
    assert surd.sign(surd.subtract(left, right)) == sign


@given(any_exact, any_exact)
def test_surds_calculate_as_their_decimals(left: Exact, right: Exact) -> None:
    with localcontext(prec=60):
        near = Decimal("1e-40")
        assert abs(_decimal(surd.add(left, right)) - _decimal(left) - _decimal(right)) < near
        assert abs(_decimal(surd.multiply(left, right)) - _decimal(left) * _decimal(right)) < near
        if surd.sign(right):
            assert surd.sign(surd.subtract(surd.multiply(surd.divide(left, right), right), left)) == 0


@given(exact, exact, radicands)
def test_rounding_is_exact(a: Fraction, b: Fraction, n: int) -> None:
    value: Exact = Surd(Fraction(a), Fraction(b), n) if b else Fraction(a)
    below, above = surd.floor(value), surd.ceil(value)
    assert surd.sign(surd.subtract(value, below)) >= 0 > surd.sign(surd.subtract(value, below + 1))
    assert above - below == (0 if surd.is_whole(value) else 1)
    side = surd.sign(surd.subtract(value, below + Fraction(1, 2)))
    assert surd.half_up(value) == below + (side >= 0)
    assert surd.half_down(value) == below + (side > 0)
    assert surd.half_even(value) == (below + (side > 0) if side else below + below % 2)


@given(st.fractions(0, 10**6))
def test_the_root_squared_is_the_number(value: Fraction) -> None:
    found = surd.root(value)
    assert surd.sign(surd.subtract(surd.multiply(found, found), value)) == 0
