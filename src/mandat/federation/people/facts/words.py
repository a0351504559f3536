"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.people.facts import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "fact.told": Words(msg("{fact} of {of} has been told"), msg("there is nothing to doubt yet")),
    "fact.challengeable": Words(
        msg("the bylaws say who judges a doubt about {fact}"), msg("ask who tells it to tell it anew")
    ),
    "fact.not-doubted": Words(
        msg("nobody has challenged {fact} of {of} yet"), msg("nothing to do: wait for the judgement")
    ),
    "fact.doubted": Words(
        msg("{fact} of {of} has been challenged"), msg("challenge it first (fact.challenge)")
    ),
    "fact.judge": Words(
        msg(
            "{judge} judges {fact}, an officer alone, a body by a carried motion about (judge, FACT OF VALUE)"
        ),
        msg("let {judge} decide, and name the motion"),
    ),
    "fact.known": Words(msg("{fact} is a fact of the bylaws"), msg("use a fact that the bylaws name")),
    "fact.subject": Words(
        msg("{of} is a body or a person"), msg("name a body, a person, or leave it empty for the federation")
    ),
    "fact.label": Words(msg("the label {value} does not begin with a colon"), msg("choose another label")),
    "fact.value": Words(msg("the value {value} is a {type}"), msg("give a {type}")),
    "fact.teller": Words(msg("the fact is told by {teller}"), msg("let {teller} tell it")),
    "fact.decided": Words(
        msg("the fact is told as {teller} has decided it by {decision}"),
        msg("table a motion about it there, decided by {decision}, and name it when it is carried"),
    ),
    "fact.motion": Words(
        msg("the motion {motion} is about telling {fact} of {of} as {value}"),
        msg('name the motion that says just this: about = ["fact", "{fact} {of} {value}"]'),
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.FactChallenged: msg("{by} challenges {fact} of {of}; {judge} decides"),
    effects.FactJudged: msg("{fact} of {of} is judged: {value}"),
    effects.FactTold: msg("{fact} of {of} is {value}"),
}
