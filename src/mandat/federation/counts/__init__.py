"""The named counts of the language, computed from the state for the subject of a rule.

One table says which function gives which count; a count that has no function here is one that no act can supply yet, and
``mandat check`` lists the keys that ask for it.
"""

from mandat.federation.counts.subject import Subject, View
from mandat.federation.counts.supply import SUPPLIED, supply_from

__all__ = ["SUPPLIED", "Subject", "View", "supply_from"]
