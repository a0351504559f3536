"""Several apportionments one after another, which take their lots from one list in the order in which they ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mandat.counting.apportionment.biproportional import CellQuestion
from mandat.counting.apportionment.claims import Threshold, needed_votes
from mandat.counting.apportionment.methods import apportion
from mandat.counting.apportionment.result import SeatQuestion
from mandat.counting.errors import BadParameterError
from mandat.language import msg

StepQuestion = SeatQuestion | CellQuestion


class StepLotNeededError(Exception):
    """A step cannot be carried out without a lot."""

    def __init__(self, question: StepQuestion) -> None:
        super().__init__(str(question))
        self.question = question


class StepShares:
    """The lots of one election, and the apportionments that use them."""

    def __init__(self, lots: Sequence[str]) -> None:
        self._lots, self._used = tuple(lots), 0

    def share(
        self,
        method: str,
        votes: Mapping[str, int],
        seats: int,
        where: str | None = None,
        minimum: Mapping[str, int] | None = None,
    ) -> dict[str, int]:
        """Seats by name; `where` is what a question is put for. Raises `StepLotNeededError`."""
        if not seats:
            return dict.fromkeys(votes, 0)
        many = 0
        while True:
            drawn = self._lots[self._used : self._used + many]
            found = apportion(method, votes, seats, minimum=minimum, lots=drawn)
            if found.question is None:
                self._used += many
                return found.seats
            if self._used + many == len(self._lots):
                asked = found.question
                if where is not None:
                    raise StepLotNeededError(CellQuestion(where, asked.names, asked.seats, asked.paragraph))
                raise StepLotNeededError(asked)
            many += 1

    def choose(self, tied: Sequence[str], seats: int, where: str, paragraph: str) -> list[str]:
        """So many of the tied, by lots. Raises `StepLotNeededError`."""
        left, chosen = list(tied), list[str]()
        while len(chosen) < seats and len(left) > seats - len(chosen):
            if self._used == len(self._lots):
                raise StepLotNeededError(CellQuestion(where, tuple(left), seats - len(chosen), paragraph))
            name = self._lots[self._used]
            if name not in left:
                raise BadParameterError(
                    msg("lot {used} names {name}, but in {where} the tie is between {left}")(
                        used=self._used + 1, name=repr(name), where=where, left=", ".join(left)
                    )
                )
            self._used += 1
            chosen.append(name)
            left.remove(name)
        return chosen + left if len(chosen) < seats else chosen

    def done(self) -> None:
        """Raise `BadParameterError` if a lot was given that nobody asked for."""
        if self._used < len(self._lots):
            raise BadParameterError(
                msg("{count} lots were given, but {used} were asked for")(
                    count=len(self._lots), used=self._used
                )
            )


def summed(table: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """The numbers by party over all districts, in the order in which parties first stand."""
    totals: dict[str, int] = {}
    for row in table.values():
        for party, number in row.items():
            totals[party] = totals.get(party, 0) + number
    return totals


def reaches(votes: int, threshold: Threshold, valid: int) -> bool:
    """Whether the votes are at least the threshold of the valid votes."""
    return votes >= needed_votes(threshold, valid)
