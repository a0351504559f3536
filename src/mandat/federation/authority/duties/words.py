"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.duties import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "duty.known": Words(
        "the bylaws name the duty {duty}",
        "name a duty of the bylaws (mandat check)",
        "les statuts nomment le devoir {duty}",
        "nommer un devoir des statuts (mandat check)",
    ),
    "duty.owed": Words(
        "{of} owes {duty}",
        "nothing to do: it does not, or not yet",
        "{of} doit {duty}",
        "rien à faire : ce n’est pas dû, ou pas encore",
    ),
    "duty.own": Words(
        "{person} reports for {of}",
        "let the holder of the post report, or somebody of the body",
        "{person} rend compte pour {of}",
        "laisser rendre compte le titulaire, ou quelqu’un de l’instance",
    ),
    "duty.late": Words(
        "the time of {of} is over ({overdue})",
        "",
        "le délai de {of} est écoulé ({overdue})",
        "",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.DutyOwed: ("{of} owes {duty}", "{of} doit {duty}"),
    effects.DutyDone: ("{by} reports for {of} under {duty}", "{by} rend compte pour {of} selon {duty}"),
    effects.DutyOverdue: ("{of} is late with {duty}", "{of} est en retard pour {duty}"),
    effects.DutyDropped: ("{of} owes {duty} no more", "{of} ne doit plus {duty}"),
}
