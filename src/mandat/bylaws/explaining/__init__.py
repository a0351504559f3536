"""Bylaws explained to a person: who can do what, who must agree, who can undo it, and what follows from that."""

from mandat.bylaws.explaining.answers import QUESTIONS, Answer, answers
from mandat.bylaws.explaining.capture import Capture, capture
from mandat.bylaws.explaining.supposed import Supposed
from mandat.bylaws.explaining.table import PowerRow, power_table
from mandat.bylaws.explaining.words import say

__all__ = [
    "QUESTIONS",
    "Answer",
    "Capture",
    "PowerRow",
    "Supposed",
    "answers",
    "capture",
    "power_table",
    "say",
]
