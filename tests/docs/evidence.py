"""What stands behind each counting rule: official results, published examples and oracles, with the tests that hold them.

The manual's table of rules is made from it; `test_evidence.py` keeps it to the registry and to the tests that there are.
"""

from __future__ import annotations

from typing import NamedTuple

from mandat import counting

NONE = "–"


class Evidence(NamedTuple):
    """`official`: results an authority published, or a published example; `oracles`: counts by others or by a plain definition;
    `tests`: the files that hold them, below `tests/`."""

    official: str
    oracles: str
    tests: tuple[str, ...]


_STATES = "counting/test_australia.py"
_CONDORCET = "counting_condorcet/test_condorcet.py"
_PEERS = "counting_condorcet/test_peers.py"
_COMMITTEES = "counting_committees/test_committees.py"
_BUDGETS = "counting_budgets/test_budgets.py"
_POSITIONAL = "counting_majority/test_positional.py"
_MAJORITY = "counting_majority/test_majority.py"
_PLAIN = "counting/test_oracles.py"
_WARREN = "counting/test_warren_and_quotients.py"
_US = "counting/test_ranked_choice_laws.py"
_SEATS = ("counting_apportionment/test_list_rules.py", "counting_apportionment/test_official.py")
_SEATS_ONLY = ("counting_apportionment/test_list_rules.py", "counting_apportionment/test_methods.py")
_LAWS = "counting_apportionment/test_laws.py"
_PACKAGE = "package apportionment; plain definition"

