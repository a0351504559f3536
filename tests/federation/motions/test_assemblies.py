"""In the room: proxies, roll calls, second convocations, votes that are repeated."""

from __future__ import annotations

from mandat.bylaws.model.ids import DecisionId
from mandat.federation.assembly.meetings.acts import MeetingAttend, MeetingOpen
from mandat.federation.assembly.motions.acts import (
    MotionTable,
    RollCallDemand,
    VoteCast,
    VoteClose,
    VoteCount,
    VoteOpen,
)
from mandat.federation.assembly.proxies.acts import ProxyGive, ProxyRevoke
from mandat.federation.base.lookup import keys_of, rows_of
from mandat.federation.base.types import PersonId
from mandat.federation.people.facts.acts import FactTell
from tests.federation.motions.test_weights import closed
from tests.federation.world import DAY, World

UNION = """
mandat = 1
id = "union"

[body.club]
article = "2"
type = "assembly"
proxies = { at_most = 2, within = "club" }

[fact.shares]
of = "person"
type = "number"

[body.other]
type = "assembly"
weights = { votes = [["shares <= 3", "1 + shares"], ["else", 4]] }

[decision.by-shares]
in = "other"
tally = "votes"
carried = "yes > 1/2 * entitled"

[convening.club]
article = "3"
remote = "distant"

[fact.distant]
of = "federation"
type = "flag"

[decision.majority]
article = "6"
in = "club"
quorum = "present >= 1/2 * entitled"
carried = "yes > no"
again = { after = "P7D", quorum = "present >= 3", carried = "yes >= 2/3 * cast" }

[decision.represented]
article = "7"
in = "club"
quorum = "represented >= 1/2 * entitled"
carried = "yes > 1/2 * represented"

[decision.called]
article = "8"
in = "club"
roll_call = { by = "club", enough = "signed >= 1/5 * members of club" }
carried = "yes > no"

[decision.by-name]
article = "9"
in = "club"
ballot = "roll-call"
carried = "yes > no"

[decision.repeated]
article = "10"
in = "club"
carried = "yes > no"
repeat = ["tie", "quorum"]
quorum = "voted >= 2"
"""


class Union(World):
    """Ten members of a club, some of them in a meeting."""

    def __init__(self, present: int) -> None:
        super().__init__(UNION)
        self.members = self.people("club", 10)
        self.people("other", 1)
        self.ok("club-1", MeetingOpen(meeting="m", body="club"))
        self.ok("club-1", MeetingAttend(meeting="m", people=self.members[:present]))

    def open(self, decision: DecisionId, *tellers: PersonId) -> None:
        """Table a motion by a decision and open the vote."""
        self.ok("club-1", MotionTable(motion="m", body="club", decision=decision, tellers=tellers))
        self.ok("club-1", VoteOpen(motion="m"))


def test_a_second_convocation_has_a_quorum_and_a_majority_of_its_own() -> None:
    union = Union(4)
    union.open("majority")
    union.ok("club-1", VoteCast(motion="m", choice="yes"))
    ruling = union.ok("club-1", VoteClose(motion="m"))
    assert closed(ruling).result == "again"
    assert ("motion.second-convocation", "6") in [(g.requirement, g.article) for g in ruling.grounds]
    assert union.no("club-1", VoteOpen(motion="m")).requirement == "motion.convocation"
    union.wait(8 * DAY)
    union.ok("club-1", VoteOpen(motion="m"))
    for person, choice in zip(union.members, ("yes", "yes", "yes", "no"), strict=False):
        union.ok(person, VoteCast(motion="m", choice=choice))  # type: ignore[arg-type]
    assert closed(union.ok("club-1", VoteClose(motion="m"))).result == "carried"


def test_there_is_no_third_convocation() -> None:
    union = Union(2)
    union.open("majority")
    union.ok("club-1", VoteClose(motion="m"))
    union.wait(8 * DAY)
    union.ok("club-1", VoteOpen(motion="m"))
    assert closed(union.ok("club-1", VoteClose(motion="m"))).result == "no-quorum"


def test_a_proxy_adds_to_those_represented_and_not_to_those_present() -> None:
    union = Union(3)
    union.ok("club-9", ProxyGive(body="club", to="club-1"))
    union.ok("club-10", ProxyGive(body="club", to="club-2"))
    union.ok("club-8", ProxyGive(body="club", to="club-7"))
    union.open("represented")
    vote = union.state.motions.votes["m"]
    assert (vote.voters.present, keys_of(vote.voters.proxied)) == (3, ["club-10", "club-9"])
    for person, other in (("club-1", None), ("club-1", PersonId("club-9")), ("club-2", None)):
        union.ok(person, VoteCast(motion="m", choice="yes", on_behalf_of=other))
    assert (
        union.no("club-1", VoteCast(motion="m", choice="yes", on_behalf_of="club-10")).requirement
        == "motion.proxy"
    )
    assert union.no("club-9", VoteCast(motion="m", choice="no")).requirement == "motion.once"
    ruling = union.ok("club-1", VoteClose(motion="m"))
    assert closed(ruling).result == "carried"
    assert {"represented": 5, "entitled": 10} in [dict(g.numbers) for g in ruling.grounds]


