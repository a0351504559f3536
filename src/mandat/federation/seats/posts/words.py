"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.posts import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "post.known": Words(msg("the post {post} exists"), msg("check the post’s id (mandat show body)")),
    "post.held": Words(msg("the post {post} has a holder"), msg("nothing to do: the post is vacant")),
    "post.own": Words(msg("the author holds the post {post}"), msg("only its holder can resign from it")),
    "post.vacant": Words(msg("the post {post} is vacant"), msg("wait until it falls vacant")),
    "post.fill": Words(
        msg("the post {post} is filled in this way (it is {fill})"), msg("fill it as the bylaws say: {fill}")
    ),
    "post.sender": Words(msg("the post {post} has a sender"), msg("name a post that a body sends to")),
    "post.appointer": Words(msg("the author appoints to {post} as {by}"), msg("let {by} appoint")),
    "motion.needed": Words(
        msg("{by} has decided this by a motion"), msg("table the motion in {by}, carry it, and name it here")
    ),
    "motion.body": Words(
        msg("the motion was decided by {by}"), msg("it was decided by {body}; bring it to {by}")
    ),
    "motion.about": Words(
        msg("the motion {motion} is about this very thing: {about}"), msg("table a motion about it")
    ),
    "motion.carried": Words(
        msg("the motion {motion} was carried"), msg("wait for its vote, or table another")
    ),
    "term.caretaker": Words(msg("{person} stays as caretaker of {post} until a successor sits")),
    "term.window": Words(msg("the term of {post} ends in these days")),
    "post.proposed": Words(
        msg("nobody is proposed for {post} already"), msg("wait for the consent to {person}, or its refusal")
    ),
    "post.consent": Words(msg("{person} sits in {post} only with the consent of {by}")),
    "post.confirm": Words(msg("{person} sits in {post} at once, and must be confirmed by {by}")),
    "post.waits": Words(
        msg("{person} waits for a consent to take {post}"),
        msg("check whom the post waits for (mandat show body)"),
    ),
    "post.consenter": Words(
        msg("the author is one of those whose consent {post} needs: {by}"),
        msg("let {by} consent; a body does so by a motion about it"),
    ),
    "post.silence": Words(msg("the time for the consent to {person} in {post} is over; silence: {silence}")),
    "seats.shared": Words(
        msg("{total} seats are shared out: {shares}"),
        msg("two are level for the last seat: let the bylaws say who has it"),
    ),
    "seats.total": Words(
        msg("{line} shares out a fixed number of seats"),
        msg("its number follows the members: nothing to share out"),
    ),
    "substitute.allowed": Words(
        msg("substitutes may sit for absent holders of {line}"),
        msg("the bylaws name none: the place stays empty for the day"),
    ),
    "substitute.by": Words(
        msg("the substitute, the holder of {post}, or who opened the meeting ({opener}) says so"),
        msg("let one of them do it"),
    ),
    "substitute.away": Words(
        msg("the holder of {post}, {person}, is not there"), msg("nothing to do: the holder sits")
    ),
    "substitute.one": Words(msg("nobody stands in for {post} yet"), msg("{person} does")),
    "substitute.free": Words(
        msg("{person} has no place in {body} already"), msg("let another substitute sit")
    ),
    "substitute.next": Words(
        msg("{person} is the next substitute for {post}"),
        msg("it is the turn of {first}; name those before who cannot come"),
    ),
    "seats.nobody": Words(msg("a body without entitled members sends nobody")),
    "seats.one": Words(msg("the line has one seat")),
    "seats.some": Words(
        msg("at least one seat is due to {sender}"),
        msg("nobody is entitled there, or the number of seats is 0"),
    ),
    "line.known": Words(
        msg("{line} is a line of seats in the bylaws"),
        msg("use a line that the bylaws name, such as region.delegates"),
    ),
    "line.elected": Words(msg("the seats of {line} are elected"), msg("they are {fill}: use that way")),
    "line.sender": Words(msg("{sender} sends to {line}"), msg("name a body that sends to {line}")),
    "line.sender-needed": Words(
        msg("the election in {line} is for one sender, or for a named body"),
        msg("name the sender, or the body"),
    ),
    "succession.next-by-votes": Words(
        msg("the next by votes takes {post}"), msg("nobody is left to follow by votes")
    ),
    "succession.next-on-list": Words(
        msg("the next on the list takes {post}"), msg("nobody is left on the list")
    ),
    "succession.next-list": Words(
        msg("the next of another list takes {post}"), msg("no list has anybody left")
    ),
    "succession.countback": Words(
        msg("the ballots of the election, counted back, fill {post}"),
        msg("no ballots to count back, or nobody stands"),
    ),
    "succession.substitute": Words(msg("the substitute takes {post}"), msg("no substitute is left")),
    "succession.deputy": Words(msg("the deputy takes {post}"), msg("no deputy is left")),
    "succession.sender": Words(msg("the sender sends somebody to {post}")),
    "succession.co-option": Words(msg("somebody is co-opted to {post}")),
    "succession.appointment": Words(msg("somebody is appointed to {post}")),
    "succession.by-election": Words(msg("a by-election is called for {post}")),
    "succession.vacant": Words(msg("{post} stays vacant")),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.PostsCreated: msg("{count} more in {line} of {body} for {sender}"),
    effects.ExOfficioCreated: msg("the seat {post} goes with {source}"),
    effects.SeatsApportioned: msg("the seats of {line} in {body} are shared out: {seats}"),
    effects.PostAbolished: msg("the post {post} is abolished"),
    effects.CapacityChanged: msg("the holder of {post} is {capacity} from now on (acting: {acting})"),
    effects.SeatProposed: msg("a proposal for a seat waits for {by}"),
    effects.ProposalEnded: msg("the proposal of {person} for {post} has ended: {how}"),
    effects.StoodIn: msg("{person} sits for the holder of {post} in {meeting}"),
    effects.StoodDown: msg("{person} does not sit for the holder of {post} any more"),
    effects.VacancyAwaits: msg("the seat {post} waits for: {by}"),
}
