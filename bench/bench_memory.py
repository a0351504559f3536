"""Memory: one million members of 1,000 assemblies, and acts that scan none of them

The peak of the whole process, its libraries included. Everybody has an id and an Ed25519 key, as an import gives them. Then
members of one assembly of a million withdraw their confidence, beside members of an assembly of a thousand.
"""

from __future__ import annotations

import base64
import gc
import hashlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from bench.federation import BYLAWS, REGISTRAR, START, Section, public_text, sections
from bench.measure import Figure, peak_memory_mib
from mandat.federation.base.acts import Act, Inputs, Submission
from mandat.federation.base.closed import Seating
from mandat.federation.base.tenure.effects import SeatFilled
from mandat.federation.base.types import PersonId, PublicKey
from mandat.federation.engine import apply, judge
from mandat.federation.law.acts import FederationFound
from mandat.federation.people.bodies.acts import BodyFound
from mandat.federation.people.keys.effects import KeysBound
from mandat.federation.people.members.acts import MemberLeave
from mandat.federation.people.members.effects import MembersJoined
from mandat.federation.seats.confidence.acts import ConfidenceWithdraw
from mandat.federation.seats.confidence.effects import StandingBegan
from mandat.federation.seats.posts.effects import PostsCreated
from mandat.federation.state import EMPTY, State

MILLION = 1_000_000
ASSEMBLIES = 1_000
GOAL_MIB = 1024
GOAL_RATIO = 3
"""A map of a million people is two nodes deeper than one of a thousand, and lies in no cache; a scan would be 1,000."""
_ACTS = 1_000


def figures() -> Iterator[Figure]:
    """Memory first, before anything else fills the process."""
    before = peak_memory_mib()
    state = _federation(sections(ASSEMBLIES, MILLION // ASSEMBLIES))
    peak = peak_memory_mib()
    assert len(state.keys.owners) > len(state.members.people) - 1 >= MILLION
    yield Figure(f"{MILLION:,} members with keys, peak", peak, "MiB", goal=GOAL_MIB, higher_is_better=False)
    yield Figure("… of it Python and the libraries", before, "MiB")
    yield Figure("… bytes for each member", (peak - before) * 2**20 / MILLION, "bytes")
    small = _times(state, sections(1, ASSEMBLIES)[0])
    del state
    everybody = sections(1, MILLION)[0]
    large = _times(_federation((everybody,)), everybody)
    for act, took in large.items():
        beside = (f"in one of {ASSEMBLIES:,}", small[act])
        name = f"{act} in an assembly of {MILLION:,}"
        yield Figure(name, took, "µs", beside, GOAL_RATIO, higher_is_better=False)


def _federation(every: Sequence[Section]) -> State:
    """Found a federation, enrol everybody, and seat two delegates of the first section."""
    text = BYLAWS.encode()
    found = FederationFound(bylaws="sha256:0", registrar=REGISTRAR, key=public_text(REGISTRAR))
    state = _judged(EMPTY, REGISTRAR, found, Inputs(blobs={"sha256:0": text}))
    gc.disable()  # as the writer does while it judges
    for section in every:
        state = _judged(state, REGISTRAR, BodyFound(body=section.id))
        keys = tuple((person, _key(person)) for person in section.members)
        joined = MembersJoined(joined=((section.id, section.members),), since=START)
        state = apply(state, (joined, KeysBound(keys=keys, since=1)))
    gc.enable()
    return _seated(state, every[0])


def _seated(state: State, section: Section) -> State:
    made = PostsCreated(line="region.delegates", body="region", sender=section.id, first=1, count=2)
    state = apply(state, (made,))
    for post, person in zip(made.posts, section.members, strict=False):
        filled = SeatFilled(post=post, person=person, how=Seating.ELECTED, since=START)
        state = apply(state, (filled, StandingBegan(post=post, election=None)))
    return state


def _key(person: PersonId) -> PublicKey:
    """Return 32 bytes in base64: to keep them it does not matter that nobody has the private half."""
    return PublicKey(base64.b64encode(hashlib.sha256(person.encode()).digest()).decode())


def _judged(state: State, author: PersonId, act: Act, inputs: Inputs = Inputs()) -> State:  # noqa: B008 - frozen
    ruling, after = judge(state, Submission(act=act, signers=(author,), index=9, inputs=inputs), START)
    assert ruling.admitted, ruling.grounds[-1]
    return after


def _times(state: State, section: Section) -> dict[str, float]:
    """Return the median microseconds of acts by members drawn at random, each judged in the same state."""
    people = random.Random(7).sample(section.members[3:], min(_ACTS, len(section.members) // 2))
    acts: dict[str, Callable[[PersonId], Act]] = {
        "confidence.withdraw": lambda _: ConfidenceWithdraw(post=section.post(1)),
        "member.leave": lambda person: MemberLeave(person=person, body=section.id),
    }
    return {
        name: median(_time(state, person, act(person)) for person in people) for name, act in acts.items()
    }


def _time(state: State, person: PersonId, act: Act) -> float:
    began = time.perf_counter()
    _judged(state, person, act)
    return (time.perf_counter() - began) * 1e6
