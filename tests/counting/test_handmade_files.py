"""One small election in the clothes of every format: three candidates, the same eight papers wherever the format can say them."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mandat import counting
from mandat.counting import Ballots
from mandat.counting.formats import read_people, reader
from mandat.counting.formats.opened import open_source

Papers = dict[tuple[object, ...], int]
EXPECTED: Papers = {("Ann", "Bob"): 3, ("Bob",): 2, ("Cy", "Bob", "Ann"): 1, (): 2}
"""Three papers rank Ann, then Bob; two Bob only; one Cy, Bob, Ann; two are blank."""


def papers(ballots: Ballots) -> Papers:
    def named(rank: int | tuple[int, ...]) -> object:
        return (
            frozenset(map(ballots.name, rank))
            if isinstance(rank, tuple)
            else ballots.name(rank)
            if rank
            else None
        )

    return {tuple(map(named, ballots.ranking(row))): int(w) for row, w in enumerate(ballots.weights)}


def cdf() -> dict[str, Any]:
    def cvr(number: int, ranked: list[str]) -> dict[str, Any]:
        selections = [
            {
                "@type": "CVR.CVRContestSelection",
                "ContestSelectionId": f"cs-{name}",
                "SelectionPosition": [
                    {"HasIndication": "yes", "IsAllocable": "yes", "NumberVotes": 1, "Rank": rank}
                ],
            }
            for rank, name in enumerate(ranked, 1)
        ]
        snapshot = {
            "@id": f"now-{number}",
            "Type": "interpreted",
            "CVRContest": [{"ContestId": "c", "CVRContestSelection": selections}],
        }
        first = {
            "@id": f"scan-{number}",
            "Type": "original",
            "CVRContest": [{"ContestId": "c", "CVRContestSelection": []}],
        }
        return {"CurrentSnapshotId": f"now-{number}", "CVRSnapshot": [first, snapshot]}

    every = [["Ann", "Bob"]] * 3 + [["Bob"]] * 2 + [["Cy", "Bob", "Ann"]] + [[]] * 2
    election = {
        "@id": "e",
        "Candidate": [{"@id": f"p-{n}", "Name": n} for n in ("Ann", "Bob", "Cy")],
        "Contest": [
            {
                "@id": "c",
                "Name": "Chair",
                "ContestSelection": [
                    {"@id": f"cs-{n}", "CandidateIds": [f"p-{n}"]} for n in ("Ann", "Bob", "Cy")
                ],
            }
        ],
    }
    return {
        "@type": "CVR.CastVoteRecordReport",
        "CVR": [cvr(n, r) for n, r in enumerate(every)],
        "Election": [election],
    }


def dominion_files() -> dict[str, str]:
    def session(ranked: list[int]) -> dict[str, Any]:
        marks = [
            {"CandidateId": candidate, "Rank": rank, "IsAmbiguous": False, "IsVote": rank == 1}
            for rank, candidate in enumerate(ranked, 1)
        ]
        return {"Original": {"IsCurrent": True, "Cards": [{"Contests": [{"Id": 7, "Marks": marks}]}]}}

    every = [[11, 12]] * 3 + [[12]] * 2 + [[13, 12, 11]] + [[]]
    corrected = session([13])
    corrected["Original"]["IsCurrent"] = False
    corrected["Modified"] = session([])["Original"]
    names = {11: "Ann", 12: "Bob", 13: "Cy"}
    return {
        "CvrExport_1.json": json.dumps({"Sessions": [session(ranked) for ranked in every]}),
        "CvrExport_2.json": json.dumps({"Sessions": [corrected]}),
        "ContestManifest.json": json.dumps({"List": [{"Id": 7, "Description": "Chair"}]}),
        "CandidateManifest.json": json.dumps(
            {"List": [{"Id": id_, "Description": name, "ContestId": 7} for id_, name in names.items()]}
        ),
    }


def hart_files() -> dict[str, str]:
    def ballot(number: int, ranked: list[str]) -> str:
        options = "".join(
            f"<Option><Name>{name}</Name><Id>id-{name}</Id><Value>{'0' * rank}1{'0' * (2 - rank)}</Value></Option>"
            for rank, name in enumerate(ranked)
        )
        contest = f"<Contest><Name>Chair</Name><Id>c</Id><Options>{options}</Options></Contest>"
        return f'<?xml version="1.0"?><Cvr xmlns="http://tempuri.org/CVRDesign.xsd"><Contests>{contest}</Contests><n>{number}</n></Cvr>'

    every = [["Ann", "Bob"]] * 3 + [["Bob"]] * 2 + [["Cy", "Bob", "Ann"]] + [[]] * 2
    return {f"{number}.xml": ballot(number, ranked) for number, ranked in enumerate(every)}


DOMINION_CSV = (
    '"Spring election","5.10"\n'
    ',,,,,"Chair (Vote For=1)","Chair (Vote For=1)","Chair (Vote For=1)","Chair (Vote For=1)","Chair (Vote For=1)",'
    '"Chair (Vote For=1)","Chair (Vote For=1)","Chair (Vote For=1)","Chair (Vote For=1)"\n'
    ",,,,,Ann(1),Bob(1),Cy(1),Ann(2),Bob(2),Cy(2),Ann(3),Bob(3),Cy(3)\n"
    "CvrNumber,TabulatorNum,BatchId,RecordId,ImprintedId,,,,,,,,,\n"
    + "".join(f"{n},1,1,{n},x,1,0,0,0,1,0,0,0,0\n" for n in range(3))
    + "".join(f"{n},1,1,{n},x,0,1,0,0,0,0,0,0,0\n" for n in range(3, 5))
    + "5,1,1,5,x,0,0,1,0,1,0,1,0,0\n"
    + "".join(f"{n},1,1,{n},x,0,0,0,0,0,0,0,0,0\n" for n in range(6, 8))
    + "8,1,1,8,x,,,,,,,,,\n"
)
CLEAR_BALLOT = (
    "RowNumber,BoxID,"
    + ",".join(
        f"Choice_{n}_{r}:Chair:{r}:Vote For 1:{name}:"
        for r in (1, 2, 3)
        for n, name in enumerate(("Ann", "Bob", "Cy"))
    )
    + "\n"
    + "1,a,1,0,0,0,1,0,0,0,0\n" * 3
    + "1,a,0,1,0,0,0,0,0,0,0\n" * 2
    + "1,a,0,0,1,0,1,0,1,0,0\n"
    + "1,a,0,0,0,0,0,0,0,0,0\n" * 2
)
TEXTS: dict[str, str] = {
    "own.csv": "rank1,rank2,rank3,count\nAnn,Bob,,3\nBob,,,2\nCy,Bob,Ann,1\n,,,2\n",
    "ess.csv": "Cast Vote Record,Precinct,Chair Choice 1 of 3 (01),Chair Choice 2 of 3 (01),Chair Choice 3 of 3 (01)\n"
    + "1,P1,Ann,Bob,undervote\n" * 3
    + "2,P1,Bob,undervote,undervote\n" * 2
    + "3,P2,Cy,Bob,Ann\n"
    + "4,P2,undervote,undervote,undervote\n" * 2,
    "forms by rank.csv": '"Timestamp","Whom? [1st choice]","Whom? [2nd choice]","Whom? [3rd choice]"\n'
    + '"2026/01/02 10:00:00 AM","Ann","Bob",""\n' * 3
    + '"2026/01/02 10:00:00 AM","Bob","",""\n' * 2
    + '"2026/01/02 10:00:00 AM","Cy","Bob","Ann"\n'
    + '"2026/01/02 10:00:00 AM","","",""\n' * 2,
    "forms grid.csv": "Timestamp,Whom? [Ann],Whom? [Bob],Whom? [Cy]\n"
    + "2026/01/02,1st choice,2nd choice,\n" * 3
    + "2026/01/02,,1st choice,\n" * 2
    + "2026/01/02,Third choice,Second choice,First choice\n"
    + "2026/01/02,,,\n" * 2,
    "electionbuddy.csv": "Ballot ID;Ann;Bob;Cy;Weight\nb1;1;2;;3\nb2;;1;;2\nb3;3;2;1;1\nb4;;;;2\n",
    "survey.abif": '{"title": "Chair"}\n=A:[Ann]\n3:A>[Bob]\n2:[Bob]  # only Bob\n1:[Cy]>[Bob]>A\n2:\n',
    "vote_tally.txt": "      Option 1------>: Ann\n    /  Option 2---->: Bob\n   |/  Option 3-->: Cy\n   ||/\n"
    + "V: 12-     ann   Ann A.\n" * 3
    + "V: -1-     bob   Bob B.\n" * 2
    + "V: 321     cy    Cy C.\n"
    + "V: ---     dee   Dee D.\n" * 2,
    "old.soi": "3\n1,Ann\n2,Bob\n3,Cy\n6,6,3\n3,1,2\n2,2\n1,3,2,1\n",
    "new.soi": "# FILE NAME: 1.soi\n# TITLE: Chair\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 6\n# NUMBER UNIQUE ORDERS: 3\n"
    "# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\n# ALTERNATIVE NAME 3: Cy\n3: 1,2\n2: 2\n1: 3,2,1\n",
    "opavote.blt": '3 1\n3 1 2 0\n2 2 0\n1 3 2 1 0\n2 0\n0\n"Ann"\n"Bob"\n"Cy"\n"Chair"\n',
    "droop.blt": "3 1\n[nick a b c]\n[tie a c b]\n(7) 3 a b 0\n2 b 0\n1 c b\n   a 0\n2 0\n0\n"
    '"Ann"\n"Bob"\n\'Cy\'  # third\n"Chair"\n',
    "dominion.csv": DOMINION_CSV,
    "clearballot.csv": CLEAR_BALLOT,
    "result.json": json.dumps(
        {"num_tallied": 8, "result": [[[1, 2, 0]] * 3 + [[0, 1, 0]] * 2 + [[3, 2, 1]] + [[0, 0, 0]] * 2]}
    ),
    "cdf.json": json.dumps(cdf()),
    "civs.csv": "# Candidates: Ann / Bob / Cy\n" + "1,2,-\n" * 3 + "-,1,-\n" * 2 + "3,2,1\n" + "-,-,-\n" * 2,
    "ordinal.pb": "META\nkey;value\ndescription;Chair\nnum_votes;8\nvote_type;ordinal\nPROJECTS\nproject_id;cost;name\n"
    "p1;1;Ann\np2;1;Bob\np3;1;Cy\nVOTES\nvoter_id;vote\n"
    + "v;p1,p2\n" * 3
    + "v;p2\n" * 2
    + "v;p3,p2,p1\n"
    + "v;\n" * 2,
    "senate.stv": json.dumps(
        {
            "metadata": {
                "name": {"name": "Chair"},
                "candidates": [{"name": n, "party": p} for n, p in (("Ann", 0), ("Bob", 0), ("Cy", 1))],
                "parties": [{"name": "Red", "candidates": [0, 1]}, {"name": "Blue", "candidates": [2]}],
                "vacancies": 1,
            },
            "atl": [{"parties": [0], "n": 3}],
            "btl": [{"candidates": [1], "n": 2}, {"candidates": [2, 1, 0], "n": 1}],
            "informal": 4,
        }
    ),
}
WITHOUT_BLANKS = {"old.soi", "new.soi", "senate.stv"}
NUMBERED = {"result.json"}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "dress", [str, lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text]
)
def test_the_same_papers_come_out_of_every_format(
    tmp_path: Path, name: str, dress: Callable[[str], str]
) -> None:
    file = tmp_path / name
    file.write_bytes(dress(TEXTS[name]).encode())
    expected = {r: w for r, w in EXPECTED.items() if r or name not in WITHOUT_BLANKS}
    candidates = ["Ann", "Bob", "Cy"] if name in NUMBERED else None
    ballots = counting.read(file, candidates=candidates)
    assert papers(ballots) == expected
    in_order = counting.read(file, candidates=candidates, keep_sequence=True)
    assert papers(in_order) == expected
    assert ballots.set_aside == (4 if name == "senate.stv" else 0)


def test_there_are_more_than_twelve_formats() -> None:
    assert len(reader.FORMATS) >= 14
    assert {reader.told(open_source(io.BytesIO(text.encode()))) for text in TEXTS.values()} >= {
        *("csv", "abif", "debian", "preflib", "blt", "belenios", "cdf", "civs", "pabulib", "concrete"),
    }


def folder(tmp_path: Path, files: dict[str, str]) -> Path:
    place = tmp_path / "export"
    place.mkdir()
    for name, text in files.items():
        (place / name).write_text(text)
    return place


def zipped(tmp_path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"export/{name}", text)
        archive.writestr("__MACOSX/._x", "litter")
    return tmp_path / "export.zip"


def tarred(tmp_path: Path, files: dict[str, str]) -> Path:
    with tarfile.open(tmp_path / "export.tar.gz", "w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return tmp_path / "export.tar.gz"


@pytest.mark.parametrize("pack", [folder, zipped, tarred])
@pytest.mark.parametrize("files", [dominion_files(), hart_files()], ids=["dominion", "hart"])
def test_folders_and_archives_are_read_as_one(
    tmp_path: Path, files: dict[str, str], pack: Callable[[Path, dict[str, str]], Path]
) -> None:
    assert papers(counting.read(pack(tmp_path, files))) == EXPECTED


def test_the_adjudicated_paper_counts_and_is_said(tmp_path: Path) -> None:
    ballots = counting.read(folder(tmp_path, dominion_files()))
    assert [remark.text("en") for remark in ballots.remarks] == [
        "2 files were read as one",
        "1 paper was read as adjudicated, not as first scanned",
    ]


BELENIOS = {
    "election.json": json.dumps(
        {
            "name": "Assembly",
            "questions": [
                {"answers": ["Ann", "Bob", "Cy"], "question": "Chair", "min": 0, "max": 1, "blank": True},
                {
                    "type": "NonHomomorphic",
                    "value": {"answers": ["Ann", "Bob", "Cy"], "question": "Treasurer"},
                },
            ],
        }
    ),
    "result.json": json.dumps({"num_tallied": 6, "result": [[1, 3, 2, 0], [[1, 2, 2], [0, 0, 1]]]}),
}


def test_belenios_with_its_election(tmp_path: Path) -> None:
    place = folder(tmp_path, BELENIOS)
    assert papers(counting.read(place, contest="Chair")) == {("Ann",): 3, ("Bob",): 2, (): 1}
    assert papers(counting.read(place, contest="Treasurer")) == {
        ("Ann", frozenset({"Bob", "Cy"})): 1,
        ("Cy",): 1,
    }
    with pytest.raises(counting.BadFileError, match=r"several contests.*'1\. Chair'; '2\. Treasurer'"):
        counting.read(place)


def test_belenios_totals_of_several_choices_are_no_papers(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    file.write_text(json.dumps({"num_tallied": 3, "result": [[2, 2, 3]]}))
    with pytest.raises(counting.BadFileError, match="3 papers bear 7 votes"):
        counting.read(file)


def test_approvals_and_points_in_a_grid(tmp_path: Path) -> None:
    grid = tmp_path / "grid.csv"
    grid.write_text("Voter,Ann,Bob,Cy\n1,x,x,\n2,,x,\n3,,,\n")
    ballots = counting.read(grid)
    assert papers(ballots) == {(frozenset({"Ann", "Bob"}),): 1, (frozenset({"Bob"}),): 1, (): 1} or papers(
        ballots
    ) == {
        (frozenset({"Ann", "Bob"}),): 1,
        ("Bob",): 1,
        (): 1,
    }
    assert counting.count("approval", ballots, 1).stages[0].totals == (1, 2, 0)
    grid.write_text("Voter,Ann,Bob,Cy\n1,5,3,0\n2,0,4,\n")
    scored = counting.read(grid, points=True)
    assert counting.count("score", scored, 1).stages[0].totals == (5, 7, 0)
    with pytest.raises(
        counting.BadFileError, match="line 2: '5' in the column 'Ann' is no rank among 3 candidates"
    ):
        counting.read(grid)


def test_categories_are_approvals_if_there_are_two(tmp_path: Path) -> None:
    head = "# TITLE: Town\n# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 2\n# NUMBER CATEGORIES: {}\n{}"
    head += "# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\n"
    file = tmp_path / "town.cat"
    file.write_text(
        head.format(2, "# CATEGORY NAME 1: Approved\n# CATEGORY NAME 2: Not Approved\n")
        + "3: {1},{2}\n2: {1,2},{}\n1: {},{1,2}\n"
    )
    ballots = counting.read(file)
    assert counting.count("approval", ballots, 1).stages[0].totals == (5, 2)
    assert ballots.blank == 1
    file.write_text(
        head.format(3, "# CATEGORY NAME 1: Good\n# CATEGORY NAME 2: Fair\n# CATEGORY NAME 3: Poor\n")
        + "3: {1},{2},{}\n"
    )
    with pytest.raises(counting.BadFileError, match=r"the categories \(Good, Fair, Poor\) are no ranking"):
        counting.read(file)
    file.write_text(head.format(2, "# CATEGORY NAME 1: Bad\n# CATEGORY NAME 2: Good\n") + "3: {1},{2}\n")
    with pytest.raises(counting.BadFileError, match="it is not known which of them approve"):
        counting.read(file)


def test_a_list_of_candidates_names_numbers(tmp_path: Path) -> None:
    file = tmp_path / "town.csv"
    file.write_text("rank1,rank2\n1,2\n3,\n")
    listed = tmp_path / "names.txt"
    listed.write_text("Ann\nBob\nCy\n")
    people = read_people(listed)
    assert papers(counting.read(file, candidates=people.candidates)) == {("Ann", "Bob"): 1, ("Cy",): 1}
    listed.write_text(
        'StateAb,Ticket,BallotPosition,CandidateDetails,PartyName\nNT,A,0,A Above the line,Red\nNT,A,1,"LEE, Ann",Red\n'
    )
    people = read_people(listed)
    assert [(c.name, c.party) for c in people.candidates] == [("LEE, Ann", "Red")]
    assert people.groups == ((1,),)


PARTS = {
    "p1.csv": "CVR,Mayor Choice 1 of 2 (01),Mayor Choice 2 of 2 (01)\n1,Cy,Ann\n2,undervote,undervote\n",
    "p2.csv": "CVR,Mayor Choice 1 of 2 (01),Mayor Choice 2 of 2 (01)\n3,Bob,ANN\n",
}


@pytest.mark.parametrize("pack", [folder, zipped, tarred])
def test_tables_of_polling_places_are_one_contest(
    tmp_path: Path, pack: Callable[[Path, dict[str, str]], Path]
) -> None:
    ballots = counting.read(pack(tmp_path, PARTS))
    assert [c.name for c in ballots.candidates] == ["Ann", "Bob", "Cy"]
    assert papers(ballots) == {("Cy", "Ann"): 1, ("Bob", "Ann"): 1, (): 1}
    assert [remark.text("en") for remark in ballots.remarks] == ["2 files were read as one"]


def test_parts_of_different_contests_are_not_put_together(tmp_path: Path) -> None:
    other = {**PARTS, "p2.csv": PARTS["p2.csv"].replace("Mayor", "Council")}
    with pytest.raises(counting.BadFileError, match="the files hold different contests: 'Council', 'Mayor'"):
        counting.read(folder(tmp_path, other))


def test_reports_of_polling_places_are_one_contest(tmp_path: Path) -> None:
    text = json.dumps(cdf())
    ballots = counting.read(folder(tmp_path, {"a.json": text, "b.json": text}))
    assert papers(ballots) == {ranking: 2 * weight for ranking, weight in EXPECTED.items()}


def test_elections_of_their_own_are_not_put_together(tmp_path: Path) -> None:
    with pytest.raises(counting.BadFileError, match="this holds 2 files"):
        counting.read(folder(tmp_path, {"a.blt": TEXTS["opavote.blt"], "b.blt": TEXTS["opavote.blt"]}))
    with pytest.raises(counting.BadFileError, match=r"b\.csv: this is a file of its own"):
        counting.read(zipped(tmp_path, {"a.csv": TEXTS["own.csv"], "b.csv": TEXTS["survey.abif"]}))
