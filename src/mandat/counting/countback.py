"""Casual vacancies filled from the ballots of the election: countback.

`guarded`, the default: Newland and Britton, "How to conduct an election by the single transferable vote",
3rd edition 1997, paragraph 7.1. All papers are counted again under the rule of the election, passing over who
vacates the seat and everybody else who neither sits nor stands. No sitting member may be excluded, and the
count ends when as many new members are elected as there are vacancies. It needs nothing but the ballots and
the rule.

Where several newcomers reach the quota together and there is room for fewer, the one with most votes is
seated; the text does not say, and ties are settled as the rule settles them.

Under a rule without transfers (votes, approvals, points) sitting members are left out and the vacancies go to
those who stand: the next by votes.

`papers-of-vacating`: the recount of Hare-Clark, by the papers that elected the former member; see
`stv.vacancy` for its texts. One vacancy at a time, under the STV rules that move papers by value, and under
Cambridge's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from mandat.counting.ballots import Ballots
from mandat.counting.deciding import decide
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import read_papers
from mandat.counting.result import Count
from mandat.counting.rules import count, decided, rule, rules
from mandat.counting.stv.vacancy import ElectingPapers, recount
from mandat.language import msg

METHODS = ("guarded", "papers-of-vacating")

_SITS_AND_VACATES = msg("candidate {number} ({name}) sits and vacates the seat; name each person once")
_VACATES_AND_STANDS = msg(
    "candidate {number} ({name}) vacates the seat and stands for it; name each person once"
)
_SITS_AND_STANDS = msg("candidate {number} ({name}) sits and stands; name each person once")


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
        raise BadParameterError(
            msg("there is no countback method {method}; known: {methods}")(
                method=repr(method), methods=", ".join(METHODS)
            )
        )
    if method == "guarded":
        return _guarded(rule_name, ballots, leaving, staying, offering, lots, parameters)
    return _by_papers(rule_name, ballots, seats, leaving, offering, lots, parameters)


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
            msg("no candidate has the number {unknown}; numbers run from 1 to {count}")(
                unknown=min(unknown), count=len(numbers)
            )
        )
    for words, both in (
        (_SITS_AND_VACATES, leaving & staying),
        (_VACATES_AND_STANDS, leaving & offering),
        (_SITS_AND_STANDS, staying & offering),
    ):
        if both:
            raise BadParameterError(words(number=min(both), name=ballots.name(min(both))))
    if not leaving:
        raise BadParameterError(msg("nobody vacates a seat; name at least one candidate in `vacating`"))
    if len(leaving) + len(staying) > seats:
        held = f"{len(leaving)} vacating and {len(staying)} sitting"
        raise BadParameterError(msg("{held} are more than {seats} seats")(held=held, seats=seats))
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
    chosen = rule(rule_name)
    if not chosen.can_protect and chosen.kind == "stv" and staying:
        able = ", ".join(sorted(r.name for r in rules().values() if r.can_protect))
        raise BadParameterError(
            msg("{name} moves whole papers and cannot guard sitting members; {able} can")(
                name=chosen.name, able=able
            )
        )
    if not chosen.can_protect:
        recount = ballots.without(everybody - offering)
        return _newcomers(count(rule_name, recount, len(leaving), lots=lots, **parameters), staying)
    recount = ballots.without(everybody - offering - staying)
    protected = tuple(sorted(staying))
    whole = count(
        rule_name, recount, len(leaving) + len(staying), lots=lots, protected=protected, **parameters
    )
    return _newcomers(whole, staying)


def _by_papers(
    rule_name: str,
    ballots: Ballots,
    seats: int,
    leaving: frozenset[int],
    offering: frozenset[int],
    lots: tuple[int, ...],
    parameters: dict[str, Any],
) -> Count:
    chosen = rule(rule_name)
    if not chosen.can_observe:
        able = ", ".join(sorted(r.name for r in rules().values() if r.can_observe))
        raise BadParameterError(
            msg(
                "papers-of-vacating needs papers that lie with those they elect; {able} keep them so, {name} not"
            )(able=able, name=chosen.name)
        )
    if len(leaving) != 1:
        raise BadParameterError(
            msg("papers-of-vacating fills one vacancy at a time, not {count}")(count=len(leaving))
        )
    held = ElectingPapers(min(leaving))
    election_lots = tuple(parameters.pop("election_lots", ()))
    answers = decided(rule_name, ballots, seats, lots=election_lots, **parameters).answers
    original = chosen.function(ballots, seats, lots=answers, observer=held, **parameters)
    if not held.found:
        raise BadParameterError(
            msg("{name} was not elected by these ballots ({question})")(
                name=ballots.name(held.member),
                question=None if original.question is None else original.question.sentence(),
            )
        )
    everybody = {c.number for c in ballots.candidates}
    standing = ballots.without(everybody - offering)
    papers = read_papers(ballots, chosen.reading)

    def run(answers: tuple[int, ...]) -> Count:
        return recount(chosen.name, standing, papers, held, precision=original.precision, lots=answers)

    return decide(run, standing, chosen.kind, lots).count


def _newcomers(whole: Count, staying: frozenset[int]) -> Count:
    return msgspec.structs.replace(
        whole,
        parameters=(*whole.parameters, ("countback", "guarded")),
        elected=tuple(e for e in whole.elected if e.candidate not in staying),
        runners_up=tuple(c for c in whole.runners_up if c not in staying),
    )
