"""The outcome of a vote: quorum, majority, tie. One function, called by the engine and by ``mandat ask``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from mandat.bylaws.expression import Expression, Numbers, Place, parse
from mandat.bylaws.model import Decision
from mandat.bylaws.model.pieces import Silence
from mandat.federation.base.closed import VoteResult
from mandat.federation.base.evaluation import NO_READINGS, Found, Readings, Supply, evaluate
from mandat.federation.base.rulings import LANGUAGE, Ground

YES = parse("yes > 0", place=Place.CARRIED)
LEVEL = parse("yes = no", place=Place.CARRIED)

ONE_VOTE_MORE = frozenset({"yes", "cast", "valid", "voted"})
"""The counts that one more vote in favour adds to."""


class DecisionOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a decision gives: ``quorum`` (None if the bylaws ask for none) and ``carried``, each with its grounds.

    ``result`` is carried, defeated, no-quorum (then nothing was decided), tied (somebody may break the tie), or open (the
    bylaws are silent and the readings differ).
    """

    quorum: Found | None
    carried: Found
    result: VoteResult

    @property
    def carried_value(self) -> bool | None:
        """Whether the motion is carried; None while that is open or tied."""
        return None if self.result in ("open", "tied") else self.result == "carried"

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """All grounds, the quorum first."""
        return (*(self.quorum.grounds if self.quorum is not None else ()), *self.carried.grounds)


def outcome(decision: Decision, supply: Supply, readings: Readings = NO_READINGS) -> DecisionOutcome:
    """Decide from the counts of one vote; ``mandat ask BYLAWS decision NAME`` calls this very function.

    Without quorum there is no decision at all. Nothing is carried without one yes (an axiom of the language). A tie fails
    unless the bylaws name who breaks it. Raises ``ValueError`` if the decision gives neither ``carried`` nor ``rejected``.

    >>> from mandat.bylaws.model.pieces import Rows
    >>> rule = Decision(id="decision.x", carried=Rows.of(parse("yes > no", place=Place.CARRIED)))
    >>> outcome(rule, lambda _: {"yes": 3, "no": 2}).result
    'carried'
    """
    quorum = None
    if decision.verdict.quorum is not None:
        quorum = evaluate(decision.verdict.quorum, supply, decision, "quorum", readings)
        if quorum.value is not True:
            result: VoteResult = VoteResult.OPEN if quorum.open else VoteResult.NO_QUORUM
            return DecisionOutcome(
                quorum=quorum, carried=Found(None if quorum.open else False, ()), result=result
            )
    carried = _carried(decision, supply, readings)
    return DecisionOutcome(
        quorum=quorum, carried=carried, result=_result(decision, carried, supply, readings)
    )


def _carried(decision: Decision, supply: Supply, readings: Readings) -> Found:
    axiom = _one_yes(supply)
    found = _majority(decision, supply, readings)
    value = False if axiom.holds is False else found.value
    return Found(value, (axiom, *found.grounds), found.readings if value is None else ())


def _one_yes(supply: Supply) -> Ground:
    numbers = supply(YES)
    return Ground(
        rule=LANGUAGE,
        key="carried",
        requirement="decision.one-yes",
        numbers={"yes": numbers["yes"]},
        holds=bool(YES.evaluate(numbers).value),
    )


def _majority(decision: Decision, supply: Supply, readings: Readings) -> Found:
    if decision.verdict.carried is not None:
        return evaluate(decision.verdict.carried, supply, decision, "carried", readings)
    if decision.verdict.rejected is None:
        raise ValueError(f"{decision.id} has neither carried nor rejected: give the majority that it takes")
    found = evaluate(decision.verdict.rejected, supply, decision, "rejected", readings)
    return found if found.open else Found(not found.value, found.grounds)


def _result(decision: Decision, carried: Found, supply: Supply, readings: Readings) -> VoteResult:
    if carried.open:
        return VoteResult.OPEN
    if carried.value is True:
        return VoteResult.CARRIED
    return VoteResult.TIED if _may_be_broken(decision, supply, readings) else VoteResult.DEFEATED


def _may_be_broken(decision: Decision, supply: Supply, readings: Readings) -> bool:
    """Tell whether yes and no are level, somebody breaks ties, and one vote more in favour would carry."""
    if decision.verdict.tie is None or isinstance(decision.verdict.tie, Silence):
        return False
    numbers = supply(YES)
    if not YES.evaluate(numbers).value or not LEVEL.evaluate(supply(LEVEL)).value:
        return False
    return _majority(decision, _with_one_more(supply), readings).value is True


def _with_one_more(supply: Supply) -> Supply:
    def more(expression: Expression) -> Numbers:
        numbers: Mapping[str, Any] = supply(expression)
        return {name: value + 1 if name in ONE_VOTE_MORE else value for name, value in numbers.items()}

    return more
