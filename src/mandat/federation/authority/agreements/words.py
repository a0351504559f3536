"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.agreements import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "agreement.kind": Words(
        msg("the bylaws name the kind of agreement {kind}"), msg("name one of theirs (mandat check)")
    ),
    "agreement.parties": Words(
        msg("there are at least two parties, each named once: {parties}"), msg("name them all")
    ),
    "agreement.spokesman": Words(
        msg("{person} speaks for who may sign ({by}), for a party, or as a delegate"),
        msg("let somebody of {by} enter it"),
    ),
    "agreement.known": Words(msg("the agreement {agreement} is known"), msg("open it first")),
    "agreement.party": Words(msg("{party} is a party to {agreement}"), msg("name one of its parties")),
    "agreement.unsigned": Words(
        msg("nobody has signed {agreement} yet"),
        msg("{party} has: a signed text is changed by another agreement"),
    ),
    "agreement.evidence": Words(
        msg("what shows it is given, for {agreement}"), msg("add the letter or text received as evidence")
    ),
    "agreement.not-signed": Words(msg("{party} has not signed yet"), msg("nothing to do: it has")),
    "agreement.exercise": Words(
        msg("the power {power} was exercised on it"), msg("exercise it first, and name the entry")
    ),
    "agreement.power": Words(
        msg("it was the power {power}"), msg("{used} does not sign agreements of this kind")
    ),
    "agreement.text": Words(
        msg("it was exercised on the version of {agreement} that stands"), msg("exercise it on the last text")
    ),
    "agreement.complete": Words(
        msg("what was done in entry {exercise} has all the consent it needs"),
        msg("wait for it, or do it anew"),
    ),
    "agreement.for-party": Words(msg("entry {exercise} was done for {party}"), msg("let {party} decide it")),
    "agreement.not-ratified": Words(msg("{party} has not ratified yet"), msg("nothing to do: it has")),
    "agreement.needs": Words(msg("{agreement} needs ratifying"), msg("nothing to do: signatures suffice")),
    "agreement.signed": Words(msg("{agreement} is signed"), msg("sign it first")),
    "agreement.silence": Words(
        msg("{by} has ratified by its silence until {until}"), msg("wait until then, or let {by} vote")
    ),
    "agreement.in-time": Words(
        msg("{by} ratified in time: until {until}"), msg("it came too late: sign anew")
    ),
    "agreement.ratifies": Words(
        msg("{by} has ratified {agreement} on this very text"),
        msg("carry a motion about ratify {agreement} in {by}"),
    ),
    "agreement.order": Words(
        msg("{by} ratified after those who come before"),
        msg("vote on it again in {by}: {motion} came too early"),
    ),
    "agreement.all-parties": Words(msg("all parties have bound themselves to {agreement}")),
    "agreement.may-leave": Words(msg("one may leave {agreement}"), msg("the bylaws name no way to leave it")),
    "agreement.bound": Words(msg("{party} is bound"), msg("nothing to leave")),
    "agreement.no-notice": Words(msg("{party} has not given notice yet"), msg("it has: wait for its end")),
    "agreement.window": Words(msg("the window for leaving is open"), msg("it opens at {until}")),
    "agreement.leaves": Words(
        msg("{by} has decided to leave {agreement}"),
        msg("carry a motion about leave {agreement} in {by}, and name it"),
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.AgreementOpened: msg("{agreement} is on the record, between {parties}"),
    effects.AgreementRevised: msg("another version of {agreement} stands: {text}"),
    effects.AgreementSigned: msg("{party} has signed {agreement}"),
    effects.AgreementRatified: msg("{party} has ratified {agreement}"),
    effects.ForceAgreed: msg("what {agreement} asks for to enter into force has come to be"),
    effects.PartyBound: msg("{agreement} is in force for {party}"),
    effects.NoticeGiven: msg("{party} gives notice of {agreement}, and leaves at {until}"),
    effects.PartyLeft: msg("{agreement} binds {party} no more"),
}
