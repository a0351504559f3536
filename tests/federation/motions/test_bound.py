"""A motion binds what it decides: the exception it makes, the reading it adopts."""

from __future__ import annotations

from mandat.bylaws.model.ids import DecisionId
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import FactAdoption, Interpretation, Matter
from mandat.federation.base.types import MotionId
from mandat.federation.law.acts import RulesInterpret
from mandat.federation.people.facts.acts import FactTell
from tests.federation.motions.test_weights import closed
from tests.federation.world import World

CLUB = """
mandat = 1
id = "club"

[fact.arrears]
of = "person"
type = "flag"

[fact.excused]
article = "4"
of = "person"
type = "flag"
told_by = "club"
decision = "excuse"

[body.club]
article = "3"
type = "assembly"
may_vote = "not arrears or excused"

[decision.excuse]
in = "club"
carried = "yes >= 2/3 * cast"

[decision.silent]
article = "7"
in = "club"
carried = "yes > unspecified"

[decision.plain]
in = "club"
carried = "yes > no"

[power."rules.interpret"]
article = "9"
holder = "club"
decision = "plain"
"""


class Club(World):
    """Five members, the last in arrears."""

    def __init__(self) -> None:
        super().__init__(CLUB)
        self.members = self.people("club", 5)
        self.ok("registrar", FactTell(fact="arrears", of="club-5", value=1))

    def carry(self, motion: MotionId, decision: DecisionId, about: Matter) -> None:
        """Table a motion and carry it by three votes."""
        tabled = MotionTable(motion=motion, body="club", decision=decision, about=about)
        self.ok("club-1", tabled)
        self.ok("club-1", VoteOpen(motion=motion))
        for person in self.members[:3]:
            self.ok(person, VoteCast(motion=motion, choice="yes"))
        assert closed(self.ok("club-1", VoteClose(motion=motion))).result == "carried"


def test_who_owes_votes_once_the_body_has_excused_them() -> None:
    club = Club()
    excuse = FactTell(fact="excused", of="club-5", value=1, motion="m")
    assert (ground := club.no("club-1", excuse)).requirement == "fact.decided"
    assert ground.article == "4"
    wrong = MotionTable(motion="x", body="club", decision="plain", about=FactAdoption("excused", "club-5", 1))
    assert club.no("club-1", wrong).requirement == "motion.decision"
    club.carry("m", "excuse", FactAdoption("excused", "club-5", 1))
    assert (
        club.no("club-1", FactTell(fact="excused", of="club-4", value=1, motion="m")).requirement
        == "fact.motion"
    )
    assert club.no("registrar", excuse).requirement == "fact.teller"
    club.ok("club-1", excuse)
    club.ok("club-1", MotionTable(motion="next", body="club", decision="plain"))
    club.ok("club-1", VoteOpen(motion="next"))
    assert "club-5" in club.state.motions.votes["next"].voters.roll


def test_an_interpretation_is_that_of_the_motion() -> None:
    club = Club()
    club.ok("club-1", MotionTable(motion="m", body="club", decision="silent"))
    club.ok("club-1", VoteOpen(motion="m"))
    club.ok("club-2", VoteCast(motion="m", choice="yes"))
    assert closed(club.ok("club-1", VoteClose(motion="m"))).result == "open"
    (question,) = keys_of(club.state.law.questions)
    club.carry("reading", "plain", Interpretation(question, "false"))
    other = RulesInterpret(question=question, reading="true", motion="reading")
    assert club.no("club-1", other).requirement == "question.motion-reads"
    club.ok("club-1", RulesInterpret(question=question, reading="false", motion="reading"))
    assert closed(club.ok("club-1", VoteClose(motion="m"))).result == "defeated"
