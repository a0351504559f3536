"""Where files are not what they seem: read right, or refused with the line and the remedy; nothing is dropped in silence."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots
from mandat.counting.formats import chunks, read_districts, read_votes
from tests.counting.test_handmade_files import papers


def ballots(text: str, **told: Any) -> Ballots:
    return counting.read(io.BytesIO(text.encode()), **told)


def both_ways(tmp_path: Path, text: str, **told: Any) -> Ballots:
    """Read in pieces from disk and row by row; both must give the same papers."""
    file = tmp_path / "town.csv"
    file.write_bytes(text.encode())
    quick, slow = counting.read(file, **told), counting.read(file, keep_sequence=True, **told)
    assert papers(quick) == papers(slow)
    assert quick.candidates == slow.candidates
    assert quick.set_aside == slow.set_aside
    assert [r.text("en") for r in quick.remarks] == [r.text("en") for r in slow.remarks]
    return quick


def remarks(found: Ballots) -> list[str]:
    return [remark.text("en") for remark in found.remarks]


def refused(text: str, *, name: str = "town.csv", tmp_path: Path, **told: Any) -> str:
    file = tmp_path / name
    file.write_bytes(text.encode())
    said = []
    for in_order in (False, True):
        with pytest.raises(counting.BadFileError) as caught:
            counting.read(file, keep_sequence=in_order, **told)
        said.append(str(caught.value))
    assert said[0] == said[1]
    return said[0]


# Headings and data


def test_a_first_line_of_numbers_can_be_a_paper(tmp_path: Path) -> None:
    said = refused("1,2,3\n2,1,3\n3,1,2\n", tmp_path=tmp_path)
    assert "line 1: the first line is nothing but numbers" in said
    assert "rank1,rank2,rank3 above the papers" in said
    assert papers(both_ways(tmp_path, "1,2\nAnn,Bob\nBob,\n")) == {("Ann", "Bob"): 1, ("Bob",): 1}
    assert papers(both_ways(tmp_path, "id,1,2\n7,Ann,Bob\n")) == {("Ann", "Bob"): 1}


def test_papers_without_headings_are_refused_with_the_remedy(tmp_path: Path) -> None:
    said = refused("Ann,Bob\nBob,Ann\n", tmp_path=tmp_path)
    assert "line 1: the head line has no columns rank1, rank2 …, only Ann, Bob" in said
    assert "Head the columns rank1, rank2" in said
    assert "Known formats: BLT, PrefLib" in said


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("rank1,rank2,rank2", "two columns hold rank 2 (the second is headed 'rank2')"),
        ("rank1,rank3", "there is no column for rank 2, but one for rank 3"),
        ("rank2,rank3", "the first rank has no column; ranks begin with 2"),
        ("rank1,count,votes", "the columns count and votes could both hold the weights"),
        ("rank1,valid,invalid", "the columns valid and invalid both say which papers are valid"),
    ],
)
def test_headings_that_say_two_things(tmp_path: Path, head: str, words: str) -> None:
    said = refused(f"{head}\n{','.join('1' * (head.count(',') + 1))}\n", tmp_path=tmp_path)
    assert said.startswith("town.csv, line 1: ")
    assert words in said


def test_a_row_with_too_many_cells_has_its_line(tmp_path: Path) -> None:
    said = refused("rank1,rank2\nAnn,Bob\nLEE, Ann,Bob\n", tmp_path=tmp_path)
    assert "line 3: the row has 3 cells, but there are 2 headings" in said


def test_a_quotation_mark_without_its_partner_swallows_nothing(tmp_path: Path) -> None:
    said = refused('rank1,rank2\n"Ann,Bob\nBob,Ann\n', tmp_path=tmp_path)
    assert "line 2: this is not a table (a quotation mark has no partner" in said


def test_short_rows_and_empty_lines(tmp_path: Path) -> None:
    assert papers(both_ways(tmp_path, "rank1,rank2\nAnn\n\nBob,Ann\n\n")) == {("Ann",): 1, ("Bob", "Ann"): 1}
    # In a table of one column an empty line between others is a blank paper.
    assert papers(both_ways(tmp_path, "rank1\nAnn\n\nBob\n")) == {("Ann",): 1, (): 1, ("Bob",): 1}


# Cells


def test_cells_that_say_nothing_are_skipped_ranks_and_said(tmp_path: Path) -> None:
    found = both_ways(tmp_path, "rank1,rank2\nblank,Bob\nN/A,Bob\nAnn,-\n")
    assert papers(found) == {(None, "Bob"): 2, ("Ann",): 1}
    assert remarks(found) == ["cells with “-”, “N/A”, “blank” were read as left blank"]


def test_a_candidate_may_be_called_blank(tmp_path: Path) -> None:
    found = both_ways(tmp_path, "rank1,rank2\nBlank,Ann\n", candidates=["Ann", "Blank"])
    assert papers(found) == {("Blank", "Ann"): 1}


def test_spellings_of_one_name_are_one_candidate(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "Zoé")
    found = both_ways(tmp_path, f"rank1,rank2\nZoé,Ann\n{apart},ANN\n ann ,Zoé\nAnn  ,\n")
    assert [c.name for c in found.candidates] == ["Ann", "Zoé"]
    assert papers(found) == {("Zoé", "Ann"): 2, ("Ann", "Zoé"): 1, ("Ann",): 1}
    assert remarks(found) == ["“ANN”, “ann” was read as “Ann”"]


def test_twins_of_a_given_list_are_told_apart_by_the_exact_spelling(tmp_path: Path) -> None:
    text = "rank1,rank2\nAnn,ANN\n"
    assert papers(both_ways(tmp_path, text, candidates=["Ann", "ANN"])) == {("Ann", "ANN"): 1}
    said = refused("rank1\nAnn\nann\n", tmp_path=tmp_path, candidates=["Ann", "ANN"])
    assert "line 3: 'ann' is the name of candidates 1 and 2; write their numbers instead" in said
    said = refused("rank1\nAnn\n", tmp_path=tmp_path, candidates=["Ann", "Ann"])
    assert "line 2: 'Ann' is the name of candidates 1 and 2" in said


def test_ids_are_names_where_they_are_no_places(tmp_path: Path) -> None:
    found = both_ways(tmp_path, "rank1,rank2\n517,520\n520,\n300000,517\n")
    assert [c.name for c in found.candidates] == ["517", "520", "300000"]
    assert remarks(found) == ["the cells hold ids, not places on the paper: 3 candidates, named by their ids"]
    assert [c.name for c in both_ways(tmp_path, "rank1,rank2\n1,3\n").candidates] == [
        "Candidate 1",
        "Candidate 2",
        "Candidate 3",
    ]


def test_numbers_among_names_are_refused(tmp_path: Path) -> None:
    said = refused("rank1,rank2\nAnn,Bob\nBob,2\n", tmp_path=tmp_path)
    assert "line 3: '2' is not a candidate; write names throughout" in said


def test_a_superscript_is_no_number(tmp_path: Path) -> None:
    said = refused("rank1,count\nAnn,²\n", tmp_path=tmp_path)
    assert "line 2: the count '²' is not a positive whole number" in said


def test_control_characters(tmp_path: Path) -> None:
    found = both_ways(tmp_path, "rank1,rank2\nZo\u0089,Ann\n")
    assert [c.name for c in found.candidates] == ["Ann", "Zo\ufffd"]
    assert remarks(found) == ["“Zo\ufffd” holds characters that are no text; they are shown as \ufffd"]
    blt = counting.read(io.BytesIO('2 1\n1 1 0\n0\n"Zo\u0089"\n"Ann"\n"T\u0085"\n'.encode()), format="blt")
    assert [c.name for c in blt.candidates] == ["Zo\ufffd", "Ann"]
    assert blt.title == "T\ufffd"
    assert len(blt.remarks) == 2


def test_namesakes_are_kept_apart_by_number_and_said() -> None:
    found = ballots('2 1\n1 1 0\n2 2 0\n0\n"John Smith"\n"john  smith"\n"Ward"\n', format="blt")
    assert found.total == 3
    assert remarks(found) == ["several candidates have the same name, “John Smith”: 1, 2"]


# Weights and validity


@pytest.mark.parametrize(
    ("cell", "weight"),
    [("3", 3), ("3.0", 3), ("1 234", 1234), ('"1,234"', 1234), ("1'234", 1234), ("0003", 3)],
)
def test_weights_as_people_write_them(tmp_path: Path, cell: str, weight: int) -> None:
    assert papers(both_ways(tmp_path, f"rank1,count\nAnn,{cell}\n")) == {("Ann",): weight}


@pytest.mark.parametrize("cell", ["1.5", "0", "-2", "", "many", "1e3", "12 34", "٣", '"1,23"', "9" * 5000])
def test_weights_that_are_none(tmp_path: Path, cell: str) -> None:
    said = refused(f"rank1,count\nBob,1\nAnn,{cell}\n", tmp_path=tmp_path)
    assert said.startswith("town.csv, line 3: ")
    assert len(said) < 400


def test_a_weight_that_can_be_two_numbers(tmp_path: Path) -> None:
    said = refused("rank1;count\nAnn;1.234\n", tmp_path=tmp_path)
    assert "line 2: '1.234' can be 1234 or a decimal number; write 1234" in said


@pytest.mark.parametrize("weight", [2**63 - 1, 2**63, 10**30])
def test_weights_without_bound(tmp_path: Path, weight: int) -> None:
    file = tmp_path / "town.csv"
    file.write_text(f"rank1,count\nAnn,{weight}\nBob,{weight}\n")
    assert counting.read(file).total == 2 * weight
    assert counting.count("fptp", counting.read(file), 1).stages[0].totals == (weight, weight)
    blt = ballots(f'2 1\n{weight} 1 0\n{weight} 2 0\n0\n"Ann"\n"Bob"\n""\n', format="blt")
    assert blt.total == 2 * weight


@pytest.mark.parametrize(
    ("head", "cells", "aside"),
    [
        ("valid", ["1", "yes", "TRUE", "", "0", "No", "invalid"], 3),
        ("formal", ["y", "x", "formal", "true", "informal", "n", "f"], 3),
        ("invalid", ["0", "no", "", "false", "1", "x", "yes"], 3),
        ("Spoiled", ["", "", "", "no", "spoiled" and "x", "true", "1"], 3),
    ],
)
def test_papers_that_the_file_calls_invalid_are_counted_apart(
    tmp_path: Path, head: str, cells: list[str], aside: int
) -> None:
    text = f"rank1,rank2,{head}\n" + "".join(f"Ann,Bob,{cell}\n" for cell in cells)
    found = both_ways(tmp_path, text)
    assert (found.total, found.set_aside) == (4, aside)
    assert remarks(found) == ["the file marks 3 papers as invalid; they were set aside"]
    count = counting.count("fptp", found, 1)
    assert (count.valid, count.invalid) == (4, 3)


def test_a_validity_that_says_neither_is_refused(tmp_path: Path) -> None:
    said = refused("rank1,valid\nAnn,1\nBob,maybe\n", tmp_path=tmp_path)
    assert "line 3: 'maybe' in the column valid says neither yes nor no; write 1 or 0" in said


# BLT

BLT = '3 1\n3 1 2 0\n2 2 0\n0\n"Ann"\n"Bob"\n"Cy"\n"Ward"\n'


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("3 1 2 0", "-5 1 2 0", "line 2: '-5 1 2 0' is no paper, whose weight would be at least 1"),
        (
            "3 1\n",
            "3 1\n[winners 2]\n",
            "line 2: the option '[winners 2]' is not known; known: [withdrawn …], [nick …], [tie …]",
        ),
        ("3 1\n", "3 1\n[nick a b]\n", "line 2: [nick] gives 2 names to 3 candidates"),
        ("3 1\n", "3 1\n[withdrawn 9]\n", "line 2: there is no candidate 9"),
        ("3 1\n", "300000 1\n", "line 1: '300000 1': at most 65,534 candidates can stand"),
        ("3 1\n", "² 1\n", "'² 1' is not `candidates seats`"),
        ("3 1 2 0", "² 1 2 0", "line 2: '²' is not a weight"),
        ("3 1 2 0", "3 1 ² 0", "line 2: '²' is not a candidate number"),
        ("3 1 2 0", "3 1\n2 0", "line 2: the paper does not end with 0; add it, or indent its further lines"),
        ("3 1 2 0", "(17)", "line 2: the paper does not end with 0"),
        ("3 1 2 0", f"{'9' * 5000} 1 2 0", "is not a weight"),
    ],
)
def test_what_is_wrong_with_a_blt_file(tmp_path: Path, old: str, new: str, words: str) -> None:
    said = refused(BLT.replace(old, new, 1), name="ward.blt", tmp_path=tmp_path)
    assert words in said
    assert len(said) < 300


def test_options_of_a_blt_file() -> None:
    found = ballots(BLT.replace("3 1\n", "3 1\n[withdrawn 2]\n-3\n[tie 3 1 2]\n", 1), format="blt")
    assert [c.number for c in found.candidates if c.withdrawn] == [2, 3]
    assert remarks(found) == [
        "the file names an order for ties, 3 1 2; a rule that draws lots asks all the same"
    ]


def test_a_paper_over_several_lines_is_indented() -> None:
    plain = ballots(BLT, format="blt")
    assert papers(ballots(BLT.replace("3 1 2 0", "3 1\n   2 0"), format="blt")) == papers(plain)
    assert papers(ballots(BLT.replace("3 1 2 0", "(a 1) 3 1 2 0"), format="blt")) == papers(plain)


# PrefLib

SOI = (
    "# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 5\n# NUMBER UNIQUE ORDERS: 2\n"
    "# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\n3: 1,2\n2: 2\n"
)


def test_a_preflib_file_that_was_cut_off(tmp_path: Path) -> None:
    said = refused(SOI.removesuffix("2: 2\n"), name="town.soi", tmp_path=tmp_path)
    assert "the head promises 5 voters, but there are 3; the file is cut off" in said
    said = refused(SOI.replace("3: 1,2", "3: 1,{}"), name="town.soi", tmp_path=tmp_path)
    assert "line 6: the braces are empty" in said
    said = refused(
        SOI.replace("ALTERNATIVE NAME 2", "ALTERNATIVE NAME 1"), name="town.soi", tmp_path=tmp_path
    )
    assert "line 5: alternative 1 is named twice" in said


# Votes for an apportionment


@pytest.mark.parametrize(
    "text",
    [
        'Red,"1,234"\nBlue,900\n',
        "Party,2024\nRed,1234\nBlue,900\n",
        "Red;1 234\nBlue;900\n",
        "Red;1'234\nBlue;900,\n".replace(",", ""),
        "list\tvotes\nRed\t1234.0\nBlue\t900\n",
    ],
)
def test_tables_of_votes_in_every_dress(text: str) -> None:
    assert read_votes(io.BytesIO(text.encode())) == {"Red": 1234, "Blue": 900}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Red,1,234\nBlue,900\n", "line 1: the table has 3 columns and no headings"),
        ("list,votes\nRed,1,234\nBlue,900\n", "line 2: the line has 3 cells, the first line 2"),
        ("Red;1,234\nBlue;900\n", "line 1: '1,234' can be 1234 or a decimal number"),
        ("Red;1.234\nBlue;900\n", "line 1: '1.234' can be 1234 or a decimal number"),
        ("Red,5\nBlue,\n", "line 2: the cell of the votes is empty"),
        ("Red,5\nBlue,²\n", "line 2: '²' is not a whole number of votes"),
        (f"Red,5\nBlue,{'9' * 5000}\n", "line 2: a number of 5,000 characters is no number of votes"),
        ("Red,5\nred ,6\n", "line 2: 'red' stands in the table twice"),
        ("Red,5\nBlue,6\nTotal,11\n", "line 3: 'Total' is the sum of the lines above it"),
        ("list,votes,votes\nRed,1,2\n", "2 columns are headed 'votes'"),
    ],
)
def test_tables_of_votes_that_cannot_be_read(text: str, words: str) -> None:
    with pytest.raises(counting.BadFileError, match=r"line \d|columns") as caught:
        read_votes(io.BytesIO(text.encode()), column="votes" if "votes,votes" in text else None)
    assert words in str(caught.value)


def test_districts_with_thousands() -> None:
    votes, seats = read_districts(io.BytesIO(b'district,seats,Red\nNorth,3,"1,234"\n'))
    assert (votes, seats) == ({"North": {"Red": 1234}}, {"North": 3})


# What every count says


def test_text_always_shows_valid_invalid_blank_exhausted() -> None:
    made = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1,), 3), ((2, 3), 2), ((), 2), (({1, 2},), 1)])
    shown = counting.render_text(counting.count("irv", made, 1))
    assert "valid 5, invalid 3, blank 2, exhausted 0" in shown
    plain = counting.render_text(counting.count("fptp", Ballots.from_rankings(["Ann"], [((1,), 3)]), 1))
    assert "valid 3, invalid 0, blank 0, exhausted 0" in plain
    assert "valid 8, invalid 0, blank 2" in counting.render_text(counting.count("approval", made, 1))
    assert "blancs 2" in counting.render_text(counting.count("irv", made, 1), language="fr")
    assert "valid 5, invalid 3, blank 2" in counting.render_html(counting.count("irv", made, 1))


CELLS = [
    "Ann",
    "Bob",
    "LEE, Cy",
    " ann",
    "",
    "0",
    "skipped",
    "overvote",
    "N/A",
    "Zoe\u0301",
    "Zoé",
    "Ann|Bob",
]


@given(
    rows=st.lists(
        st.tuples(
            st.lists(st.sampled_from(CELLS), min_size=3, max_size=3),
            st.integers(1, 9),
            st.sampled_from(["1", "0", "yes", "no", ""]),
            st.booleans(),
        ),
        min_size=1,
        max_size=12,
    ),
    columns=st.sets(st.sampled_from(["count", "valid", "invalid", "note"])),
    chunk=st.sampled_from([1, 20, 1 << 25]),
)
def test_pieces_and_rows_say_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Any], columns: set[str], chunk: int
) -> None:
    columns -= {"invalid"} if "valid" in columns else set()
    more = sorted(columns)
    held = io.StringIO()
    made = csv.writer(held, lineterminator="\n")
    made.writerow(["rank1", "rank2", "rank3", *more])
    for ranks, weight, valid, _ in rows:
        made.writerow([*ranks, *({"count": weight, "note": "x"}.get(name, valid) for name in more)])
    file = tmp_path_factory.mktemp("pieces") / "town.csv"
    file.write_text(held.getvalue())
    said: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "CHUNK", chunk)
        for in_order in (False, True):
            try:
                found = counting.read(file, keep_sequence=in_order)
                said.append((papers(found), found.candidates, found.set_aside, remarks(found)))
            except counting.BadFileError as refusal:
                said.append((str(refusal),))
    assert said[0] == said[1]


def test_cells_whose_quotes_are_odd_are_not_left_to_the_fast_reader(tmp_path: Path) -> None:
    for text in ('rank1,rank2\n"An"n,Bob\n', 'rank1,rank2\nAnn,"Bob" \n', 'rank1,rank2\nA"nn,Bob\n'):
        file = tmp_path / "town.csv"
        file.write_text(text)
        if text.startswith('rank1,rank2\nA"nn'):
            assert set(papers(counting.read(file))) == {('A"nn', "Bob")}
            continue
        with pytest.raises(counting.BadFileError, match="line 2: this is not a table"):
            counting.read(file)


SENATE = (
    "State,Division,Vote Collection Point Name,Vote Collection Point ID,Batch No,Paper No,"
    "A:Reds,B:Blues,A:ADAMS Ann,A:ALDER Al,B:BELL Bea,B:BIRCH Bo,UG:CANE Cy,UG:CROW Di,UG:DOVE Ed\n"
)


@given(
    rows=st.lists(
        st.lists(
            st.sampled_from(["", "", "1", "2", "3", "4", "5", "6", "7", "/", "*", "9"]),
            min_size=9,
            max_size=9,
        ),
        min_size=1,
        max_size=12,
    )
)
def test_senate_papers_by_columns_and_one_by_one_are_the_same(rows: list[list[str]]) -> None:
    text = SENATE + "".join(f"NT,Town,Hall,1,1,{n},{','.join(row)}\n" for n, row in enumerate(rows, 1))
    quick, slow = ballots(text), ballots(text, keep_sequence=True)
    assert papers(quick) == papers(slow)
    assert quick.candidates == slow.candidates
    assert counting.count("au-senate", quick, 2).stages == counting.count("au-senate", slow, 2).stages


def test_formal_papers_below_the_line_are_read_by_columns() -> None:
    rows = ["1,2,1,2,3,4,5,6,", "1,2,6,5,4,3,2,1,7", ",1,1,2,3,4,5,6,6", "2,1,1,1,,,,,", "1,1,,,,,,,"]
    text = SENATE + "".join(f"NT,Town,Hall,1,1,{n},{row}\n" for n, row in enumerate(rows, 1))
    assert papers(ballots(text)) == papers(ballots(text, keep_sequence=True))
    assert sum(len(each) == 7 for each in papers(ballots(text))) == 1
