"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.proxies import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "proxy.allowed": Words(
        msg("the bylaws let people vote by proxy in {body}"), msg("come oneself: they do not say `proxies`")
    ),
    "proxy.own": Words(
        msg("{person} belongs to {body}"), msg("only who belongs to it has a vote there to give")
    ),
    "proxy.other": Words(msg("the proxy goes to another known person: {person}"), msg("name somebody else")),
    "proxy.within": Words(
        msg("{person} may hold a proxy: they belong to {by}"), msg("give it to somebody who does")
    ),
    "proxy.at-most": Words(
        msg("{person} holds {held} proxies, fewer than the {most} that one person may hold"),
        msg("give it to somebody else"),
    ),
    "proxy.given": Words(msg("{person} has given a proxy in {body}"), msg("there is none to take back")),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.ProxyGiven: msg("{to} holds the proxy of {person} in {body}"),
    effects.ProxyRevoked: msg("{person} votes in {body} without a proxy again"),
}
