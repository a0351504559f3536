"""Sign or hold out: what theory gives.

Sources: J. McCall, "Economics of information and job search", Quarterly J. of Economics 84 (1970) for offers that come one by
one; J. Fearon, "Rationalist explanations for war", International Organization 49 (1995) for the demand under an unknown cost;
the value of waiting follows from the Bellman equation rV = λ(H − V) + μ(L − V) − c.
"""

from __future__ import annotations

from math import sqrt

from mandat.language import msg
from mandat.study.errors import StudyError


def reservation(discount: float) -> float:
    """The offer, uniform on [0, 1], from which one should accept: (1 − √(1 − β²))/β.

    >>> round(reservation(0.9), 5)
    0.62679
    """
    if not 0 < discount < 1:
        raise StudyError(
            msg("the discount is {discount}; give a number between 0 and 1, such as 0.9")(
                discount=str(discount)
            )
        )
    return (1 - sqrt(1 - discount**2)) / discount


def demand(fair: float, own_cost: float, most_cost: float) -> tuple[float, float]:
    """What to ask when the other side's cost of a break is unknown, uniform on [0, most]: the demand and the risk of a break.

    ``fair`` is what a break would be expected to bring.

    >>> [round(each, 3) for each in demand(0.5, 0.1, 0.4)]
    [0.65, 0.375]
    """
    if not 0 <= own_cost <= most_cost:
        raise StudyError(
            msg(
                "own cost must lie between 0 and the other side's highest cost; beyond it ask the safe demand"
            )
        )
    return fair + (most_cost - own_cost) / 2, (1 - own_cost / most_cost) / 2


def value_of_waiting(
    help_rate: float, help_worth: float, collapse_rate: float, left: float, cost: float, discount: float
) -> float:
    """(λH + μL − c)/(λ + μ + r): sign if what is offered is worth at least this."""
    rates = help_rate + collapse_rate + discount
    if rates <= 0:
        raise StudyError(
            msg("help, collapse and discount are all 0: waiting would last for ever; give one of them")
        )
    return (help_rate * help_worth + collapse_rate * left - cost) / rates
