"""The three worked files: what the loader makes of them, value by value."""

from __future__ import annotations

from pathlib import Path

import pytest

from mandat.bylaws.model import Bylaws
from mandat.bylaws.model.pieces import Population, Silence
from mandat.bylaws.reading.loader import load
from mandat.bylaws.values.duration import Duration

FILES = Path(__file__).parent / "files"


def loaded(name: str) -> Bylaws:
    path = FILES / f"{name}.toml"
    return load(path.read_bytes(), file=path.name)


@pytest.mark.parametrize("name", ["rail-federation", "debian", "petrograd-1917"])
def test_every_worked_file_loads(name: str) -> None:
    assert loaded(name).id == name


class TestRail:
    bylaws = loaded("rail-federation")

    def test_a_line_of_seats_has_its_parts(self) -> None:
        line = self.bylaws.lines["region.delegates"]
        assert (line.id, line.body, line.name, line.article) == (
            "region.delegates",
            "region",
            "delegates",
            "4.2",
        )
        assert line.from_ == ("section",)
        assert line.size.number is not None
        assert line.size.number.plain is not None
        assert line.size.number.plain.text == "ceil(entitled / 100)"
        assert line.size.as_of == "election"
        assert line.mandate.term is not None
        assert not isinstance(line.mandate.term, Silence)
        assert line.mandate.term.clock.length == Duration(years=2)

    def test_succession_words_and_tables_become_steps(self) -> None:
        steps = self.bylaws.lines["region.delegates"].replacing.succession
        assert isinstance(steps, tuple)
        assert [step.by for step in steps] == ["countback", "by-election"]
        assert steps[1].within is not None
        assert steps[1].within.length == Duration(days=30)

    def test_an_election_in_place_is_a_decision_with_an_id_of_its_own(self) -> None:
        elect = self.bylaws.lines["region.delegates"].filling.elect
        assert elect is not None
        assert elect.id == "body.region.seats.delegates.elect"
        assert elect.balloting.method is not None
        assert (elect.balloting.method.plain, elect.balloting.ballot) == ("stv-scottish", "secret")

    def test_rows_keep_conditions_and_values(self) -> None:
        rows = self.bylaws.lines["congress.delegates"].size.number
        assert rows is not None
        assert [row.when and row.when.text for row in rows.rows] == ["paid = 0", "paid <= 200", None]
        assert [row.value.text for row in rows.rows] == ["0", "1", "1 + half_down((paid - 200) / 300)"]

    def test_standing_confidence_counts_the_electors_of_the_seat(self) -> None:
        recall = self.bylaws.recalls["delegates"]
        assert (recall.id, recall.article, recall.by.names) == ("recall.delegates", "4.6", ("sender",))
        assert recall.of == Population(("region", "congress"))
        assert recall.deciding.confidence is not None
        assert recall.deciding.confidence.plain is not None
        assert recall.deciding.confidence.plain.evaluate({"withdrawn": 51, "electors": 100}).value is True

    def test_ids_with_dots_are_entries_of_their_own(self) -> None:
        assert set(self.bylaws.powers) == {"strike.call", "agreement.sign", "bylaws.amend", "rules.interpret"}
        assert self.bylaws.powers["agreement.sign"].id == "power.agreement.sign"

    def test_silence_that_consents(self) -> None:
        need = self.bylaws.powers["strike.call"].first.needs[0]
        assert (need.from_.names, need.as_) == (("bureau",), "consent")
        assert need.within is not None
        assert (need.within.length, need.within.silence) == (Duration(days=5), "consents")

    def test_demand_is_a_list_even_if_one(self) -> None:
        (demand,) = self.bylaws.convenings["congress"].calling.demand
        assert demand.same == ("text",)
        assert demand.enough is not None
        assert [str(count) for count in demand.enough.counts] == [
            "members of signers",
            "members of all section",
        ]

    def test_text_is_kept_whole(self) -> None:
        assert self.bylaws.text == (FILES / "rail-federation.toml").read_text()


class TestDebian:
    bylaws = loaded("debian")

    def test_like_takes_rules_and_leaves_names(self) -> None:
        election, resolution = self.bylaws.decisions["leader-election"], self.bylaws.decisions["resolution"]
        assert (election.article, resolution.article) == ("5.2", "A.5")
        assert election.verdict.quorum == resolution.verdict.quorum
        assert election.course.voting is not None
        assert election.course.voting.length == Duration(weeks=2)
        assert election.balloting.default == "none-of-the-above"

    def test_a_named_election_of_a_line_is_the_decision_itself(self) -> None:
        assert self.bylaws.lines["leader.leader"].filling.elect == self.bylaws.decisions["leader-election"]

    def test_a_definition_reaches_the_square_root(self) -> None:
        (start, *_) = self.bylaws.motions["resolution"].start
        assert start.enough is not None
        assert start.enough.evaluate({"signed": 5, "entitled of developers": 1000}).value is True
        assert start.enough.evaluate({"signed": 4, "entitled of developers": 1000}).value is False

    def test_a_named_clock(self) -> None:
        discussion = self.bylaws.motions["resolution"].discussion
        assert discussion is not None
        assert discussion.name == "discussion"
        clock = self.bylaws.clocks["discussion"].clock
        assert clock.starts == "motion.admitted"
        assert clock.restart is not None
        assert clock.restart.on == ("option.added", "option.amended")
        assert clock.restart.leaves == Duration(weeks=1)

    def test_who_fills_a_seat_may_depend_on_how_many_there_are(self) -> None:
        by = self.bylaws.lines["committee.members"].filling.by
        assert by is not None
        assert [row.value.names for row in by.rows] == [("leader",), ("committee", "leader")]

    def test_a_hold_lasts_until_the_decision(self) -> None:
        lasts = self.bylaws.checks["hold"].lasts
        assert lasts is not None
        assert lasts.until == "resolution.decided"

    def test_rotation_keeps_its_condition(self) -> None:
        term = self.bylaws.lines["committee.members"].mandate.term
        assert term is not None
        assert not isinstance(term, Silence)
        assert term.rotation is not None
        assert term.rotation.of == 2
        assert str(term.rotation.if_) == "served > P42M"


class TestPetrograd:
    bylaws = loaded("petrograd-1917")

    def test_two_lines_of_one_council(self) -> None:
        assert [line.name for line in self.bylaws.bodies["city-council"].lines] == ["soldiers", "workers"]

    def test_a_number_the_text_is_silent_about(self) -> None:
        number = self.bylaws.lines["congress.delegates"].size.number
        assert number is not None
        assert number.plain is not None
        assert number.plain.evaluate({}).value is None

    def test_an_office_for_each_of_two_kinds(self) -> None:
        assert self.bylaws.bodies["commissar"].each == ("regiment", "depot")

    def test_a_power_that_passes_on_when_the_congress_does_not_sit(self) -> None:
        (also,) = self.bylaws.powers["government"].also
        assert also.holder.names == ("military-committee",)
        assert also.when is not None
        assert also.when.text == "not sitting(congress)"
        assert also.needs[0].as_ == "confirm"

    def test_delegation_to_named_offices_only(self) -> None:
        delegable = self.bylaws.powers["armistice.negotiate"].delegable
        assert not isinstance(delegable, bool)
        assert delegable.to == Population(("commander", "plenipotentiary"))
