"""Transferable votes: how far somebody came, and the stage at which the others were ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mandat.counting.ballots import Ballots
from mandat.counting.rendering.why.last import last_elected, ties_lost
from mandat.counting.rendering.words import names_of
from mandat.counting.result import Count
from mandat.language import Sentence, msg

_FIRST = msg("First preferences: {votes}, place {place} of {many}.")
_GAINED = msg("Transfers brought {name} to {votes} by stage {stage}; the largest came from {source}, {gain}.")
_FEWEST = msg(
    "At stage {stage} {name} was excluded, having the fewest votes of all who were still in the count: {votes}; "
    "the next, {next_}, had {more}."
)
_ALIKE = msg(
    "At stage {stage} {name} was excluded, having the fewest votes of all who were still in the count: {votes}, "
    "as many as {next_}."
)
_TOGETHER = msg(
    "At stage {stage} {name} was excluded together with {others}: all of them together had {sum_}, "
    "and the next, {next_}, had {more}."
)
_AMONG = msg("At stage {stage} {name} was excluded together with {others}, with a total of {votes}.")
_EXCLUDED = msg("At stage {stage} {name} was excluded, with a total of {votes}.")
_UNDECLARED = msg("{name} was not declared as a candidate, and such names go first.")
_FEW = msg("The rule first drops whoever has fewer than {needed} votes at that point.")
_LAST = msg(
    "When the last seat was filled, at stage {stage}, {name} stood at {votes}; {last}, who took it, at {more}."
)
_LEFT = msg("When the count ended, at stage {stage}, {name} stood at {votes}.")
_QUOTA = msg("The quota was {quota}; {missing} were missing.")
_IN = msg("{name} was elected at stage {stage} with a total of {votes}; the quota was {quota}.")
_IN_WITHOUT = msg("{name} was elected at stage {stage} with a total of {votes}.")
_QUOTIENT = msg("At stage {stage} {name} had the lowest quotient, {quotient}, while the quota was {quota}.")


def told(count: Count, ballots: Ballots, candidate: int) -> Iterator[Sentence]:
    """Why not, or at which stage somebody was elected."""
    elected = next((each.stage for each in count.elected if each.candidate == candidate), None)
    excluded = next((each.stage for each in reversed(count.excluded) if each.candidate == candidate), None)
    if elected is not None:
        yield _elected(count, candidate, elected)
        return
    yield _first(count, ballots, candidate)
    end = excluded or (max((e.stage for e in count.elected), default=len(count.stages)))
    yield from _gained(count, candidate, end)
    if excluded is None:
        yield from _left_over(count, candidate, end)
    elif count.rule == "qpq":
        yield _by_quotient(count, candidate)
    else:
        yield from _fell(count, ballots, candidate, excluded)


def _elected(count: Count, candidate: int, stage: int) -> Sentence:
    votes, quota = count.decimal(count.stages[stage - 1].totals[candidate - 1]), _quota(count, stage)
    name = count.names[candidate - 1]
    if quota is None:
        return _IN_WITHOUT(name=name, stage=str(stage), votes=votes)
    return _IN(name=name, stage=str(stage), votes=votes, quota=count.decimal(quota))


def _quota(count: Count, stage: int) -> int | None:
    own = count.stages[stage - 1].quota
    return count.quota if own is None else own


def _first(count: Count, ballots: Ballots, candidate: int) -> Sentence:
    totals = count.stages[0].totals
    votes = totals[candidate - 1]
    place = 1 + sum(totals[c - 1] > votes for c in ballots.standing)
    return _FIRST(votes=count.decimal(votes), place=str(place), many=str(len(ballots.standing)))


def _gained(count: Count, candidate: int, end: int) -> Iterator[Sentence]:
    """What came by transfers up to the stage, if it is more than nothing."""
    came: dict[int, int] = {}
    for stage in count.stages[1:end]:
        for moved in stage.transfers:
            if moved.target == candidate and moved.source:
                came[moved.source] = came.get(moved.source, 0) + moved.votes
    votes = count.stages[end - 1].totals[candidate - 1]
    if came and votes > count.stages[0].totals[candidate - 1]:
        source = max(came, key=lambda c: (came[c], -c))
        yield _GAINED(
            name=count.names[candidate - 1],
            votes=count.decimal(votes),
            stage=str(end),
            source=count.names[source - 1],
            gain=count.decimal(came[source]),
        )


def _left_over(count: Count, candidate: int, stage: int) -> Iterator[Sentence]:
    """Not excluded: the seats were full before."""
    totals, last = count.stages[stage - 1].totals, last_elected(count)
    name, votes = count.names[candidate - 1], totals[candidate - 1]
    if last is None:
        yield _LEFT(stage=str(stage), name=name, votes=count.decimal(votes))
        return
    yield _LAST(
        stage=str(stage),
        name=name,
        votes=count.decimal(votes),
        last=count.names[last - 1],
        more=count.decimal(totals[last - 1]),
    )
    yield from ties_lost(count, candidate)
    quota = _quota(count, stage)
    if quota is not None and quota > votes:
        yield _QUOTA(quota=count.decimal(quota), missing=count.decimal(quota - votes))


def _fell(count: Count, ballots: Ballots, candidate: int, stage: int) -> Iterator[Sentence]:
    """Excluded on the totals of a stage: alone or with others, as the last or for a reason of the rule's own."""
    totals = count.stages[stage - 1].totals
    name, votes = count.names[candidate - 1], totals[candidate - 1]
    together = tuple(e.candidate for e in count.excluded if e.stage == stage)
    rest = _continuing(count, ballots, stage)
    lowest = min(rest, key=lambda c: (totals[c - 1], c), default=None)
    sum_ = sum(totals[c - 1] for c in together)
    others = names_of(count, tuple(c for c in together if c != candidate))
    about = {"stage": str(stage), "name": name, "votes": count.decimal(votes)}
    if lowest is None and len(count.elected) == count.seats:
        yield from _left_over(count, candidate, stage)
    elif lowest is None or totals[lowest - 1] < votes:
        yield _AMONG(others=others, **about) if len(together) > 1 else _EXCLUDED(**about)
        yield from _own_reason(count, candidate)
    elif len(together) > 1 and sum_ <= totals[lowest - 1]:
        more, next_ = count.decimal(totals[lowest - 1]), count.names[lowest - 1]
        said = {"stage": str(stage), "name": name, "next_": next_, "more": more}
        yield _TOGETHER(others=others, sum_=count.decimal(sum_), **said)
    elif len(together) > 1:
        yield _AMONG(others=others, **about)
        yield from _own_reason(count, candidate)
    else:
        more, next_ = count.decimal(totals[lowest - 1]), count.names[lowest - 1]
        level = totals[lowest - 1] == votes
        yield _ALIKE(next_=next_, **about) if level else _FEWEST(next_=next_, more=more, **about)
        yield from _own_reason(count, candidate)
    yield from ties_lost(count, candidate, "exclude")


