"""`Method`: what a way of sharing out seats tells about itself, and the shape of its function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement, TieRule


@dataclass(frozen=True, slots=True)
class Method:
    """A method: its `name` in bylaws and on the command line, the `text` (law, paper) it follows.

    `paragraph` is cited where equal figures need a lot; `tie` is what its text settles them by before the lot.
    `may_stay_empty`: the text itself says what happens where lists have too few candidates, and seats may be left over.
    `function(claims, settlement, **parameters)` returns an `Apportionment`; `parameters` names what it accepts of its own.
    """

    name: str
    title: str
    text: str
    paragraph: str
    function: Callable[..., Apportionment]
    parameters: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    tie: TieRule = "lot"
    may_stay_empty: bool = False

    def __call__(self, asked: Claims, settle: Settlement, **parameters: object) -> Apportionment:
        """Share out the seats of claims that are already checked."""
        return self.function(asked, settle, **parameters)
