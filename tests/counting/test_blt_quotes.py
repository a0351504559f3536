"""Names in BLT files as spreadsheets quote them."""

from __future__ import annotations

import pytest

from mandat.counting.formats.blt import read_blt


@pytest.mark.parametrize(
    ("line", "name", "party"),
    [
        (
            '"Paul LEINSTER ""Scottish National Party (SNP)"""',
            "Paul LEINSTER",
            "Scottish National Party (SNP)",
        ),
        ('"Ann LEE" "Green Party"', "Ann LEE", "Green Party"),
        ("Ann LEE (Grn)", "Ann LEE", "Grn"),
        ('"Ann LEE"', "Ann LEE", None),
        ("Ann LEE", "Ann LEE", None),
    ],
)
def test_name_and_party(line: str, name: str, party: str | None) -> None:
    (candidate,) = read_blt(f"1 1\n1 1 0\n0\n{line}\n", "x").candidates
    assert (candidate.name, candidate.party) == (name, party)
