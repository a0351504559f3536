"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.convening import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "convening.instant": Words(
        msg("{opens} is an instant still to come"),
        msg("give the day and hour with an offset, such as 2026-03-01T10:00:00Z, later than now"),
    ),
    "convening.notice": Words(
        msg("{body} is called before {until}, in time for {opens}"),
        msg("call it for a later day, or as urgent where the bylaws allow it"),
    ),
    "convening.urgent": Words(
        msg("the bylaws let {body} be called urgently"), msg("call it with the usual notice")
    ),
    "convening.urgent-by": Words(
        msg("the author belongs to {by}, which calls {body} in urgent cases"),
        msg("let somebody of {by} call it"),
    ),
    "convening.fallback": Words(
        msg("{body} has not been called in time by those who must, and the author may call it instead"),
        msg("nothing to do"),
    ),
    "convening.delay": Words(
        msg("those who must call {body} have had until {until}"),
        msg("wait until {until}, or let them call it"),
    ),
    "convening.consent": Words(
        msg("{by} has consented to {meeting} by a carried motion"),
        msg("table a motion before {by} about (convene, {meeting}), and name it in the call"),
    ),
    "convening.demandable": Words(
        msg("the bylaws let somebody demand a meeting of {body}"), msg("ask those who convene it")
    ),
    "convening.may-demand": Words(
        msg("the signature is one of {by}, who may demand a meeting of {body}"),
        msg("let {by} sign; a body signs by on_behalf_of, with the motion that it carried"),
    ),
    "convening.resolved": Words(
        msg("{body} has carried a motion about the demand {demand}"),
        msg("table a motion in {body} about (demand, {demand}), carry it, and name it here"),
    ),
    "convening.says": Words(msg("the demand {demand} says its {what}"), msg("give it in same")),
    "convening.same": Words(
        msg("the {what} is the same as in the first signature of {demand}"),
        msg("sign with the same words, or start a demand of your own"),
    ),
    "convening.signs-once": Words(
        msg("{signer} has not signed {demand} yet"), msg("nothing to do: the signature stands")
    ),
    "convening.in-time": Words(
        msg("the demand {demand} may be signed until {until}"), msg("start a new one")
    ),
    "convening.unanswered": Words(
        msg("no meeting has been called on the demand {demand} yet"),
        msg("start another demand for another meeting"),
    ),
    "convening.demand-known": Words(msg("the demand {demand} is one for this body"), msg("check its id")),
    "convening.demand-met": Words(
        msg("the demand {demand} has enough support"), msg("gather more signatures: {signed} so far")
    ),
    "convening.item-new": Words(
        msg("{item} is not on the agenda of {meeting} yet"), msg("nothing to do: it is there")
    ),
    "convening.announced": Words(
        msg("{motion} was on the agenda of {meeting} in time"),
        msg("put it on the agenda of the next meeting"),
    ),
    "meeting.was-called": Words(
        msg("the meeting {meeting} has been called for this body"),
        msg("call it first (meeting.call), with the notice that the bylaws ask for"),
    ),
    "meeting.day": Words(
        msg("the meeting {meeting} was called for {opens}, which has come"), msg("wait until then")
    ),
    "meeting.caller": Words(
        msg("the author called the meeting {meeting}"),
        msg("let who called it open it, or who convenes the body"),
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.MeetingCalled: msg("{body} is called for {opens}: {meeting}"),
    effects.ItemAdded: msg("on the agenda of {meeting}: {item}"),
    effects.DemandSigned: msg("{signer} demands a meeting of {body}: {demand}"),
    effects.DemandSignaturesLapsed: msg("too old to count under {demand}: {signers}"),
    effects.DemandMet: msg("the demand {demand} has enough support"),
    effects.DemandIgnored: msg("nobody has called a meeting on {demand}: {by} may call it now"),
    effects.MeetingOverdue: msg("{body} should have met by now"),
    effects.MeetingNoted: msg("{body} has met at last"),
}
