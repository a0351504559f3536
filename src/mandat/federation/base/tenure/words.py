"""Words about seats taken and left."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.tenure import effects
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.SeatFilled: msg("{person} takes the seat {post} ({how})"),
    effects.SeatVacated: msg("the seat {post} of {person} falls vacant ({cause})"),
}
