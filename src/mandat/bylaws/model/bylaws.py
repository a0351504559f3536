"""A whole bylaws file."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mandat.bylaws.model.authority import AgreementRule, Check, Duty, Limit, NamedClock, Power, Recall
from mandat.bylaws.model.bodies import BodyKind, Define, Fact, SeatLine
from mandat.bylaws.model.pieces import Text
from mandat.bylaws.model.votes import ConveningRule, Decision, MotionRule


class Bylaws(msgspec.Struct, frozen=True, kw_only=True):
    """A whole bylaws file. Every mapping keeps the order of the file; keys are the ids as written there."""

    mandat: int
    id: str
    title: Text = msgspec.field(default_factory=dict)
    time_zone: str = "UTC"
    calendar: str = "gregorian"
    holidays: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = msgspec.field(default_factory=dict)
    defines: Mapping[str, Define] = msgspec.field(default_factory=dict)
    bodies: Mapping[str, BodyKind] = msgspec.field(default_factory=dict)
    lines: Mapping[str, SeatLine] = msgspec.field(default_factory=dict)
    decisions: Mapping[str, Decision] = msgspec.field(default_factory=dict)
    motions: Mapping[str, MotionRule] = msgspec.field(default_factory=dict)
    convenings: Mapping[str, ConveningRule] = msgspec.field(default_factory=dict)
    limits: Mapping[str, Limit] = msgspec.field(default_factory=dict)
    recalls: Mapping[str, Recall] = msgspec.field(default_factory=dict)
    powers: Mapping[str, Power] = msgspec.field(default_factory=dict)
    checks: Mapping[str, Check] = msgspec.field(default_factory=dict)
    clocks: Mapping[str, NamedClock] = msgspec.field(default_factory=dict)
    duties: Mapping[str, Duty] = msgspec.field(default_factory=dict)
    agreements: Mapping[str, AgreementRule] = msgspec.field(default_factory=dict)
    text: str = ""
