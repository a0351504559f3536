"""How strong a pairwise majority is: by the papers for it, or by its margin.

`winning votes`: more papers for it, then fewer against (Debian constitution, A.5.7). `margins`: papers for it less papers against
(Tideman 1987). They differ only where papers leave candidates out or rank them alike.
"""

from __future__ import annotations

from typing import Literal

from mandat.counting.condorcet.pairwise import Pairwise
from mandat.counting.errors import BadParameterError
from mandat.language import msg

By = Literal["winning votes", "margins"]
WAYS: tuple[By, ...] = ("winning votes", "margins")
Strength = tuple[int, int]


def strength_of(compared: Pairwise, a: int, b: int, by: By) -> Strength:
    """The strength of a over b; larger is stronger."""
    if by == "margins":
        return compared.margin(a, b), 0
    return compared.over[a][b], -compared.over[b][a]


def chosen(rule: str, by: str) -> By:
    """One of `WAYS`, written so or with a hyphen; `BadParameterError` for anything else."""
    for way in WAYS:
        if by.replace("-", " ") == way:
            return way
    raise BadParameterError(
        msg("{rule} has no strength {by}; it is one of: {ways}")(rule=rule, by=repr(by), ways=", ".join(WAYS))
    )
