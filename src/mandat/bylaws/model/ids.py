"""Types of the names that a file of bylaws gives: what a name stands for, wherever it stands.

Plain strings at run time, as the references of the record are (``mandat.federation.base.types``): nothing is made, nothing
changes its form, and a type checker finds a line of seats where a kind of body is meant.

>>> kind_of(LineId("region.delegates"))
'region'
"""

from __future__ import annotations

from typing import NewType

RuleId = NewType("RuleId", str)
"""An entry of the bylaws as rulings cite it: ``recall.delegates``, ``region.delegates``."""
LineId = NewType("LineId", RuleId)
"""A line of seats: ``KIND.NAME``."""
LimitId = NewType("LimitId", RuleId)
"""A limit: ``limit.NAME``."""
DutyId = NewType("DutyId", RuleId)
"""A duty: ``duty.NAME``."""
CheckId = NewType("CheckId", RuleId)
"""A check: ``check.NAME``."""
RecallId = NewType("RecallId", RuleId)
"""A rule of recall: ``recall.NAME``."""
KindId = NewType("KindId", str)
"""A kind of body: the name of its entry."""
DecisionId = NewType("DecisionId", str)
"""A way to decide: ``[decision.NAME]`` without its first word, as motions name it."""
MotionRuleId = NewType("MotionRuleId", str)
"""A way to move: ``[motion.NAME]`` without its first word."""
PowerId = NewType("PowerId", str)
"""A power: ``[power."NAME"]`` without its first word, as acts name it."""
FactId = NewType("FactId", str)
"""A fact, flag or label: ``[fact.NAME]`` without its first word."""
AgreementKindId = NewType("AgreementKindId", str)
"""A kind of agreement: ``[agreement.NAME]`` without its first word."""


def kind_of(place: str) -> KindId:
    """Return the kind of body that a line of seats belongs to; of a kind itself that kind."""
    return KindId(place.partition(".")[0])
