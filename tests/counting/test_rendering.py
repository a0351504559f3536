"""Replay and renderings: what a published result looks like, and what is said when it does not follow."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import msgspec
import pytest

from mandat import counting
from mandat.counting import Ballots
from tests.counting.profiles import all_rules, complete, made, parameters_for, seats_for
from tests.counting.test_scotland import ward

PAPERS = [((1, 2, 3), 9), ((2, 1), 5), ((3, 2), 4), ((4,), 3), ((4, 3), 2)]


@pytest.mark.parametrize("rule", all_rules())
def test_a_result_replays_from_its_ballots(rule: str) -> None:
    ballots = made(4, PAPERS, keep_sequence=True)
    result = complete(rule, ballots, seats_for(rule, 2), **parameters_for(rule))
    counting.replay(result, ballots)


def test_replay_names_the_first_difference() -> None:
    ballots = made(4, PAPERS)
    result = counting.count("stv-scottish", ballots, 2)
    stage = msgspec.structs.replace(result.stages[1], totals=(1, *result.stages[1].totals[1:]))
    forged = msgspec.structs.replace(result, stages=(result.stages[0], stage, *result.stages[2:]))
    with pytest.raises(
        counting.BadReplayError, match=r"stages\[1\]\.totals\[0\]: the result says '0\.00001', the"
    ):
        counting.replay(forged, ballots)
    with pytest.raises(
        counting.BadReplayError, match=r"elected\[0\]\.candidate: the result says 2, the ballots give 1"
    ):
        counting.replay(
            msgspec.structs.replace(result, elected=(counting.Elected(2, "C2", 1), *result.elected[1:])),
            ballots,
        )


def test_text_shows_names_stages_and_ties() -> None:
    ballots, _ = ward("renfrewshire_2017_ward3")
    text = counting.render_text(counting.count("stv-scottish", ballots, 3))
    assert "Quota: 1202.00000" in text
    assert re.search(r"Neill GRAHAM .* 1311\.00000\*", text)
    assert "Stage 7: Surplus of JIM SHARKEY" in text
    assert "JIM SHARKEY was chosen by the votes at stage 5 (rule 49(2)-(3))." in text


def test_text_is_also_in_french() -> None:
    text = counting.render_text(counting.count("stv-scottish", made(4, PAPERS), 2), language="fr")
    assert "Sièges: 2" in text
    assert "Étape 1: Premières préférences" in text


def test_diagram_is_well_formed_and_its_bands_name_source_target_and_votes() -> None:
    result = counting.count("stv-scottish", made(4, PAPERS), 2)
    svg = ElementTree.fromstring(counting.render_sankey(result))  # noqa: S314  (our own text)
    titles = [element.text for element in svg.iter("{http://www.w3.org/2000/svg}title")]
    moved = next(t for t in result.stages[1].transfers if t.target)
    assert f"C{moved.source} → C{moved.target}: {result.decimal(moved.votes)}" in titles


def test_page_escapes_names_and_fetches_nothing() -> None:
    ballots = Ballots.from_rankings(["<b>Ann</b>", 'Bob "&"'], [((1,), 3), ((2,), 2)])
    page = counting.render_html(counting.count("stv-scottish", ballots, 1), title="A & B")
    assert "<b>Ann" not in page
    assert "&lt;b&gt;Ann&lt;/b&gt;" in page
    assert "<h1>A &amp; B</h1>" in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in page


def test_a_missing_lot_is_shown() -> None:
    result = counting.count("fptp", Ballots.from_rankings(["Ann", "Bob"], [((1,), 2), ((2,), 2)]), 1)
    assert "A lot is needed: stage 1: a lot decides who is elected: Ann (1), Bob (2) (rule 49)" in (
        counting.render_text(result)
    )
    assert "A lot is needed" in counting.render_html(result)
