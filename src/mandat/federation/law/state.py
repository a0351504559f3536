"""The bylaws in force, earlier ones, and what was ruled where they are silent."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import RuleId
from mandat.federation.base.lookup import Lookup, given
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.base.rulings import OpenQuestion
from mandat.federation.base.types import BylawsVersion, MotionId, OpenQuestionId
from mandat.instants import Instant


class Coming(msgspec.Struct, frozen=True):
    """A text that was adopted and waits for its day; ``basis`` is the version in force when it was adopted."""

    text: str
    adopted: Instant
    basis: BylawsVersion


class Law(msgspec.Struct, frozen=True):
    """``books``: every version of the bylaws that was ever in force, by the name of its text.

    ``readings``: interpretations by (rule id, key), given once and used from then on; ``verdicts``: those that hold for the vote
    on one motion only, by (motion, rule id, key).
    """

    current: BylawsVersion | None = None
    versions: tuple[BylawsVersion, ...] = ()
    """The names of the books, in the order in which they first came into force."""
    books: Lookup[BylawsVersion, Rulebook] = Lookup()
    readings: Lookup[tuple[RuleId, str], str] = Lookup()
    verdicts: Lookup[tuple[MotionId, RuleId, str], str] = Lookup()
    questions: Lookup[OpenQuestionId, OpenQuestion] = Lookup()
    coming: Lookup[BylawsVersion, Coming] = Lookup()
    """By name: texts that were adopted and are not yet in force."""

    def readings_for(self, rule: RuleId, vote: MotionId) -> Lookup[tuple[RuleId, str], str]:
        """Return the interpretations that hold for one vote under a rule: the general ones, and those of this vote."""
        found = self.readings
        for key in ("quorum", "carried", "rejected"):
            own = self.verdicts.get((vote, rule, key))
            found = found if own is None else found.set((rule, key), own)
        return found

    @property
    def book(self) -> Rulebook:
        """The rulebook in force."""
        return self.books[given(self.current)]
