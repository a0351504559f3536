"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.facts import effects
from mandat.federation.rulings import Effect
from mandat.federation.wording.words import Words

REQUIREMENTS: Mapping[str, Words] = {
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
        "name the motion that says just this: about = [\"fact\", \"{fact} {of} {value}\"]",
        "la motion {motion} porte sur la déclaration de {fact} de {of} : {value}",
        "nommer la motion qui dit exactement cela : about = [\"fact\", \"{fact} {of} {value}\"]",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.FactTold: (
        "{fact} of {of} is {value}",
        "{fact} de {of} vaut {value}",
    ),
}
