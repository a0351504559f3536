"""Ballot files: read any known format into `Ballots`. The only part of counting that opens files.

`FORMATS` lists the formats; a module of this package reads each. What a file is, is told by its name (before `.gz` or `.xz`)
where that is sure, else by what is in it. `read` groups the papers; `read_contents` gives them one by one, as marked, and
`findings` says what a rule makes of those that are not marked 1, 2, 3 ….

`read_votes` reads a table of names and votes for an apportionment, `read_districts` one of districts with their seats and
the votes of each party, `read_people` a list of candidates.
"""

from mandat.counting.formats.claims import read_votes
from mandat.counting.formats.districts import LandVotes, read_districts, read_lands
from mandat.counting.formats.findings import PaperFinding, findings
from mandat.counting.formats.people import CandidateList, read_people
from mandat.counting.formats.reader import FORMATS, read, read_contents

__all__ = [
    "FORMATS",
    "CandidateList",
    "LandVotes",
    "PaperFinding",
    "findings",
    "read",
    "read_contents",
    "read_districts",
    "read_lands",
    "read_people",
    "read_votes",
]
