"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.checks import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "check.known": Words(
        msg("the bylaws name the check {rule}"),
        msg("name a check of the bylaws (mandat check), or amend them"),
    ),
    "check.one-target": Words(
        msg("{stop} is against one thing: a motion, or what was done under a power"),
        msg("name either the motion or the entry"),
    ),
    "check.decided": Words(
        msg("the motion {motion} was carried"), msg("there is nothing to stop: wait for its vote")
    ),
    "check.amended": Words(
        msg("the option {option} of {motion} was amended"), msg("there is no amendment to stop")
    ),
    "check.of": Words(
        msg("the check is against this: {against} is of {covered}"),
        msg("this check reaches only {covered}; look for another check, or a recall"),
    ),
    "check.not-yet": Words(
        msg("the check is not in use against {against} already"), msg("sign or await {stop}, which is")
    ),
    "check.within": Words(
        msg("the time to stop {against} is not over: until {until}"),
        msg("it is too late for this check; look for another, or table a motion"),
    ),
    "check.once": Words(
        msg("the check has not served before against {against}, its text, or what it follows"),
        msg("it may be used once, and was in {stop}"),
    ),
    "check.right": Words(
        msg("the author holds the check: {by}"),
        msg(
            "let {by} do it; a body decides by a motion about check {rule} {against}, to be named in decided"
        ),
    ),
    "check.carried": Words(
        msg("{by} has decided it, on {about}"),
        msg("carry a motion about {about} in {by} (decision: {prescribed}), and name it in decided"),
    ),
    "check.signer": Words(
        msg("{person} is one of those who may start it, or support it: {by}"), msg("let others of {by} sign")
    ),
    "check.stop-known": Words(msg("the check {stop} is known"), msg("name a check that was raised")),
    "check.signing": Words(
        msg("signatures for {stop} are still collected"), msg("nothing to do: it stands, or is over")
    ),
    "check.not-signed": Words(msg("{person} has not signed {stop} yet"), msg("nobody counts twice")),
    "check.stands": Words(msg("the check {stop} stands"), msg("nothing to do: it does not, or no more")),
    "check.suspends": Words(
        msg("the check {stop} suspends"), msg("what it did ({how}) cannot be taken back: decide anew")
    ),
    "check.own": Words(msg("the author is the one who raised {stop}: {by}"), msg("let {by} lift it")),
    "check.stays": Words(msg("the suspension {stop} stays: so it was voted")),
    "check.stays-not": Words(msg("the suspension {stop} does not stay: so it was voted")),
    "check.free": Words(
        msg("no check stands against {against}"), msg("{stop} stands against it ({how}, until {until})")
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.CheckStarted: msg("{by} raises {stop} under {rule} against {target}"),
    effects.CheckSigned: msg("{person} supports {stop}"),
    effects.CheckTaken: msg("{stop} stands against {target}: {how}"),
    effects.AmendmentBlocked: msg("the option {option} of {motion} has its former words again"),
    effects.CheckEnded: msg("{stop} stands no more against {target}: {reason}"),
}
