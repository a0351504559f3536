"""Ballot files: every form that is met in practice, and the words for what is wrong with one."""

from __future__ import annotations

import gzip
import io
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots
from mandat.counting.formats import chunks
from mandat.counting.formats.blt import read_blt, write_blt
from tests.counting.elections import ballots as election
from tests.counting.profiles import Papers, elections, made

BLT = """4 2
3 1 3 4 0
2 4 1 3 0
0
"Ann" "Green Party"
"Bob (Labour)"
"Cy"
"Dee"
"Ward 3"
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_blt(tmp_path: Path) -> None:
    ballots = counting.read(write(tmp_path, "ward.blt", BLT))
    assert [(c.name, c.party) for c in ballots.candidates] == [
        ("Ann", "Green Party"),
        ("Bob", "Labour"),
        ("Cy", None),
        ("Dee", None),
    ]
    assert (ballots.seats, ballots.title, ballots.total) == (2, "Ward 3", 5)
    assert [ballots.ranking(row) for row in range(ballots.rows)] == [(1, 3, 4), (4, 1, 3)]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace('"Cy"', "Cy").replace('"Ward 3"', "Ward 3"),
        lambda text: text.replace("4 2\n", "# a ward\n\n4 2  # sizes\n"),
        lambda text: text.replace("3 1 3 4 0", "1 1 3 4 0\n2 1 3 4 0"),
        lambda text: text.replace("3 1 3 4 0", "(ballot 17) 3 1 3 4 0"),
    ],
    ids=["bom", "crlf", "unquoted", "comments", "ungrouped", "paper id"],
)
def test_blt_is_read_the_same_in_every_dress(tmp_path: Path, change: Callable[[str], str]) -> None:
    plain = counting.read(write(tmp_path, "plain.blt", BLT))
    dressed = counting.read(write(tmp_path, "dressed.blt", change(BLT)))
    assert write_blt(dressed, 2) == write_blt(plain, 2)


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".xz", lzma.compress)])
def test_blt_is_read_compressed(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / f"ward.blt{suffix}"
    path.write_bytes(pack(BLT.encode()))
    assert counting.read(path).total == 5


def test_a_stream_is_read_like_a_file() -> None:
    assert counting.read(io.StringIO(BLT), format="blt").total == 5
    assert counting.read(io.BytesIO(BLT.encode())).total == 5


def test_blt_with_withdrawn_skipped_and_equal(tmp_path: Path) -> None:
    text = BLT.replace("4 2\n", "4 2\n-3\n").replace("2 4 1 3 0", "2 4 - 1=3 0")
    ballots = counting.read(write(tmp_path, "ward.blt", text))
    assert [c.number for c in ballots.candidates if c.withdrawn] == [3]
    assert ballots.ranking(1) == (4, 0, (1, 3))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("4 2\n", "four 2\n", r"ward\.blt, line 1: 'four 2' is not `candidates seats`, two whole numbers"),
        ("3 1 3 4 0", "3 1 5 4 0", r"ward\.blt, line 2: there is no candidate 5; numbers run from 1 to 4"),
        ("2 4 1 3 0", "2 4 1 3", r"ward\.blt, line 3: the paper does not end with 0"),
        (
            "2 4 1 3 0",
            "x 4 1 3 0",
            r"line 3: 'x' is not a weight; a paper begins with how many there are of it",
        ),
        ("2 4 1 3 0", "2 4 0 3 0", r"line 3: 0 ends a paper, but more follows; write - for a skipped rank"),
        ("2 4 1 3 0", "1.5 4 1 3 0", r"line 3: '1\.5' is not a weight"),
        ('0\n"Ann"', '"Ann"', r"the papers do not end; put a line with a lone 0 after the last one"),
        (
            '"Cy"\n"Dee"\n"Ward 3"\n',
            "",
            r"line 6: after the papers come 2 of the 5 lines that are due: 4 names, then a title",
        ),
        # One name too few: the title must not pass for the fourth candidate.
        ('"Cy"\n', "", r"line 8: after the papers come 4 of the 5 lines that are due: 4 names, then a title"),
        ('"Cy"', '"C\x1b[31my"', r"line 7: '\"C\\x1b\[31my\"' holds a control character"),
        ('"Ward 3"', '"Ward\x07"', r"line 9: '\"Ward\\x07\"' holds a control character"),
        ('"Ward 3"\n', '"Ward 3"\nmore\n', r"line 10: 'more' stands after 4 names and the title"),
        ("4 2\n", "4 2\n-9\n", r"line 2: there is no candidate 9; numbers run from 1 to 4"),
    ],
)
def test_what_is_wrong_with_a_blt_file_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    assert old in BLT
    with pytest.raises(counting.BadFileError, match=words):
        counting.read(write(tmp_path, "ward.blt", BLT.replace(old, new)))


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "ward.blt"
    path.write_bytes(BLT.encode().replace(b'"Cy"', b'"C\xe9cile"'))
    with pytest.raises(
        counting.BadFileError, match=r"line 7: byte 0xe9 is not UTF-8; save the file as UTF-8"
    ):
        counting.read(path)


def test_a_broken_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ward.blt.xz"
    path.write_bytes(lzma.compress(BLT.encode())[:40])
    with pytest.raises(counting.BadFileError, match="the archive is damaged"):
        counting.read(path)


@given(election=elections())
def test_blt_is_read_back_as_it_was_written(election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    ballots = made(candidates, papers)
    again = read_blt(write_blt(ballots, seats), "x.blt")
    assert write_blt(again, seats) == write_blt(ballots, seats)
    assert again.weights.tolist() == ballots.weights.tolist()


@given(weights=st.lists(st.integers(1, 9), min_size=1, max_size=4))
def test_blt_with_marks_out_of_order_is_read_back(weights: list[int]) -> None:
    rankings = [(1, 0, 2), ((1, 2), 3), (1, 1), (3, {1, 2})]
    ballots = Ballots.from_rankings(["A", "B", "C"], list(zip(rankings, weights, strict=False)))
    again = read_blt(write_blt(ballots, 1), "x.blt")
    assert [again.ranking(r) for r in range(again.rows)] == [ballots.ranking(r) for r in range(ballots.rows)]


def test_the_sequence_is_kept_on_request(tmp_path: Path) -> None:
    path = write(tmp_path, "ward.blt", BLT.replace("3 1 3 4 0\n", "1 4 1 3 0\n2 1 3 4 0\n"))
    ballots = counting.read(path, keep_sequence=True)
    assert ballots.sequence is not None
    assert [ballots.ranking(row)[0] for row in ballots.sequence.tolist()] == [4, 1, 1, 4, 4]


PREFLIB = """# FILE NAME: 1.toi
# TITLE: A town
# NUMBER ALTERNATIVES: 3
# ALTERNATIVE NAME 1: Ann
# ALTERNATIVE NAME 2: Bob
# ALTERNATIVE NAME 3: Cy
5: 1,{2,3}
2: 3
"""


def test_preflib_with_ties(tmp_path: Path) -> None:
    ballots = counting.read(write(tmp_path, "town.toi", PREFLIB))
    assert (ballots.title, ballots.total) == ("A town", 7)
    assert [ballots.ranking(row) for row in range(ballots.rows)] == [(1, (2, 3)), (3,)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2: 3\n", "2: 4\n", r"town\.toi, line 8: '4' is not an alternative; they run from 1 to 3"),
        ("2: 3\n", "2 3\n", r"line 8: '2 3' is not `weight: order`"),
        ("{2,3}", "{2,3", r"line 7: '\{2,3' has a brace without its partner"),
        ("# ALTERNATIVE NAME 2: Bob\n", "", r"`# ALTERNATIVE NAME 2:` is missing"),
        ("# NUMBER ALTERNATIVES: 3\n", "", r"the head has no line `# NUMBER ALTERNATIVES: n`"),
    ],
)
def test_what_is_wrong_with_a_preflib_file_is_said(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(counting.BadFileError, match=words):
        counting.read(write(tmp_path, "town.toi", PREFLIB.replace(old, new)))


def test_debian_files_have_their_voters() -> None:
    assert election("debian_2010_leader").total == 436


@pytest.mark.parametrize(
    "text",
    [
        "rank1,rank2,rank3\n1,2,\n1,2,\n3,,\n",
        "count,rank1,rank2\n2,1,2\n1,3,\n",
        "Rank 1;Rank 2;weight\n1;2;2\n3;;1\n",
        "id,rank1,rank2,valid\n7,1,2,1\n8,1,2,yes\n9,3,,1\n10,2,,0\n",
        "rank1\trank2\nAnn\tBob\nAnn\tBob\nCy\t\n",
        "rank1,rank2\n1,2\n1,2\n3,skipped\n",
    ],
    ids=["papers", "weights", "semicolons", "valid", "names", "words"],
)
def test_csv_in_every_dress(tmp_path: Path, text: str) -> None:
    ballots = counting.read(write(tmp_path, "town.csv", text), candidates=["Ann", "Bob", "Cy"])
    assert [(ballots.ranking(r), int(w)) for r, w in enumerate(ballots.weights)] == [((1, 2), 2), ((3,), 1)]


def test_csv_with_gaps_and_overvotes_keeps_them(tmp_path: Path) -> None:
    ballots = counting.read(write(tmp_path, "town.csv", "rank1,rank2,rank3\n1,0,2\n2,-1,1\n"))
    assert [ballots.ranking(row) for row in range(ballots.rows)] == [(1, 0, 2), (2, (), 1)]


def test_csv_names_are_numbered_alphabetically_whatever_the_order_of_rows(tmp_path: Path) -> None:
    one = counting.read(write(tmp_path, "one.csv", "rank1\nBob\nAnn\n"))
    other = counting.read(write(tmp_path, "other.csv", "rank1\nAnn\nBob\n"))
    assert [c.name for c in one.candidates] == [c.name for c in other.candidates] == ["Ann", "Bob"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rank1,rank2\n1,2\n1,Zed\n", r"town\.csv, line 3: 'Zed' is not a candidate"),
        ("rank1,rank2\n1,2\n1,9\n", r"town\.csv, line 3: '9' is not a candidate"),
        ("name,vote\nx,1\n", r"line 1: the head line has no columns rank1, rank2 …, only name, vote"),
        ("count,rank1\n2,1\n-1,2\n", r"line 3: the count '-1' is not a positive whole number"),
    ],
)
def test_what_is_wrong_with_a_csv_is_said(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(counting.BadFileError, match=words):
        counting.read(write(tmp_path, "town.csv", text), candidates=["Ann", "Bob", "Cy"])


AEC = (
    "State,Division,Vote Collection Point Name,Vote Collection Point ID,Batch No,Paper No,"
    "A:Reds,B:Blues,A:ADAMS Ann,A:ALDER Al,B:BELL Bea,B:BIRCH Bo,UG:CANE Cy,UG:CROW Di\n"
    "NT,Lingiari,Town,1,1,1,1,2,,,,,,\n"
    "NT,Lingiari,Town,1,1,2,2,1,1,2,3,4,5,6\n"
    "NT,Lingiari,Town,1,1,3,/,,6,,,,,\n"
    "NT,Lingiari,Town,1,1,4,1,1,1,2,3,4,5,7\n"
)


def test_senate_papers_above_and_below_the_line(tmp_path: Path) -> None:
    ballots = counting.read(write(tmp_path, "nt.csv", AEC), keep_sequence=True)
    assert (ballots.candidates[0].name, ballots.candidates[0].party) == ("ADAMS Ann", "Reds")
    assert ballots.candidates[4].party is None
    assert ballots.sequence is not None
    papers = [ballots.ranking(row) for row in ballots.sequence.tolist()]
    # Expanded by groups; 1 to 6 below the line counts below; a tick is a 1; a broken lower part falls back.
    assert papers == [(1, 2, 3, 4), (1, 2, 3, 4, 5, 6), (1, 2), ((),)]


def test_findings_say_what_the_rule_makes_of_a_paper(tmp_path: Path) -> None:
    text = BLT.replace("2 4 1 3 0", "2 4 - 1 0\n1 1=2 3 0\n1 2 3 2 0")
    path = write(tmp_path, "ward.blt", text)
    found = [str(f) for f in counting.findings(path, counting.rule("stv-scottish").reading)]
    assert found == [
        "line 3: 2 papers: rank 2 is skipped; the rule stops there: earlier preferences count",
        "line 4: 1 paper: rank 1 is given to 1 and 2; the rule stops there: earlier preferences count",
        "line 5: 1 paper: candidate 2 is named again at rank 3; the rule stops there: earlier preferences count",
    ]
    passed = [f.consequence for f in counting.findings(path, counting.rule("minneapolis").reading)]
    assert passed == ["the rule passes over that mark: the others count"] * 3


def test_a_rule_may_void_or_refuse_such_papers() -> None:
    from mandat.counting.reading import ReadingRule, read_papers

    ballots = Ballots.from_rankings(["Ann", "Bob"], [((1, 0, 2), 2), ((2,), 1)])
    assert read_papers(ballots, ReadingRule(gap="void")).invalid == 2
    with pytest.raises(
        counting.BadBallotsError, match=r"the ranking \(1, 0, 2\) skips a rank, which this rule does"
    ):
        read_papers(ballots, ReadingRule(gap="refuse"))


@pytest.mark.parametrize(
    ("rankings", "words"),
    [
        ([((1, 4), 1)], r"the ranking \(1, 4\) names candidate 4; numbers run from 1 to 2"),
        ([((1,), 0)], r"has the weight 0; it must be a positive whole number of papers"),
        ([((1,), 1.5)], r"has the weight 1\.5; it must be a positive whole number"),
    ],
)
def test_ballots_that_cannot_be_are_refused(rankings: list[tuple[tuple[int, ...], int]], words: str) -> None:
    with pytest.raises(counting.BadBallotsError, match=words):
        Ballots.from_rankings(["Ann", "Bob"], rankings)


def test_parts_of_one_election_are_joined() -> None:
    one = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, {2, 3}), 2), ((0, 3), 1)], seats=2, title="Ward")
    other = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, {2, 3}), 5), ((frozenset(), 1), 1)])
    both = Ballots.joined([one, other])
    assert (both.total, both.seats, both.title) == (9, 2, "Ward")
    assert {both.ranking(row): both.weights[row] for row in range(both.rows)} == {
        (1, (2, 3)): 7,
        (0, 3): 1,
        ((), 1): 1,
    }
    points = Ballots.from_scores(["Ann", "Bob"], [({1: 3}, 2)])
    assert Ballots.joined([points, points]) == Ballots.from_scores(["Ann", "Bob"], [({1: 3}, 4)])
    with pytest.raises(counting.BadBallotsError, match="part 2 has other candidates than the first"):
        Ballots.joined([one, points])
    with pytest.raises(counting.BadBallotsError, match="no ballots to join"):
        Ballots.joined([])
    with pytest.raises(counting.BadBallotsError, match="part 2 is marked with points or rankings unlike"):
        Ballots.joined([points, Ballots.from_rankings(["Ann", "Bob"], [((1,), 1)])])


def test_ballots_are_equal_by_what_is_on_them(tmp_path: Path) -> None:
    one = counting.read(write(tmp_path, "ward.blt", BLT))
    other = counting.read(write(tmp_path, "other.blt", BLT.replace("3 1 3 4 0", "2 1 3 4 0\n1 1 3 4 0")))
    assert one == other
    assert hash(one) == hash(other)
    assert one != counting.read(write(tmp_path, "less.blt", BLT.replace("3 1 3 4 0", "2 1 3 4 0")))
    assert one != one.without([1])


PIECES = (
    'rank1,rank2,other,count,valid\n"LEE, Ann",Bob,x,3,yes\n"Mc\nKAY",,"a ""b""",2,\nBob,skipped,y,1,no\n'
    'overvote,"LEE, Ann",z,4,yes\n  Bob ,"LEE, Ann",,1,1\n"Mc\nKAY",Bob,,7,true\n'
)