EVIDENCE: dict[str, Evidence] = {
    "fptp": Evidence(
        NONE, "hand-made cases; sums in Python at any weight", (_MAJORITY, "counting/test_ties.py")
    ),
    "block": Evidence(NONE, "hand-made cases; sums in Python at any weight", (_MAJORITY,)),
    "limited": Evidence(NONE, "hand-made cases; sums in Python at any weight", (_MAJORITY,)),
    "two-round": Evidence(NONE, "hand-made cases; sums in Python at any weight", (_MAJORITY,)),
    "approval": Evidence(
        "St. Louis 2025, mayor (primary), official totals", NONE, ("counting/test_rules.py", _MAJORITY)
    ),
    "score": Evidence(NONE, "hand-made cases; sums in Python at any weight", (_MAJORITY,)),
    "star": Evidence("example of the Equal Vote Coalition", "plain definition", (_POSITIONAL,)),
    "cumulative": Evidence(NONE, "hand-made cases; sums in Python at any weight", (_MAJORITY,)),
    "borda": Evidence("Tennessee example", "pref_voting; plain definition", (_POSITIONAL, _PEERS)),
    "bucklin": Evidence("Tennessee example", "pref_voting; plain definition", (_POSITIONAL, _PEERS)),
    "yes-no": Evidence(NONE, "hand-made cases; sums in Python at any weight", (_MAJORITY,)),
    "stv-scottish": Evidence(
        "40 Scottish wards, every stage", "pref_voting; plain count", ("counting/test_scotland.py",)
    ),
    "wigm": Evidence(NONE, "plain count", (_PLAIN,)),
    "meek": Evidence(NONE, "plain count", ("counting/test_properties.py",)),
    "meek-nz": Evidence(NONE, "plain count", (_PLAIN,)),
    "warren": Evidence(NONE, "plain count", (_WARREN,)),
    "qpq": Evidence(NONE, "plain count; Droop proportionality", (_WARREN,)),
    "minneapolis": Evidence(
        "Minneapolis 2013 and 2017, every round", "RCTab; plain count", ("counting/test_irv.py", _PLAIN)
    ),
    "stv-ni": Evidence(NONE, "plain count", (_PLAIN,)),
    "ers97": Evidence(NONE, "plain count", (_PLAIN,)),
    "au-senate": Evidence(
        "Australian Capital Territory 2016, every count; Northern Territory 2019",
        "plain count",
        ("counting/test_senate_counts.py", _PLAIN),
    ),
    "hare-clark-act": Evidence(
        "figures of 2016 and 2020 as corrected; example of Conway and Teague (2020), every total",
        NONE,
        (_STATES,),
    ),
    "hare-clark-tasmania": Evidence(NONE, "plain count", (_STATES,)),
    "new-south-wales": Evidence("examples of ConcreteSTV for clause 7(4)(a)", "plain count", (_STATES,)),
    "victoria": Evidence(NONE, "plain count", (_STATES,)),
    "western-australia": Evidence(NONE, "plain count", (_STATES,)),
    "irish": Evidence("Dublin West 2002, who is elected", "plain count", (_PLAIN, "counting/test_rules.py")),
    "malta": Evidence(NONE, "plain count", (_STATES, _PLAIN)),
    "cambridge": Evidence(
        "Cambridge 2021, who is elected", "plain count", (_PLAIN, "counting/test_rules.py")
    ),
    "irv": Evidence(
        "Burlington 2009, Oakland 2010 and 2012, Pierce 2008, San Francisco 2008 to 2012",
        "ranked.vote, every round; plain count",
        ("counting/test_irv.py", _US),
    ),
    "maine": Evidence(NONE, "`rctab`; hand-made cases of the statute", (_US,)),
    "alaska": Evidence(NONE, "hand-made cases of the statute", (_US,)),
    "new-york-city": Evidence(NONE, "hand-made cases", (_US,)),
    "rctab": Evidence("22 test elections of RCTab, every round", "RCTab", ("counting/test_rctab.py",)),
    "schulze": Evidence("Debian 2007 and 2010", "pref_voting; plain definition", (_CONDORCET, _PEERS)),
    "ranked-pairs": Evidence(NONE, "pref_voting; plain definition", (_CONDORCET, _PEERS)),
    "copeland": Evidence(NONE, "hand-made cases; sums in Python at any weight", (_CONDORCET,)),
    "minimax": Evidence(NONE, "pref_voting; plain definition", (_CONDORCET, _PEERS)),
    "split-cycle": Evidence(NONE, "pref_voting", (_PEERS,)),
    "stable-voting": Evidence(NONE, "pref_voting", (_PEERS,)),
    "sequential-phragmen": Evidence(
        "Phragmén's example of 1894", "abcvoting; plain definition", (_COMMITTEES,)
    ),
    "equal-shares": Evidence(NONE, "abcvoting; plain definition", (_COMMITTEES,)),
    "pav": Evidence(NONE, "abcvoting; plain definition", (_COMMITTEES,)),
    "pav-sequential": Evidence("Phragmén's example of 1894", "abcvoting; plain definition", (_COMMITTEES,)),
    "leximax-phragmen": Evidence(NONE, "abcvoting (largest load); plain definition", (_COMMITTEES,)),
    "monroe": Evidence(NONE, "abcvoting; plain definition", (_COMMITTEES,)),
    "chamberlin-courant": Evidence(NONE, "abcvoting; plain definition", (_COMMITTEES,)),
    "budget-greedy": Evidence("Częstochowa 2024, Gdynia 2024, Katowice 2020, Kraków 2022", NONE, (_BUDGETS,)),
    "budget-equal-shares": Evidence("Assen 2024", "plain definition", (_BUDGETS,)),
    "d-hondt": Evidence("Czechia, Poland (Sejm), district by district", _PACKAGE, _SEATS),
    "sainte-lague": Evidence("New Zealand, with overhang", _PACKAGE, _SEATS),
    "sainte-lague-modified": Evidence(NONE, _PACKAGE, _SEATS_ONLY),
    "danish": Evidence("case of interregnum", "plain definition", (_LAWS,)),
    "imperiali": Evidence("Anderlecht 2012", "plain definition", (_LAWS,)),
    "adams": Evidence(NONE, _PACKAGE, _SEATS_ONLY),
    "dean": Evidence(NONE, _PACKAGE, _SEATS_ONLY),
    "huntington-hill": Evidence("United States House, every census", _PACKAGE, _SEATS),
    "hare": Evidence(NONE, _PACKAGE, _SEATS_ONLY),
    "droop": Evidence(NONE, _PACKAGE, _SEATS_ONLY),
    "hagenbach-bischoff": Evidence(NONE, _PACKAGE, _SEATS_ONLY),
    "hagenbach-bischoff-rounded": Evidence("Slovak National Council", NONE, _SEATS),
    "imperiali-quota": Evidence(NONE, "plain definition", (_LAWS,)),
    "kieswet": Evidence(
        "13 cases of the Dutch Electoral Council's program, two real councils of 2022 among them, every residual seat",
        NONE,
        (_LAWS,),
    ),
    "cambridge-compromise": Evidence("European Parliament, 751 seats", NONE, _SEATS),
    "majority-bonus": Evidence("example of a prefecture (Orne)", "hand-made cases", (_LAWS,)),
    "list-majority": Evidence(
        NONE, "hand-made cases; sums in Python at any weight", ("counting_lists/test_lists.py",)
    ),
    "open-list": Evidence(
        NONE, "hand-made cases; sums in Python at any weight", ("counting_apportionment/test_list_rules.py",)
    ),
}


def rules() -> str:
    """The manual's table: every rule of the registry, its text, and what it is held against."""
    rows = ["| Rule | Text | Official results and published examples | Oracles |", "|---|---|---|---|"]
    for name, rule in counting.rules().items():
        found = EVIDENCE[name]
        rows.append(f"| `{name}` | {rule.text} | {found.official} | {found.oracles} |")
    return "\n".join(rows)
