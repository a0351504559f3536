"""Ballot files: read any known format into `Ballots`. The only part of counting that opens files.

Formats, told by the name (before `.gz` or `.xz`), else by the first line:

- `blt`: the format of election software (`formats.blt`).
- `preflib`: PrefLib SOC, SOI, TOC, TOI (`formats.preflib`).
- `csv`: one paper, or one ranking with its weight, a row (`formats.table`); Cambridge's and Minneapolis's
  files too.
- `aec`: the Australian Electoral Commission's formal preferences (`formats.aec`).

`read_votes` reads a table of names and votes for an apportionment, `read_districts` one of districts with their seats and
the votes of each party.
"""

from mandat.counting.formats.claims import read_votes
from mandat.counting.formats.districts import read_districts
from mandat.counting.formats.findings import PaperFinding, findings
from mandat.counting.formats.reader import FORMATS, read

__all__ = ["FORMATS", "PaperFinding", "findings", "read", "read_districts", "read_votes"]
