"""Random expressions that have a meaning in a vote, and numbers for them."""

from typing import Any

from hypothesis import strategies as st

from mandat.bylaws.expression import (
    BylawsNames,
    DeclaredBody,
    DeclaredFact,
    Expression,
    ExpressionError,
    Place,
    define,
    parse,
)

COUNTS = ("yes", "no", "abstain", "cast", "voted", "entitled", "present", "filled", "members of all section")
NAMES = BylawsNames(
    facts={
        "region": DeclaredFact("label", values=("north", "south")),
        "urgent": DeclaredFact("flag", ("act",)),
    },
    defines={
        "q": define("q", "1/2 * entitled"),
        "step": define("step", [("yes > 10", "no + 1"), (None, "cast")]),
    },
    weights=("card",),
    bodies={"section": DeclaredBody(many=True), "county": DeclaredBody("constituency", many=True)},
)


def means(text: str, place: Place = Place.CARRIED) -> bool:
    """Whether the text has a meaning there: pieces put together at random may compare a count with a fraction."""
    try:
        parse(text, place=place, names=NAMES)
    except ExpressionError:
        return False
    return True


integers = st.integers(0, 40).map(str)
positive = st.integers(1, 12).map(str)
fractions = st.builds("{}/{}".format, positive, positive)
counts = st.sampled_from(COUNTS)
leaves = st.one_of(
    counts, integers, st.just("q"), st.just("step"), st.builds("{} * {}".format, fractions, counts)
)


def _values(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({}) + ({})".format, inner, inner),
        st.builds("({}) - ({})".format, inner, inner),
        st.builds("{} * ({})".format, fractions, inner),
        st.builds("({}) / {}".format, inner, positive),
        st.builds("({}) / (yes - no)".format, counts.map("{} / cast".format).map("ceil({})".format)),
        st.builds(
            "{}({})".format, st.sampled_from(("floor", "ceil", "half_up", "half_down", "half_even")), inner
        ),
        st.builds("{}({}, {})".format, st.sampled_from(("min", "max")), inner, inner),
    )


values = st.recursive(leaves, _values, max_leaves=6).filter(lambda text: means(text, Place.DEFINE))
rooted = st.one_of(values, st.builds("{} * sqrt(entitled)".format, fractions))
operators = st.sampled_from(("<", "<=", "=", ">=", ">"))
compared = st.builds("{} {} {}".format, values, operators, rooted).filter(means)
comparisons = st.one_of(
    compared,
    st.builds("number(county where {} {} {}) {} {}".format, counts, operators, counts, operators, positive),
    st.builds("sum({} per county) {} {}".format, counts, operators, counts),
    st.just("urgent"),
    st.just("unspecified"),
    st.builds("yes / cast {} {}".format, operators, fractions),
)


def _conditions(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({}) and ({})".format, inner, inner),
        st.builds("({}) or ({})".format, inner, inner),
        st.builds("not ({})".format, inner),
    )


conditions = st.recursive(comparisons, _conditions, max_leaves=4)


def condition(text: str) -> Expression:
    return parse(text, place=Place.CARRIED, names=NAMES)


quantities = st.one_of(st.integers(0, 60), st.fractions(0, 60, max_denominator=6))
plain_numbers = st.fixed_dictionaries(dict.fromkeys(COUNTS, quantities) | {"urgent": st.booleans()})
numbers: st.SearchStrategy[dict[str, Any]] = st.builds(
    lambda own, counties: {**own, "county": {f"c{index}": each for index, each in enumerate(counties)}},
    plain_numbers,
    st.lists(st.fixed_dictionaries(dict.fromkeys(COUNTS, quantities)), max_size=4),
)
exact = st.one_of(st.integers(-50, 50), st.fractions(-50, 50, max_denominator=12))
radicands = st.integers(2, 99).filter(lambda n: int(n**0.5) ** 2 != n)
WORDS = """
    q step 1 0 2/3 60% P1Y 'north' region urgent county card unspecified ( ) , + - * / < <= = >= > : and or not of all with by
    at where per over number( sum( fewest( average( sqrt( max( ceil( vacant( $ 1.5 '
"""
pieces = st.sampled_from((*COUNTS, *WORDS.split()))
rubbish = st.one_of(st.lists(pieces, max_size=15).map(" ".join), st.text(max_size=40))
