"""Second keys with time: silence that consents or refuses, what lapses unconfirmed, and what is delegated or kept."""

from __future__ import annotations

import pytest

from mandat.bylaws.model.ids import PowerId
from mandat.federation.assembly.meetings.acts import MeetingClose
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.assembly.motions.state import Choice
from mandat.federation.authority.powers.acts import (
    PowerAsk,
    PowerDelegate,
    PowerExercise,
    PowerRatify,
    PowerResume,
)
from mandat.federation.base.matter import Consent, Delegation, Matter, PowerUse, Resumption
from mandat.federation.base.types import BlobName, BodyId, EntryIndex, MotionId
from mandat.federation.law.acts import BylawsAdopt
from mandat.federation.people.facts.acts import FactTell
from tests.federation.council import COUNCIL, SEVEN, TEN, Town
from tests.federation.world import DAY

CONSENT = (
    COUNCIL
    + """
[power."strike.call"]
article = "40"
holder = "section"
decision = "base"
needs = [{ from = "council", as = "consent", within = { length = "P5D", silence = "consents" } }]

[power."house.let"]
article = "41"
holder = "chair"
needs = [{ from = "council", as = "consent", within = { length = "P5D", silence = "refuses" } }]

[power."decree.urgent"]
article = "42"
holder = "chair"
needs = [{ from = "council", as = "confirm", within = "P7D" }]

[power."decree.sitting"]
article = "43"
holder = "chair"
needs = [{ from = "council", as = "confirm", within = { starts = "council.opened", until = "council.closed" } }]

[power."pact.sign"]
article = "44"
holder = "chair"
needs = [{ from = "section", as = "ratify", within = { length = "P30D", silence = "consents" } }]

[power."cheque.sign"]
article = "45"
holder = "chair"
needs = [{ from = "council", as = "countersign", enough = "signed >= 2" }]

[power."pact.negotiate"]
article = "46"
holder = "council"
decision = "majority"
delegable = { to = ["section", "council"], decision = "majority" }

[power."pact.conclude"]
article = "47"
holder = "council"
decision = "majority"
delegable = true
"""
)


@pytest.fixture
def town() -> Town:
    """lyon-1 is chair."""
    town = Town(CONSENT)
    town.chair("lyon-1")
    return town


def section(town: Town, motion: MotionId, about: Matter, text: BlobName, choice: Choice = "yes") -> None:
    """Let the ten of the section vote alike."""
    act = MotionTable(motion=motion, body="section/lyon", decision="base", about=about, text=text)
    town.ok("lyon-9", act)
    town.ok("lyon-9", VoteOpen(motion=motion))
    for person in TEN:
        town.ok(person, VoteCast(motion=motion, choice=choice))
    town.ok("lyon-9", VoteClose(motion=motion))


class TestSilenceBefore:
    def test_it_consents_when_the_time_is_over(self, town: Town) -> None:
        section(town, "strike", PowerUse("strike.call"), "t")
        act = PowerExercise(power="strike.call", text="t", motion="strike")
        ground = town.no("lyon-9", act)
        assert (ground.requirement, ground.article) == ("power.silence-consents", "40")
        town.wait(6 * DAY)
        town.ok("lyon-9", act)

    def test_a_refusal_is_no_silence(self, town: Town) -> None:
        section(town, "strike", PowerUse("strike.call"), "t")
        town.table("no", about=Consent("strike.call"), text="t")
        town.vote("no", dict.fromkeys(SEVEN, "no"))
        town.wait(6 * DAY)
        act = PowerExercise(power="strike.call", text="t", motion="strike")
        assert town.no("lyon-9", act).requirement == "power.not-refused"

    def test_silence_refuses_and_consent_that_comes_late_is_none(self, town: Town) -> None:
        assert town.no("lyon-2", PowerAsk(power="house.let", text="t")).requirement == "power.not-holder"
        town.ok("lyon-1", PowerAsk(power="house.let", text="t"))
        assert town.no("lyon-1", PowerAsk(power="house.let", text="t")).requirement == "power.not-asked"
        town.wait(6 * DAY)
        town.decide("late", about=Consent("house.let"), text="t")
        act = PowerExercise(power="house.let", text="t", consents=("late",))
        assert town.no("lyon-1", act).requirement == "power.consent"
        town.ok("lyon-1", PowerAsk(power="house.let", text="u"))
        town.decide("soon", about=Consent("house.let"), text="u")
        town.wait(9 * DAY)
        town.ok("lyon-1", PowerExercise(power="house.let", text="u", consents=("soon",)))

    def test_only_a_power_that_needs_consent_is_asked_about(self, town: Town) -> None:
        ground = town.no("lyon-1", PowerAsk(power="decree.urgent", text="t"))
        assert ground.requirement == "power.needs-consent"

    def test_several_must_countersign(self, town: Town) -> None:
        act = PowerExercise(power="cheque.sign", text="t")
        assert town.no("lyon-1+lyon-2", act).text == "signed >= 2"
        assert town.no("lyon-1+lyon-9", act).requirement == "power.countersign"
        town.ok("lyon-1+lyon-2+lyon-3", act)


