"""Counting: ballots in, a `Count` out that anybody can replay. Knows nothing of federations.

Only `read` and `findings` open files; the rules do no I/O.

>>> from mandat import counting
>>> ballots = counting.Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 6), ((3,), 3), ((2,), 1)])
>>> [e.name for e in counting.count("stv-scottish", ballots, 2).elected]
['Ann', 'Cy']

- `Ballots`, `Candidate`: the papers, grouped.
- `count`, `countback`, `rules`, `rule`: the rules by name; `outcomes`: all results that lots can lead to (`Outcome`);
  `count_in_order`: lots answered by a fixed order.
- `apportion`: votes by name to seats by name (`Apportionment`).
- `Count`, `Stage`, `Tie`, `LotQuestion` …: the result, with every stage.
- `draw`: a lot that anybody can check (RFC 3797), for a `Count.question`.
- `replay` checks a result from the ballots; `render_text`, `render_html`, `render_sankey` show it.
- Errors are all `CountingError`.
"""

from mandat.counting.apportionment import Apportionment, apportion
from mandat.counting.ballots import Ballots, Candidate
from mandat.counting.countback import countback
from mandat.counting.deciding import Outcome
from mandat.counting.drawing import draw
from mandat.counting.errors import (
    BadBallotsError,
    BadFileError,
    BadParameterError,
    BadReplayError,
    CountingError,
    UnknownRuleError,
)
from mandat.counting.formats import FORMATS, findings, read
from mandat.counting.rendering import render_html, render_sankey, render_text
from mandat.counting.replay import replay
from mandat.counting.result import (
    Consequence,
    Count,
    Elected,
    Excluded,
    Exhibit,
    LotQuestion,
    Stage,
    Tie,
    Transfer,
    decimal,
)
from mandat.counting.rule import Rule
from mandat.counting.rules import count, outcomes, rule, rules
from mandat.counting.tie_order import count_in_order

__all__ = [
    "FORMATS",
    "Apportionment",
    "BadBallotsError",
    "BadFileError",
    "BadParameterError",
    "BadReplayError",
    "Ballots",
    "Candidate",
    "Consequence",
    "Count",
    "CountingError",
    "Elected",
    "Excluded",
    "Exhibit",
    "LotQuestion",
    "Outcome",
    "Rule",
    "Stage",
    "Tie",
    "Transfer",
    "UnknownRuleError",
    "apportion",
    "count",
    "count_in_order",
    "countback",
    "decimal",
    "draw",
    "findings",
    "outcomes",
    "read",
    "render_html",
    "render_sankey",
    "render_text",
    "replay",
    "rule",
    "rules",
]
