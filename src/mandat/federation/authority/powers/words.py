"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.powers import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "power.amount": Words(
        msg("the amount is a whole number from 0, and not beyond all bounds: {given}"),
        msg("correct the amount"),
    ),
    "power.amount-given": Words(
        msg("the act says how much, for what {power} allows or needs hangs on it"), msg("give the amount")
    ),
    "power.defined": Words(
        msg("the bylaws name the power {power}"),
        msg("name a power of the bylaws (mandat check), or amend them"),
    ),
    "power.founding": Words(
        msg("nobody has been in {holder} yet, which holds {power}: until then the registrar acts")
    ),
    "power.holder": Words(msg("the author holds the power {power}, as {holder}"), msg("let {holder} do it")),
    "power.not-holder": Words(
        msg("the power {power} is the author’s: {holder} holds it"), msg("let {holder} do it")
    ),
    "power.free": Words(msg("the power {power} is not frozen"), msg("wait until what freezes it is decided")),
    "power.jointly": Words(
        msg("all who hold the power jointly have signed: {holder}"), msg("let {missing} sign the same act")
    ),
    "power.acting": Words(msg("the author acts for {holder}, who holds the power {power}")),
    "power.suspended": Words(
        msg("{person}, who holds the power {power}, is not suspended"),
        msg("wait until the recall is decided, or let who acts meanwhile do it"),
    ),
    "power.caretaker": Words(
        msg("{person} holds more than a caretaker’s place, for {power} is not current business"),
        msg("wait for the successor"),
    ),
    "power.decision-missing": Words(
        msg("{holder} has decided: a body exercises the power {power} by its decision"),
        msg("table a motion about {power} in {holder}, carry it, and name it here"),
    ),
    "power.decision-other": Words(
        msg("the motion {motion} is about the power {power}"), msg("name the motion about this power")
    ),
    "power.decision-text": Words(
        msg("the motion {motion} is on this very text"),
        msg("bring this text before the body, or act on the text that it decided"),
    ),
    "power.decision-not-carried": Words(
        msg("the motion {motion} was carried"), msg("wait for its vote, or table another")
    ),
    "power.decision-body": Words(
        msg("the motion was decided by {holder}, which holds {power}"),
        msg("it was decided by {body}; bring it to {holder}"),
    ),
    "power.decision-rule": Words(
        msg("the motion {motion} was decided by {prescribed}"),
        msg("it was decided by {decision}; table it with {prescribed}"),
    ),
    "power.countersign": Words(
        msg("another person of {by} has signed the same act, for {power}"),
        msg("let somebody of {by} countersign; nobody countersigns for themselves"),
    ),
    "power.consent": Words(
        msg("{by} has consented to {power} on this very text"),
        msg("carry a motion about it in {by}, and name it in consents"),
    ),
    "power.not-refused": Words(
        msg("{by} has not refused {power} on this text"),
        msg("it has: change the text, or ask again with another"),
    ),
    "power.silence-consents": Words(
        msg("{by} has consented to {power} by its silence until {until}"),
        msg("wait until then, or let {by} carry a motion about it"),
    ),
    "power.needs-consent": Words(
        msg("the power {power} needs somebody’s consent before"), msg("nobody need be asked: exercise it")
    ),
    "power.not-asked": Words(
        msg("the consent to {power} on this text was not asked for yet"),
        msg("it was, at {at}: wait for the answer"),
    ),
    "power.not-assented": Words(
        msg("{body} has not ratified what was done in entry {exercise} yet"),
        msg("nothing to do: it has; others must"),
    ),
    "power.not-lapsed": Words(
        msg("what was done in entry {exercise} has not lapsed"), msg("it has ({reason}): do it anew")
    ),
    "power.one-delegate": Words(
        msg("{power} is delegated to one: a person or a body"), msg("name either person or body")
    ),
    "power.delegate": Words(msg("the power {power} is delegated to {person}")),
    "power.delegable": Words(
        msg("the power {power} can be delegated"),
        msg("{holder} must exercise it: the bylaws do not let it be delegated"),
    ),
    "power.delegable-to": Words(
        msg("{delegate} is one of those to whom it can be delegated: {to}"), msg("delegate it to one of them")
    ),
    "power.not-yet-delegated": Words(
        msg("the power {power} is not delegated to {delegate} yet"), msg("nothing to do: it is")
    ),
    "power.is-delegated": Words(
        msg("the power {power} is delegated to {delegate}"), msg("nothing to do: it is not")
    ),
    "power.own": Words(
        msg("the holder of {power} has decided this: {holder}"),
        msg("carry a motion about {about} in {holder}, and name it here"),
    ),
    "power.exercised": Words(msg("entry {exercise} exercised a power"), msg("name the entry of the act")),
    "power.awaits": Words(
        msg("what was done in entry {exercise} still needs ratifying"), msg("nothing to do: it is complete")
    ),
    "power.ratified": Words(
        msg("the motion {motion} ratifies it: carried, on the same text, by {by}"),
        msg("carry a motion on this very text in {by}"),
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.PowerExercised: msg("{by} exercises the power {power} on {text}"),
    effects.PowerRatified: msg("what was done in entry {exercise} is ratified by {motion}"),
    effects.PowerAssented: msg("{body} ratifies what was done in entry {exercise}, by {motion}"),
    effects.PowerLapsed: msg("what was done in entry {exercise} lapses: {reason}"),
    effects.ConsentAsked: msg("consent to {power} on {text} is asked for"),
    effects.PowerDelegated: msg("the power {power} is delegated to {to}"),
    effects.PowerResumed: msg("the power {power} is delegated to {to} no more"),
}
