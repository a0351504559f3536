"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.duties import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "duty.known": Words(
        msg("the bylaws name the duty {duty}"), msg("name a duty of the bylaws (mandat check)")
    ),
    "duty.owed": Words(msg("{of} owes {duty}"), msg("nothing to do: it does not, or not yet")),
    "duty.own": Words(
        msg("{person} reports for {of}"), msg("let the holder of the post report, or somebody of the body")
    ),
    "duty.late": Words(msg("the time of {of} is over ({overdue})")),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.DutyOwed: msg("{of} owes {duty}"),
    effects.DutyDone: msg("{by} reports for {of} under {duty}"),
    effects.DutyOverdue: msg("{of} is late with {duty}"),
    effects.DutyDropped: msg("{of} owes {duty} no more"),
}
