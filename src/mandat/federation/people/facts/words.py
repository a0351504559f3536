"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.people.facts import effects

REQUIREMENTS: Mapping[str, Words] = {
    "fact.told": Words(
        "{fact} of {of} has been told",
        "there is nothing to doubt yet",
        "{fact} de {of} a été déclaré",
        "il n’y a encore rien à contester",
    ),
    "fact.challengeable": Words(
        "the bylaws say who judges a doubt about {fact}",
        "ask who tells it to tell it anew",
        "les statuts disent qui tranche un doute sur {fact}",
        "demander une nouvelle déclaration à qui le déclare",
    ),
    "fact.not-doubted": Words(
        "nobody has challenged {fact} of {of} yet",
        "nothing to do: wait for the judgement",
        "nul n’a encore contesté {fact} de {of}",
        "rien à faire : attendre la décision",
    ),
    "fact.doubted": Words(
        "{fact} of {of} has been challenged",
        "challenge it first (fact.challenge)",
        "{fact} de {of} a été contesté",
        "le contester d’abord (fact.challenge)",
    ),
    "fact.judge": Words(
        "{judge} judges {fact}, an officer alone, a body by a carried motion about (judge, FACT OF VALUE)",
        "let {judge} decide, and name the motion",
        "{judge} tranche sur {fact} : un titulaire seul, un organe par une motion adoptée au sujet de (judge, FACT OF VALUE)",
        "laisser décider {judge}, et nommer la motion",
    ),
    "fact.known": Words(
        "{fact} is a fact of the bylaws",
        "use a fact that the bylaws name",
        "{fact} est un fait prévu par les statuts",
        "employer un fait nommé dans les statuts",
    ),
    "fact.subject": Words(
        "{of} is a body or a person",
        "name a body, a person, or leave it empty for the federation",
        "{of} est une instance ou une personne",
        "nommer une instance, une personne, ou rien pour la fédération",
    ),
    "fact.value": Words(
        "the value {value} is a {type}",
        "give a {type}",
        "la valeur {value} est de type {type}",
        "donner une valeur de type {type}",
    ),
    "fact.teller": Words(
        "the fact is told by {teller}",
        "let {teller} tell it",
        "le fait est déclaré par {teller}",
        "le faire déclarer par {teller}",
    ),
    "fact.decided": Words(
        "the fact is told as {teller} has decided it by {decision}",
        "table a motion about it there, decided by {decision}, and name it when it is carried",
        "le fait est déclaré comme {teller} l’a décidé par {decision}",
        "y déposer une motion à ce sujet, à décider par {decision}, et la nommer une fois adoptée",
    ),
    "fact.motion": Words(
        "the motion {motion} is about telling {fact} of {of} as {value}",
        'name the motion that says just this: about = ["fact", "{fact} {of} {value}"]',
        "la motion {motion} porte sur la déclaration de {fact} de {of} : {value}",
        'nommer la motion qui dit exactement cela : about = ["fact", "{fact} {of} {value}"]',
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.FactChallenged: (
        "{by} challenges {fact} of {of}; {judge} decides",
        "{by} conteste {fact} de {of} ; {judge} tranche",
    ),
    effects.FactJudged: (
        "{fact} of {of} is judged: {value}",
        "{fact} de {of} est tranché : {value}",
    ),
    effects.FactTold: (
        "{fact} of {of} is {value}",
        "{fact} de {of} vaut {value}",
    ),
}
