"""What follows from the bylaws and the sizes alone, without any assumption about opinions: power, weights, capture."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mandat.bylaws.findings.seating import PEOPLE
from mandat.bylaws.telling.explaining import Supposed, capture
from mandat.study.exact.power import MOST_WEIGHT, absolute_banzhaf, banzhaf, shapley_shubik
from mandat.study.exact.tiers import decisive
from mandat.study.plan.making import Plan, entitled, people_of


@dataclass(frozen=True, slots=True)
class SenderPower:
    """Of one sort of body that sends to the top: how many there are, seats and people of each, and its share of power.

    ``member``: the probability that one member's vote decides, both tiers tossing coins.
    """

    kind: str
    bodies: int
    seats: int
    people: int
    banzhaf: Fraction
    shapley: Fraction
    member: float


@dataclass(frozen=True, slots=True)
class Certain:
    """``fewest`` members who can carry a decision of the top, of how many; ``weight``: seats per member, most over least."""

    fewest: int | None
    base: int
    weight: Fraction | None
    power: tuple[SenderPower, ...]
    seats: int


def certain(plan: Plan, supposed: Supposed) -> Certain:
    """Work it out."""
    found = (
        None
        if plan.decision is None
        else capture(plan.bylaws, plan.top, plan.decision.id.partition(".")[2], supposed)
    )
    power = _power(plan)
    ratios = [Fraction(each.seats, each.people) for each in power if each.people and each.seats]
    return Certain(
        fewest=None if found is None else found.fewest,
        base=plan.bases.members,
        weight=max(ratios) / min(ratios) if ratios else None,
        power=power,
        seats=int(entitled(plan, plan.top).sum()),
    )


def _power(plan: Plan) -> tuple[SenderPower, ...]:
    """The bodies that send to the top as blocks, by majority of the seats; those alike are said once."""
    blocks = [
        (place[0], int(seats), _people(plan, place))
        for line in plan.lines
        if line.body == plan.top
        for place, seats in zip(line.senders, line.seats.tolist(), strict=True)
    ]
    weights = [seats for _, seats, _ in blocks]
    total = sum(weights)
    if len(blocks) > 200 or total > min(2000, MOST_WEIGHT) or total == 0:
        return ()
    first = {block: number for number, block in reversed(list(enumerate(blocks)))}
    quota = total // 2 + 1
    shares, pivots = banzhaf(quota, weights), _shapley(quota, weights)
    swings = absolute_banzhaf(quota, weights)
    return tuple(
        SenderPower(
            kind,
            blocks.count(block),
            seats,
            people,
            shares[number],
            pivots[number],
            float(swings[number]) * _decides(people),
        )
        for block, number in sorted(first.items(), key=lambda each: each[1])
        for kind, seats, people in (block,)
    )


def _shapley(quota: int, weights: list[int]) -> tuple[Fraction, ...]:
    """Equal weights have equal power; else count the orders, while there are not too many."""
    if len(set(weights)) == 1:
        return (Fraction(1, len(weights)),) * len(weights)
    return shapley_shubik(quota, weights) if len(weights) <= 60 else banzhaf(quota, weights)


def _people(plan: Plan, place: tuple[str, int]) -> int:
    if plan.bylaws.bodies[place[0]].type in PEOPLE:
        return people_of(plan.world, place)
    return sum(
        _people(plan, below)
        for line in plan.lines
        if line.body == place[0]
        for below, target in zip(line.senders, line.target.tolist(), strict=True)
        if target == place[1] and below != place
    )


def _decides(people: int) -> float:
    odd = people if people % 2 else people - 1
    return float(decisive(max(1, odd))) if people < 2001 else float(decisive(2001)) * (2001 / people) ** 0.5
