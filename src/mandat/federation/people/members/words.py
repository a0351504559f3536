"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.people.members import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "act.open": Words(
        msg("an act of this kind is never sealed: those whom it concerns must be able to read it"),
        msg("send it again, not sealed; confidence, invitations and facts told of people can be sealed"),
    ),
    "person.stays": Words(
        msg("{person} is still a member, or holds a post"),
        msg("whoever has left acts no more: join again first, or let somebody who belongs do it"),
    ),
    "person.known": Words(msg("{person} is known on the record"), msg("enrol {person} first")),
    "person.id": Words(
        msg("a person’s id is 1 to 64 letters, digits, '-', '_' or '.', never a name or an address"),
        msg("choose a pseudonymous id such as m-0042"),
    ),
    "person.alive": Words(msg("{person} is alive"), msg("check the id")),
    "person.has-key": Words(msg("{person} has a key to sign with"), msg("bind a key to {person} first")),
    "member.keys": Words(
        msg("enrolling changes no key of {person}, who is known already"),
        msg("enrol without a key; a key of somebody who is known is bound by whom the bylaws name for that"),
    ),
    "member.new": Words(
        msg("{person} is not a member of {body} yet"), msg("nothing to do: the membership runs already")
    ),
    "member.of": Words(
        msg("{person} is a member of {body}"),
        msg("enrol {person} in {body} first, or name the assembly they belong to"),
    ),
    "import.count": Words(
        msg("the list has as many lines as the act says: {given}"),
        msg("the list has {lines}; sign the import of that very list"),
    ),
    "import.utf8": Words(
        msg("the list is UTF-8"), msg("save the list as UTF-8 and import it again; nothing was imported")
    ),
    "import.line": Words(
        msg("each line reads person,body or person,body,key"), msg("mend line {row}; nothing was imported")
    ),
    "import.member": Words(
        msg("nobody is listed twice, or is a member already"),
        msg("take {person} in {body} off line {row}; nothing was imported"),
    ),
    "import.dead": Words(
        msg("everybody on the list is alive"), msg("check {person} on line {row}; nothing was imported")
    ),
    "import.key": Words(
        msg("every key is new and is 32 bytes in base64"),
        msg("mend the key of {person} on line {row}; nothing was imported"),
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.MemberJoined: msg("{person} becomes a member of {body}"),
    effects.MembersJoined: msg("{count} people become members of {bodies}"),
    effects.MemberLeft: msg("{person} is no longer a member of {body}"),
    effects.PersonKnown: msg("{person} is known on the record"),
    effects.RollMoved: msg("the members of {body} go to {into}"),
    effects.PersonActed: msg("{person} has acted"),
    effects.PersonDied: msg("{person} has died"),
}
