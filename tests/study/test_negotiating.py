"""Sign or hold out: T25 to T27 as a calculator, and what it refuses."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from typer.testing import CliRunner

from mandat.cli.app import app
from mandat.study.errors import StudyError
from mandat.study.negotiating.holding import Terms, advice, tornado

TERMS = Terms(offer=0.5, help_rate=0.5, help_worth=1, collapse_rate=0.25, left=0.2, cost=0.1, discount=0.05)


def test_with_nothing_changing_one_signs_from_the_value_of_waiting_on() -> None:
    worth = (0.5 * 1 + 0.25 * 0.2 - 0.1) / (0.5 + 0.25 + 0.05)

    assert advice(TERMS).waiting == pytest.approx(worth)
    assert (advice(TERMS).sign, advice(TERMS).stop) == (False, math.inf)
    assert advice(replace(TERMS, offer=worth)).sign
    assert advice(replace(TERMS, offer=worth)).stop == 0


def test_help_that_becomes_less_likely_gives_a_moment_to_stop() -> None:
    """λ(t)(1 − .5) + .25(.2 − .5) − .05 · .5 − .1 = 0 at λ = .4, which 0.5 − 0.05 t reaches at t = 2."""
    found = advice(replace(TERMS, help_change=-0.05))

    assert found.stop == pytest.approx(2, abs=0.02)
    assert found.monotone
    assert not found.sign
    assert 0.5 < found.waiting < advice(TERMS).waiting


def test_the_moment_found_is_the_best_of_all_by_simulation() -> None:
    terms = replace(TERMS, help_change=-0.05)
    random = np.random.default_rng(3)
    worth = {stop: _simulated(terms, stop, random) for stop in (0.5, 2.0, 5.0)}

    assert worth[2.0] == pytest.approx(advice(terms).waiting, abs=0.004)
    assert worth[2.0] > worth[5.0]
    assert worth[2.0] > worth[0.5]


def _simulated(terms: Terms, stop: float, random: np.random.Generator) -> float:
    """Hold out until ``stop``, in small steps, many times."""
    dt, many = 0.01, 40_000
    got, alive = np.zeros(many), np.ones(many, dtype=bool)
    for n in range(round(stop / dt)):
        when = n * dt
        _, helped, fallen = terms.at(when)
        kept = math.exp(-terms.discount * when)
        got[alive] -= terms.cost * dt * kept
        drawn = random.random(many)
        comes, falls = alive & (drawn < helped * dt), alive & (drawn > 1 - fallen * dt)
        got[comes] += terms.help_worth * kept
        got[falls] += terms.left * kept
        alive &= ~(comes | falls)
    got[alive] += terms.offer * math.exp(-terms.discount * stop)
    return float(got.mean())


def test_an_offer_that_grows_faster_than_waiting_costs_is_not_signed_yet() -> None:
    found = advice(replace(TERMS, offer=0.6, offer_change=0.5, horizon=4))

    assert not found.sign


def test_what_the_answer_hangs_on_comes_first() -> None:
    bars = tornado(TERMS)

    assert [bar.name for bar in bars][:2] == ["help_worth", "help_rate"]
    assert bars[0].turns
    assert bars[0].at_high == pytest.approx(0.25 * 0.5 / 0.8)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"help_rate": -1.0}, "help_rate is -1.0; it cannot be negative"),
        ({"horizon": 0.0}, "give a length of time above 0"),
        ({"horizon": math.inf}, "give a length of time above 0"),
        ({"cost": math.nan}, "cost is nan; it cannot be negative"),
    ],
)
def test_what_is_refused(changes: dict[str, float], said: str) -> None:
    with pytest.raises(StudyError, match=said):
        replace(TERMS, **changes)


def test_waiting_for_nothing_is_refused() -> None:
    with pytest.raises(StudyError, match="waiting would last for ever"):
        advice(Terms(offer=1, help_rate=0, help_worth=0))


def test_on_the_command_line() -> None:
    given = "--offer 0.5 --help-rate 0.5 --help-worth 1 --collapse-rate 0.25 --left 0.2 --cost 0.1 --discount 0.05"
    answer = CliRunner().invoke(
        app, ["negotiate", *given.split(), "--break-cost", "0.1", "0.4", "--lang", "en"]
    )

    assert answer.exit_code == 1
    assert "Hold out: waiting is worth 0.5625, more than the offer of 0.5." in answer.stdout
    assert "Ask for 0.65; the risk of a break is 37.5 %." in answer.stdout
