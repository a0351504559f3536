"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.meetings import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "meeting.remote": Words(
        msg("the bylaws let people take part in meetings of {body} from afar"),
        msg("come in person: they do not say `remote`"),
    ),
    "support.one": Words(msg("one signature of {by} suffices"), msg("let somebody of {by} sign")),
    "meeting.convener": Words(
        msg("the author belongs to {by}, which convenes {body}"), msg("let somebody of {by} open the meeting")
    ),
    "meeting.own-body": Words(
        msg("nobody else is named to convene {body}, and the author belongs to it"),
        msg("let somebody who belongs to {body} open the meeting"),
    ),
    "meeting.one-open": Words(
        msg("{body} is not in session already"), msg("close the meeting {meeting} first, or go on with it")
    ),
    "meeting.known": Words(
        msg("the meeting {meeting} exists"), msg("check the meeting’s id (mandat show body)")
    ),
    "meeting.open": Words(msg("the meeting {meeting} is open"), msg("it is over; open another")),
    "meeting.opener": Words(
        msg("the author opened the meeting {meeting}"),
        msg("register only yourself, or let {opener} register the others"),
    ),
    "meeting.belongs": Words(
        msg("{person} belongs to {body}"),
        msg("only its members or the holders of its posts are counted as present"),
    ),
    "meeting.absent": Words(
        msg("{person} is not registered in the meeting {meeting} yet"), msg("nothing to do: already present")
    ),
    "meeting.present": Words(
        msg("{person} is registered in the meeting {meeting}"), msg("nothing to do: not present")
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.MeetingOpened: msg("{body} meets: {meeting}"),
    effects.PeopleAttended: msg("present in {meeting}: {people}"),
    effects.PeopleWent: msg("left {meeting}: {people}"),
    effects.MeetingClosed: msg("the meeting {meeting} is closed"),
}
