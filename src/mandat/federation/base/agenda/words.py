"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.agenda import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.Scheduled: msg("{kind} of {subject} falls due at {at}"),
    effects.Struck: msg("{kind} of {subject} is off the agenda"),
}
