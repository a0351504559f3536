"""Votes, points or approvals added up: who had more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from mandat.counting.ballots import Ballots
from mandat.counting.rendering.why.last import last_elected, ties_lost
from mandat.counting.result import Count
from mandat.counting.rule import RuleKind
from mandat.counting.rules import rule
from mandat.language import Listed, Message, Sentence, msg, plural

_VOTES = msg("Votes for {name}: {votes}; for {last}, elected with the fewest: {more}.")
_POINTS = msg("Points of {name}: {votes}; of {last}, elected with the fewest: {more}.")
_APPROVALS = msg("Papers that approve {name}: {votes}; that approve {last}, elected with the fewest: {more}.")
_BEHIND: Mapping[RuleKind, Message] = {
    "plurality": _VOTES,
    "yes-no": _VOTES,
    "approval": _APPROVALS,
    "committee": _APPROVALS,
    "score": _POINTS,
    "positional": _POINTS,
}
_OWN_VOTES = msg("Votes for {name}: {votes}.")
_OWN_POINTS = msg("Points of {name}: {votes}.")
_OWN_APPROVALS = msg("Papers that approve {name}: {votes}.")
_OWN: Mapping[RuleKind, Message] = {
    "plurality": _OWN_VOTES,
    "yes-no": _OWN_VOTES,
    "approval": _OWN_APPROVALS,
    "committee": _OWN_APPROVALS,
    "score": _OWN_POINTS,
    "positional": _OWN_POINTS,
}
_MISSING = plural(
    "To draw level, {missing} more was needed.", "To draw level, {missing} more were needed.", "missing"
)
_MISSING_PARTS = msg("To draw level, {missing} more were needed.", context="with decimals")
_GOES_ON = msg("{name} goes on to the second round with a total of {votes}; nobody is elected before it.")
_GOES_ON_BESIDE = msg("{name} goes on to the second round for the seats that are left.")
_NOT_ON = msg(
    "Of those who go on to the second round {last} had the fewest votes, {more}; {name} had {votes}."
)
_FINALISTS = msg("For the last seat {finalists} came into the runoff by their points; {name} had {votes}.")
_RUNOFF = msg("In the runoff for seat {seat}, {winner} was preferred to {name} {for_}:{against}.")
_RUNOFF_LEVEL = msg("In the runoff for seat {seat}, {winner} and {name} were level, {for_}:{against}.")
_MAJORITY = msg(
    "When the last seat was filled, at stage {stage}, {name} stood at {votes}; {last}, who took it, at {more}."
)
_FAILED = msg("Yes to {name}: {yes}; no: {no}. More than {share} of these answers had to be yes.")
_QUORUM = msg("Yes to {name}: {yes}; the quorum was {quorum}.")
_PASSED = msg("Yes to {name}: {yes}; no: {no}. That was enough, but others had more for the seats there are.")


def told(count: Count, ballots: Ballots, candidate: int) -> Iterator[Sentence]:
    """Why not, or with how much somebody was elected."""
    match count.rule:
        case "two-round":
            yield from _two_round(count, candidate)
        case "star":
            yield from _star(count, candidate)
        case "bucklin":
            yield from _bucklin(count, candidate)
        case "yes-no":
            yield from _yes_no(count, ballots, candidate)
        case _:
            yield from compared(count, candidate)


def compared(count: Count, candidate: int, *, missing: bool = True) -> Iterator[Sentence]:
    """The total beside that of the last who was elected; the ties; how much was missing where more would have done."""
    kind, totals = rule(count.rule).kind, count.stages[-1].totals
    name, own = count.names[candidate - 1], totals[candidate - 1]
    last = min(count.winners, key=lambda c: totals[c - 1], default=None)
    if candidate in count.winners or last is None:
        yield _OWN[kind](name=name, votes=count.decimal(own))
        return
    more = totals[last - 1]
    yield _BEHIND[kind](
        name=name, votes=count.decimal(own), last=count.names[last - 1], more=count.decimal(more)
    )
    yield from ties_lost(count, candidate)
    if missing and more > own:
        yield lacking(count, more - own)


def lacking(count: Count, votes: int) -> Sentence:
    """How many more were needed to draw level."""
    whole, rest = divmod(votes, 10**count.precision)
    return _MISSING_PARTS(missing=count.decimal(votes)) if rest else _MISSING(missing=whole)


def _two_round(count: Count, candidate: int) -> Iterator[Sentence]:
    name, totals = count.names[candidate - 1], count.stages[0].totals
    votes = count.decimal(totals[candidate - 1])
    if candidate in count.second_round:
        beside = count.elected
        yield _GOES_ON_BESIDE(name=name) if beside else _GOES_ON(name=name, votes=votes)
    elif count.second_round and candidate not in count.winners:
        last = min(count.second_round, key=lambda c: totals[c - 1])
        more = count.decimal(totals[last - 1])
        yield _NOT_ON(name=name, votes=votes, last=count.names[last - 1], more=more)
        yield from ties_lost(count, candidate, "second round")
    else:
        yield from compared(count, candidate)


def _star(count: Count, candidate: int) -> Iterator[Sentence]:
    """Runoffs lost, and where none was lost for the last seat, who came into it."""
    name = count.names[candidate - 1]
    (runoffs,) = (each.rows for each in count.exhibits if each.name == "runoffs")
    lost = [row for row in runoffs if row[2] == name]
    if candidate not in count.winners:
        for seat, winner, _, for_, against, _ in lost:
            said = _RUNOFF_LEVEL if for_ == against else _RUNOFF
            yield said(seat=seat, winner=winner, name=name, for_=for_, against=against)
        if runoffs and not any(row[0] == runoffs[-1][0] for row in lost):
            votes = count.decimal(count.stages[-1].totals[candidate - 1])
            finalists = Listed((runoffs[-1][1], runoffs[-1][2]))
            yield _FINALISTS(finalists=finalists, name=name, votes=votes)
        yield from ties_lost(count, candidate, "finalist")
        yield from ties_lost(count, candidate)
    else:
        stage = next(each.stage for each in count.elected if each.candidate == candidate)
        yield _OWN_POINTS(name=name, votes=count.decimal(count.stages[stage - 1].totals[candidate - 1]))


def _bucklin(count: Count, candidate: int) -> Iterator[Sentence]:
    last = last_elected(count)
    if candidate in count.winners or last is None:
        yield from compared(count, candidate)
        return
    stage = max(each.stage for each in count.elected)
    totals = count.stages[stage - 1].totals
    yield _MAJORITY(
        stage=str(stage),
        name=count.names[candidate - 1],
        votes=count.decimal(totals[candidate - 1]),
        last=count.names[last - 1],
        more=count.decimal(totals[last - 1]),
    )
    yield from ties_lost(count, candidate)


def _yes_no(count: Count, ballots: Ballots, candidate: int) -> Iterator[Sentence]:
    name, given = count.names[candidate - 1], dict(count.parameters)
    (rows,) = (each.rows for each in count.exhibits if each.name == "yes-no")
    _, yes, no, _, outcome = rows[ballots.standing.index(candidate)]
    if candidate in count.winners:
        yield from compared(count, candidate)
    elif outcome == "passed":
        yield _PASSED(name=name, yes=yes, no=no)
        yield from ties_lost(count, candidate)
    elif int(yes) > Fraction(str(given["majority"])) * (int(yes) + int(no)):
        yield _QUORUM(name=name, yes=yes, quorum=str(given["quorum"]))
    else:
        yield _FAILED(name=name, yes=yes, no=no, share=str(given["majority"]))
