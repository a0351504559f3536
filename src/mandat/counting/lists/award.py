"""Seats to lists by a method of apportionment: what the list rules share.

A paper is one vote for the list it marks first. A list never takes more seats than it has candidates, a list without votes
takes none, and seats that nobody can take stay empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from mandat.counting.apportionment.claims import Threshold, claims, needed_votes
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.methods import share_out
from mandat.counting.apportionment.result import Apportionment, SeatQuestion
from mandat.counting.apportionment.ties import TieRule
from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import Choice, Count, Elected, Exhibit, LotQuestion, Parameter, Stage, Tie
from mandat.counting.rule import Rule
from mandat.counting.sums import sum_by_place
from mandat.language import msg


def list_rule(method: Method) -> Rule:
    """The rule that awards seats to lists by this method.

    Beside the method's own, its parameters are `list_sizes` (candidates of each list), `threshold` ("5%" or a number of
    votes that must at least be reached), `least` and `most` (seats of each list that takes part) and `tie` ("lot",
    "most-votes", "fewest-votes").
    """
    return Rule(
        name=method.name,
        title=method.title,
        text=method.text,
        kind="list",
        function=partial(award, method),
        parameters=("list_sizes", "threshold", "least", "most", "tie", *method.parameters),
        aliases=method.aliases,
    )


def list_votes(ballots: Ballots) -> tuple[dict[int, int], int]:
    """The votes of each list standing (a paper is one vote for the list it marks first), and the valid papers."""
    papers = read_papers(ballots, ReadingRule(gap="stop", equal="stop"))
    first = papers.rankings[:, 0].astype(np.intp)
    sums = sum_by_place(first, papers.weights, len(ballots.candidates) + 1)
    return {n: sums[n] for n in ballots.standing}, papers.valid


def limits(ballots: Ballots, seats: int, sizes: Sequence[int] | None) -> dict[int, int]:
    """The most seats each list can take: as many as it has candidates, without `sizes` no limit."""
    if sizes is None:
        return dict.fromkeys(ballots.standing, seats)
    if len(sizes) != len(ballots.candidates):
        raise BadParameterError(
            msg("list_sizes gives {count} numbers for {other} lists; give one number per list")(
                count=len(sizes), other=len(ballots.candidates)
            )
        )
    return {number: sizes[number - 1] for number in ballots.standing}


def award(
    method: Method,
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    list_sizes: Sequence[int] | None = None,
    **options: str | int,
) -> Count:
    """A `Count` in which `elected` names a list once for each seat; `stage` is the seat, in the order of award.

    Minimum seats and full quotas come first, in the order of the lists. The exhibit "awards" shows what decided each seat.
    """
    votes, valid = list_votes(ballots)
    found = share(method, votes, seats, limits(ballots, seats, list_sizes), lots, options)
    order = award_order(found) if found is not None else []
    taken = {n: order.count(n) for n in votes}
    sizes: tuple[tuple[str, Parameter], ...] = (
        (("list_sizes", tuple(list_sizes)),) if list_sizes is not None else ()
    )
    return Count(
        rule=method.name,
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(Elected(n, ballots.name(n), stage) for stage, n in enumerate(order, 1)),
        stages=(Stage(1, "votes", (), tuple(votes.get(c.number, 0) for c in ballots.candidates)),),
        ties=tuple(list_ties(found)),
        question=list_question(found, len(order), ballots),
        runners_up=tuple(sorted((n for n in votes if not taken[n]), key=lambda n: (-votes[n], n))),
        valid=valid,
        invalid=ballots.total - valid,
        lots=lots,
        parameters=(*sizes, *options.items()),
        exhibits=(_awards(found, ballots), _seats(ballots, votes, taken)),
    )


def share(
    method: Method,
    votes: Mapping[int, int],
    seats: int,
    most: Mapping[int, int],
    lots: tuple[int, ...],
    options: Mapping[str, str | int],
) -> Apportionment | None:
    """The seats of lists by number (as text); None where no list can take a seat."""
    own = dict(options)
    threshold, least = own.pop("threshold", None), own.pop("least", 0)
    cap, tie = own.pop("most", None), own.pop("tie", None)
    needed = 0 if threshold is None else needed_votes(_threshold(threshold), sum(votes.values()))
    able = dict.fromkeys(n for n, count in votes.items() if count and count >= needed and most[n])
    caps = {n: min(most[n], _seats_of("most", cap)) if cap is not None else most[n] for n in able}
    house = seats if method.may_stay_empty and able else min(seats, sum(caps.values()))
    if not house:
        if lots:
            raise BadParameterError(
                msg("{count} lots were given, but no list can take a seat")(count=len(lots))
            )
        return None
    floor = _seats_of("least", least)
    asked = claims(
        {str(n): votes[n] if n in able else 0 for n in votes},
        house,
        minimum={str(n): min(floor, caps[n]) for n in able},
        maximum={str(n): caps[n] for n in able if caps[n] < house},
        may_stay_empty=method.may_stay_empty,
    )
    return share_out(method, asked, tie=_tie(tie), lots=tuple(map(str, lots)), **own)


def _threshold(threshold: str | int) -> Threshold:
    return threshold


def _seats_of(word: str, number: str | int) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise BadParameterError(
            msg("{word} is {number}; give the seats of a list as a whole number of at least 0")(
                word=word, number=repr(number)
            )
        )
    return number


def _tie(tie: str | int | None) -> TieRule | None:
    match tie:
        case None | "lot" | "most-votes" | "fewest-votes":
            return tie
        case _:
            raise BadParameterError(
                msg("there is no tie rule {tie}; it is one of: lot, most-votes, fewest-votes")(tie=repr(tie))
            )


def award_order(found: Apportionment) -> list[int]:
    """The lists by number, once for each seat, in the order in which the seats were given."""
    order = [int(name) for name, many in zip(found.names, found.base, strict=True) for _ in range(many)]
    for each in found.awards:
        if each.change > 0:
            order.append(int(each.name))
        else:
            order.reverse()
            order.remove(int(each.name))
            order.reverse()
    return order


def list_ties(found: Apportionment | None) -> list[Tie]:
    """One `Tie` for each list chosen where figures were equal."""
    ties: list[Tie] = []
    for tie in found.ties if found is not None else ():
        left = [int(name) for name in tie.names]
        for name in tie.chosen:
            choice: Choice = "give back" if tie.gives_back else "seat"
            ties.append(Tie(1, tie.paragraph, choice, tuple(left), int(name), tie.how))
            left.remove(int(name))
    return ties


def list_question(found: Apportionment | None, given: int, ballots: Ballots) -> LotQuestion | None:
    """The lot that is missing, for the seat after those `given`."""
    if found is None or found.question is None:
        return None
    tied = tuple(int(name) for name in found.question.names)
    choice = seat_choice(found.question)
    return LotQuestion(given + 1, found.question.paragraph, choice, tied, tuple(map(ballots.name, tied)))


def seat_choice(question: SeatQuestion) -> Choice:
    """What a lot between lists decides: a seat that is given, or one that is taken back."""
    return "give back" if question.gives_back else "seat"


def _awards(found: Apportionment | None, ballots: Ballots) -> Exhibit:
    awards = found.awards if found is not None else ()
    rows = tuple((str(a.seat), ballots.name(int(a.name)), a.figure, f"{a.change:+d}") for a in awards)
    return Exhibit("awards", ("seat", "list", "figure", "change"), rows)


def _seats(ballots: Ballots, votes: dict[int, int], taken: dict[int, int]) -> Exhibit:
    rows = tuple((ballots.name(n), str(votes[n]), str(taken[n])) for n in votes)
    return Exhibit("seats", ("list", "votes", "seats"), rows)
