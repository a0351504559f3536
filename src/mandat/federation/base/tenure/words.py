"""Words about seats taken and left."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.tenure import effects
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.SeatFilled: (
        "{person} takes the seat {post} ({how})",
        "{person} prend le siège {post} ({how})",
    ),
    effects.SeatVacated: (
        "the seat {post} of {person} falls vacant ({cause})",
        "le siège {post} de {person} devient vacant ({cause})",
    ),
}
