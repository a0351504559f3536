"""Bylaws explained to a person: who can do what, who must agree, who can undo it, and what follows from that."""

from mandat.bylaws.telling.explaining.answers import QUESTIONS, Explained, answers
from mandat.bylaws.telling.explaining.capture import Capture, capture
from mandat.bylaws.telling.explaining.supposed import Supposed
from mandat.bylaws.telling.explaining.table import PowerRow, power_table
from mandat.bylaws.telling.explaining.words import say

__all__ = [
    "QUESTIONS",
    "Capture",
    "Explained",
    "PowerRow",
    "Supposed",
    "answers",
    "capture",
    "power_table",
    "say",
]
