"""The names of counting rules that bylaws may give, each with the parameters that stand as keys beside it.

The rules themselves live in ``counting``; this list is what a file may name, so that a file can be
checked without them. Parameters that only a count has (who is protected in a countback) are not for bylaws.
"""

from __future__ import annotations

from types import MappingProxyType

_QUOTIENT = ("threshold", "least", "most")

METHODS = MappingProxyType(
    {
        "yes-no": (),
        "fptp": (),
        "block": ("votes",),
        "limited": ("votes",),
        "two-round": ("threshold",),
        "approval": (),
        "score": ("levels",),
        "star": ("levels",),
        "cumulative": ("votes",),
        "list-majority": (),
        "irv": ("batch", "stop_at_majority"),
        "maine": ("batch",),
        "alaska": (),
        "new-york-city": ("batch",),
        "rctab": ("batch",),
        "stv-scottish": (),
        "stv-ni": (),
        "wigm": ("batch",),
        "ers97": (),
        "meek": (),
        "meek-nz": (),
        "warren": (),
        "qpq": (),
        "irish": (),
        "cambridge": (),
        "minneapolis": ("two_skips_end",),
        "au-senate": (),
        "hare-clark-act": (),
        "hare-clark-tasmania": (),
        "new-south-wales": (),
        "victoria": (),
        "western-australia": (),
        "malta": (),
        "schulze": (),
        "ranked-pairs": (),
        "copeland": (),
        "minimax": (),
        "split-cycle": (),
        "stable-voting": (),
        "borda": (),
        "bucklin": (),
        "d-hondt": _QUOTIENT,
        "sainte-lague": _QUOTIENT,
        "sainte-lague-modified": _QUOTIENT,
        "danish": _QUOTIENT,
        "imperiali": _QUOTIENT,
        "adams": _QUOTIENT,
        "dean": _QUOTIENT,
        "huntington-hill": _QUOTIENT,
        "hare": _QUOTIENT,
        "droop": _QUOTIENT,
        "hagenbach-bischoff": _QUOTIENT,
        "hagenbach-bischoff-rounded": _QUOTIENT,
        "imperiali-quota": _QUOTIENT,
        "kieswet": ("threshold", "most"),
        "cambridge-compromise": _QUOTIENT,
        "majority-bonus": ("threshold",),
        "open-list": (*_QUOTIENT, "apportionment"),
        "biproportional": _QUOTIENT,
        "sequential-phragmen": (),
        "equal-shares": (),
        "pav": (),
        "pav-sequential": (),
        "leximax-phragmen": (),
        "monroe": (),
        "chamberlin-courant": (),
        "budget-greedy": (),
        "budget-equal-shares": (),
    }
)
"""Method → its parameters."""

PARAMETERS = tuple(sorted({name for names in METHODS.values() for name in names}))
"""All parameters of all methods."""

DIVISORS = (
    "d-hondt",
    "sainte-lague",
    "sainte-lague-modified",
    "danish",
    "imperiali",
    "adams",
    "dean",
    "huntington-hill",
    "hare",
    "droop",
    "hagenbach-bischoff",
    "hagenbach-bischoff-rounded",
    "imperiali-quota",
    "kieswet",
    "cambridge-compromise",
)
"""Methods that share out a number of seats over a base: what ``divide`` may name."""
