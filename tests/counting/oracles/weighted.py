"""WIGM (reference rule of prfound.org) and Minneapolis (167.70), paper by paper."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import lt

from tests.counting.oracle import Outcome, Paper, Pick, cut, number_of
from tests.counting.oracles.sheet import Sheet

Value = Callable[[Fraction, Fraction, Fraction], Fraction]


def wigm(papers: list[Paper], candidates: int, seats: int, pick: Pick, *, batch: bool = False) -> Outcome:
    sheet = Sheet(papers, candidates, seats, pick)
    sheet.quota = cut(Fraction(number_of(sheet.papers), seats + 1), 4) + Fraction(1, 10**4)  # A.1
    pending: list[int] = []
    while not _complete(sheet):
        reached = [c for c in sheet.continuing if sheet.votes(c) >= sheet.quota]  # B.1
        sheet.elect(reached, sheet.stage)
        pending += reached
        if _complete(sheet):
            break
        losers = sheet.hopeless(sheet.vacancies, lt) if batch else []  # B.2
        if not losers and pending:  # B.3
            most = max(sheet.votes(c) for c in pending)
            high = sheet.one(sorted(c for c in pending if sheet.votes(c) == most), "lot", max)
            pending.remove(high)
            _surplus(sheet, high, lambda weight, surplus, votes: cut(cut(weight * surplus, 4) / votes, 4))
            continue
        for loser in losers or [sheet.lowest("lot")]:  # B.4
            sheet.exclude(loser)
            losers = losers or [loser]
        if not _complete(sheet):
            _move(sheet, losers)
    return sheet.out


def minneapolis(
    papers: list[Paper], candidates: int, seats: int, pick: Pick, *, undeclared: tuple[int, ...] = ()
) -> Outcome:
    sheet = Sheet(papers, candidates, seats, pick)
    sheet.quota = Fraction(number_of(sheet.papers) // (seats + 1) + 1)  # 167.20
    losers = list(undeclared)  # (c)(1)c: they fall before anybody is looked at
    while True:
        if losers:
            for loser in losers:
                sheet.exclude(loser)
            if len(sheet.continuing) > sheet.vacancies:  # f
                _move(sheet, losers)
        at_threshold = [c for c in sheet.continuing if sheet.votes(c) >= sheet.quota]
        if len(at_threshold) >= sheet.vacancies:  # a
            sheet.elect(at_threshold, sheet.stage)
        else:  # nothing of theirs is left to transfer
            sheet.elect([c for c in at_threshold if sheet.votes(c) == sheet.quota], sheet.stage)
        if _complete(sheet):
            return sheet.out
        at_threshold = [c for c in at_threshold if c in sheet.continuing]
        waiting = sum((sheet.votes(c) - sheet.quota for c in at_threshold), Fraction(0))
        losers = _impossible(sheet, waiting)
        if losers or not at_threshold:
            losers = losers or [sheet.lowest("lot")]  # e
        else:  # d: one of them, the others are continuing and receive
            most = max(sheet.votes(c) for c in at_threshold)
            high = sheet.one(sorted(c for c in at_threshold if sheet.votes(c) == most), "lot", max)
            sheet.elect([high], sheet.stage)
            _surplus(sheet, high, lambda value, s, votes: cut(cut(s / votes, 4) * value, 4))


def _impossible(sheet: Sheet, waiting: Fraction) -> list[int]:
    """167.20, and enough must stay for the seats."""
    rising = sorted(sheet.continuing, key=sheet.votes)
    for many in range(len(rising) - sheet.vacancies, 0, -1):
        above = sheet.votes(rising[many])
        if sheet.votes(rising[many - 1]) < above and sum(map(sheet.votes, rising[:many])) + waiting < above:
            return rising[:many]
    return []


def _complete(sheet: Sheet) -> bool:
    if len(sheet.continuing) <= sheet.vacancies:
        sheet.elect(list(sheet.continuing), sheet.stage)
    return not sheet.vacancies or not sheet.continuing


def _surplus(sheet: Sheet, candidate: int, value: Value) -> None:
    votes = sheet.votes(candidate)
    held = sheet.take(candidate)
    sheet.kept[candidate] = sheet.quota
    sheet.give((paper, value(weight, votes - sheet.quota, votes)) for paper, weight in held)
    sheet.close()


def _move(sheet: Sheet, losers: list[int]) -> None:
    for loser in losers:
        sheet.give(sheet.take(loser))
    sheet.close()
