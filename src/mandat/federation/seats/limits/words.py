"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.limits import effects

REQUIREMENTS: Mapping[str, Words] = {
    "limit.fits": Words(
        "{person} may sit in {post} beside those who sit already",
        "{limit} lets no more of them sit; name somebody else",
        "{person} peut siéger à {post} à côté de ceux qui y siègent",
        "{limit} n’en admet pas davantage ; nommer quelqu’un d’autre",
    ),
    "limit.passed-over": Words(
        "{person} would be one too many under {limit}: the next takes the place",
        "",
        "{person} serait de trop selon {limit} : le suivant prend la place",
        "",
    ),
    "limit.group-first": Words(
        "{group} must have more seats: {person} follows, {other} gives way",
        "",
        "{group} doit avoir plus de sièges : {person} entre, {other} cède la place",
        "",
    ),
    "limit.leaves": Words(
        "{person} leaves {post}, which cannot be held together with the new post",
        "",
        "{person} quitte {post}, incompatible avec le nouveau siège",
        "",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.LimitBroken: (
        "too many of {group} sit in {body} ({limit}): {people}",
        "trop de {group} siègent à {body} ({limit}) : {people}",
    ),
    effects.LimitKept: (
        "{limit} is kept in {body} again for {group}",
        "{limit} est de nouveau respectée à {body} pour {group}",
    ),
}
