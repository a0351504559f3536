"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.recall import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "petition.known": Words(
        msg("the petition {petition} exists"), msg("check the petition’s id (mandat show)")
    ),
    "petition.signing": Words(
        msg("signatures under {petition} are still collected (it is: {stage})"),
        msg("nothing to do: signing is over"),
    ),
    "petition.once": Words(
        msg("{person} has not signed {petition} yet"), msg("nothing to do: the signature stands")
    ),
    "petition.signed": Words(
        msg("{person} has signed {petition}"), msg("nothing to do: there is no signature")
    ),
    "petition.signer": Words(
        msg("{person} is one of those who may sign {petition}: {by}"), msg("only they may sign")
    ),
    "recall.rule": Words(
        msg("the bylaws have a recall rule {rule}"), msg("name one of the recall rules (mandat check)")
    ),
    "recall.petition": Words(
        msg("{rule} lets a recall be started by petition"),
        msg("use the way that the bylaws give: confidence, or a motion of the body that decides"),
    ),
    "recall.target": Words(msg("{target} is a post or a body"), msg("check the id (mandat show body)")),
    "recall.covers": Words(
        msg("the rule is about {target}: {covered}"), msg("name another rule, or another target")
    ),
    "recall.held": Words(msg("{target} has a holder"), msg("nothing to do: it is vacant")),
    "recall.reasons": Words(msg("the petition gives reasons, as {rule} asks"), msg("give reasons")),
    "recall.reason": Words(msg("every reason is one of the bylaws’: {reasons}"), msg("leave out {reason}")),
    "recall.only-one": Words(
        msg("no other petition of the kind runs against {target}"), msg("sign {petition} instead")
    ),
    "recall.cooling-off": Words(msg("the same recall of {target} is not barred"), msg("wait until {until}")),
    "recall.not-before": Words(msg("{target} has been held long enough"), msg("wait until {until}")),
    "recall.one-body": Words(
        msg("exactly one body decides on the recall: {by} ({bodies})"), msg("name one body in by")
    ),
    "recall.starter": Words(
        msg("the author is one of those who may start a recall of {target}: {by}"),
        msg("let one of them start it"),
    ),
    "recall.carried": Words(msg("the recall of {target} ({petition}) was carried")),
    "recall.relief": Words(msg("{body} may remove {target} by its decision")),
    "recall.caretaker": Words(msg("{person} stays as caretaker of {post} until a successor sits")),
    "recall.by-decision": Words(
        msg("{rule} gives the right to a single officer, without a decision"),
        msg("table a motion, or start a petition"),
    ),
    "recall.officer": Words(
        msg("the author holds the office that may relieve {target}: {by}"), msg("let {by} do it")
    ),
    "recall.outside": Words(
        msg("the registrar enters what {by} has decided"),
        msg("{by} acts outside this record: let the registrar enter its decision"),
    ),
    "recall.document": Words(msg("the document by which {by} decided is named"), msg("name it in source")),
    "recall.jury": Words(msg("{body} is opened for {petition}")),
    "recall.discussion": Words(
        msg("the time before the vote on {petition} is over"), msg("wait until {until}")
    ),
    "recall.hearing": Words(
        msg("the target of {petition} was heard"), msg("hear the target first (recall.hear)")
    ),
    "recall.pending": Words(msg("the holder of {post} does not hold it in full until the recall is decided")),
    "recall.suspended": Words(msg("{person} is suspended from {post}")),
    "recall.restored": Words(msg("{body} lets the holder of {post} serve again")),
    "recall.acting": Words(msg("{acting} acts for {post} until a successor sits")),
    "recall.barred": Words(
        msg("{person} is not barred from {line} after a recall"), msg("wait until {until}")
    ),
    "petition.notice": Words(
        msg("the notice of {petition} is over, and signatures may be given"), msg("sign from {until} on")
    ),
    "petition.complete": Words(
        msg("{petition} is complete and waits for its vote (it is: {stage})"),
        msg("wait until there are enough signatures"),
    ),
    "petition.unheard": Words(
        msg("the target of {petition} has not been heard yet"), msg("nothing to do: the hearing is on record")
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.PetitionStarted: msg("a petition under {rule} against {target} is started: {petition}"),
    effects.PetitionSigned: msg("{person} has signed {petition}"),
    effects.SignaturesLapsed: msg("signatures under {petition} count no more: {people} ({reason})"),
    effects.PetitionComplete: msg("{petition} has enough signatures ({signed}): {motion} is put to the vote"),
    effects.TargetHeard: msg("the target of {petition} was heard ({by})"),
    effects.PersonBarred: msg("{person} may not take a seat of {lines} again until {until}"),
    effects.PetitionEnded: msg("{petition} has ended: {stage} ({reason})"),
}
