"""Casual vacancies filled from the ballots of the election: countback.

Two methods, by name:

`guarded` (default) — a recount in which sitting members cannot be excluded. All papers are counted again
under the rule of the election, for as many seats as there are sitting members and vacancies together. Who
vacates the seat, and everybody else who neither sits nor stands again, counts as withdrawn. Sitting members
may not be excluded, and when the vacancies are filled by others the sitting members keep the rest. It needs
nothing but the ballots and the rule. This is the re-examination of all papers that the Electoral Reform
Society's and the Church of England's STV regulations use for casual vacancies, with the sitting members
guarded. Under a rule without exclusions (votes or approvals simply counted) it comes to the next by votes,
and sitting members are left out of the count.

`papers-of-vacating` — the recount of Hare-Clark: only the papers that elected the former member are counted,
at the value they had when that member was elected, for one seat and with an absolute majority of them as the
quota; Electoral Act 2004 (Tasmania), part 9 and schedule 6; Local Government Act 1993 (Tasmania), schedule 8.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.result import Count
from mandat.counting.rules import count, rule

METHODS = ("guarded",)


def countback(
    rule_name: str,
    ballots: Ballots,
    seats: int,
    *,
    vacating: Iterable[int],
    sitting: Iterable[int],
    standing: Iterable[int] | None = None,
    lots: tuple[int, ...] = (),
    method: str = "guarded",
    **parameters: Any,
) -> Count:
    """Fill the seats of the `vacating` from the ballots of their election.

    `seats` is the number of seats of that election; `sitting` the candidates who keep their seats (elected
    then or seated since); `standing` those who are willing to be seated, None for all others. The result's
    `elected` are the new members only; in `runners_up` there are only people who stand. Refused with
    `BadParameterError`: somebody who both sits and vacates or stands, more sitting and vacating than seats,
    an unknown candidate or method.

    >>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 3), 6), ((2, 3), 5), ((3,), 2)])
    >>> countback("stv-scottish", ballots, 2, vacating=[1], sitting=[2]).elected[0].name
    'Cy'
    """
    leaving, staying = frozenset(vacating), frozenset(sitting)
    offering = _standing(ballots, seats, leaving, staying, standing)
    if method not in METHODS:
        raise BadParameterError(f"there is no countback method {method!r}; known: {', '.join(METHODS)}")
    return _guarded(rule_name, ballots, leaving, staying, offering, lots, parameters)


def _standing(
    ballots: Ballots,
    seats: int,
    leaving: frozenset[int],
    staying: frozenset[int],
    standing: Iterable[int] | None,
) -> frozenset[int]:
    numbers = frozenset(c.number for c in ballots.candidates)
    offering = frozenset(ballots.standing) - leaving - staying if standing is None else frozenset(standing)
    unknown = (leaving | staying | offering) - numbers
    if unknown:
        raise BadParameterError(
            f"no candidate has the number {min(unknown)}; numbers run from 1 to {len(numbers)}"
        )
    for words, both in (
        ("sits and vacates the seat", leaving & staying),
        ("vacates the seat and stands for it", leaving & offering),
        ("sits and stands", staying & offering),
    ):
        if both:
            raise BadParameterError(
                f"candidate {min(both)} ({ballots.name(min(both))}) {words}; name each person once"
            )
    if not leaving:
        raise BadParameterError("nobody vacates a seat; name at least one candidate in `vacating`")
    if len(leaving) + len(staying) > seats:
        held = f"{len(leaving)} vacating and {len(staying)} sitting"
        raise BadParameterError(f"{held} are more than {seats} seats")
    return offering


def _guarded(
    rule_name: str,
    ballots: Ballots,
    leaving: frozenset[int],
    staying: frozenset[int],
    offering: frozenset[int],
    lots: tuple[int, ...],
    parameters: dict[str, Any],
) -> Count:
    everybody = {c.number for c in ballots.candidates}
    if not rule(rule_name).can_protect:
        recount = ballots.without(everybody - offering)
        return count(rule_name, recount, len(leaving), lots=lots, **parameters)
    recount = ballots.without(everybody - offering - staying)
    protected = tuple(sorted(staying))
    whole = count(
        rule_name, recount, len(leaving) + len(staying), lots=lots, protected=protected, **parameters
    )
    return _newcomers(whole, staying)


def _newcomers(whole: Count, staying: frozenset[int]) -> Count:
    return msgspec.structs.replace(
        whole,
        parameters=(*whole.parameters, ("countback", "guarded")),
        elected=tuple(e for e in whole.elected if e.candidate not in staying),
        runners_up=tuple(c for c in whole.runners_up if c not in staying),
    )
