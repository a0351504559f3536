"""What a study assumes about people: everything that is not in the bylaws."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from mandat.language import msg
from mandat.study.errors import StudyError

ModelKind = Literal["drift", "voter", "bounded"]
Withdrawing = Literal["fair", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """Opinions, and how members act on them. Rates are per year; utilities are in units of the members' own spread.

    - ``common``, ``local``, ``personal``: how much opinions move in √year: all together, each base, each member.
    - ``reversion``: the rate at which movements are undone. ``shocks`` a year, each of ``shock`` (its standard deviation).
    - ``spread``, ``local_spread``: how far members, and bases, lie apart at the start.
    - ``contacts`` a year and share ``outside`` the own base: voter model and bounded confidence; ``tolerance`` of the latter.
    - ``turnout`` in the base's elections; ``mistakes``: share of votes cast at random; ``loyalty``: so much better must
      another tendency be before a member turns from a sitting delegate; ``attention``: share of members who look at a
      recall at all in a step.
    - ``withdrawing``: ``any`` elector withdraws from any delegate of another tendency; ``fair``: only from tendencies that hold
      more of the base's seats than its members would give them now.
    - ``organising``: days until a petition is signed or a replacement is organised where the bylaws give no time.
    - ``attendance`` of delegates in councils. ``hours_vote``, ``hours_election``: of a member who votes, of those who run it.
    """

    opinion: ModelKind = "drift"
    tendencies: int = 2
    common: float = 0.5
    local: float = 0.3
    personal: float = 0.3
    reversion: float = 0.0
    shocks: float = 0.0
    shock: float = 0.5
    spread: float = 1.0
    local_spread: float = 0.3
    contacts: float = 12.0
    outside: float = 0.1
    tolerance: float = 0.3
    turnout: float = 1.0
    mistakes: float = 0.0
    loyalty: float = 0.1
    attention: float = 1.0
    withdrawing: Withdrawing = "fair"
    organising: float = 14.0
    attendance: float = 1.0
    hours_vote: float = 0.5
    hours_election: float = 8.0

    def __post_init__(self) -> None:
        for name in ("turnout", "mistakes", "attention", "attendance", "outside"):
            _between(name, getattr(self, name), 0, 1)
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, (int, float)) and not value >= 0:
                raise StudyError(
                    msg("{name} is {value}; it cannot be negative")(name=field.name, value=str(value))
                )
        _between("tendencies", self.tendencies, 2, 12)

    def still(self) -> Assumptions:
        """The same members who never change their minds: the null run."""
        return replace(self, common=0.0, local=0.0, personal=0.0, shocks=0.0, contacts=0.0, mistakes=0.0)


def _between(name: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        raise StudyError(
            msg("{name} is {value}; give a number from {least} to {most}")(
                name=name, value=str(value), least=str(least), most=str(most)
            )
        )