class TestAfterwards:
    def test_what_is_not_confirmed_lapses(self, town: Town) -> None:
        town.ok("lyon-1", PowerExercise(power="decree.urgent", text="t"))
        entry = EntryIndex(town.index - 1)
        town.wait(9 * DAY)
        assert town.state.powers.exercises[entry].lapsed == "silence"
        town.decide("yes", about=Consent("decree.urgent"), text="t")
        ground = town.no("lyon-1", PowerRatify(exercise=entry, motion="yes"))
        assert (ground.requirement, ground.numbers["reason"]) == ("power.not-lapsed", "silence")

    def test_what_is_confirmed_in_time_stays(self, town: Town) -> None:
        town.ok("lyon-1", PowerExercise(power="decree.urgent", text="t"))
        entry = EntryIndex(town.index - 1)
        town.decide("yes", about=Consent("decree.urgent"), text="t")
        town.ok("lyon-1", PowerRatify(exercise=entry, motion="yes"))
        town.wait(9 * DAY)
        assert town.state.powers.exercises[entry].lapsed is None

    def test_a_body_that_votes_it_down_ends_it(self, town: Town) -> None:
        town.ok("lyon-1", PowerExercise(power="decree.urgent", text="t"))
        entry = EntryIndex(town.index - 1)
        town.table("no", about=Consent("decree.urgent"), text="t")
        town.vote("no", dict.fromkeys(SEVEN, "no"))
        assert town.state.powers.exercises[entry].lapsed == "refused"

    def test_a_sitting_that_passes_it_over(self, town: Town) -> None:
        town.ok("lyon-1", PowerExercise(power="decree.sitting", text="t"))
        entry = EntryIndex(town.index - 1)
        town.ok("lyon-1", MeetingClose(meeting=town.state.meetings.open["council"]))
        assert town.state.powers.exercises[entry].lapsed is None
        town.wait(DAY)
        town.meet(*SEVEN)
        town.ok("lyon-1", MeetingClose(meeting=town.state.meetings.open["council"]))
        assert town.state.powers.exercises[entry].lapsed == "silence"

    def test_silence_ratifies_where_the_bylaws_say_so(self, town: Town) -> None:
        town.ok("lyon-1", PowerExercise(power="pact.sign", text="t"))
        entry = EntryIndex(town.index - 1)
        assert town.state.powers.exercises[entry].awaits == (0,)
        town.wait(32 * DAY)
        assert town.state.powers.exercises[entry].awaits == ()


class TestKeptDecision:
    def test_who_may_negotiate_may_not_conclude(self, town: Town) -> None:
        town.decide("charge", about=Delegation("pact.negotiate", "section/lyon", "wages"))
        act = PowerDelegate(power="pact.negotiate", body="section/lyon", matter="wages", motion="charge")
        town.ok("lyon-1", act)
        section(town, "go", PowerUse("pact.negotiate"), "t")
        deal = PowerExercise(power="pact.negotiate", text="t", motion="go", matter="wages")
        town.ok("lyon-9", deal)
        section(town, "end", PowerUse("pact.conclude"), "t")
        conclude = PowerExercise(power="pact.conclude", text="t", motion="end", matter="wages")
        ground = town.no("lyon-9", conclude)
        assert (ground.requirement, ground.article) == ("power.decision-body", "47")

    def test_charged_with_one_matter_only(self, town: Town) -> None:
        town.decide("charge", about=Delegation("pact.negotiate", "lyon-2", "wages"))
        act = PowerDelegate(power="pact.negotiate", person="lyon-2", matter="wages", motion="charge")
        town.ok("lyon-1", act)
        other = PowerExercise(power="pact.negotiate", text="t", matter="hours")
        assert town.no("lyon-2", other).requirement == "power.decision-missing"
        town.ok("lyon-2", PowerExercise(power="pact.negotiate", text="t", matter="wages"))
        town.decide("back", about=Resumption("pact.negotiate", "lyon-2", "wages"))
        town.ok("lyon-1", PowerResume(power="pact.negotiate", person="lyon-2", matter="wages", motion="back"))
        assert not town.state.powers.delegated.get("pact.negotiate")

    def test_one_delegate_at_a_time(self, town: Town) -> None:
        act = PowerDelegate(power="pact.negotiate")
        assert town.no("lyon-1", act).requirement == "power.one-delegate"


