"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.people.bodies import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "body.stands": Words(msg("the body {body} exists"), msg("found {body} first, or check the name")),
    "body.assembly": Words(
        msg("{body} is an assembly of people"), msg("name an assembly: only assemblies have members")
    ),
    "body.many": Words(
        msg("{body} is of a kind that has many bodies, written kind/name"),
        msg("name it kind/name, of a kind with many = true"),
    ),
    "body.same-kind": Words(msg("{body} and {into} are of the same kind"), msg("choose bodies of one kind")),
    "body.merge-others": Words(
        msg("at least one other body is merged into {body}"),
        msg("name the bodies to merge, without {body} itself"),
    ),
    "body.part-of": Words(
        msg("the body belongs to a {kind}"), msg("name a standing {kind} instead of {part_of}")
    ),
    "kind.known": Words(
        msg("{kind} is a kind of body in the bylaws"), msg("use a kind that the bylaws name")
    ),
    "body.name": Words(
        msg("the name of {body} has no slash of its own after its kind"),
        msg("choose another name"),
    ),
    "id.plain": Words(
        msg(
            "the id {id} has 1 to 64 letters, digits, -, _, . or /, of one script, in the usual Unicode form"
        ),
        msg("write it with such signs only, without spaces and hidden signs"),
    ),
    "id.look": Words(
        msg("no other id looks like {id}"),
        msg("{alike} differs by its case or by letters that look alike: choose another id"),
    ),
    "id.free": Words(msg("the id {id} is not taken"), msg("choose another id")),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.BodyFounded: msg("{body} is founded"),
    effects.BodyClosing: msg("{body} gives up its seats ({cause})"),
    effects.BodyDissolved: msg("{body} is dissolved"),
}
