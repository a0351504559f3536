"""Proportional with a bonus for the first list, in two rounds, as French municipal councils are elected.

Text: Code électoral (France), article L262. The list with more than half of the valid votes in the first round gets half of the
seats, rounded up where there are more than four and down where there are fewer; in the second round the list with the most
votes gets them. The other seats go by the highest average (D'Hondt) to all lists with 5 % of the valid votes, the first among
them, and their averages do not count the bonus (Conseil d'État, 30 January 2015, no. 382627). If nobody has more than half in
the first round, nobody is elected, and lists with 10 % may stand again (L264).

- Equal at the head of the second round: the list whose candidates are older on average (`ages`, one number for each list).
  Without `ages`, or where they are equal, it is asked.
- Equal averages for the last seat: the list with more votes, then the one whose next candidate is older. Papers do not show
  ages: the question is put, and its answer is the list of the older one, not a lot.

`bonus` is a share of the seats: regional councils have a quarter, "1/4" (L338). With `threshold` and `stand_again` other
shares of the votes can be asked for.

>>> from mandat.counting import Ballots, count
>>> count("majority-bonus", Ballots.from_rankings(["A", "B"], [((1,), 884), ((2,), 544)]), 19).winners.count(1)
16
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mandat.counting.apportionment.claims import needed_votes, share
from mandat.counting.apportionment.d_hondt import METHOD
from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.lists.award import award_order, limits, list_ties, list_votes
from mandat.counting.lists.award import share as shared
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.result import Count, Elected, Exhibit, LotQuestion, Parameter, Stage, Tie
from mandat.counting.rule import Rule
from mandat.language import msg

HEAD = "article L262: the higher average age"
LAST = "article L262: the older candidate"
_EXACT_HALVES_FROM = 4


def majority_bonus(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    second: bool = False,
    bonus: str = "1/2",
    threshold: str | int = "5%",
    stand_again: str | int = "10%",
    ages: Sequence[int] | None = None,
    list_sizes: Sequence[int] | None = None,
) -> Count:
    """Count a first or a `second` round. `second_round` names the lists that may stand again."""
    votes, valid = list_votes(ballots)
    room = _Room(ballots, seats, votes, limits(ballots, seats, list_sizes), Lots(lots))
    question, on = None, list[int]()
    needed = needed_votes(threshold, valid)
    able = {n: each for n, each in votes.items() if each and each >= needed}
    try:
        first = room.head(_ages(ballots, ages)) if second else _majority(votes, valid)
        if first is not None:
            room.give(first, min(room.most[first], bonus_seats(seats, bonus)))
            room.share(able)
        elif not second:
            on = [n for n in votes if votes[n] and votes[n] >= needed_votes(stand_again, valid)]
        room.lots.done()
    except LotNeeded as needed_lot:
        question = needed_lot.question
    taken = {n: room.order.count(n) for n in votes}
    told: tuple[tuple[str, Parameter], ...] = (
        ("second", second),
        ("bonus", bonus),
        ("threshold", threshold),
        ("stand_again", stand_again),
    )
    given = (("ages", ages), ("list_sizes", list_sizes))
    rows = tuple((ballots.name(n), str(votes[n]), str(taken[n])) for n in votes)
    return Count(
        rule="majority-bonus",
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(Elected(n, ballots.name(n), stage) for stage, n in enumerate(room.order, 1)),
        stages=(Stage(1, "votes", (), tuple(votes.get(c.number, 0) for c in ballots.candidates)),),
        ties=tuple(room.ties),
        question=question,
        runners_up=tuple(sorted((n for n in votes if not taken[n]), key=lambda n: (-votes[n], n))),
        valid=valid,
        invalid=ballots.total - valid,
        second_round=tuple(on),
        lots=lots,
        parameters=(*told, *((name, tuple(value)) for name, value in given if value is not None)),
        exhibits=(Exhibit("seats", ("list", "votes", "seats"), rows),),
    )


def bonus_seats(seats: int, bonus: str) -> int:
    """The seats of the bonus: rounded up where there are more than four seats, else down.

    >>> bonus_seats(19, "1/2"), bonus_seats(3, "1/2"), bonus_seats(41, "1/4")
    (10, 1, 11)
    """
    exact = share(bonus) * seats
    up = seats > _EXACT_HALVES_FROM
    return -(-exact.numerator // exact.denominator) if up else exact.numerator // exact.denominator


def _majority(votes: Mapping[int, int], valid: int) -> int | None:
    return next((n for n, each in votes.items() if 2 * each > valid), None)


def _ages(ballots: Ballots, ages: Sequence[int] | None) -> dict[int, int]:
    if ages is None:
        return {}
    if len(ages) != len(ballots.candidates):
        raise BadParameterError(
            msg("ages gives {count} numbers for {other} lists; give the average age of each list")(
                count=len(ages), other=len(ballots.candidates)
            )
        )
    return {n: ages[n - 1] for n in ballots.standing}


class _Room:
    """The seats given so far, as numbers of lists."""

    def __init__(
        self, ballots: Ballots, seats: int, votes: dict[int, int], most: dict[int, int], lots: Lots
    ) -> None:
        self._ballots, self._seats, self._votes, self.most, self.lots = ballots, seats, votes, most, lots
        self.order: list[int] = []
        self.ties: list[Tie] = []

    def head(self, ages: Mapping[int, int]) -> int | None:
        """The first list of the second round; None where nobody has a vote."""
        top = max(self._votes.values(), default=0)
        level = [n for n, each in self._votes.items() if each == top] if top else []
        if len(level) < 2:
            return next(iter(level), None)
        oldest = max((ages.get(n, 0) for n in level), default=0)
        older = [n for n in level if ages.get(n, 0) == oldest]
        chosen, how = older[0], "by age"
        if len(older) > 1:
            chosen, how = self._asked(older, HEAD), "lot"
        self.ties.append(Tie(1, HEAD, "seat", tuple(level), chosen, how))
        return chosen

    def give(self, number: int, many: int) -> None:
        """So many seats to a list."""
        self.order += [number] * many

    def share(self, able: Mapping[int, int]) -> None:
        """The seats that are left, by D'Hondt; the averages do not count the bonus."""
        answers: tuple[int, ...] = ()
        votes = {n: self._votes[n] if n in able else 0 for n in self._votes}
        room = {n: most - self.order.count(n) for n, most in self.most.items()}
        left = self._seats - len(self.order)
        while left:
            found = shared(METHOD, votes, left, room, answers, {"tie": "most-votes"})
            if found is None:
                return
            if found.question is None:
                self.order += award_order(found)
                self.ties += [tie for tie in list_ties(found) if tie.how != "lot"]
                return
            tied = [int(name) for name in found.question.names]
            answers = (*answers, self._asked(tied, LAST))
            self.ties.append(Tie(1, LAST, "seat", tuple(tied), answers[-1], "lot"))

    def _asked(self, tied: Sequence[int], paragraph: str) -> int:
        names = tuple(map(self._ballots.name, tied))
        return self.lots.answer(LotQuestion(1, paragraph, "seat", tuple(tied), names))


RULE = Rule(
    name="majority-bonus",
    title="List election with a majority bonus",
    text="Code électoral (France), articles L262 and L264",
    kind="list",
    function=majority_bonus,
    parameters=("second", "bonus", "threshold", "stand_again", "ages", "list_sizes"),
    aliases=("french-municipal",),
)
