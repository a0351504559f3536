"""The words of what comes before a vote and of votes in several tallies: support, options, discussion, roll calls, repeats."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.motions import support_effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "motion.tied-option": Words(
        msg("the option chosen is one of those tied: {options}"), msg("name one of them in option")
    ),
    "motion.option": Words(
        msg("{option} beats the default: {yes} rank it above, {no} below, {level} level"),
        msg("win more ballots that rank it above"),
    ),
    "motion.ranking": Words(
        msg("the act ranks the options on the ballot on {motion}, each once: {options}"),
        msg("give the ranking: lists of options, best first"),
    ),
    "motion.count-options": Words(
        msg("the vote on {motion} is by yes and no, so that a count can be entered"),
        msg("between options give the ballots themselves, in a box or by acts"),
    ),
    "motion.by-name": Words(
        msg("the names are not called in the vote on {motion}"),
        msg("each votes by an act of their own: a roll call has been ordered"),
    ),
    "motion.tallies": Words(
        msg("the count of {motion} gives every tally that the decision speaks of"),
        msg("give these in tallies: {missing}"),
    ),
    "motion.tallies-most": Words(
        msg("no more votes in the tally {tally} than there are: {votes} of {most}"), msg("count again")
    ),
    "motion.weighed-secretly": Words(
        msg("the vote on {motion} counts heads only, so that a secret ballot says enough"),
        msg("a ballot without a name has no weight: vote openly, or let tellers enter the tallies"),
    ),
    "motion.weight": Words(
        msg("the bylaws say what {of} carries in the tally {tally}"),
        msg("answer the open question first, or tell the facts that it rests on"),
    ),
    "motion.proxy": Words(
        msg("the author holds the proxy of {person} in {body}"),
        msg("let {person} give it (proxy.give), or vote themselves"),
    ),
    "motion.takes-support": Words(
        msg("the motion {motion} needs signatures"), msg("nothing to do: the bylaws ask for none")
    ),
    "motion.supports-once": Words(
        msg("the author has not signed for {option} yet"), msg("nothing to do: the signature stands")
    ),
    "motion.supporter": Words(
        msg("the author is one of those who may sign for {option}: {by}"), msg("find others who may")
    ),
    "motion.admitted": Words(
        msg("the motion {motion} has the support that it needs ({signed} have signed)"),
        msg("find more who sign it (motion.support)"),
    ),
    "motion.takes-options": Words(
        msg("{motion} is decided between several options"), msg("table a motion of your own")
    ),
    "motion.option-id": Words(
        msg("{option} is free as the name of an option of {motion}, without the signs > = :"),
        msg("choose another name"),
    ),
    "motion.option-known": Words(
        msg("{option} is an option of {motion} and stands"), msg("check the names of the options")
    ),
    "motion.last-option": Words(
        msg("another option of {motion} stays on the ballot"), msg("withdraw the motion (motion.withdraw)")
    ),
    "motion.roll-call-allowed": Words(
        msg("the bylaws let people demand a roll call on {motion}"),
        msg("they do not say `roll_call` in this decision"),
    ),
    "motion.roll-call-open": Words(
        msg("the vote on {motion} is not secret"), msg("a secret vote has no roll call")
    ),
    "motion.roll-call-early": Words(
        msg("nobody has voted on {motion} yet"), msg("it is too late for a roll call")
    ),
    "motion.roll-call-by": Words(
        msg("the author is one of those who may demand a roll call on {motion}: {by}"),
        msg("let one of them demand it"),
    ),
    "motion.closed": Words(
        msg("texts for the meeting {meeting} are not closed yet"),
        msg("they were closed on {until}; table it for the next meeting"),
    ),
    "motion.published": Words(
        msg("the motion {motion} was on the record before {until}"),
        msg("take it at the next meeting: members must have had the time to read it"),
    ),
    "motion.discussion": Words(msg("the discussion of {motion} is over"), msg("wait until {until}")),
    "motion.restarted": Words(
        msg("the discussion of {motion} is given more time: until {until}"), msg("nothing to do")
    ),
    "motion.shut": Words(
        msg("it is before {until}, so that the options of {motion} may still change"),
        msg("it is too near the end of the discussion"),
    ),
    "motion.vary": Words(
        msg("the bylaws let somebody make the {what} of {motion} longer or shorter"),
        msg("they do not say `vary` there"),
    ),
    "motion.vary-by": Words(msg("the author may vary the time of {motion}: {by}"), msg("let {by} do it")),
    "motion.vary-once": Words(
        msg("the time of {motion} has not been varied yet"), msg("it can be varied once")
    ),
    "motion.vary-length": Words(
        msg("the change is a duration of at most {most}: {by}"), msg("write it as in P7D, and no longer")
    ),
    "motion.vary-running": Words(
        msg("the {what} of {motion} is running"), msg("it has not begun, or it is over")
    ),
    "motion.convocation": Words(msg("the second convocation on {motion} is due"), msg("wait until {until}")),
    "motion.second-convocation": Words(
        msg("without a quorum {motion} goes to a second convocation"), msg("open the vote once more")
    ),
    "motion.repeated": Words(
        msg("the vote on {motion} is held again ({cause})"), msg("open the vote once more")
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    support_effects.MotionSupported: msg("{person} supports {motion} ({option})"),
    support_effects.MotionAdmitted: msg("{motion} is admitted to the vote"),
    support_effects.OptionAdded: msg("{motion} has another option: {option}"),
    support_effects.OptionAdmitted: msg("the option {option} of {motion} stands on the ballot"),
    support_effects.OptionAmended: msg("the option {option} of {motion} is amended"),
    support_effects.OptionWithdrawn: msg("the option {option} of {motion} is withdrawn"),
    support_effects.RollCallDemanded: msg("{person} demands a roll call on {motion}"),
    support_effects.DiscussionSet: msg("{motion} is discussed until {until}"),
    support_effects.VotingVaried: msg("the voting on {motion} lasts until {until}"),
    support_effects.RollFrozen: msg("the roll of {body} is frozen at {event}: {entitled} are entitled"),
}
