"""The words of the read-back: shares, comparisons, functions.

A condition is always said after "if", "unless", "where" or "that": languages that put the verb last there do so.
"""

from __future__ import annotations

from fractions import Fraction

from mandat.bylaws.words.figures import figure
from mandat.language import ENGLISH, Message, Value, msg

SHARES: dict[Fraction, Message] = {
    Fraction(1, 2): msg("half"),
    Fraction(1, 3): msg("a third"),
    Fraction(2, 3): msg("two thirds"),
    Fraction(1, 4): msg("a quarter"),
    Fraction(3, 4): msg("three quarters"),
    Fraction(1, 5): msg("a fifth"),
    Fraction(2, 5): msg("two fifths"),
    Fraction(3, 5): msg("three fifths"),
    Fraction(4, 5): msg("four fifths"),
    Fraction(1, 10): msg("a tenth"),
    Fraction(9, 10): msg("nine tenths"),
}
SHARE_OF: dict[str, Message] = {
    ">=": msg("at least {share} of {whole}"),
    ">": msg("more than {share} of {whole}"),
    "<=": msg("at most {share} of {whole}"),
    "<": msg("less than {share} of {whole}"),
    "=": msg("exactly {share} of {whole}"),
}
MANY: dict[str, Message] = {
    ">=": msg("at least {n}"),
    ">": msg("more than {n}"),
    "<=": msg("at most {n}"),
    "<": msg("fewer than {n}"),
    "=": msg("exactly {n}"),
}
DO = msg("{who} {verb}")
RELATIONS: dict[str, Message] = {
    ">=": msg("{left} reach {right}"),
    ">": msg("{left} exceed {right}"),
    "<=": msg("{left} do not exceed {right}"),
    "<": msg("{left} stay below {right}"),
    "=": msg("{left} equal {right}"),
}
LASTS: dict[str, Message] = {
    ">=": msg("{what} is at least {length}"),
    ">": msg("{what} is more than {length}"),
    "<=": msg("{what} is at most {length}"),
    "<": msg("{what} is less than {length}"),
    "=": msg("{what} is {length}"),
}
FUNCTIONS: dict[str, Message] = {
    "ceil": msg("{value}, rounded up"),
    "floor": msg("{value}, rounded down"),
    "half_up": msg("{value}, rounded to the nearest (a half up)"),
    "half_down": msg("{value}, rounded to the nearest (a half down)"),
    "half_even": msg("{value}, rounded to the nearest (a half to the even number)"),
    "sqrt": msg("the square root of ({value})"),
    "min": msg("the least of ({value})"),
    "max": msg("the greatest of ({value})"),
}
PER: dict[str, Message] = {
    "ceil": msg("one for every {n} of {what} or part of {n}"),
    "floor": msg("one for every full {n} of {what}"),
    "half_down": msg("one for every {n} of {what} or major fraction of {n}"),
}
SIGNS: dict[str, Message] = {
    "+": msg("{left} plus {right}"),
    "-": msg("{left} less {right}"),
    "*": msg("{left} times {right}"),
    "/": msg("{left} divided by {right}"),
}
NOT = msg("it is not true that {test}")
PART = msg("{share} of {whole}")
OF = msg("{what} of {title}")
OF_ALL = msg("{what} of every {title}")
WITH = msg("{what} with {title}")
BY = msg("{what} (by {title})")
AT = msg("{what} at {title}")
OVER = msg("the average of {count} over {length}")
GROUPS = msg("the number of groups “{group}” where {test}")
ALL_GROUPS = msg("the number of groups “{group}”")
GROUPS_HOLD = msg("in {many} of the groups “{group}”, {test}")
THERE_ARE = msg("there are {many} groups “{group}”")
SUM = msg("the sum for every {group} of ({value})")
FEWEST = msg("the fewest voters who together weigh more than {value} by {title}")
UNSPECIFIED = msg("what the text leaves open")
ROWS = msg("“{title}”")
PERSON = msg("the person is {noun}")
GIVEN = msg("“{title}” holds")
PERCENT = msg("{number}%")


def share(fraction: Fraction) -> Value:
    """A share in words: "two thirds", "60%", "3/7".

    >>> share(Fraction(3, 7))
    '3/7'
    """
    known = SHARES.get(fraction)
    if known is not None:
        return known
    if 100 % fraction.denominator == 0:
        return PERCENT(number=figure(fraction * 100, ENGLISH))
    return f"{fraction.numerator}/{fraction.denominator}"
