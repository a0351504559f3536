"""Cambridge (MGL c. 54A s 9, Cincinnati method) and Irish (Electoral Act 1992, ss 118 to 124), with papers in their order."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from tests.counting.oracle import Outcome, Paper, Pick
from tests.counting.oracles.sheet import Held, Sheet

ONE = Fraction(1)


def cambridge(
    papers: list[Paper], candidates: int, seats: int, pick: Pick, *, signatures: int = 50
) -> Outcome:
    sheet = Sheet(papers, candidates, seats, pick)
    sheet.quota = Fraction(len(sheet.papers) // (seats + 1) + 1)  # 9(c)
    sheet.elect([c for c in sheet.continuing if sheet.votes(c) >= sheet.quota], sheet.stage)
    waiting = list(sheet.surpluses())
    while waiting and sheet.vacancies:
        most = max(sheet.votes(c) for c in waiting)
        donor = sheet.one(sorted(c for c in waiting if sheet.votes(c) == most), "last", max)
        waiting.remove(donor)
        _every_nth(sheet, donor)
    few = [c for c in sheet.continuing if sheet.votes(c) < signatures]  # 9(g)
    if few and sheet.vacancies and len(sheet.continuing) - len(few) >= sheet.vacancies:
        place = {c: sheet.papers.index(sheet.papers_of(c)[0][0]) if sheet.papers_of(c) else -1 for c in few}
        _defeat(sheet, sorted(few, key=lambda c: (sheet.votes(c), place[c])))
    while sheet.vacancies and len(sheet.continuing) > sheet.vacancies:
        _defeat(sheet, [sheet.lowest("last")])  # 9(i) to (k)
    if sheet.vacancies:
        sheet.elect(list(sheet.continuing), sheet.stage)  # 9(l)
    return sheet.out


def _every_nth(sheet: Sheet, donor: int) -> None:
    """The Cincinnati method: go round the numbered pile by n, each round one further."""
    pile = sheet.papers_of(donor)
    surplus = len(pile) - int(sheet.quota)
    n = floor(Fraction(len(pile), surplus) + Fraction(1, 2))
    rounds = [range(start, len(pile) + 1, n) for start in [*range(n, 2 * n), *range(1, n)]]
    seen: list[int] = []
    for number in (number for each in rounds for number in each):
        if number not in seen:
            seen.append(number)
    drawn: set[int] = set()
    for number in seen:
        if len(drawn) < surplus and sheet.following(pile[number - 1][0]) is not None:
            drawn.add(number)
            _give_one(sheet, pile[number - 1])
    sheet.parcels[donor] = [[held for number, held in enumerate(pile, 1) if number not in drawn]]
    sheet.close()


def _give_one(sheet: Sheet, held: Held) -> None:
    """9(c): who thereby has the quota is elected and gets no more."""
    target = sheet.following(held[0])
    sheet.give([held])
    if target is not None and sheet.votes(target) >= sheet.quota and sheet.vacancies:
        sheet.elect([target], sheet.stage + 1)


def _defeat(sheet: Sheet, losers: list[int]) -> None:
    for loser in losers:
        sheet.exclude(loser)
    for loser in losers:
        for held in sheet.take(loser):
            _give_one(sheet, held)
    sheet.close()


def irish(papers: list[Paper], candidates: int, seats: int, pick: Pick) -> Outcome:
    sheet = Sheet(papers, candidates, seats, pick)
    sheet.quota = Fraction(len(sheet.papers) // (seats + 1) + 1)  # 120(1)
    while True:
        sheet.elect([c for c in sheet.continuing if sheet.votes(c) >= sheet.quota], sheet.stage)  # 120(2)
        if _last_vacancies(sheet):
            return sheet.out
        losers = _together(sheet)
        if sheet.surpluses() and not losers:
            over = sheet.surpluses()
            largest = [c for c in over if over[c] == max(over.values())]
            _surplus(sheet, _earliest(sheet, largest))  # 121: the largest, of equal ones the earliest
            continue
        losers = losers or [sheet.lowest("first")]  # 122(3)
        for loser in losers:
            sheet.exclude(loser)
        if len(sheet.continuing) > sheet.vacancies:
            sheet.give([held for loser in losers for held in sheet.take(loser)])
            sheet.close()


def _last_vacancies(sheet: Sheet) -> bool:
    """124(1), (1A) and (2)."""
    if len(sheet.continuing) <= sheet.vacancies:
        sheet.elect(list(sheet.continuing), sheet.stage)
    if not sheet.vacancies or not sheet.continuing:
        return True
    rising = sorted(sheet.continuing, key=sheet.votes)
    waiting = sum(sheet.surpluses().values(), Fraction(0))
    if len(rising) == sheet.vacancies + 1 and sheet.votes(rising[0]) + waiting < sheet.votes(rising[1]):
        sheet.elect(rising[1:], sheet.stage)
    elif sheet.vacancies == 1 and sheet.votes(rising[-1]) > sum(map(sheet.votes, rising[:-1])) + waiting:
        sheet.elect(rising[-1:], sheet.stage)
    return not sheet.vacancies


def _together(sheet: Sheet) -> list[int]:
    """122: the lowest, as many as cannot reach the next above; papers that still wait must not matter to anybody's expenses,
    for which a quarter of the quota has to be exceeded."""
    rising = sorted(sheet.continuing, key=sheet.votes)
    waiting = sum(sheet.surpluses().values(), Fraction(0))
    group: list[int] = []
    for many in range(1, len(rising) - sheet.vacancies + 1):
        reach = waiting + sum(map(sheet.votes, rising[:many]))
        last, quarter = rising[many - 1], sheet.quota / 4
        nothing_waits = reach == sheet.votes(last)
        if not (nothing_waits or sheet.votes(last) > quarter or reach <= quarter):
            break
        if reach < sheet.votes(rising[many]):
            group = rising[:many]
    return group


def malta(papers: list[Paper], candidates: int, seats: int, pick: Pick) -> Outcome:
    """General Elections Act, article 105.10: the earliest surplus, at one count the largest; one candidate falls at a time."""
    sheet = Sheet(papers, candidates, seats, pick)
    sheet.quota = Fraction(len(sheet.papers) // (seats + 1) + 1)
    while True:
        sheet.elect([c for c in sheet.continuing if sheet.votes(c) >= sheet.quota], sheet.stage)
        if len(sheet.continuing) <= sheet.vacancies:
            sheet.elect(list(sheet.continuing), sheet.stage)
        if not sheet.vacancies or not sheet.continuing:
            return sheet.out
        over, stages = sheet.surpluses(), dict(sheet.out.elected)
        if over:
            early = [c for c in over if stages[c] == min(stages[e] for e in over)]
            most = [c for c in early if over[c] == max(over[e] for e in early)]
            _surplus(sheet, sheet.one(most, "first", max))
            continue
        loser = sheet.lowest("first")
        sheet.exclude(loser)
        if len(sheet.continuing) > sheet.vacancies:
            sheet.give(list(sheet.take(loser)))
            sheet.close()


def _earliest(sheet: Sheet, pool: list[int]) -> int:
    stages = dict(sheet.out.elected)
    return sheet.one([c for c in pool if stages[c] == min(stages[e] for e in pool)], "first", max)


def _surplus(sheet: Sheet, donor: int) -> None:
    """Irish section 121(4) to (8); Malta likewise."""
    surplus = int(sheet.surpluses()[donor])
    parcel = sheet.parcels[donor][-1]
    sub: dict[int, list[Held]] = {}
    for held in parcel:
        target = sheet.following(held[0])
        if target is not None:
            sub.setdefault(target, []).append(held)
    number = {target: len(held) for target, held in sub.items()}
    papers = sum(number.values())
    if papers > surplus:
        exact = {target: Fraction(many * surplus, papers) for target, many in number.items()}
        shares = {target: floor(share) for target, share in exact.items()}
        left = sorted(exact)
        while sum(shares.values()) < surplus:
            best = max((exact[t] - shares[t], number[t]) for t in left)
            chosen = sheet.one([t for t in left if (exact[t] - shares[t], number[t]) == best], "first", max)
            shares[chosen] += 1
            left.remove(chosen)
        number = shares
    moving = {t: sub[t][len(sub[t]) - number[t] :] for t in sub}  # those last filed
    gone = [id(held) for held_ in moving.values() for held in held_]
    sheet.parcels[donor][-1] = [held for held in parcel if id(held) not in gone]
    sheet.kept[donor] = sheet.quota
    sheet.give([held for t in sorted(moving) for held in moving[t]])
    sheet.close()
