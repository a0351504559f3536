"""``mandat check`` explains a file: the table of powers, the answers, in English and French, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mandat.cli.app import app

TWELVE = """
mandat = 1
id = "twelve"

[body.section]
type = "assembly"
many = true
title = { en = "Section", fr = "Section" }

[body.congress]
type = "congress"
title = { en = "Congress", fr = "Congrès" }

[body.congress.seats.delegates]
article = "2"
from = "section"
number = 1
elect = { method = "fptp" }

[body.chair]
type = "office"

[body.chair.seats.chair]
article = "3"
fill = "appointed"
by = "congress"
decision = "simple"

[recall.delegates]
article = "4"
of = "congress"
by = "sender"
confidence = "withdrawn > 1/2 * electors"

[decision.simple]
article = "5"
in = "congress"
quorum = "present >= 1/2 * filled"
carried = "yes > no"

[power."treaty.sign"]
article = "6"
title = { en = "Sign treaties", fr = "Signer les traités" }
holder = "congress"
decision = "simple"
needs = [{ from = "section", as = "ratify", within = { length = "P30D", silence = "refuses" } }]

[check.veto]
article = "7"
of = "treaty.sign"
by = "chair"
how = "suspend"
lasts = "P7D"

[power."bylaws.amend"]
article = "8"
holder = "congress"
decision = "simple"
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "twelve.toml"
    path.write_text(TWELVE, encoding="utf-8")
    return str(path)


def said(*arguments: str) -> str:
    found = CliRunner().invoke(app, ["check", *arguments])
    assert found.exit_code == 0, found.output
    return found.output


def test_the_table_says_who_can_who_must_agree_and_who_can_undo(file: str) -> None:
    rows = {row["power"]: row for row in json.loads(said(file, "--json"))["powers"]}
    row = rows["treaty.sign"]
    assert row["can"] == ["Congress, by “simple”"]
    assert row["agree"] == ["no effect until ratified by: Section, within 30 days, silence refuses"]
    assert row["undo"] == ["may suspend it: chair", "may recall holders (Congress): Section"]


def test_the_seven_answers(file: str) -> None:
    found = {each["question"]: each for each in json.loads(said(file, "--json"))["answers"]}
    assert list(found) == ["recall", "nobody", "powers", "quorum", "amend", "capture", "unused"]
    assert found["recall"]["says"] == "No."
    assert found["recall"]["lines"] == [
        "Congress: delegates: Section, by withdrawing confidence (art. 4)",
        "chair: chair: by nobody (art. 3)",
    ]
    assert found["nobody"]["lines"] == [
        "The office chair answers to nobody: no recall, no duty to report, no check on its acts. (art. 3)"
    ]
    assert found["powers"]["says"] == "None."
    assert found["quorum"]["lines"][0].endswith("– of 20, 10 (art. 5)")
    assert "of 100 who all vote, 51 in favour (art. 8)" in found["amend"]["lines"][0]
    assert found["capture"]["says"] == "357 of 1,200 could carry one of Congress."
    assert found["capture"]["captures"][0]["fewest"] == 357
    assert found["unused"]["says"] == "None."


def test_the_sizes_can_be_supposed(file: str) -> None:
    assert "10 of 27 could carry one of Congress" in said(file, "--lang", "en", "--suppose", "section=3x9")
    wrong = CliRunner().invoke(app, ["check", file, "--suppose", "section=many"])
    assert wrong.exit_code != 0
    assert "section=12x100" in str(wrong.exception)


def test_in_french(file: str) -> None:
    text = " ".join(said(file, "--lang", "fr").split())
    assert "Toute fonction est-elle révocable, et par qui ? Non." in text
    assert "sans effet avant ratification : Section, délai : 30 jours, le silence vaut refus" in text
    assert "357 sur 1\u202f200 peuvent en emporter une (Congrès)." in said(file, "--lang", "fr")
