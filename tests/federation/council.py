"""A council of seven over one section of ten, with every kind of vote, recall, and power that the tests need."""

from __future__ import annotations

from mandat.federation.assembly.meetings.acts import MeetingAttend, MeetingOpen
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.assembly.motions.state import Choice, Vote
from mandat.federation.base.matter import Appointment
from mandat.federation.base.rulings import Ruling
from mandat.federation.base.types import MotionId, PersonId, PostId
from tests.federation.world import World

COUNCIL = """
mandat = 1
id = "town"
time_zone = "Europe/Paris"

[body.section]
type = "assembly"
many = true

[body.council]
type = "council"

[body.council.seats.delegates]
article = "2"
from = "section"
number = 7
elect = { method = "fptp", ballot = "secret" }
succession = ["next-by-votes", { by = "by-election", within = "P30D" }]

[body.chair]
type = "office"

[body.chair.seats.chair]
article = "3"
fill = "appointed"
by = "council"
number = 1
decision = "majority"
succession = ["appointment"]

[body.treasurer]
type = "office"

[body.treasurer.seats.treasurer]
article = "3"
fill = "appointed"
by = "chair"
number = 1
succession = ["appointment"]

[decision.majority]
article = "7.1"
in = "council"
quorum = "present >= 1/2 * filled"
carried = "yes > no"

[decision.postal]
article = "7.2"
voters = ["council", "section"]
voting = "P3D"
quorum = "voted >= 1/2 * entitled"
carried = "yes > no"

[decision.secret]
article = "7.3"
in = "council"
ballot = "secret"
quorum = "voted >= 1/2 * entitled"
carried = "yes >= 2/3 * cast"

[decision.chaired]
article = "7.4"
in = "council"
carried = "yes > no"
tie = "chair"

[decision.lot]
article = "7.5"
in = "council"
carried = "yes > no"
tie = "lot"

[decision.silent]
article = "7.6"
in = "council"
carried = "yes >= unspecified * cast"

[decision.stands]
article = "7.7"
in = "council"
rejected = "no > 1/2 * entitled"

[decision.base]
article = "7.8"
voters = "section"
carried = "yes > 1/2 * cast"

[recall.petition]
article = "9.1"
of = ["council.delegates"]
by = "sender"
start = { by = "sender", enough = "signed >= 3/10 * entitled", within = "P14D" }
decision = "base"
cooling_off = "P6M"
not_before = "P1M"

[recall.council]
article = "9.2"
of = ["council"]
target = "body"
by = "section"
start = { by = "section", enough = "signed >= 5" }
decision = "postal"
reasons = ["breach", "absence"]

[recall.chair]
article = "9.3"
of = ["chair"]
by = "council"
decision = "majority"
interim = "caretaker"

[recall.treasurer]
article = "9.4"
of = ["treasurer"]
by = "chair"

[convening.council]
article = "5.1"
by = "chair"
demand = { by = "council", enough = "signed >= 1/3 * filled" }

[duty.answer]
article = "6.1"
of = "council.delegates"
to = "sender"
within = "P7D"
overdue = "vacate"

[power."treaty.sign"]
article = "12.1"
holder = "council"
delegable = false
decision = "majority"

[power."money.spend"]
article = "12.2"
holder = "treasurer"
limit = "amount <= 500"
delegable = { to = "council" }
needs = [{ from = "chair", as = "countersign" }]

[power."building.sell"]
article = "12.3"
holder = "chair"
needs = [{ from = "council", as = "consent", decision = "majority" }, { from = "section", as = "ratify", decision = "base" }]

[check.pause]
article = "13.1"
of = ["council", "money.spend"]
by = "section"
how = "suspend"
start = { by = "section", enough = "signed >= 2" }
lasts = "P7D"
stays = "base"

[agreement.treaty]
article = "14.1"
sign = "treaty.sign"
ratify = [{ from = "council", as = "ratify" }]
force = { when = "ratified >= 1", after = "P3D", each_after = "P3D" }
leave = { notice = "P30D" }

[power."bylaws.amend"]
article = "20"
holder = "council"
decision = "secret"

[power."rules.interpret"]
article = "21"
holder = "chair"
"""

TEN = tuple(PersonId(f"lyon-{number}") for number in range(1, 11))
SEVEN = TEN[:7]


class Town(World):
    """The council with its seven delegates elected by the section of ten; acts of its daily life by short names."""

    def __init__(self, bylaws: str = COUNCIL) -> None:
        super().__init__(bylaws)
        self.bodies("section/lyon")
        self.people("section/lyon", 10)
        ballots = "\n".join(f"1 {number} 0" for number in (1, 2, 3, 4, 5, 6, 7))
        self.elect("e", "council.delegates", "section/lyon", TEN[:8], ballots)

    def delegate(self, number: int) -> PostId:
        """The id of a delegate's post, from 1."""
        return PostId(f"council:delegates:section/lyon:{number}")

    def meet(self, *people: PersonId, opener: str = "lyon-1") -> None:
        """Open a meeting of the council and register people."""
        self.ok(opener, MeetingOpen(meeting=f"m{self.index}", body="council"))
        meeting = self.state.meetings.open["council"]
        if people:
            self.ok(opener, MeetingAttend(meeting=meeting, people=people))

    def table(self, motion: str, decision: str = "majority", **fields: object) -> Ruling:
        """Table a motion in the council, by lyon-1."""
        fields.setdefault("body", "council")
        return self.ok("lyon-1", MotionTable(motion=motion, decision=decision, **fields))  # type: ignore[arg-type]

    def vote(self, motion: MotionId, choices: dict[str, Choice], opener: str = "lyon-1") -> Ruling:
        """Open the vote if it is not open, cast votes, and close it."""
        if motion not in self.state.motions.votes:
            self.ok(opener, VoteOpen(motion=motion))
        for person, choice in choices.items():
            self.ok(person, VoteCast(motion=motion, choice=choice))
        return self.ok(opener, VoteClose(motion=motion))

    def decide(self, motion: MotionId, decision: str = "majority", **fields: object) -> Ruling:
        """Carry a motion of the council: table it, and let all seven vote yes in a meeting."""
        if "council" not in self.state.meetings.open:
            self.meet(*SEVEN)
        self.table(motion, decision, **fields)
        return self.vote(motion, dict.fromkeys(SEVEN, "yes"))

    def chair(self, person: PersonId = PersonId("lyon-1")) -> None:
        """Let the council appoint its chair."""
        from mandat.federation.seats.posts.acts import PostAppoint

        post = PostId("chair:chair:-:1")
        motion = MotionId(f"chair{self.index}")
        self.decide(motion, about=Appointment(post, person))
        self.ok(person, PostAppoint(post=post, person=person, motion=motion))

    def ballot(self, motion: MotionId) -> Vote:
        """The vote on a motion."""
        return self.state.motions.votes[motion]
