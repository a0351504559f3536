"""Lots are never drawn here: a rule asks for one, and takes the answers it was given in order."""

from __future__ import annotations

from mandat.counting.errors import BadParameterError
from mandat.counting.result import LotQuestion
from mandat.language import msg


class LotNeeded(Exception):
    """Leaves a count at the point where a lot is missing; the rule turns it into `Count.question`."""

    def __init__(self, question: LotQuestion) -> None:
        super().__init__(str(question))
        self.question = question


class Lots:
    """The lots given to a count, taken one by one in the order in which the rule asks."""

    def __init__(self, given: tuple[int, ...]) -> None:
        self._given = given
        self._used = 0

    def answer(self, question: LotQuestion) -> int:
        """The candidate drawn for `question`.

        Raises `LotNeeded` if no lot is left and `BadParameterError` if the lot names a candidate who is not
        tied.
        """
        if self._used == len(self._given):
            raise LotNeeded(question)
        drawn = self._given[self._used]
        self._used += 1
        if drawn not in question.candidates:
            tied = ", ".join(map(str, question.candidates))
            raise BadParameterError(
                msg("lot {used} names candidate {drawn}, but the tie is between {tied} ({question})")(
                    used=self._used, drawn=drawn, tied=tied, question=question.sentence()
                )
            )
        return drawn

    def done(self) -> None:
        """Raise `BadParameterError` if a lot was given that the count never asked for."""
        if self._used < len(self._given):
            given = len(self._given)
            raise BadParameterError(
                msg("{given} lots were given, but the count asked for {used}")(given=given, used=self._used)
            )
