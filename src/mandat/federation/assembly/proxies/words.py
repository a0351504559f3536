"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.proxies import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "proxy.allowed": Words(
        "the bylaws let people vote by proxy in {body}",
        "come oneself: they do not say `proxies`",
        "les statuts permettent de voter par procuration dans {body}",
        "venir soi-même : ils ne disent pas `proxies`",
    ),
    "proxy.own": Words(
        "{person} belongs to {body}",
        "only who belongs to it has a vote there to give",
        "{person} appartient à {body}",
        "seul qui y appartient y a une voix à donner",
    ),
    "proxy.other": Words(
        "the proxy goes to another known person: {person}",
        "name somebody else",
        "la procuration va à une autre personne connue : {person}",
        "nommer quelqu’un d’autre",
    ),
    "proxy.within": Words(
        "{person} may hold a proxy: they belong to {by}",
        "give it to somebody who does",
        "{person} peut détenir une procuration, appartenant à : {by}",
        "la donner à qui y appartient",
    ),
    "proxy.at-most": Words(
        "{person} holds {held} proxies, fewer than the {most} that one person may hold",
        "give it to somebody else",
        "{person} détient {held} procurations, moins que les {most} permises",
        "la donner à quelqu’un d’autre",
    ),
    "proxy.given": Words(
        "{person} has given a proxy in {body}",
        "there is none to take back",
        "{person} a donné une procuration dans {body}",
        "il n’y en a pas à reprendre",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.ProxyGiven: (
        "{to} holds the proxy of {person} in {body}",
        "{to} détient la procuration de {person} dans {body}",
    ),
    effects.ProxyRevoked: (
        "{person} votes in {body} without a proxy again",
        "{person} vote de nouveau sans procuration dans {body}",
    ),
}
