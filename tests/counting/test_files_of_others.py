"""Files as other programs wrote them, with outcomes that others published (see `data/SOURCE.md`)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from mandat import counting
from mandat.counting import Ballots
from mandat.counting.formats import read_people
from tests.counting.elections import DATA

OTHERS = DATA / "others"
RCTAB: dict[str, dict[str, Any]] = {
    case["id"]: case for case in msgspec.json.decode((DATA / "rctab.json").read_bytes())
}


def papers(ballots: Ballots) -> dict[tuple[object, ...], int]:
    """How many papers bear each ranking, by name."""

    def named(rank: int | tuple[int, ...]) -> object:
        if isinstance(rank, tuple):
            return frozenset(map(ballots.name, rank))
        return ballots.name(rank) if rank else None

    return {
        tuple(map(named, ballots.ranking(row))): int(weight) for row, weight in enumerate(ballots.weights)
    }


def as_listed(case: dict[str, Any]) -> dict[tuple[object, ...], int]:
    names = ["UWI" if name == "Undeclared Write-ins" else name for name in case["candidates"]]
    found: dict[tuple[object, ...], int] = {}
    for ranking, weight in case["papers"]:
        ranks = tuple(
            frozenset(names[n - 1] for n in rank)
            if isinstance(rank, list)
            else names[rank - 1]
            if rank
            else None
            for rank in ranking
        )
        while ranks and ranks[-1] is None:
            ranks = ranks[:-1]
        found[ranks] = found.get(ranks, 0) + weight
    return found


@pytest.mark.parametrize(
    ("case", "file"),
    [
        ("test_set_0_skipped_first_choice", "test_set_0_skipped_first_choice_cvr.json.xz"),
        ("test_set_2_overvote_skip_to_next", "test_set_2_overvote_skip_to_next_cvr.json.xz"),
        ("test_set_6_duplicate_exhaust", "test_set_6_duplicate_exhaust_cvr.json.xz"),
        (
            "test_set_multi_winner_fractional_threshold",
            "test_set_multi_winner_fractional_threshold_cvr.json.xz",
        ),
        ("exhaust_if_multiple_continuing", "exhaust_if_multiple_continuing_cvr.xlsx"),
        ("uwi_cannot_win_test", "uwi_cannot_win_test_cvr.xlsx"),
    ],
)
def test_the_cast_vote_records_of_rctab_are_read_mark_by_mark(case: str, file: str) -> None:
    assert papers(counting.read(OTHERS / file)) == as_listed(RCTAB[case])


def test_portland_is_read_from_its_spreadsheet() -> None:
    ballots = counting.read(OTHERS / "maine_rules_2015_portland_mayor_cvr.xlsx")
    case = RCTAB["maine_rules_2015_portland_mayor"]
    assert ballots.total == 99
    assert ballots.title == "For Mayor"
    found = counting.count("rctab", ballots, 1, **case["parameters"])
    votes = dict(zip(found.names, found.stages[0].totals, strict=True))
    expected = dict(zip(case["candidates"], case["rounds"][0]["votes"], strict=True))
    expected.pop("Undeclared Write-ins", None)
    assert {name: Decimal(total).scaleb(-found.precision) for name, total in votes.items()} == {
        name: Decimal(each) for name, each in expected.items()
    }


OVERVOTE = {
    "exhaustImmediately": "exhaust",
    "alwaysSkipToNextRank": "skip",
    "exhaustIfMultipleContinuing": "exhaust if multiple",
}


@pytest.mark.parametrize(
    ("case", "file", "contest", "written"),
    [
        ("clearballot_kansas", "clearballot_kansas.csv", None, ""),
        ("dominion_alaska_test", "dominion_alaska_test.tar.xz", None, "(undeclared)"),
        ("dominion_alaska_2024_partial", "dominion_alaska_2024_partial.tar.xz", "7", "Write-in"),
        ("hart_cedar_park_school_board", "hart_archive.tar.xz", "Cedar Park School Board", "Write-in"),
        ("hart_travis_county_officers", "hart_archive.tar.xz", "travis county", ""),
        ("ess_overvote_delimiter", "ess_overvote_delimiter.xlsx", None, ""),
    ],
)
def test_voting_machines_count_as_rctab_counts_their_records(
    case: str, file: str, contest: str | None, written: str
) -> None:
    known = msgspec.json.decode((OTHERS / f"{case}.json").read_bytes())
    rules, expected = known["rules"], known["expected"]
    ballots = counting.read(OTHERS / file, contest=contest)
    assert ballots.total == int(expected["summary"]["totalNumBallots"])
    assert ballots.blank == expected["summary"]["undervotes"]
    skips = rules["maxSkippedRanksAllowed"]
    undeclared = [c.number for c in ballots.candidates if c.name == written]
    found = counting.count(
        "rctab",
        ballots,
        1,
        overvote=OVERVOTE[rules["overvoteRule"]],
        skips=int(skips),
        batch=rules["batchElimination"],
        **({"undeclared": tuple(undeclared)} if undeclared else {}),
    )
    first = dict(zip(found.names, found.stages[0].totals, strict=True))
    published = {
        name.replace("Undeclared Write-ins", written): each
        for name, each in expected["rounds"][0]["tally"].items()
    }
    assert {name: Decimal(total).scaleb(-found.precision) for name, total in first.items()} == {
        name: Decimal(each) for name, each in published.items() if name
    }
    winners = [w for r in expected["rounds"] for each in r["tallyResults"] if (w := each.get("elected"))]
    if found.question is None:
        assert [each.name for each in found.elected] == winners


def test_what_a_voting_machine_calls_invalid_is_set_aside_and_said() -> None:
    ballots = counting.read(OTHERS / "dominion_alaska_2024_partial.tar.xz", contest="7")
    assert ballots.set_aside == 73
    assert [remark.text("en") for remark in ballots.remarks] == [
        "10 files were read as one",
        "the file marks 73 papers as invalid; they were set aside",
    ]
    assert counting.count("irv", ballots, 1).invalid == 73 + 8


def test_a_file_of_several_contests_asks_which() -> None:
    with pytest.raises(
        counting.BadFileError, match=r"several contests; name one of them with --contest: .*'AMENDMENT 1'"
    ):
        counting.read(OTHERS / "hart_archive.tar.xz")
    with pytest.raises(counting.BadFileError, match="holds no one contest 'Mayor'"):
        counting.read(OTHERS / "hart_archive.tar.xz", contest="Mayor")


def test_a_write_in_that_nobody_adjudicated_is_no_vote() -> None:
    governor = counting.read(OTHERS / "cdf_xml_nist_2.xml.xz", contest="For Governor and Lieutenant Governor")
    assert (governor.total, governor.blank, len(governor.candidates)) == (1, 1, 3)
    treasurer = counting.read(OTHERS / "cdf_xml_nist_2.xml.xz", contest="For Treasurer of State")
    assert sum(papers(treasurer).values()) == 1
    assert treasurer.blank == 0  # the machine allots neither of two marks: an overvote, not a blank paper
    assert counting.count("irv", treasurer, 1).invalid == 1


def test_generic_csv_has_a_column_for_each_candidate() -> None:
    listed = as_listed(RCTAB["generic_csv_test"])
    named = {
        tuple("Write-In" if name == "UWI" else name for name in ranking): weight
        for ranking, weight in listed.items()
    }
    assert papers(counting.read(OTHERS / "generic_csv_test_cvr.csv")) == named


def test_burlington_2009_from_abif() -> None:
    ballots = counting.read(OTHERS / "burl2009.abif")
    found = counting.count("irv", ballots, 1)
    assert [each.name for each in found.elected] == ["Bob Kiss (Progressive)"]
    assert "4313" in {found.decimal(total) for total in found.stages[-1].totals}
    assert ballots.title == "2009 Burlington mayoral election"


def test_san_francisco_2018_from_abif() -> None:
    ballots = counting.read(OTHERS / "sf2018special_results.abif.xz")
    assert ballots.total == 254016
    found = counting.count("irv", ballots, 1)
    assert [each.name for each in found.elected] == ["LONDON BREED"]
    assert "116020" in {found.decimal(total) for total in found.stages[-1].totals}


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            "abif_test013.abif",
            {
                ("Doña García Márquez", "Steven B. Jensen", "蘇業", "Adam Muñoz"): 27,
                ("Steven B. Jensen", frozenset({"Doña García Márquez", "蘇業"}), "Adam Muñoz"): 26,
                ("蘇業", frozenset({"Doña García Márquez", "Adam Muñoz"}), "Steven B. Jensen"): 24,
                ("Adam Muñoz", "蘇業", "Doña García Márquez", "Steven B. Jensen"): 23,
            },
        ),
        (
            "tn_example_scores_and_commas.abif",
            {
                ("Memphis, TN", "Nashville, TN", "Chattanooga, TN", "Knoxville, TN"): 42,
                ("Nashville, TN", "Chattanooga, TN", "Knoxville, TN", "Memphis, TN"): 26,
                ("Chattanooga, TN", "Knoxville, TN", "Nashville, TN", "Memphis, TN"): 15,
                ("Knoxville, TN", "Chattanooga, TN", "Nashville, TN", "Memphis, TN"): 17,
            },
        ),
        ("civs_full.csv", {("A", "B", "C"): 2, ("C", "B", "A"): 2, (frozenset("BC"), "A"): 2}),
        ("civs_no_opinion.csv", {("A", "B"): 1, ("C",): 1, (frozenset("AB"),): 1}),
        (
            "civs_unranked_last.csv",
            {("A", "B", "C"): 1, ("C", frozenset("AB")): 1, (frozenset("AB"), "C"): 1},
        ),
    ],
)
def test_rankings_as_their_authors_list_them(file: str, expected: dict[tuple[object, ...], int]) -> None:
    assert papers(counting.read(OTHERS / file)) == expected


def test_points_of_abif_are_added_up() -> None:
    ballots = counting.read(OTHERS / "tn_example_scores_and_commas.abif", points=True)
    found = counting.count("score", ballots, 1, levels=400)
    nashville = 42 * 200 + 26 * 400 + 15 * 290 + 17 * 240
    assert found.stages[0].totals[1] == nashville
    assert [each.name for each in found.elected] == ["Nashville, TN"]


def test_opavote_example() -> None:
    known = msgspec.json.decode((OTHERS / "opavote_withdrawn_ties_skips.json").read_bytes())
    ballots = counting.read(OTHERS / "opavote_withdrawn_ties_skips.blt")
    assert [c.name for c in ballots.candidates] == known["candidates"]
    assert [c.number for c in ballots.candidates if c.withdrawn] == known["withdrawn"]
    assert (ballots.seats, ballots.title) == (known["seats"], known["title"])
    expected = {
        tuple(rank[0] if len(rank) == 1 else tuple(rank) for rank in line["ranks"]): line["n"]
        for line in known["lines"]
    }
    assert {ballots.ranking(r): int(w) for r, w in enumerate(ballots.weights)} == expected


def test_comments_behind_names_are_no_part_of_them() -> None:
    ballots = counting.read(OTHERS / "blt_atwood_so.blt")
    assert [c.name for c in ballots.candidates] == ["Amy", "Bob", "Chuck", "Diane"]
    assert ballots.title == "Gardening Club Election"


@pytest.mark.parametrize(
    ("file", "votes", "points"),
    [
        (
            "pb_netherlands_assen_2024.pb",
            {"PopUp Podium": 43, "Jongerenplatform": 42, "Crossbaan in Peelo": 25},
            False,
        ),
        (
            "pb_poland_krakow_2022.pb.xz",
            {"Park w Łagiewnikach - etap V": 2050, "Park Miejski na Białych Morzach": 1665},
            True,
        ),
        (
            "pb_poland_katowice_2020_dab.pb.xz",
            {"Zwolnij! Bezpieczna droga w dzielnicy Dąb dzięki radarowym wyświetlaczom prędkości": 460},
            True,
        ),
    ],
)
def test_pabulib_projects_have_the_votes_that_their_file_states(
    file: str, votes: dict[str, int], points: bool
) -> None:
    ballots = counting.read(OTHERS / file, points=points)
    told: dict[str, Any] = {"levels": 1000} if points else {}
    found = counting.count("score" if points else "approval", ballots, 1, **told)
    totals = dict(zip(found.names, found.stages[0].totals, strict=True))
    assert {name: totals[name] for name in votes} == votes


def test_equal_shares_of_assen_starts_from_84_voters() -> None:
    ballots = counting.read(OTHERS / "pb_netherlands_assen_2024.pb")
    assert (ballots.total, len(ballots.candidates), ballots.title) == (84, 14, "Assen Top Idee")


def test_senate_papers_of_the_northern_territory_2022() -> None:
    known = msgspec.json.decode((OTHERS / "au_senate_2022_nt.json").read_bytes())
    ballots = counting.read(OTHERS / "au_senate_2022_nt.json.xz")
    found = counting.count("au-senate", ballots, known["seats"])
    assert found.quota == known["quota"]
    assert list(found.stages[0].totals) == known["first_preferences_expanded"]
    assert [each.name for each in found.elected] == known["elected"]


def test_senate_papers_of_2016_need_the_list_of_candidates(tmp_path: Any) -> None:
    file = OTHERS / "aec_2016_formal_preferences_sample.csv"
    with pytest.raises(counting.BadFileError, match="does not name its 32 boxes; give the candidates"):
        counting.read(file)
    groups = "ABCDEFGHIJ"
    rows = [f"{groups[n // 2]},Candidate {n + 1},Party {groups[n // 2]}" for n in range(20)]
    listed = tmp_path / "candidates.csv"
    listed.write_text("\n".join(["group,name,party", *rows, "UG,Free One,", "UG,Free Two,"]))
    people = read_people(listed)
    ballots = counting.read(file, candidates=people.candidates, groups=people.groups, keep_sequence=True)
    assert ballots.sequence is not None
    first = ballots.ranking(int(ballots.sequence[0]))
    # 4,,3,,,1,5,2,6 above the line: groups F, H, C, A, G, I, each for its two candidates.
    assert first == (11, 12, 15, 16, 5, 6, 1, 2, 13, 14, 17, 18)
    listed.write_text("\n".join(["group,name,party", *rows]))
    people = read_people(listed)
    with pytest.raises(
        counting.BadFileError, match="a paper has 32 boxes, but the list of candidates has 10 groups and 20"
    ):
        counting.read(file, candidates=people.candidates, groups=people.groups)
