"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.elections import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "roll.still": Words(
        msg("{person} is still one of those who elect in {election}"),
        msg("whoever has left since the vote was opened votes no more; a vote that was cast before stands"),
    ),
    "election.known": Words(
        msg("the election {election} exists"), msg("check its id (mandat show federation)")
    ),
    "election.only-one": Words(
        msg("no other election for {line} of {sender} is running"), msg("close that one first")
    ),
    "election.stage": Words(msg("the election {election} is {needed}"), msg("it is {stage}")),
    "candidates.once": Words(msg("nobody is nominated twice"), msg("take the name off once")),
    "candidates.lists": Words(
        msg("each candidate is on a list"), msg("name a list for each candidate, in the same order")
    ),
    "candidates.some": Words(
        msg("somebody stands in {election} ({standing})"), msg("nominate a candidate before opening")
    ),
    "election.uncontested": Words(
        msg("no more stand in {election} than there are seats ({standing}): they are elected without a vote")
    ),
    "candidates.enough": Words(
        msg("as many stand in {election} as there are seats: {standing} for {places}"),
        msg("nominate more candidates: the bylaws reopen the nominations"),
    ),
    "nomination.time": Words(msg("nominations for {election} are open"), msg("they ended on {until}")),
    "nomination.over": Words(
        msg("the time for nominations for {election} is over"), msg("wait until {until}")
    ),
    "nomination.by": Words(
        msg("{person} is one of those who may nominate for {election}"), msg("let one of them sign")
    ),
    "nomination.once": Words(
        msg("{person} has not signed for {candidate} yet"), msg("nothing to do: the signature stands")
    ),
    "election.opens": Words(msg("the time before the vote in {election} is over"), msg("wait until {until}")),
    "election.voting": Words(
        msg("the time for voting in {election} is over, or everybody has voted"), msg("wait until {until}")
    ),
    "candidate.new": Words(msg("{person} does not stand yet"), msg("nothing to do")),
    "candidate.target": Words(
        msg("{person} is not the one whose recall is put to the same ballot"),
        msg("the target of the recall cannot stand to succeed"),
    ),
    "candidate.seated": Words(
        msg("{person} holds no seat that this election would double"),
        msg("{person} holds {post} already; resign from it before standing"),
    ),
    "candidate.stands": Words(msg("{person} stands in {election}"), msg("nothing to do")),
    "roll.some": Words(msg("somebody is entitled to vote in {election}"), msg("enrol members first")),
    "roll.entitled": Words(
        msg("{person} is on the roll of {election}, which was frozen when it opened"),
        msg("only those on the roll can vote; who joined later votes next time"),
    ),
    "vote.once": Words(
        msg("{person} has not voted in {election} yet"), msg("nothing to do: the first ballot counts")
    ),
    "ballot.secret": Words(
        msg("the ballot is secret: the signed act says only “voted”"),
        msg("send the ranking to the box, not in the act"),
    ),
    "ballot.open": Words(
        msg("the ballot is open: the act holds the ranking"), msg("name the candidates in the act")
    ),
    "ballot.candidate": Words(msg("every number on the ballot is a candidate"), msg("strike {number}")),
    "ballot.repeat": Words(msg("no candidate is named twice"), msg("strike the second {number}")),
    "count.two-tellers": Words(
        msg("two tellers of {election} sign the count"),
        msg("{tellers} signed; let another teller sign the same note"),
    ),
    "count.entitled": Words(
        msg("there are no more ballots than people on the roll: {ballots} ≤ {entitled}"),
        msg("count again, or mend the roll"),
    ),
    "count.voted": Words(
        msg("there are as many ballots as people who voted: {ballots} = {voted}"),
        msg("count again: ballots and marks on the roll differ"),
    ),
    "count.open": Words(
        msg("the ballots entered are those that {voted} people have cast openly in {election}"),
        msg("enter the ballots as the record holds them"),
    ),
    "blob.given": Words(
        msg("the content of {blob} comes with the act"), msg("send the file that the act names")
    ),
    "ballots.utf8": Words(msg("the ballots of {election} are UTF-8 text"), msg("save the file as UTF-8")),
    "ballots.line": Words(
        msg("the ballots of {election} are a BLT file"),
        msg("mend line {row} (mandat count FILE shows what is wrong)"),
    ),
    "ballots.candidates": Words(
        msg("the ballots name as many candidates as stand: {given} = {standing}"),
        msg("use the ballots of this election"),
    ),
    "ballots.rule": Words(
        msg("the ballots of {election} can be counted by {method}"),
        msg("check the number of seats and the ballots with mandat count"),
    ),
    "lot.chosen": Words(msg("the lot fell on one of those tied: {tied}"), msg("{chosen} is not among them")),
    "line.lot": Words(msg("the seats of {line} are filled by lot"), msg("they are {fill}: use that way")),
    "draw.sources": Words(
        msg("{draw} names the sources of its values"),
        msg("say from where they will come, before anybody can know them"),
    ),
    "draw.pool": Words(
        msg("somebody is in the pool of {draw}"), msg("enrol volunteers who are eligible first")
    ),
    "draw.known": Words(
        msg("the draw {draw} was announced"),
        msg("announce it first: pool and sources come before the values"),
    ),
    "draw.waits": Words(msg("{draw} has not been held yet"), msg("announce another")),
    "draw.values": Words(
        msg("{draw} is given a value for each of its sources: {given} of {wanted}"),
        msg("give the values in the order of the sources"),
    ),
    "draw.value": Words(
        msg("every value of {draw} has digits or letters"),
        msg("write the numbers or the text that the source gave"),
    ),
    "draw.order": Words(msg("the values put the {drawn} people of {draw} in order (RFC 3797)")),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.ElectionCalled: msg("{election} is called: {places} seat(s) of {line}"),
    effects.ByElectionWidened: msg("{election} fills {places} more seat(s)"),
    effects.ByElectionNarrowed: msg("{election} does not fill {post} any more"),
    effects.ElectionTimed: msg("the times of {election} are set"),
    effects.NominationSigned: msg("{person} supports {candidate} in {election}"),
    effects.NominationFailed: msg("{person} stands no more in {election}: {signed} support is too little"),
    effects.CandidatesNominated: msg("{count} candidate(s) stand in {election}"),
    effects.CandidateWithdrew: msg("{person} stands no more in {election}"),
    effects.ElectorateFrozen: msg("the roll of {election} is frozen: {entitled} entitled"),
    effects.ElectionOpened: msg("voting in {election} begins"),
    effects.Voted: msg("{person} has voted in {election}"),
    effects.ElectionClosed: msg("voting in {election} ends"),
    effects.BallotsCounted: msg("{total} ballots of {election} are counted"),
    effects.ElectionTied: msg("{election} is tied: a lot decides"),
    effects.ElectionCertified: msg("{election} elects {elected}"),
    effects.ElectionVoid: msg("{election} fills nothing ({reason})"),
    effects.DrawAnnounced: msg("{line} of {body} will be drawn by lot from {pool} by {sources}"),
    effects.DrawHeld: msg("{draw} draws {order}"),
    effects.CountbackTied: msg("the countback for {post} is tied: a lot decides"),
    effects.CountbackSettled: msg("the countback for {post} is settled"),
}
