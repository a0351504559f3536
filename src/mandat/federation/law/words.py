"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.law import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "bylaws.overtaken": Words(
        msg("the text of {motion} undoes nothing that was adopted since its vote was opened"),
        msg("it would undo article {changed}: table the text anew, with what has been adopted since"),
    ),
    "bylaws.article": Words(
        msg("article {changed} is changed under the power {power}"), msg("nothing to do")
    ),
    "bylaws.nobody-amends": Words(
        msg("a power to amend covers article {changed}"),
        msg("leave article {changed} as it is: nobody may change it"),
    ),
    "federation.new": Words(msg("the federation does not exist yet"), msg("nothing to do")),
    "federation.founded": Words(msg("the federation has been founded"), msg("let the first act found it")),
    "bylaws.utf8": Words(msg("the bylaws are UTF-8 text"), msg("save the file as UTF-8")),
    "bylaws.fault": Words(
        msg("the bylaws load without errors ({faults} found)"),
        msg("mend line {row} first; mandat check shows all"),
    ),
    "bylaws.kind-kept": Words(
        msg("the new text keeps the kind {kind}, of which bodies exist"),
        msg("keep it, or dissolve those bodies first"),
    ),
    "bylaws.line-kept": Words(
        msg("the new text keeps the line {line}, which has posts"), msg("keep it, or abolish its posts first")
    ),
    "question.known": Words(
        msg("the question {question} is open"), msg("check its number (mandat show federation)")
    ),
    "question.motion-reads": Words(
        msg("the motion {motion} adopts this very reading of question {question}: {reading}"),
        msg('table a motion with about = ["read", question, reading], and have it carried'),
    ),
    "question.open": Words(
        msg("the bylaws settle {line}"),
        msg("a question is open: let who may interpret the rules answer it first"),
    ),
    "question.reading": Words(msg("the answer is one of: {readings}"), msg("{reading} is none of them")),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.FederationFounded: msg("the federation {federation} is founded"),
    effects.BylawsInForce: msg("the bylaws are in force"),
    effects.BylawsAdopted: msg("the amended bylaws are adopted, in force from {in_force}"),
    effects.BylawsLapsed: msg(
        "the amended bylaws do not come into force: they do not know all bodies and posts that exist by now"
    ),
}
