"""Ties between claimants with equal figures: settled as the method says, at last by lots given from outside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.result import SeatQuestion, SeatTie
from mandat.counting.errors import BadParameterError
from mandat.language import msg

TieRule = Literal["lot", "most-votes", "fewest-votes"]
"""Before the lot: nothing, more votes first (Spain, LOREG article 163.1.d), fewer first (Portugal, Lei 14/79, article 16 d)."""
TIE_RULES: tuple[TieRule, ...] = ("lot", "most-votes", "fewest-votes")


class Settlement:
    """Settles the ties of one apportionment and keeps what it did.

    `lots` are names, one for each seat that was open, in the order in which they are asked.
    """

    def __init__(self, asked: Claims, lots: Sequence[str], paragraph: str, rule: TieRule = "lot") -> None:
        if rule not in TIE_RULES:
            raise BadParameterError(
                msg("there is no tie rule {rule}; it is one of: {rules}")(
                    rule=repr(rule), rules=", ".join(TIE_RULES)
                )
            )
        self._asked, self._lots, self._paragraph, self._rule = asked, tuple(lots), paragraph, rule
        self._used, self._gives_back = 0, False
        self.ties: tuple[SeatTie, ...] = ()
        self.question: SeatQuestion | None = None

    def choose(self, tied: Sequence[int], seats: int) -> list[int]:
        """`seats` of the `tied` claimants (less while a lot is missing; then `question` says so)."""
        if seats >= len(tied):
            return list(tied)
        if self._rule == "lot":
            return self._draw(tied, seats)
        sign = -1 if self._rule == "most-votes" else 1
        figure = {n: sign * self._asked.votes[n] for n in tied}
        last = sorted(figure.values())[seats - 1]
        sure = [n for n in tied if figure[n] < last]
        level = [n for n in tied if figure[n] == last]
        chosen = sure if len(sure) + len(level) > seats else sure + level
        if chosen:
            self._note(tied, seats, chosen, self._rule.replace("-", " "))
        return chosen if len(chosen) == seats else chosen + self._draw(level, seats - len(chosen))

    def _draw(self, tied: Sequence[int], seats: int) -> list[int]:
        left, drawn = list(tied), list[int]()
        while len(drawn) < seats and self._used < len(self._lots):
            drawn.append(self._drawn(left))
            left.remove(drawn[-1])
        if drawn:
            self._note(tied, seats, drawn, "lot")
        if len(drawn) < seats:
            self.question = SeatQuestion(
                self._names(left), seats - len(drawn), self._paragraph, self._gives_back
            )
        return drawn

    def _drawn(self, left: list[int]) -> int:
        name = self._lots[self._used]
        self._used += 1
        found = next((n for n in left if self._asked.names[n] == name), None)
        if found is None:
            tied = ", ".join(self._names(left))
            raise BadParameterError(
                msg("lot {used} names {name}, but the tie is between {tied}")(
                    used=self._used, name=repr(name), tied=tied
                )
            )
        return found

    def for_withdrawal(self) -> None:
        """Turn the tie rule round, for seats to be taken back: who would come last for a seat gives one up first. Again: back."""
        self._gives_back = not self._gives_back
        turned: dict[TieRule, TieRule] = {"most-votes": "fewest-votes", "fewest-votes": "most-votes"}
        self._rule = turned.get(self._rule, self._rule)

    def done(self) -> None:
        """Raise `BadParameterError` if a lot was given that nobody asked for."""
        if self._used < len(self._lots):
            raise BadParameterError(
                msg("{count} lots were given, but {used} were asked for")(
                    count=len(self._lots), used=self._used
                )
            )

    def _note(self, tied: Sequence[int], seats: int, chosen: Sequence[int], how: str) -> None:
        noted = SeatTie(self._names(tied), seats, self._names(chosen), how, self._paragraph, self._gives_back)
        self.ties = (*self.ties, noted)

    def _names(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._asked.names[n] for n in numbers)
