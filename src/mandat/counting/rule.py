"""`Rule`: what a counting rule tells about itself, and the shape of the function that carries it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from mandat.counting.reading import ReadingRule
from mandat.counting.result import Count

Kind = Literal["plurality", "approval", "score", "stv", "condorcet", "committee", "list", "yes-no"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A counting rule: its `name` in bylaws and on the command line, and the `text` (law, paper) it follows.

    `reading` is what it makes of papers that are not marked plainly. `function(ballots, seats, *, lots,
    **parameters)` returns a `Count`; `parameters` names what it accepts beside `lots`. A rule that is
    `order_sensitive` looks at the order of the papers, so ballots must have been read with their sequence. A
    rule that can `protect` accepts the parameter `protected`: candidates who may not be excluded. One that
    `can_observe` also accepts an `observer` (`stv.proceedings.Observer`). A rule for `one_seat` refuses more.
    """

    name: str
    title: str
    text: str
    kind: Kind
    function: Callable[..., Count]
    parameters: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    reading: ReadingRule = field(default=ReadingRule())
    order_sensitive: bool = False

    can_observe: bool = False
    one_seat: bool = False

    @property
    def can_protect(self) -> bool:
        """Whether the rule can be told that sitting members may not be excluded."""
        return "protected" in self.parameters
