"""Sign or hold out, with hazards that may change over time.

While one waits, help may come (rate λ, worth H) or the side collapses (rate μ, leaving L); waiting costs c a unit of time, and
what comes later is discounted at r. The offer S may change. With everything constant the value of waiting is
(λH + μL − c)/(λ + μ + r), and one signs if the offer is worth at least that. Else, where waiting once worse stays worse (the
monotone case), one stops at the first moment with λ(H − S) + μ(L − S) + S′ − rS − c ≤ 0.

Source: Y. Chow, H. Robbins, D. Siegmund, "Great expectations: the theory of optimal stopping" (1971), chapter 3 for the monotone
case; the value by backward induction on a grid (R. Bellman, "Dynamic programming" (1957)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from math import exp, inf

import numpy as np
from numpy.typing import NDArray

from mandat.language import msg
from mandat.study.errors import StudyError
from mandat.study.exact.negotiating import value_of_waiting

STEPS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is on the table. Rates are per unit of time (say a week), worths in one unit (say wages for a year).

    ``offer`` now; ``offer_change``, ``help_change`` and ``collapse_change`` per unit of time. After ``horizon`` one signs what
    there is.
    """

    offer: float
    help_rate: float
    help_worth: float
    collapse_rate: float = 0.0
    left: float = 0.0
    cost: float = 0.0
    discount: float = 0.0
    offer_change: float = 0.0
    help_change: float = 0.0
    collapse_change: float = 0.0
    horizon: float = 52.0

    def __post_init__(self) -> None:
        for name in ("help_rate", "collapse_rate", "discount", "cost"):
            if not getattr(self, name) >= 0:
                raise StudyError(
                    msg("{name} is {value}; it cannot be negative")(name=name, value=str(getattr(self, name)))
                )
        if not 0 < self.horizon < inf:
            raise StudyError(
                msg("the horizon is {horizon}; give a length of time above 0")(horizon=str(self.horizon))
            )

    @property
    def constant(self) -> bool:
        """Whether nothing changes while one waits."""
        return self.offer_change == self.help_change == self.collapse_change == 0

    def at(self, when: float) -> tuple[float, float, float]:
        """Offer, rate of help and rate of collapse at a moment; rates stay at 0 once they have fallen to it."""
        return (
            self.offer + self.offer_change * when,
            max(0.0, self.help_rate + self.help_change * when),
            max(0.0, self.collapse_rate + self.collapse_change * when),
        )

    def gain(self, when: float) -> float:
        """What a moment more of waiting brings over signing, per unit of time."""
        offer, helped, fallen = self.at(when)
        brings = helped * (self.help_worth - offer) + fallen * (self.left - offer)
        return brings + self.offer_change - self.discount * offer - self.cost


@dataclass(frozen=True, slots=True)
class Advice:
    """``sign`` now or not; ``waiting``: what holding out is worth; ``stop``: until when to hold out (0: sign now).

    ``even``: the offer at which both are worth the same. ``monotone``: waiting once worse stays worse.
    """

    sign: bool
    waiting: float
    stop: float
    even: float
    monotone: bool


def advice(terms: Terms) -> Advice:
    """What to do.

    >>> found = advice(Terms(offer=0.5, help_rate=0.5, help_worth=1, collapse_rate=0.25, left=0.2, cost=0.1, discount=0.05))
    >>> found.sign, round(found.waiting, 4), round(found.even, 4)
    (False, 0.5625, 0.5625)
    """
    if terms.constant:
        worth = value_of_waiting(
            terms.help_rate, terms.help_worth, terms.collapse_rate, terms.left, terms.cost, terms.discount
        )
        sign = terms.offer >= worth
        return Advice(sign, worth, 0.0 if sign else inf, worth, True)
    values = _values(terms)
    stop = _stop(terms)
    return Advice(
        bool(values[0] <= terms.offer + 1e-12), float(values[0]), stop, _even(terms), _monotone(terms)
    )


def _grid(terms: Terms) -> NDArray[np.float64]:
    return np.linspace(0, terms.horizon, STEPS + 1)


def _values(terms: Terms) -> NDArray[np.float64]:
    """What the case is worth at each moment if one does the best from then on, by backward induction."""
    times = _grid(terms)
    dt = times[1]
    found = np.empty(times.size)
    found[-1] = terms.at(float(times[-1]))[0]
    for n in range(times.size - 2, -1, -1):
        offer, helped, fallen = terms.at(float(times[n]))
        found[n] = max(offer, _step(terms, helped, fallen, float(dt), float(found[n + 1])))
    return found


def _step(terms: Terms, helped: float, fallen: float, dt: float, later: float) -> float:
    """Waiting for ``dt`` with constant hazards, exactly."""
    rates = helped + fallen + terms.discount
    kept = exp(-rates * dt)
    if rates == 0:
        return later - terms.cost * dt
    flow = helped * terms.help_worth + fallen * terms.left - terms.cost
    return kept * later + flow * (1 - kept) / rates


def _stop(terms: Terms) -> float:
    """The first moment at which a moment more brings nothing."""
    return next((float(when) for when in _grid(terms) if terms.gain(float(when)) <= 0), terms.horizon)


def _monotone(terms: Terms) -> bool:
    gains = [terms.gain(float(when)) <= 0 for when in _grid(terms)]
    return gains == sorted(gains)


def _even(terms: Terms) -> float:
    """The offer now at which signing and waiting are worth the same, by halving: waiting then is for what may still come."""
    low, high = min(terms.left, terms.offer, 0.0) - 1, max(terms.help_worth, terms.offer) + 1
    for _ in range(60):
        middle = (low + high) / 2
        other = replace(terms, offer=middle)
        low, high = (middle, high) if _values(other)[0] > middle + 1e-12 else (low, middle)
        if high - low < 1e-6:
            break
    return (low + high) / 2


@dataclass(frozen=True, slots=True)
class Swayed:
    """How the value of waiting changes when one of the terms is lower or higher, and whether the advice turns."""

    name: str
    low: float
    high: float
    at_low: float
    at_high: float
    turns: bool

    @property
    def size(self) -> float:
        """The larger change."""
        return max(abs(self.at_low), abs(self.at_high))


def tornado(terms: Terms, spread: float = 0.25) -> tuple[Swayed, ...]:
    """Each of the terms a quarter lower and higher, the others as they are; the largest effect first."""
    if not 0 < spread < 1:
        raise StudyError(
            msg("the spread is {spread}; give a share between 0 and 1, such as 0.25")(spread=str(spread))
        )
    return tuple(sorted(_bars(terms, spread), key=lambda bar: -bar.size))


def _bars(terms: Terms, spread: float) -> Iterator[Swayed]:
    now = advice(terms)
    for name in (field.name for field in fields(terms) if field.name not in ("offer", "horizon")):
        value = getattr(terms, name)
        if value == 0:
            continue
        least, most = sorted((value * (1 - spread), value * (1 + spread)))
        low, high = (advice(replace(terms, **{name: end})) for end in (least, most))
        turns = low.sign != now.sign or high.sign != now.sign
        yield Swayed(name, least, most, low.waiting - now.waiting, high.waiting - now.waiting, turns)
