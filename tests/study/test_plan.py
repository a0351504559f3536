"""Bylaws as a study takes them: seats by the engine, thresholds by the engine, and what is supposed where the text is silent."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.explaining import Supposed
from mandat.federation.asking import ask
from mandat.study.errors import StudyError
from mandat.study.opinions.assumed import Assumptions
from mandat.study.plan.making import Plan, plan
from mandat.study.simulation.running import Timing, run
from mandat.study.streams import Streams

BYLAWS = Path(__file__).parents[2] / "src" / "mandat" / "bylaws"
EVERY = sorted([*(BYLAWS / "templates").glob("*.toml"), *(BYLAWS / "rulebooks").glob("*.toml")])


def of(name: str, supposed: Supposed | None = None, top: str | None = None) -> Plan:
    return plan(load((BYLAWS / name).read_text()), supposed or Supposed(), top)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_template_and_rulebook_can_be_studied(path: Path) -> None:
    made = plan(load(path.read_text()), Supposed())
    small = plan(load(path.read_text()), Supposed(dict.fromkeys(made.base_kinds, (3, 9))))
    course = run(small, Assumptions(tendencies=3), Timing(years=1), Streams(1))

    assert course.top.shape[1] == 3
    assert np.isfinite(course.top).all()


def test_the_federation_template() -> None:
    made = of("templates/federation.toml", Supposed({"region": (4, 1), "section": (12, 120)}))
    region, congress = made.lines

    assert made.top == "congress"
    assert made.bases.sizes.tolist() == [120] * 12
    assert region.seats.tolist() == [3] * 12  # ceil(120 / 50)
    assert region.target.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert congress.seats.tolist() == [3] * 4  # ceil(9 / 3)
    assert (region.term, region.method) == (2.0, "stv-scottish")
    assert [step.by for step in region.succession] == ["countback", "by-election"]
    assert round(region.succession[1].after * 365.25) == 30


@pytest.mark.parametrize("electors", [1, 2, 9, 10, 100, 101])
def test_the_threshold_is_the_engines(electors: int) -> None:
    made = of("templates/federation.toml")
    (route,) = made.routes["region.delegates"]
    least = route.enough(electors)
    answers = [
        ask(made.bylaws, "recall", "delegate", {"withdrawn": n, "electors": electors}).outcome
        for n in range(electors + 1)
    ]

    assert answers.index("recalled") == least


def test_seats_shared_out_are_the_engines() -> None:
    made = of("rulebooks/d13-european-union.toml", top="parliament")

    assert made.lines[0].seats.sum() == 720


def test_an_ex_officio_seat_follows_its_post() -> None:
    made = of(
        "rulebooks/d02-national-guard-1871.toml",
        Supposed({"battalion": (2, 1), "company": (4, 10), "arrondissement": (1, 1)}),
    )
    commanders = next(line for line in made.lines if line.id.endswith("general-assembly.commanders"))

    assert commanders.filling == "ex-officio"
    assert commanders.seats.tolist() == [1, 1]


def test_what_is_supposed_is_said_with_its_article() -> None:
    said = [each.text("en") for each in of("templates/federation.toml").supposed]

    assert said == [
        "3.2 (congress.delegates): a seat higher up is lost as soon as the body below has fewer delegates of that tendency "
        "than it sent",
        "2.2 (region.delegates): the method stv-scottish is counted with one slate for each tendency and papers that follow it",
        "3.2 (congress.delegates): the method stv-scottish is counted with one slate for each tendency and papers that follow it",
    ]


def test_a_recall_that_rests_on_what_a_study_lacks_says_what_is_supposed_instead() -> None:
    made = of("rulebooks/d14-california-recall.toml")
    (route,) = made.routes["governor.governor"]

    assert route.enough(1000) == 100
    assert any("10 per cent of the electors is supposed" in each.text("en") for each in made.supposed)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('mandat = 1\nid = "c"\nbody.club.type = "assembly"', "there is nothing to study"),
        (
            'mandat = 1\nid = "c"\nbody.club.type = "assembly"\nbody.chief = { type = "office", '
            'seats.chief = { from = "club", elect = { method = "fptp" } } }',
            "'board' has no seats that a study can follow; choose one of: chief",
        ),
    ],
)
def test_bylaws_without_anything_to_study_are_refused(text: str, said: str) -> None:
    with pytest.raises(StudyError, match=said):
        plan(load(text), Supposed(), "board" if "chief" in text else None)


def test_a_kind_of_body_that_is_not_there_is_refused() -> None:
    with pytest.raises(StudyError, match="these bylaws have no body 'branch'; they have: section, region"):
        of("templates/federation.toml", Supposed({"branch": (2, 2)}))
