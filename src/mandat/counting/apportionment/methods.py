"""The methods by name, and `apportion`, the one door to all of them.

To add a method, write its module with a constant `METHOD` and name the module in `MODULES`: one line.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType, ModuleType

import msgspec

from mandat.counting.apportionment import (
    adams,
    cambridge_compromise,
    d_hondt,
    danish,
    dean,
    droop,
    hagenbach_bischoff,
    hagenbach_bischoff_rounded,
    hare,
    huntington_hill,
    imperiali,
    imperiali_quota,
    kieswet,
    sainte_lague,
    sainte_lague_modified,
)
from mandat.counting.apportionment.claims import Bound, Claims, Threshold, claims
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement, TieRule
from mandat.counting.errors import BadParameterError, UnknownRuleError
from mandat.language import did_you_mean, msg

MODULES: tuple[ModuleType, ...] = (
    d_hondt,
    sainte_lague,
    sainte_lague_modified,
    danish,
    imperiali,
    adams,
    dean,
    huntington_hill,
    hare,
    droop,
    hagenbach_bischoff,
    hagenbach_bischoff_rounded,
    imperiali_quota,
    kieswet,
    cambridge_compromise,
)


@cache
def methods() -> MappingProxyType[str, Method]:
    """Every method by its name, in the order of `MODULES`."""
    return MappingProxyType({module.METHOD.name: module.METHOD for module in MODULES})


def method(name: str) -> Method:
    """The method with this name or alias; `UnknownRuleError` lists the known names and the nearest one.

    >>> method("webster").title
    'Sainte-Laguë'
    """
    known = {alias: found for found in methods().values() for alias in (found.name, *found.aliases)}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)  # pure: difflib wants a float
    raise UnknownRuleError(
        msg("there is no method of apportionment {name}.{hint} Known methods: {methods}.")(
            name=repr(name),
            hint=did_you_mean([repr(known[each].name) for each in near]),
            methods=", ".join(sorted(methods())),
        )
    )


def apportion(
    method_name: str,
    votes: Mapping[str, int],
    seats: int,
    *,
    minimum: Bound = None,
    maximum: Bound = None,
    threshold: Threshold | Mapping[str, Threshold] | None = None,
    threshold_base: int | None = None,
    tie: TieRule | None = None,
    lots: Sequence[str] = (),
    **parameters: object,
) -> Apportionment:
    """Share out `seats` over the names of `votes` (whole numbers of votes, or people) by a method.

    - `minimum`, `maximum`: seats for everybody, or by name; floors and caps.
    - `threshold`: "5%", a `Fraction` or a whole number of votes that must at least be reached, for all or by name (names
      left out have none). A share is taken of all `votes`, or of `threshold_base`. Who stays below takes no part, not even
      with a minimum.
    - `tie`: what equal figures for the last seats are settled by before the lot; None: as the method's text says.
    - `lots`: the names drawn, in the order asked. A lot still missing comes back as `question`.
    - `parameters`: what the method has of its own (`first_divisor`, `base`).

    Raises `UnknownRuleError`, `BadBallotsError` (votes) or `BadParameterError` (anything else that cannot be met).

    >>> found = apportion("d-hondt", {"A": 60, "B": 40, "C": 40}, 2)
    >>> found.seats, found.question.names
    ({'A': 1, 'B': 0, 'C': 0}, ('B', 'C'))
    >>> apportion("d-hondt", {"A": 60, "B": 40, "C": 40}, 2, lots=["C"]).seats
    {'A': 1, 'B': 0, 'C': 1}
    """
    chosen = method(method_name)
    asked = claims(
        votes,
        seats,
        minimum=minimum,
        maximum=maximum,
        threshold=threshold,
        threshold_base=threshold_base,
        may_stay_empty=chosen.may_stay_empty,
    )
    return share_out(chosen, asked, tie=tie, lots=lots, **parameters)


def share_out(
    chosen: Method,
    asked: Claims,
    *,
    tie: TieRule | None = None,
    lots: Sequence[str] = (),
    **parameters: object,
) -> Apportionment:
    """`apportion` for claims that are already checked."""
    unknown = sorted(set(parameters) - set(chosen.parameters))
    if unknown:
        has = ", ".join(chosen.parameters) or msg("none")
        raise BadParameterError(
            msg("the method {name} has no parameter {unknown}; beside bounds and threshold it has: {has}")(
                name=chosen.name, unknown=repr(unknown[0]), has=has
            )
        )
    settle = Settlement(asked, lots, chosen.paragraph, tie or chosen.tie)
    return msgspec.structs.replace(chosen(asked, settle, **parameters), lots=tuple(lots))