def test_who_may_hold_proxies_and_how_many() -> None:
    union = Union(3)
    assert union.no("club-9", ProxyGive(body="club", to="other-1")).requirement == "proxy.within"
    assert union.no("other-1", ProxyGive(body="other", to="club-1")).requirement == "proxy.allowed"
    assert union.no("other-1", ProxyGive(body="club", to="club-1")).requirement == "proxy.own"
    assert union.no("club-9", ProxyGive(body="club", to="club-9")).requirement == "proxy.other"
    for person in ("club-9", "club-10"):
        union.ok(person, ProxyGive(body="club", to="club-1"))
    refused = union.no("club-8", ProxyGive(body="club", to="club-1"))
    assert (refused.requirement, refused.article) == ("proxy.at-most", "2")
    union.ok("club-9", ProxyRevoke(body="club"))
    union.ok("club-8", ProxyGive(body="club", to="club-1"))
    assert union.no("club-9", ProxyRevoke(body="club")).requirement == "proxy.given"


def test_a_fifth_of_the_members_force_a_roll_call() -> None:
    union = Union(5)
    union.open("called", "club-2", "club-3")
    assert union.no("other-1", RollCallDemand(motion="m")).requirement == "motion.roll-call-by"
    union.ok("club-4", RollCallDemand(motion="m"))
    assert not union.state.motions.votes["m"].roll_call
    union.ok("club-5", RollCallDemand(motion="m"))
    refused = union.no("club-2+club-3", VoteCount(motion="m", yes=3, no=2))
    assert (refused.requirement, refused.article) == ("motion.by-name", "8")
    union.ok("club-4", VoteCast(motion="m", choice="yes"))
    union.ok("club-1", VoteClose(motion="m"))


def test_a_roll_call_is_demanded_before_the_first_vote() -> None:
    union = Union(5)
    union.open("called")
    union.ok("club-4", VoteCast(motion="m", choice="yes"))
    assert union.no("club-5", RollCallDemand(motion="m")).requirement == "motion.roll-call-early"


def test_a_demand_before_the_vote_opens_counts_when_it_does() -> None:
    union = Union(5)
    union.ok("club-1", MotionTable(motion="m", body="club", decision="called"))
    for person in ("club-4", "club-5"):
        union.ok(person, RollCallDemand(motion="m"))
    union.ok("club-1", VoteOpen(motion="m"))
    assert union.state.motions.votes["m"].roll_call


def test_the_bylaws_may_always_ask_for_names() -> None:
    union = Union(5)
    union.open("by-name", "club-2", "club-3")
    assert union.no("club-2+club-3", VoteCount(motion="m", yes=3, no=2)).requirement == "motion.by-name"
    assert union.no("club-2", RollCallDemand(motion="m")).requirement == "motion.roll-call-allowed"


def test_a_vote_is_repeated_for_what_the_bylaws_say() -> None:
    union = Union(5)
    union.open("repeated")
    union.ok("club-1", VoteCast(motion="m", choice="yes"))
    assert closed(union.ok("club-1", VoteClose(motion="m"))).result == "again"
    union.ok("club-1", VoteOpen(motion="m"))
    union.ok("club-1", VoteCast(motion="m", choice="yes"))
    union.ok("club-2", VoteCast(motion="m", choice="no"))
    ruling = union.ok("club-1", VoteClose(motion="m"))
    assert closed(ruling).result == "again"
    assert next(g.numbers["cause"] for g in ruling.grounds if g.requirement == "motion.repeated") == "tie"
    union.ok("club-1", VoteOpen(motion="m"))
    union.ok("club-1", VoteCast(motion="m", choice="yes"))
    union.ok("club-2", VoteCast(motion="m", choice="yes"))
    assert closed(union.ok("club-1", VoteClose(motion="m"))).result == "carried"


def test_one_takes_part_from_afar_where_the_bylaws_say_so() -> None:
    union = Union(3)
    from_afar = MeetingAttend(meeting="m", people=("club-9",), remote=True)
    assert union.no("club-1", from_afar).article == "3"
    union.ok("registrar", FactTell(fact="distant", of="", value=1))
    union.ok("club-1", from_afar)
    union.open("represented")
    assert union.state.motions.votes["m"].voters.present == 4
    union.ok("other-1", MeetingOpen(meeting="o", body="other"))
    assert union.no("other-1", MeetingAttend(meeting="o", remote=True)).requirement == "meeting.remote"


def test_members_may_carry_votes_of_their_own() -> None:
    union = Union(3)
    union.enrol("other", "other-2", "other-3")
    union.ok("registrar", FactTell(fact="shares", of="other-1", value=9))
    union.ok("other-1", MotionTable(motion="m", body="other", decision="by-shares"))
    union.ok("other-1", VoteOpen(motion="m"))
    assert dict(rows_of(union.state.motions.votes["m"].voters.weights["votes"])) == {
        "other-1": 4,
        "other-2": 1,
        "other-3": 1,
    }
    union.ok("other-1", VoteCast(motion="m", choice="yes"))
    said = closed(union.ok("other-1", VoteClose(motion="m")))
    assert (said.result, said.tallies) == ("carried", {"votes": (4, 0, 0, 0)})
