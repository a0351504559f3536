"""What a run keeps to, whatever the bylaws: reproducible, quiet where nobody changes their mind, better followed with recall."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.explaining import Supposed
from mandat.study.comparing.intervals import interval
from mandat.study.comparing.study import StudyAsked, outcomes, varied
from mandat.study.comparing.varying import ranged
from mandat.study.errors import StudyError
from mandat.study.measures.certain import certain
from mandat.study.measures.measured import lag, measured
from mandat.study.measures.response import half_life_days
from mandat.study.opinions.assumed import Assumptions
from mandat.study.plan.making import Plan, plan
from mandat.study.simulation.course import NAMES
from mandat.study.simulation.running import Timing, run
from mandat.study.streams import Streams
from mandat.study.work.doing import done
from mandat.study.work.kept import Kept
from mandat.study.work.tasks import Variant

TEMPLATES = Path(__file__).parents[2] / "src" / "mandat" / "bylaws" / "templates"
TEXT = (TEMPLATES / "federation.toml").read_text()
SIZES = (("region", (3, 1)), ("section", (9, 40)))
TIMING = Timing(years=3)
TERMS_ONLY = """
mandat = 1
id = "terms"
body.section = { type = "assembly", many = true }
body.council = { type = "council", seats.delegates = { from = "section", number = 1, elect = { method = "fptp" }, term = "P2Y" } }
"""
RECALL = (
    TERMS_ONLY.replace("P2Y", "P50Y")
    + """
