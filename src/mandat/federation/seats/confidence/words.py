"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.confidence import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "confidence.rule": Words(
        msg("the bylaws let confidence be withdrawn from {line}"),
        msg("{post} is lost only in the other ways that the bylaws name"),
    ),
    "confidence.elector": Words(
        msg("{person} belongs to those who can recall the holder of {post}"),
        msg("only those entitled in the election of this seat, and still members, can"),
    ),
    "confidence.not-yet-withdrawn": Words(
        msg("confidence in the holder of {post} has not been withdrawn yet"),
        msg("nothing to do: the withdrawal stands"),
    ),
    "confidence.withdrawn": Words(
        msg("confidence in the holder of {post} was withdrawn before"),
        msg("nothing to do: confidence stands"),
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.StandingBegan: msg("confidence in the holder of {post} starts anew"),
    effects.StandingEnded: msg("confidence in {post} is counted no more"),
    effects.ConfidenceWithdrawn: msg("confidence in the holder of {post} is withdrawn"),
    effects.ConfidenceGiven: msg("confidence in the holder of {post} is given again"),
    effects.ElectorLeft: msg("{person} no longer counts in the recall of {post}"),
}
