"""Open list: a paper marks one candidate; it counts for the candidate's list, and within the list for the candidate.

Text: Election Act 714/1998 of Finland, sections 89 and 90: seats go to lists by D'Hondt; within a list to the candidates with
the most votes of their own; equal votes are settled by lot. `apportionment` names another method (Poland and Brazil
have D'Hondt too, Latvia Sainte-Laguë). A candidate's list is the party; candidates without one are lists of their own.

>>> from mandat.counting import Ballots, Candidate, count
>>> people = [Candidate(1, "Ann", "Red"), Candidate(2, "Bob", "Red"), Candidate(3, "Cy", "Blue")]
>>> [e.name for e in count("open-list", Ballots.from_rankings(people, [((1,), 3), ((2,), 5), ((3,), 6)]), 2).elected]
['Bob', 'Cy']
"""

from __future__ import annotations

from mandat.counting.apportionment.methods import method
from mandat.counting.ballots import Ballots
from mandat.counting.lists.award import award_order, list_votes, seat_choice, share
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.result import Count, Elected, Exhibit, LotQuestion, Stage, Tie
from mandat.counting.rule import Rule

PARAGRAPH = "section 90"


def open_list(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    apportionment: str = "d-hondt",
    **options: str | int,
) -> Count:
    """Seats to lists, then to the candidates of each with the most votes. `elected` is in the order of award.

    A lot between lists is asked and answered by each list's first candidate in the order of the paper.
    """
    votes, valid = list_votes(ballots)
    lists = lists_of(ballots)
    chosen = method(apportionment)
    totals = {head: sum(votes[n] for n in members) for head, members in lists.items()}
    most = {head: min(seats, len(members)) for head, members in lists.items()}
    drawn, ties, question = Lots(lots), list[Tie](), None
    order: list[int] = []
    try:
        between = _between_lists(chosen.name, totals, seats, most, drawn, ties, ballots, options)
        given = {head: between.count(head) for head in lists}
        people = {head: _most_votes(lists[head], votes, given[head], ballots, drawn, ties) for head in lists}
        order = [people[head].pop(0) for head in between]
        drawn.done()
    except LotNeeded as needed:
        question = needed.question
    rest = sorted((n for n in votes if n not in order), key=lambda n: (-votes[n], n))
    return Count(
        rule="open-list",
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(Elected(n, ballots.name(n), stage) for stage, n in enumerate(order, 1)),
        stages=(Stage(1, "votes", (), tuple(votes.get(c.number, 0) for c in ballots.candidates)),),
        ties=tuple(ties),
        question=question,
        runners_up=tuple(rest),
        valid=valid,
        invalid=ballots.total - valid,
        lots=lots,
        parameters=(("apportionment", apportionment), *options.items()),
        exhibits=(_exhibit(ballots, lists, totals, order),),
    )


def lists_of(ballots: Ballots) -> dict[int, list[int]]:
    """The candidates of each list, under the number of its first."""
    heads: dict[str, int] = {}
    lists: dict[int, list[int]] = {}
    for candidate in (c for c in ballots.candidates if not c.withdrawn):
        party = candidate.party
        head = candidate.number if party is None else heads.setdefault(party, candidate.number)
        lists.setdefault(head, []).append(candidate.number)
    return lists


def _between_lists(
    name: str,
    totals: dict[int, int],
    seats: int,
    most: dict[int, int],
    drawn: Lots,
    ties: list[Tie],
    ballots: Ballots,
    options: dict[str, str | int],
) -> list[int]:
    """The lists in the order of award; lots are taken one by one."""
    answers: tuple[int, ...] = ()
    while True:
        found = share(method(name), totals, seats, most, answers, options)
        if found is None or found.question is None:
            return award_order(found) if found is not None else []
        tied = tuple(map(int, found.question.names))
        names = tuple(ballots.candidates[n - 1].party or ballots.name(n) for n in tied)
        seat, paragraph, choice = sum(found.counts) + 1, found.question.paragraph, seat_choice(found.question)
        answers = (*answers, drawn.answer(LotQuestion(seat, paragraph, choice, tied, names)))
        ties.append(Tie(seat, paragraph, choice, tied, answers[-1], "lot"))


def _most_votes(
    members: list[int], votes: dict[int, int], seats: int, ballots: Ballots, drawn: Lots, ties: list[Tie]
) -> list[int]:
    """The candidates of a list who take its seats, most votes first."""
    order = sorted(members, key=lambda n: (-votes[n], n))
    chosen: list[int] = []
    while len(chosen) < seats:
        left = [n for n in order if n not in chosen]
        level = tuple(n for n in left if votes[n] == votes[left[0]])
        if len(level) <= seats - len(chosen):
            chosen += level
            continue
        asked = LotQuestion(1, PARAGRAPH, "elect", level, tuple(map(ballots.name, level)))
        chosen.append(drawn.answer(asked))
        ties.append(Tie(1, PARAGRAPH, "elect", level, chosen[-1], "lot"))
    return chosen


def _exhibit(
    ballots: Ballots, lists: dict[int, list[int]], totals: dict[int, int], order: list[int]
) -> Exhibit:
    rows = tuple(
        (
            ballots.candidates[head - 1].party or ballots.name(head),
            str(totals[head]),
            str(sum(n in order for n in members)),
        )
        for head, members in lists.items()
    )
    return Exhibit("lists", ("list", "votes", "seats"), rows)


RULE = Rule(
    name="open-list",
    title="Open list",
    text="Election Act 714/1998 (Finland), sections 89 and 90; D'Hondt unless `apportionment` names another method",
    kind="list",
    function=open_list,
    parameters=("apportionment", "threshold", "least", "most", "tie"),
)