recall.delegates = { of = "council", by = "sender", confidence = "withdrawn > 1/2 * electors" }
"""
)
WITH_SUCCESSION = RECALL.replace('term = "P50Y"', 'term = "P50Y", succession = ["by-election"]')


def small(text: str = TEXT) -> Plan:
    return plan(load(text), Supposed(dict(SIZES) if "region" in text else {"section": (30, 40)}))


def test_a_seed_fixes_everything() -> None:
    one, same, other = (run(small(), Assumptions(), TIMING, Streams(seed)) for seed in (1, 1, 2))

    assert (one.events == same.events).all()
    assert (one.top == same.top).all()
    assert (one.members != other.members).any()


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.toml")), ids=lambda path: path.stem)
def test_where_nobody_changes_their_mind_nothing_happens(path: Path) -> None:
    made = plan(load(path.read_text()), Supposed())
    course = run(made, Assumptions().still(), TIMING, Streams(3))
    found = measured(course, made, Assumptions(), Streams(3))

    assert found["recalls"] == found["turnover"] == found["lag_days"] == 0
    assert (course.top == course.top[-1]).all()


def test_recall_follows_more_closely_than_terms_of_two_years() -> None:
    assumed = Assumptions(common=0.8)

    def gap(text: str, seed: int) -> float:
        made = small(text)
        return measured(run(made, assumed, Timing(years=8), Streams(seed)), made, assumed, Streams(seed))[
            "gap"
        ]

    gaps = {
        name: np.mean([gap(text, seed) for seed in range(4)])
        for name, text in (("terms", TERMS_ONLY), ("recall", WITH_SUCCESSION))
    }

    assert gaps["recall"] < gaps["terms"]


def test_a_body_that_is_recalled_without_successor_stays_empty_until_the_next_election() -> None:
    course = run(small(RECALL), Assumptions(common=1.0), Timing(years=6), Streams(5))

    assert course.vacant[-1] > 0
    assert course.events[:, NAMES.index("elections")].sum() == 30


def test_the_half_life_of_a_sudden_change_is_about_a_term_without_recall_and_short_with_it() -> None:
    terms = [half_life_days(small(TERMS_ONLY), Assumptions(), Timing(years=6), Streams(s)) for s in range(12)]
    recall = [
        half_life_days(small(WITH_SUCCESSION), Assumptions(), Timing(years=6), Streams(s)) for s in range(12)
    ]

    assert 150 < np.mean(terms) < 580  # the moment falls anywhere in a term of two years
    assert max(recall) < 40  # two weeks to organise, and what rounding to weeks adds


def test_lag_is_found_where_it_is_known() -> None:
    walk = np.cumsum(np.random.default_rng(1).normal(size=400))
    shares = np.stack((walk, -walk), axis=1)

    assert lag(shares[20:], shares[:-20], 0.02) == pytest.approx(0.4)
    assert lag(np.zeros((50, 2)), np.zeros((50, 2)), 1.0) == 0


def test_what_is_certain() -> None:
    found = certain(small(), Supposed(dict(SIZES)))

    assert found.base == 360
    assert found.fewest is not None
    assert found.fewest < found.base / 2
    assert [float(each.banzhaf) for each in found.power] == pytest.approx([1 / 3])


def asked(runs: int = 2, **more: object) -> StudyAsked:
    given = {"sizes": SIZES, "timing": Timing(years=1), "variants": (Variant("a", TEXT),), **more}
    return StudyAsked(runs=runs, **given)  # type: ignore[arg-type]


class TestComparing:
    def test_the_same_results_whoever_does_the_runs(self) -> None:
        tasks = asked().tasks()
        alone = sorted(done(tasks, 1), key=lambda each: each.number)
        shared = sorted(done(tasks, 2), key=lambda each: each.number)

        assert alone == shared

    def test_the_same_luck_in_all_that_is_compared(self) -> None:
        variants = (Variant("a", TEXT), Variant("b", TEXT, (("region.delegates.term", "P2Y"),)))
        found = outcomes(done(asked(variants=variants).tasks(), 1), ["a", "b"])

        assert found[1].beside_first["gap"].mean == 0
        assert found[1].beside_first["gap"].half == 0

    def test_every_combination_of_ranges(self) -> None:
        ranges = [ranged("congress.recall.confidence=1/3..2/3:3"), ranged("turnout=0.5,1")]
        made = varied([Variant("a", TEXT)], ranges)

        assert len(made) == 6
        assert made[0].name == "congress.recall.confidence=1/3, turnout=0.5"

    def test_too_few_runs_are_refused(self) -> None:
        with pytest.raises(StudyError, match="at least 2 runs and there is 1: give --runs 2"):
            asked(runs=1).tasks()

    def test_one_key_in_two_ranges_is_refused(self) -> None:
        with pytest.raises(StudyError, match="'turnout' is varied twice"):
            varied([Variant("a", TEXT)], [ranged("turnout=0.5,1"), ranged("turnout=0.1,0.2")])


class TestKeeping:
    def test_an_interrupted_study_goes_on_where_it_stopped(self, tmp_path: Path) -> None:
        tasks = asked().tasks()
        first = Kept(tmp_path, tasks, resume=False)
        arriving = done(first.left, 1)
        for _ in range(2):
            first.keep(next(arriving))
        arriving.close()
        again = Kept(tmp_path, tasks, resume=True)

        assert [task.number for task in again.left] == [2, 3, 4]
        for each in done(again.left, 1):
            again.keep(each)
        assert [again.found[n] for n in range(5)] == list(done(tasks, 1))

    def test_a_line_that_was_cut_off_is_done_again(self, tmp_path: Path) -> None:
        tasks = asked().tasks()
        kept = Kept(tmp_path, tasks, resume=False)
        kept.keep(next(done(tasks, 1)))
        with kept.path.open("ab") as file:
            file.write(b'{"number": 1, "vari')

        assert [task.number for task in Kept(tmp_path, tasks, resume=True).left] == [1, 2, 3, 4]
        assert kept.path.read_bytes().endswith(b"\n")

    def test_results_of_another_study_are_not_mixed_in(self, tmp_path: Path) -> None:
        Kept(tmp_path, asked().tasks(), resume=False).keep(next(done(asked().tasks(), 1)))
        with pytest.raises(StudyError, match="holds another study"):
            Kept(tmp_path, asked(assumed=replace(Assumptions(), common=0.7)).tasks(), resume=True)
        with pytest.raises(StudyError, match="add --resume"):
            Kept(tmp_path, asked().tasks(), resume=False)


def test_nineteen_of_twenty_stated_intervals_hold_on_fresh_seeds() -> None:
    """Forty intervals over six runs each, against the mean of all 240."""
    made, assumed, timing = small(WITH_SUCCESSION), Assumptions(), Timing(years=2, days=14)
    gaps = [
        measured(run(made, assumed, timing, Streams(99, number)), made, assumed, Streams(99, number))["gap"]
        for number in range(240)
    ]
    mean = sum(gaps) / len(gaps)
    held = sum(
        (found := interval(gaps[at : at + 6])).low <= mean <= found.high for at in range(0, len(gaps), 6)
    )

    assert held >= 35  # fewer happen once in a hundred times if 95 of 100 hold
