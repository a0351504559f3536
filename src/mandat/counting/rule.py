"""`Rule`: what a counting rule tells about itself, and the shape of the function that carries it out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from mandat.counting.reading import ReadingRule
from mandat.counting.result import Count, Parameter
from mandat.counting.verdict import Looking, Sees

RuleKind = Literal[
    "plurality",
    "approval",
    "score",
    "stv",
    "condorcet",
    "positional",
    "committee",
    "budget",
    "list",
    "yes-no",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """A counting rule: its `name` in bylaws and on the command line, and the `text` (law, paper) it follows.

    `reading` is what it makes of papers that are not marked plainly. `function(ballots, seats, *, lots,
    **parameters)` returns a `Count`; `parameters` names what it accepts beside `lots`. A rule that is
    `order_sensitive` looks at the order of the papers, so ballots must have been read with their sequence. A
    rule that can `protect` accepts the parameter `protected`: candidates who may not be excluded. One that
    `can_observe` also accepts an `observer` (`stv.proceedings.Observer`). A rule for `one_seat` refuses more.
    Where `order_counts`, the order of election is part of the result, and lots that decide only it are asked.
    """

    name: str
    title: str
    text: str
    kind: RuleKind
    function: Callable[..., Count]
    parameters: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    reading: ReadingRule = field(default=ReadingRule())
    order_sensitive: bool = False
    sees: Sees | None = None
    spare: int | None = None

    can_observe: bool = False
    one_seat: bool = False
    order_counts: bool = False

    @property
    def can_protect(self) -> bool:
        """Whether the rule can be told that sitting members may not be excluded."""
        return "protected" in self.parameters

    def looking(
        self, seats: int, parameters: Mapping[str, Parameter] | None = None, withdrawn: Collection[int] = ()
    ) -> Looking:
        """How the rule looks at papers in an election for so many seats (`verdict` takes it).

        `sees` says it, or the kind of the rule; a rule that allows so many marks says by `spare` how many fewer than seats
        they are, unless the parameter `votes` tells another number.
        """
        sees = self.sees or _SEES[self.kind]
        votes = (parameters or {}).get("votes")
        allowed = None
        if self.spare is not None:
            allowed = votes if isinstance(votes, int) else max(1, seats - self.spare)
        return Looking(sees, self.reading, allowed, self.kind in _BLANK_IS_VALID, tuple(withdrawn))


_SEES: Mapping[RuleKind, Sees] = {
    "plurality": "first",
    "approval": "set",
    "score": "points",
    "stv": "preferences",
    "condorcet": "pairs",
    "positional": "pairs",
    "committee": "set",
    "budget": "set",
    "list": "first",
    "yes-no": "set",
}
_BLANK_IS_VALID = frozenset({"approval", "committee", "budget", "yes-no"})
