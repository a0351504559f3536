"""Keys that no act enforces yet are listed with their lines."""

from __future__ import annotations

from mandat.bylaws.findings.unenforced import unenforced
from mandat.bylaws.reading.loader import load

TEXT = """mandat = 1
id = "club"

[body.members]
title = "All of us"
type = "assembly"
may_vote = "seniority >= P3M"

[body.board]
type = "committee"

[body.board.seats.members]
article = "2"
from = "members"
number = 5
elect = { method = "stv-scottish", ballot = "secret", voting = { length = "P7D", starts = "meeting.opened" } }
succession = ["countback", { by = "by-election", within = "P1M", method = "fptp" }]
surplus = "lot"

[recall.board]
of = "board"
by = "members"
start = [{ by = "members", enough = "signed >= 3", span = "P1M", answer = "P7D" }]
decision = "majority"

[decision.majority]
like = "simple"
carried = "yes > no"
voting = { length = "P7D", extend = { if = "filled < 10", by = "P7D" } }

[decision.simple]
ballot = "open"
"""


def test_what_is_not_enforced_is_listed_with_its_line_and_what_is_inside_it_is_not_told_again() -> None:
    assert [(each.key, each.line) for each in unenforced(load(TEXT))] == [
        ("body.board.seats.members.elect.voting.starts", 16),
        ("body.board.seats.members.succession[2].method", 17),
        ("body.board.seats.members.surplus", 18),
        ("recall.board.start[1].answer", 23),
        ("decision.majority.voting.extend", 29),
    ]


def test_keys_are_enforced_where_an_act_asks_for_them_and_listed_where_none_does() -> None:
    text = TEXT.replace(
        'ballot = "open"',
        """ballot = "open"
nomination = { by = "members", enough = "signed >= 3" }
voting = "slow"

[decision.chosen]
method = "fptp"
tie = "lot"
tally = "heads"
barred = "author"
voting = { length = "P7D", vary = { by = "board", length = "P1D" } }

[body.board.seats.chair]
from = "members"
elect = "chosen"
needs = [{ from = "board", as = "consent", enough = "ratified >= 1" }]

[power.spend]
holder = "board"
start = [{ by = "members", enough = "signed >= 3" }]

[convening.members]
by = "board"
notice = { length = "P10D", at_most = "P60D" }

[clock.slow]
length = "P7D"
shut = { last = "P1D", to = ["option.added"] }""",
    )
    listed = {each.key for each in unenforced(load(text))} - {each.key for each in unenforced(load(TEXT))}
    assert listed == {
        "decision.simple.nomination",
        "decision.chosen.tie",
        "decision.chosen.tally",
        "decision.chosen.barred",
        "decision.chosen.voting.vary",
        "body.board.seats.chair.needs[1].enough",
        "power.spend.start[1].enough",
        "convening.members.notice.at_most",
        "clock.slow.shut",
    }


def test_a_term_is_a_clock_of_which_only_the_length_and_the_end_are_asked_for() -> None:
    term = 'term = { length = "P2Y", until = "meeting.closed", days = "working", at_most = "P4Y" }'
    text = TEXT.replace('surplus = "lot"', term)
    assert [each.key for each in unenforced(load(text)) if ".term." in each.key] == [
        "body.board.seats.members.term.days",
        "body.board.seats.members.term.at_most",
    ]


def test_nothing_is_listed_where_all_is_enforced() -> None:
    text = 'mandat = 1\nid = "club"\n[body.club]\ntype = "assembly"\nnote = "founded 1891"'
    assert unenforced(load(text)) == ()