def _continuing(count: Count, ballots: Ballots, stage: int) -> Sequence[int]:
    """Who was still in the count after the exclusions of a stage."""
    elected = {each.candidate for each in count.elected if each.stage <= stage}
    gone = elected | {each.candidate for each in count.excluded if each.stage <= stage}
    return [c for c in ballots.standing if c not in gone]


def _own_reason(count: Count, candidate: int) -> Iterator[Sentence]:
    """What a rule asks beside the order of votes."""
    given = dict(count.parameters)
    undeclared = given.get("undeclared")
    if isinstance(undeclared, tuple) and candidate in undeclared:
        yield _UNDECLARED(name=count.names[candidate - 1])
    stage = next(e.stage for e in reversed(count.excluded) if e.candidate == candidate)
    votes = count.stages[stage - 1].totals[candidate - 1]
    for parameter in ("signatures", "minimum"):
        needed = given.get(parameter)
        if isinstance(needed, int) and votes < needed * 10**count.precision:
            yield _FEW(needed=str(needed))


def _by_quotient(count: Count, candidate: int) -> Sentence:
    name = count.names[candidate - 1]
    (rows,) = (each.rows for each in count.exhibits if each.name == "quotients")
    stage, quota, _, quotient, _ = next(
        row for row in reversed(rows) if row[2] == name and row[4] == "excluded"
    )
    return _QUOTIENT(stage=stage, name=name, quotient=quotient, quota=quota)