MANY = (
    COUNCIL.replace('article = "20"\nholder = "council"\ndecision = "secret"', "AMEND")
    .replace("AMEND", 'article = "20"\nholder = "council"\ndecision = "majority"\n' + "NEEDS")
    .replace(
        "NEEDS",
        'needs = [{ from = "section", as = "ratify", enough = "ratified >= 1/2 * parties and ratified with chief >= 1" }]',
    )
    + """
[fact.chief]
of = "section"
type = "flag"
told_by = "chair"

[power."union.join"]
article = "48"
holder = "chair"
needs = [{ from = "section", as = "ratify", enough = "ratified >= 2/3 * parties" }]
"""
)


class TestSeveralBodies:
    @pytest.fixture
    def three(self) -> Town:
        """Three sections; lyon-1 is chair."""
        town = Town(MANY)
        town.chair("lyon-1")
        town.bodies("section/nice", "section/brest")
        town.enrol("section/nice", "nice-1")
        town.enrol("section/brest", "brest-1")
        return town

    def vote(self, town: Town, person: str, power: PowerId, text: BlobName) -> MotionId:
        """Let one section of a single member consent."""
        motion = MotionId(f"by-{person}")
        body = BodyId(f"section/{person.partition('-')[0]}")
        about = Consent(power)
        town.ok(person, MotionTable(motion=motion, body=body, decision="base", about=about, text=text))
        town.ok(person, VoteOpen(motion=motion))
        town.ok(person, VoteCast(motion=motion, choice="yes"))
        town.ok(person, VoteClose(motion=motion))
        return motion

    def test_enough_of_them_ratify_one_after_the_other(self, three: Town) -> None:
        three.ok("lyon-1", PowerExercise(power="union.join", text="t"))
        entry = EntryIndex(three.index - 1)
        nice = self.vote(three, "nice-1", "union.join", "t")
        three.ok("lyon-1", PowerRatify(exercise=entry, motion=nice))
        assert three.state.powers.exercises[entry].awaits == (0,)
        again = three.no("lyon-1", PowerRatify(exercise=entry, motion=nice))
        assert again.requirement == "decision.unused"
        brest = self.vote(three, "brest-1", "union.join", "t")
        three.ok("lyon-1", PowerRatify(exercise=entry, motion=brest))
        assert three.state.powers.exercises[entry].awaits == ()

    def test_bylaws_come_into_force_only_with_all_consent(self, three: Town) -> None:
        text = MANY.replace("number = 7", "number = 5")
        three.ok("lyon-1", FactTell(fact="chief", of="section/nice", value=1))
        three.decide("amend", about=PowerUse("bylaws.amend"), text="b")
        blobs = {BlobName("b"): text.encode()}
        ground = three.no("lyon-1", BylawsAdopt(bylaws="b", motion="amend"), blobs)
        assert (ground.key, ground.article) == ("needs.enough", "20")
        brest = self.vote(three, "brest-1", "bylaws.amend", "b")
        lyon = MotionId(f"lyon{three.index}")
        about = Consent("bylaws.amend")
        act = MotionTable(motion=lyon, body="section/lyon", decision="base", about=about, text="b")
        three.ok("lyon-9", act)
        three.ok("lyon-9", VoteOpen(motion=lyon))
        for person in TEN:
            three.ok(person, VoteCast(motion=lyon, choice="yes"))
        three.ok("lyon-9", VoteClose(motion=lyon))
        assert three.no(
            "lyon-1", BylawsAdopt(bylaws="b", motion="amend", consents=(brest, lyon)), blobs
        ).text.endswith("chief >= 1")
        nice = self.vote(three, "nice-1", "bylaws.amend", "b")
        three.ok("lyon-1", BylawsAdopt(bylaws="b", motion="amend", consents=(brest, nice)), blobs)
