"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.confidence import effects

REQUIREMENTS: Mapping[str, Words] = {
    "confidence.rule": Words(
        "the bylaws let confidence be withdrawn from {line}",
        "{post} is lost only in the other ways that the bylaws name",
        "les statuts permettent de retirer la confiance à {line}",
        "{post} ne se perd que par les autres voies des statuts",
    ),
    "confidence.elector": Words(
        "{person} belongs to those who can recall the holder of {post}",
        "only those entitled in the election of this seat, and still members, can",
        "{person} est de ceux qui peuvent révoquer le titulaire de {post}",
        "seuls le peuvent les électeurs de ce siège encore membres",
    ),
    "confidence.not-yet-withdrawn": Words(
        "confidence in the holder of {post} has not been withdrawn yet",
        "nothing to do: the withdrawal stands",
        "la confiance au titulaire de {post} n’a pas encore été retirée",
        "rien à faire : le retrait tient",
    ),
    "confidence.withdrawn": Words(
        "confidence in the holder of {post} was withdrawn before",
        "nothing to do: confidence stands",
        "la confiance au titulaire de {post} a été retirée auparavant",
        "rien à faire : la confiance tient",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.StandingBegan: (
        "confidence in the holder of {post} starts anew",
        "la confiance au titulaire de {post} repart de zéro",
    ),
    effects.StandingEnded: (
        "confidence in {post} is counted no more",
        "la confiance à {post} n’est plus comptée",
    ),
    effects.ConfidenceWithdrawn: (
        "confidence in the holder of {post} is withdrawn",
        "la confiance au titulaire de {post} est retirée",
    ),
    effects.ConfidenceGiven: (
        "confidence in the holder of {post} is given again",
        "la confiance au titulaire de {post} est rendue",
    ),
    effects.ElectorLeft: (
        "{person} no longer counts in the recall of {post}",
        "{person} ne compte plus pour la révocation à {post}",
    ),
}
