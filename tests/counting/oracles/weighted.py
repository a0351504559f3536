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
        sheet.elect([c for c in sheet.continuing if sheet.votes(c) >= sheet.quota], sheet.stage)  # a
        if _complete(sheet):
            return sheet.out
        losers = sheet.hopeless(sheet.vacancies, lt)
        if not losers and sheet.surpluses():  # d
            high = sheet.largest_surplus("lot")
            _surplus(sheet, high, lambda value, s, votes: cut(cut(s / votes, 4) * value, 4))
        elif not losers:  # e
            losers = [sheet.lowest("lot")]


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
