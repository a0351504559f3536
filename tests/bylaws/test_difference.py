"""What an amended text changes, article by article."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.difference import amending_powers, changed_articles, difference
from mandat.cli.app import app

OLD = """
mandat = 1
id = "club"

[body.club]
article = "1"
type = "assembly"

[decision.plain]
article = "2.1"
note = "as ever"
in = "club"
carried = "yes > no"

[power."bylaws.amend"]
article = "3"
holder = "club"
decision = "plain"
"""
NEW = OLD.replace("yes > no", "yes >= 2/3 * cast")


def test_only_what_rules_differ_is_a_change() -> None:
    assert changed_articles(load(OLD), load(NEW)) == ("2.1",)
    assert changed_articles(load(OLD), load("# a remark\n\n" + OLD.replace("as ever", "since 1920"))) == ()
    assert changed_articles(load(OLD), load(OLD.replace('"2.1"', '"9"'))) == ("2.1", "9")
    assert changed_articles(
        load(OLD), load(OLD.replace('id = "club"', 'id = "club"\ntime_zone = "Asia/Tokyo"'))
    ) == ("",)


def test_the_sentences_that_go_and_come_and_who_may_change_them() -> None:
    (change,) = difference(load(OLD), load(NEW))
    assert (change.number, change.heading, change.powers) == ("2.1", "Article 2.1", ("bylaws.amend",))
    assert [(line.mark, line.text) for line in change.lines if line.mark != " "] == [
        ("-", "It is carried if those in favour exceed those against."),
        ("+", "It is carried if at least two thirds of those cast are in favour."),
    ]


def test_a_power_that_covers_an_article_comes_before_the_general_one() -> None:
    more = (
        '\n[power."bylaws.amend.votes"]\narticle = "4"\nholder = "club"\ndecision = "plain"\ncovers = ["2"]\n'
    )
    bylaws = load(OLD + more)
    assert [power.id for power in amending_powers(bylaws, "2.1")] == ["power.bylaws.amend.votes"]
    assert [power.id for power in amending_powers(bylaws, "21")] == ["power.bylaws.amend"]


def test_the_command(tmp_path: Path) -> None:
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_text(OLD)
    new.write_text(NEW)
    run = CliRunner()
    same = run.invoke(app, ["diff", str(old), str(old)])
    assert (same.exit_code, same.output) == (0, "The two texts say the same.\n")
    said = run.invoke(app, ["diff", str(old), str(new)])
    assert said.exit_code == 1
    assert "Article 2.1 (changed by bylaws.amend)" in said.output
    assert "+ It is carried if at least two thirds of those cast are in favour." in said.output
    french = run.invoke(app, ["diff", str(old), str(new), "--lang", "fr"])
    assert "modifié par bylaws.amend" in french.output
    (change,) = json.loads(run.invoke(app, ["diff", str(old), str(new), "--json"]).output)["articles"]
    assert change["number"] == "2.1"
    new.write_text(NEW.replace("carried", "caried"))
    assert run.invoke(app, ["diff", str(old), str(new)]).exit_code != 0
