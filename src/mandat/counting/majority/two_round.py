"""Two rounds: who has more than half is elected at once; else the two best go to a second round, where most votes win.

Text: Constitution of France (1958), article 7: the absolute majority of the votes cast; otherwise a second round between the two
with most votes. With several seats a voter marks as many candidates, each needs the majority of the papers, and twice as
many as there are seats left go on. The second round is a vote of its own: count its ballots with `second=True`.
`threshold` is the share that must be exceeded. The text is silent on equal votes; they are settled by lot.

A first round that fills not all seats leaves them open: the stage names who goes on, as does the exhibit "second round".

>>> from mandat.counting import Ballots, count
>>> first = count("two-round", Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1,), 4), ((2,), 3), ((3,), 2)]), 1)
>>> first.winners, first.stages[0].candidates
((), (1, 2))
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.majority.marks import marks, votes_of
from mandat.counting.result import Choice, Count, Elected, Exhibit, LotQuestion, Stage, Tie
from mandat.counting.rule import Rule
from mandat.language import msg

PARAGRAPH = "article 7"


def two_round(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    threshold: str | int = "1/2",
    second: bool = False,
) -> Count:
    """Count one round. A paper marks at most as many candidates as there are seats, else it is void."""
    named = marks(ballots)
    many = named.sum(axis=1)
    good = (many > 0) & (many <= seats)
    votes, valid = votes_of(ballots, named, good)
    needed = Fraction(-1) if second else _share(threshold) * valid
    round_ = _Round(ballots, votes, Lots(lots))
    elected, on, question = list[int](), list[int](), None
    try:
        elected = round_.best([n for n in votes if votes[n] > needed], seats, "elect")
        left = seats - len(elected)
        if left and not second:
            on = round_.best([n for n in votes if n not in elected and votes[n]], 2 * left, "second round")
        round_.lots.done()
    except LotNeeded as needed_lot:
        question = needed_lot.question
    order = sorted((n for n in votes if n not in elected), key=lambda n: (-votes[n], n))
    totals = tuple(votes.get(c.number, 0) for c in ballots.candidates)
    kind = "second round" if second else "first round"
    return Count(
        rule="two-round",
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(Elected(n, ballots.name(n), 1) for n in elected),
        stages=(Stage(1, kind, tuple(on), totals),),
        ties=tuple(round_.ties),
        question=question,
        runners_up=tuple(order),
        valid=valid,
        invalid=ballots.total - valid,
        second_round=tuple(on),
        lots=lots,
        parameters=(("threshold", str(threshold)), ("second", second)),
        exhibits=(
            Exhibit(
                "second round", ("candidate", "votes"), tuple((ballots.name(n), str(votes[n])) for n in on)
            ),
        )
        if on
        else (),
    )


class _Round:
    """The votes of one round and its lots."""

    def __init__(self, ballots: Ballots, votes: dict[int, int], lots: Lots) -> None:
        self.ballots, self.votes, self.lots = ballots, votes, lots
        self.ties: list[Tie] = []

    def best(self, among: list[int], many: int, choice: Choice) -> list[int]:
        """At most `many` of `among`, most votes first; a lot decides between equals for the last place."""
        chosen: list[int] = []
        left = sorted(among, key=lambda n: (-self.votes[n], n))
        while left and len(chosen) < many:
            level = tuple(n for n in left if self.votes[n] == self.votes[left[0]])
            if len(level) <= many - len(chosen):
                chosen += level
            else:
                asked = LotQuestion(1, PARAGRAPH, choice, level, tuple(map(self.ballots.name, level)))
                chosen.append(self.lots.answer(asked))
                self.ties.append(Tie(1, PARAGRAPH, choice, level, chosen[-1], "lot"))
            left = [n for n in left if n not in chosen]
        return chosen


def _share(threshold: str | int) -> Fraction:
    try:
        found = Fraction(threshold) if isinstance(threshold, str) else Fraction(-1)
    except (ValueError, ZeroDivisionError):
        found = Fraction(-1)
    if not 0 <= found < 1:
        raise BadParameterError(
            msg('the threshold {threshold} is no share; write it as "1/2" (to be exceeded)')(
                threshold=repr(threshold)
            )
        )
    return found


RULE = Rule(
    name="two-round",
    title="Two rounds",
    text="Constitution of France (1958), article 7; ties by lot",
    kind="plurality",
    function=two_round,
    sees="marks",
    spare=0,
    parameters=("threshold", "second"),
    aliases=("runoff", "two-rounds"),
)
