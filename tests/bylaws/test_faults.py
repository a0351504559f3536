"""Every fault that a file can have, with its words: one broken file per message."""

from __future__ import annotations

from pathlib import Path

import pytest

from mandat.bylaws.reading.faults import BylawsErrors
from mandat.bylaws.reading.loader import load

HEAD = 'mandat = 1\nid = "club"\n'
ASSEMBLY = HEAD + '[body.members]\ntype = "assembly"\n'
BOARD = ASSEMBLY + '[body.board]\ntype = "committee"\n[body.board.seats.members]\nfrom = "members"\n'


def faults(text: str | bytes) -> BylawsErrors:
    with pytest.raises(BylawsErrors) as caught:
        load(text)
    return caught.value


BROKEN = sorted((Path(__file__).parent / "broken").glob("*.toml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_words_of_a_fault(path: Path) -> None:
    """Each broken file says in comments ``#!`` at its end what is to be said of it, from the line number on."""
    text = path.read_text()
    expected = [line.removeprefix("#! ") for line in text.splitlines() if line.startswith("#! ")]
    assert expected, "a broken file without expected words"
    found = str(faults(text)).splitlines()
    assert len(found) == len(expected)
    for line, words in zip(found, expected, strict=True):
        assert line.startswith(f"bylaws.toml:{words}")


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_fault_has_words_in_french(path: Path) -> None:
    for fault in faults(path.read_text()).faults:
        assert fault.what("fr") != fault.what("en")
        assert "{" not in fault.what("fr").replace("{ …", "")


def test_a_file_that_is_not_utf8_names_the_byte() -> None:
    assert str(faults(b'mandat = 1\nid = "caf\xe9"\n')) == (
        "bylaws.toml:2:10: The file is not UTF-8: byte 0xe9 at offset 20 begins no character. Save it as UTF-8."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = " + "[" * 3000, "The file is nested too deeply to be read."),
        ("a = " + "[" * 420 + "]" * 420, ""),
        ("mandat = 1" + "0" * 5000, "A number has more digits than can be read."),
    ],
)
def test_a_file_made_to_break_the_reader_is_refused(text: str, words: str) -> None:
    assert words in str(faults(text))


def test_an_unknown_key_is_told_with_all_that_there_are() -> None:
    (fault,) = faults(ASSEMBLY + '[duty.report]\nof = "members"\nto = "members"\never = "P3D"\n').faults
    assert fault.near == ("every",)
    assert fault.remedy() == (
        "Did you mean `every`? Its keys are article, title, note, source, like, of, to, every, after, within, overdue."
    )


def test_all_faults_are_found_at_once_in_the_order_of_the_file() -> None:
    found = faults(
        ASSEMBLY
        + '[recal.x]\n[decision.a]\nquorum = "voted >"\ntie = "chair"\n[power.p]\nholder = "nobody-there"\ndecision = "z"\n'
    )
    assert [(fault.line, fault.code) for fault in found.faults] == [
        (5, "unknown-table"),
        (7, "expression"),
        (8, "population"),
        (10, "population"),
        (11, "undefined"),
    ]


def test_a_fault_inherited_by_like_is_told_once() -> None:
    found = faults(ASSEMBLY + '[decision.a]\nquorum = "voted >"\n[decision.b]\nlike = "a"\n')
    assert [fault.key for fault in found.faults] == ["decision.a.quorum"]


def test_french_words() -> None:
    assert (
        faults(ASSEMBLY + '[recal.x]\nof = "members"\n')
        .text("fr")
        .startswith(
            "bylaws.toml:5:2: recal: Il n’y a pas de table `recal`. Vouliez-vous dire `recall`\u00a0?"
        )
    )


def test_the_file_name_stands_first() -> None:
    with pytest.raises(
        BylawsErrors, match=r"^rules/club\.toml:1:1: mandat: `mandat = 2`: this program reads version 1"
    ):
        load("mandat = 2", file="rules/club.toml")


def test_a_rule_under_the_wrong_table_is_told_where_it_stands() -> None:
    (fault,) = faults(ASSEMBLY + 'decision.x = { carried = "yes > no" }\n').faults
    assert fault.text() == (
        "bylaws.toml:5:1: body.members.decision: This line stands under [body.members], so it is read as "
        "`body.members.decision`. Move it above the first [table] of the file, or write [decision.…] as a table of its own."
    )


def test_a_body_of_an_unknown_type_hides_no_fault_of_its_lines() -> None:
    text = (
        'mandat = 1\nid = "x"\n[body.club]\ntype = "assembly"\n[body.council]\ntype = "concil"\n'
        '[body.council.seats.delegates]\nfrom = "clubb"\ncolour = 2\n'
    )
    with pytest.raises(BylawsErrors) as raised:
        load(text)
    assert [fault.line for fault in raised.value.faults] == [6, 8, 9]
