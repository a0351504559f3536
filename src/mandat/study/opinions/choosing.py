"""The model of opinions by its name."""

from __future__ import annotations

from mandat.study.opinions.assumed import Assumptions
from mandat.study.opinions.bounded import Bounded
from mandat.study.opinions.drift import Drift
from mandat.study.opinions.members import Bases, Opinion
from mandat.study.opinions.voter import Voter
from mandat.study.streams import Streams


def opinion(assumed: Assumptions, bases: Bases, streams: Streams) -> Opinion:
    """Members of ``bases`` as assumed, at the start."""
    match assumed.opinion:
        case "drift":
            return Drift(assumed, bases, streams)
        case "voter":
            return Voter(assumed, bases, streams)
        case "bounded":
            return Bounded(assumed, bases, streams)
