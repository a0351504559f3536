"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.motions import effects, option_words
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "decision.known": Words(
        msg("the bylaws have a decision {decision}"),
        msg("name one of the decisions in the bylaws (mandat check)"),
    ),
    "decision.method": Words(
        msg("{decision} is a vote by yes and no, or ranks options with a default"),
        msg("it is an election by {method}: call the election instead"),
    ),
    "decision.heads": Words(
        msg("{decision} ranks options and counts heads"),
        msg("rankings weighed by {tally} have no meaning here: take `tally` out, or vote by yes and no"),
    ),
    "decision.roll-at": Words(msg("the roll can be frozen at {event}"), msg("say one of: {events}")),
    "decision.majority": Words(
        msg("{decision} says which majority it takes"), msg("give carried or rejected in the bylaws")
    ),
    "decision.one-yes": Words(
        msg("at least one is in favour (yes = {yes}): nothing is carried without one yes"),
        msg("somebody has to vote yes"),
    ),
    "motion.known": Words(msg("the motion {motion} exists"), msg("check the motion’s id (mandat show body)")),
    "motion.place": Words(
        msg("{body} is where this is decided: {by}"),
        msg("table the motion in {by}, or name another decision"),
    ),
    "motion.concerned": Words(
        msg("the motion names the bodies concerned, whose members vote by {decision}"),
        msg("name them in concerned"),
    ),
    "motion.not-concerned": Words(
        msg("the motion names no bodies concerned, for {decision} is not theirs"), msg("leave concerned out")
    ),
    "motion.petition": Words(
        msg("a recall by petition comes from its petition"), msg("start a petition (recall.start)")
    ),
    "motion.relief": Words(
        msg("{body} may remove {target} by its own decision"),
        msg("bring it to the body that may, or start a petition"),
    ),
    "motion.decision": Words(
        msg("the motion is decided as the bylaws prescribe: {prescribed}"),
        msg("table it with the decision {prescribed} instead of {decision}"),
    ),
    "motion.mover": Words(
        msg("the author belongs to {by}"), msg("let somebody who belongs to it table the motion")
    ),
    "motion.own": Words(msg("the author moved {motion}"), msg("only {mover} can withdraw it")),
    "motion.stands": Words(msg("the motion {motion} has not been withdrawn"), msg("table it again")),
    "motion.not-yet-voted": Words(msg("no vote on {motion} has been opened yet"), msg("go on with its vote")),
    "motion.meeting": Words(
        msg("{body} meets, for the decision counts who is present"),
        msg("open a meeting of {body} first, and register who is there"),
    ),
    "motion.some-entitled": Words(
        msg("somebody is entitled to vote in {body}"), msg("enrol members or fill posts first")
    ),
    "motion.presiding": Words(
        msg("the author presides over the vote on {motion}: {officers}"), msg("let {officers} do it")
    ),
    "motion.two-tellers": Words(
        msg("two tellers sign the count of {motion} (they are {tellers})"),
        msg("let two tellers sign it; without tellers, who opened the meeting and another who is there"),
    ),
    "motion.vote-opened": Words(msg("the vote on {motion} has been opened"), msg("open it first")),
    "motion.vote-running": Words(
        msg("the vote on {motion} is not decided yet"), msg("it is over ({result}); table a new motion")
    ),
    "motion.casting": Words(
        msg("votes on {motion} are still taken"), msg("casting is over; the ballots are being counted")
    ),
    "motion.not-counted": Words(
        msg("votes on {motion} have not been counted yet"),
        msg("the tellers have entered the count; no vote can be added"),
    ),
    "motion.entitled": Words(
        msg("{person} is on the roll of the vote on {motion}, frozen when it was opened"),
        msg("only those on the roll vote; joiners vote in the next"),
    ),
    "motion.still": Words(
        msg("{person} is still one of those who vote on {motion}"),
        msg("whoever has left since the vote was opened votes no more; a vote that was cast before stands"),
    ),
    "motion.proxy-holder": Words(
        msg("{person} may still hold a proxy in {body}: they belong to {by}"),
        msg("vote oneself, or give the proxy to somebody who belongs to {by}"),
    ),
    "motion.once": Words(
        msg("{person} has not voted on {motion} yet"), msg("nothing to do: the vote stands")
    ),
    "motion.secret-ballot": Words(
        msg("the signed act does not say how one votes: the ballot on {motion} is secret"),
        msg("leave the choice out and put the ballot into the box"),
    ),
    "motion.open-ballot": Words(
        msg("the act says how one votes: the ballot on {motion} is open"),
        msg("give the choice: yes, no or abstain"),
    ),
    "motion.count-or-cast": Words(
        msg("nobody has voted on {motion} by an act of their own"),
        msg("close the vote: it is counted from the acts"),
    ),
    "motion.count": Words(msg("the counts of {motion} are whole numbers from 0"), msg("correct the numbers")),
    "motion.count-entitled": Words(
        msg("no more ballots than people entitled: {ballots} of {entitled}"), msg("count again")
    ),
    "motion.count-voted": Words(
        msg("as many ballots as have voted: {ballots} of {voted}"),
        msg("count again; every ballot of the box is one line"),
    ),
    "motion.not-tied": Words(msg("the vote on {motion} is not tied"), msg("break the tie (tie.break)")),
    "motion.time": Words(
        msg("the time for voting on {motion} is over, or everybody has voted"), msg("wait until {until}")
    ),
    "motion.no-box": Words(msg("the vote on {motion} has no box to be opened"), msg("leave the box out")),
    "motion.box": Words(
        msg("the box of the secret vote on {motion} is given: {voted} have voted"),
        msg("name the blob with the ballots, or let the tellers enter the count"),
    ),
    "motion.tied": Words(msg("the vote on {motion} is tied"), msg("there is no tie to break")),
    "motion.lot-source": Words(
        msg("the source of the lot on {motion} is given"), msg("say how the lot was drawn")
    ),
    "motion.casting-vote": Words(
        msg("the author has the casting vote on {motion}: {by}"), msg("let {by} break the tie")
    ),
    **option_words.REQUIREMENTS,
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.MotionTabled: msg("{motion} is tabled in {body}, to be decided by {decision}"),
    effects.MotionWithdrawn: msg("{motion} is withdrawn"),
    effects.VoteOpened: msg("the vote on {motion} is open: {entitled} are entitled"),
    effects.BallotGiven: msg("{person} has voted on {motion}"),
    effects.VotesCounted: msg("{motion}: {yes} yes, {no} no, {abstain} abstain, {invalid} invalid"),
    effects.PapersCounted: msg("{motion}: {valid} valid ballots, {invalid} invalid"),
    effects.CastingEnded: msg("no more votes are taken on {motion}"),
    **option_words.EFFECTS,
    effects.TallyShown: msg("{motion} by {tally}: {yes} yes, {no} no, {abstain} abstain"),
    effects.OptionCarried: msg("the option {option} of {motion} is carried"),
    effects.OptionsVoteClosed: msg(
        "the vote between options on {motion} is closed: {result} ({ranked} ballots rank options, {invalid} invalid)"
    ),
    effects.VoteClosed: msg(
        "the vote on {motion} is closed: {result} ({yes} yes, {no} no, {abstain} abstain, {invalid} invalid)"
    ),
}
