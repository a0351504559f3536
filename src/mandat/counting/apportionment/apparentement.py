"""Apparentement: lists declare that their votes count together first; the seats of the alliance are then shared out among them.

Text: Bundesgesetz über die politischen Rechte (Switzerland, SR 161.1), articles 31 and 42: allied lists are treated as one list;
seats of the alliance go to its lists by the same rule; sub-alliances within an alliance once more.

>>> found = apparentement("d-hondt", {"A": 44, "B": 30, "C": 26}, 4, [Alliance("Left", ("B", "C"))])
>>> found.seats
{'A': 2, 'B': 1, 'C': 1}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from mandat.counting.apportionment.methods import apportion
from mandat.counting.apportionment.result import Apportionment, SeatQuestion
from mandat.counting.errors import BadParameterError
from mandat.language import msg


class Alliance(msgspec.Struct, frozen=True):
    """Lists (by name) and sub-alliances that count together; its `name` must not be that of a list."""

    name: str
    members: tuple[str | Alliance, ...]


class Apparentement(msgspec.Struct, frozen=True):
    """Seats by list after alliances.

    `tiers`: name of the alliance (empty for the whole house) with how its seats were shared out, outermost first. While a
    `question` is open, what hangs on it is not there yet and `seats` holds what is certain.
    """

    names: tuple[str, ...]
    counts: tuple[int, ...]
    tiers: tuple[tuple[str, Apportionment], ...]
    question: SeatQuestion | None = None
    lots: tuple[str, ...] = ()

    @property
    def seats(self) -> dict[str, int]:
        """Seats by list, in the order of the votes."""
        return dict(zip(self.names, self.counts, strict=True))

    def to_json(self) -> dict[str, Any]:
        """Plain data, with the seats by list and each tier."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        del plain["names"], plain["counts"]
        plain["tiers"] = [{"alliance": name, **tier.to_json()} for name, tier in self.tiers]
        return {"seats": self.seats, **plain}


def apparentement(
    method: str,
    votes: Mapping[str, int],
    seats: int,
    alliances: Sequence[Alliance],
    *,
    lots: Sequence[str] = (),
    **parameters: Any,
) -> Apparentement:
    """Share out `seats` by `method` over alliances and lists outside any, then within each alliance.

    `lots` name an alliance or a list, in the order asked. `parameters` are those of `apportion` for the outermost sharing
    out, such as a threshold by alliance; within alliances only `tie` and the method's own hold. Raises `BadParameterError`
    for a list in two alliances, an unknown list, or a name used twice, and whatever `apportion` refuses.
    """
    _check(votes, alliances)
    within = {key: value for key, value in parameters.items() if key not in _OUTERMOST}
    found = _Tiers(method, votes, tuple(lots), within)
    free = tuple(name for name in votes if not any(name in _lists(each) for each in alliances))
    found.share("", (*alliances, *free), seats, parameters)
    if found.question is None and found.lots:
        raise BadParameterError(
            msg("{count} lots were given, but {other} were asked for")(
                count=len(lots), other=len(lots) - len(found.lots)
            )
        )
    counts = tuple(found.seats.get(name, 0) for name in votes)
    return Apparentement(tuple(votes), counts, tuple(found.tiers), found.question, tuple(lots))


_OUTERMOST = ("minimum", "maximum", "threshold", "threshold_base")


class _Tiers:
    """Works from the outermost tier inwards and takes lots as they are asked for."""

    def __init__(
        self, method: str, votes: Mapping[str, int], lots: tuple[str, ...], within: dict[str, Any]
    ) -> None:
        self.method, self.votes, self.lots, self.within = method, votes, lots, within
        self.tiers: list[tuple[str, Apportionment]] = []
        self.seats: dict[str, int] = {}
        self.question: SeatQuestion | None = None

    def share(
        self, name: str, members: Sequence[str | Alliance], seats: int, parameters: Mapping[str, Any]
    ) -> None:
        together = {_name(member): sum(self.votes[each] for each in _lists(member)) for member in members}
        ordered = {_name(m): together[_name(m)] for m in sorted(members, key=self._first)}
        found = apportion(self.method, ordered, seats, **parameters)
        if found.question is not None:
            used = self.lots[: found.question.seats]
            self.lots = self.lots[len(used) :]
            found = apportion(self.method, ordered, seats, lots=used, **parameters)
        self.tiers.append((name, found))
        self.question = self.question or found.question
        for member in members:
            given = found.seats[_name(member)]
            if isinstance(member, str):
                self.seats[member] = given
            elif given and self.question is None:
                self.share(member.name, member.members, given, self.within)

    def _first(self, member: str | Alliance) -> int:
        order = list(self.votes)
        return min(order.index(name) for name in _lists(member))


def _name(member: str | Alliance) -> str:
    return member if isinstance(member, str) else member.name


def _lists(member: str | Alliance) -> Iterator[str]:
    if isinstance(member, str):
        yield member
    else:
        for each in member.members:
            yield from _lists(each)


def _names(member: str | Alliance) -> Iterator[str]:
    yield _name(member)
    if isinstance(member, Alliance):
        for each in member.members:
            yield from _names(each)


def _check(votes: Mapping[str, int], alliances: Sequence[Alliance]) -> None:
    used: set[str] = set()
    for name in (name for alliance in alliances for name in _names(alliance)):
        if name in used:
            raise BadParameterError(
                msg("{name} stands in the alliances twice; a list or alliance belongs to one only")(
                    name=repr(name)
                )
            )
        used.add(name)
    for alliance in alliances:
        lists = list(_lists(alliance))
        unknown = next((name for name in lists if name not in votes), None)
        if unknown is not None or not lists:
            raise BadParameterError(
                msg("alliance {name} names {unknown}, which is no list with votes")(
                    name=repr(alliance.name), unknown=repr(unknown)
                )
            )
        clash = next((name for name in _names(alliance) if name in votes and name not in lists), None)
        if clash is not None:
            raise BadParameterError(
                msg("the alliance {clash} has the name of a list; give it another")(clash=repr(clash))
            )
