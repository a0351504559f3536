"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.limits import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "limit.fits": Words(
        msg("{person} may sit in {post} beside those who sit already"),
        msg("{limit} lets no more of them sit; name somebody else"),
    ),
    "limit.passed-over": Words(msg("{person} would be one too many under {limit}: the next takes the place")),
    "limit.group-first": Words(msg("{group} must have more seats: {person} follows, {other} gives way")),
    "limit.leaves": Words(msg("{person} leaves {post}, which cannot be held together with the new post")),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.LimitBroken: msg("too many of {group} sit in {body} ({limit}): {people}"),
    effects.LimitKept: msg("{limit} is kept in {body} again for {group}"),
}