@pytest.mark.parametrize("size", [1, 7, 40, 1000])
def test_a_table_read_in_pieces_gives_the_same_ballots(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path, "town.csv", PIECES)
    in_order = counting.read(file, keep_sequence=True)  # this is read at one go
    monkeypatch.setattr(chunks, "CHUNK", size)
    monkeypatch.setattr(chunks, "_TOO_MANY_ROWS", 2)
    pieces = counting.read(file)
    assert pieces.candidates == in_order.candidates
    assert [c.name for c in pieces.candidates] == ["Bob", "LEE, Ann", "Mc KAY"]
    assert {pieces.ranking(r): int(pieces.weights[r]) for r in range(pieces.rows)} == {
        in_order.ranking(r): int(in_order.weights[r]) for r in range(in_order.rows)
    }
    assert pieces.total == 17


@pytest.mark.parametrize("size", [1, 30])
def test_what_is_wrong_in_a_later_piece_has_its_line(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "CHUNK", size)
    with pytest.raises(counting.BadFileError, match=r"line 5: the count 'x' is not a positive whole number"):
        counting.read(write(tmp_path, "town.csv", "rank1,count\nAnn,1\nBob,2\nAnn,3\nBob,x\n"))
    with pytest.raises(counting.BadFileError, match=r"line 4: 'Zed' is not a candidate"):
        counting.read(write(tmp_path, "town.csv", "rank1\nAnn\nBob\nZed\n"), candidates=["Ann", "Bob"])


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = write(tmp_path, "ward.blt", BLT)
    counting.read(path, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(BLT), len(BLT))
