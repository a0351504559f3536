"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.agenda import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.Scheduled: (
        "{kind} of {subject} falls due at {at}",
        "{kind} de {subject} échoit le {at}",
    ),
    effects.Struck: (
        "{kind} of {subject} is off the agenda",
        "{kind} de {subject} quitte l’échéancier",
    ),
}
