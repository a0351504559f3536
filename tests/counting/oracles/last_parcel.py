"""ERS97 (Newland and Britton, section 5) and Northern Ireland (1985 Order, rules 47 to 52), paper by paper."""

from __future__ import annotations

from fractions import Fraction
from operator import le, lt

from tests.counting.oracle import Outcome, Paper, Pick, cut, number_of, up
from tests.counting.oracles.sheet import Sheet
from tests.counting.oracles.sheet import worth as held_worth

ONE = Fraction(1)


def ers97(papers: list[Paper], candidates: int, seats: int, pick: Pick) -> Outcome:
    sheet = Sheet(papers, candidates, seats, pick)
    sheet.quota = up(Fraction(number_of(sheet.papers), seats + 1), 2)  # 5.1.6
    _deem_elected(sheet, Fraction(0), sheet.stage)
    while not _filled(sheet):
        group = sheet.hopeless(sheet.vacancies, le)
        if sheet.surpluses() and not group:  # 5.2.2, 5.2.3
            _surplus(sheet, sheet.largest_surplus("first"))
            _deem_elected(sheet, Fraction(0), sheet.stage)
            continue
        losers = group or [sheet.lowest("first")]  # 5.2.5
        for loser in losers:
            sheet.exclude(loser)
        if len(sheet.continuing) <= sheet.vacancies:  # 5.5.1
            sheet.elect(list(sheet.continuing), sheet.stage)
            break
        _batches(sheet, losers)
    return sheet.out


def _batches(sheet: Sheet, losers: list[int]) -> None:
    """5.4: in falling value, with an eye on the quota after each."""
    nobody = not sheet.out.elected
    for value in sorted({value for c in losers for _, value in sheet.papers_of(c)}, reverse=True):
        sheet.give([paper for c in losers for paper in sheet.take_worth(c, value)])
        sheet.point()
        if nobody:  # 5.4.8
            sheet.quota = up((number_of(sheet.papers) - sheet.wasted) / (sheet.seats + 1), 2)
        _deem_elected(sheet, sum((sheet.votes(c) for c in losers), Fraction(0)), sheet.stage + 1)
        nobody = nobody and not sheet.out.elected
        if not sheet.vacancies:
            break
    sheet.close()


def _deem_elected(sheet: Sheet, awaiting: Fraction, stage: int) -> None:
    """5.1.7, 5.3.13, 5.4.9: one after another, since each changes what the others need."""
    while sheet.vacancies:
        active = sum((sheet.votes(c) for c in sheet.continuing), awaiting) + sum(sheet.surpluses().values())
        share = active / (sheet.vacancies + 1)
        enough = [c for c in sheet.continuing if sheet.votes(c) and sheet.votes(c) >= min(sheet.quota, share)]
        most = max((sheet.votes(c) for c in enough), default=None)
        first = sorted(c for c in enough if sheet.votes(c) == most)
        if len(first) > sheet.vacancies:
            first = _ahead(sheet, first)  # 5.6.2
        if not first:
            return
        sheet.elect(first[:1], stage)


def _ahead(sheet: Sheet, level: list[int]) -> list[int]:
    """5.6.2: by the first point at which few enough of them were ahead; never by lot."""
    for totals in sheet.points:
        first = [c for c in level if totals[c] == max(totals[each] for each in level)]
        if len(first) <= sheet.vacancies:
            return first
    return []


def northern_ireland(papers: list[Paper], candidates: int, seats: int, pick: Pick) -> Outcome:
    sheet = Sheet(papers, candidates, seats, pick)
    sheet.quota = Fraction(number_of(sheet.papers) // (seats + 1) + 1)  # 48(1), (2)
    while True:
        if seats > 1:  # 48(3), 49(11)
            sheet.elect([c for c in sheet.continuing if sheet.votes(c) >= sheet.quota], sheet.stage)
        if _filled(sheet) or _last_vacancy(sheet):
            return sheet.out
        losers = sheet.hopeless(sheet.vacancies, lt)  # 49(10), 51(12)
        if sheet.surpluses() and not losers:
            _surplus(sheet, sheet.largest_surplus("first"))  # 50(1)
            continue
        losers = losers or [sheet.lowest("first")]  # 51(13)
        for loser in losers:
            sheet.exclude(loser)
        if len(sheet.continuing) > sheet.vacancies:  # 52(3)
            _sub_parcels(sheet, losers)


def _sub_parcels(sheet: Sheet, losers: list[int]) -> None:
    """51(2) to (9): papers of first preference, then the others by falling value."""
    first = {c: [p for p in sheet.papers_of(c) if p[0][0] == c] for c in losers}
    others = {value for c in losers for p, value in sheet.papers_of(c) if p[0] != c}
    steps = [None] if any(first.values()) else list[Fraction | None]()
    for value in [*steps, *sorted(others, reverse=True)]:
        sheet.give([p for c in losers for p in sheet.take_worth(c, value or ONE, first=value is None)])
        if sheet.seats > 1:
            reached = [c for c in sheet.continuing if sheet.votes(c) >= sheet.quota]
            sheet.elect(reached, sheet.stage + 1)
        if not sheet.vacancies:
            break
    sheet.close()


def _last_vacancy(sheet: Sheet) -> bool:
    """52(2)."""
    if sheet.vacancies != 1:
        return False
    most = max(sheet.votes(c) for c in sheet.continuing)
    others = sum((sheet.votes(c) for c in sheet.continuing), Fraction(0)) - most
    if not most or most < others + sum(sheet.surpluses().values()):
        return False
    first = sorted(c for c in sheet.continuing if sheet.votes(c) == most)
    sheet.elect([sheet.one(first, "first", max)], sheet.stage)
    return True


def _filled(sheet: Sheet) -> bool:
    if len(sheet.continuing) <= sheet.vacancies:
        sheet.elect(list(sheet.continuing), sheet.stage)
    return not sheet.vacancies or not sheet.continuing


def _surplus(sheet: Sheet, candidate: int) -> None:
    """ERS97 5.3, Northern Ireland 49(4) to (7): the parcel last received, at no more than it was worth."""
    surplus = sheet.votes(candidate) - sheet.quota
    parcel = sheet.parcels[candidate].pop()
    moving = [held for held in parcel if sheet.following(held[0]) is not None]
    worth = cut(surplus / number_of(paper for paper, _ in moving), 2) if moving else Fraction(0)
    sheet.kept[candidate] = sheet.quota
    moved = [(paper, min(value, worth)) for paper, value in moving]
    sheet.wasted += surplus - sum(map(held_worth, moved), Fraction(0))
    sheet.give(moved)
    sheet.close()
