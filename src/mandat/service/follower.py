"""A follower: a reader in a process of its own that replays what the pen has written, and remembers what pages show.

It holds the state after each group it has read, and for every act a line of what was ruled. It never writes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from mandat.federation.authority.questions.state import Question
from mandat.federation.base.references import Reference, references, references_of_ruling
from mandat.federation.base.types import (
    BodyId,
    ElectionId,
    EntryIndex,
    MotionId,
    PersonId,
    PostId,
    QuestionId,
)
from mandat.federation.state import State
from mandat.instants import Instant
from mandat.record.directory import RecordDirectory
from mandat.record.entries import groups
from mandat.record.merkle import Tree, leaf_hash
from mandat.record.replay import Fold, Judged
from mandat.record.store.interface import Head


class FeedLine(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One act or clock statement as the feed lists it: its place, time, act, signers, and whether it was admitted.

    ``bodies`` and ``posts`` are what it touches; ``sealed`` means that only its author may read what it says.
    """

    index: EntryIndex
    at: Instant
    act: str
    signers: tuple[PersonId, ...]
    admitted: bool
    sealed: bool
    bodies: tuple[BodyId, ...]
    posts: tuple[PostId, ...]


class Follower:
    """Replays a record from its directory, group by group; one thread at a time."""

    def __init__(self, directory: RecordDirectory) -> None:
        """Open the record read-only; ``catch_up`` reads it."""
        self.directory = directory
        self.store = directory.store(readonly=True)
        self.fold = Fold(directory.origin, directory.server, self.store.blob)
        self.tree = Tree()
        self.lines: list[FeedLine] = []
        self._recent: OrderedDict[int, Judged] = OrderedDict()
        self._marks: list[tuple[EntryIndex, Instant | None, State]] = [(EntryIndex(0), None, self.fold.state)]
        self._places: dict[int, int] = {}
        self.confidence: dict[str, list[tuple[int, int]]] = defaultdict(list)
        """By post: instants at which confidence in its holder changed, and how many had withdrawn it then."""
        self._by_signer: dict[str, list[int]] = defaultdict(list)
        self._by_body: dict[str, list[int]] = defaultdict(list)
        self._by_post: dict[str, list[int]] = defaultdict(list)

    @property
    def state(self) -> State:
        """The state after what was read."""
        return self.fold.state

    @property
    def size(self) -> EntryIndex:
        """How many entries were read."""
        return self.fold.size

    @property
    def head(self) -> Head | None:
        """The checkpoint of exactly what was read; None if nothing was."""
        return self.store.head_at(self.size) if self.size else None

    def catch_up(self) -> tuple[FeedLine, ...]:
        """Replay all whole groups written since the last time, and return their lines.

        Raises ``WrongEntryError`` where the record does not replay: then nothing later is shown.
        """
        return tuple(line for part in self.steps() for line in part)

    def steps(self) -> Iterator[tuple[FeedLine, ...]]:
        """Replay as ``catch_up``, giving the lines of each group as it is read."""
        head = self.store.head()
        end = self.size if head is None else head.size
        for group in groups(self.store.entries(self.size, end)):
            yield tuple(self._note(each) for each in self.fold.group(group))
            for raw in group:
                self.tree.append(leaf_hash(raw))
            if self.size - self._marks[-1][0] >= _BETWEEN_MARKS:
                self._marks.append((self.size, self.fold.at, self.state))

    def _note(self, judged: Judged) -> FeedLine:
        line = line_of(judged, self.state)
        self._note_confidence(line)
        place = len(self.lines)
        self.lines.append(line)
        self._places[line.index] = place
        self._recent[judged.index] = judged
        if len(self._recent) > _RECENT:
            self._recent.popitem(last=False)
        for names, places in (
            (line.signers, self._by_signer),
            (line.bodies, self._by_body),
            (line.posts, self._by_post),
        ):
            for name in names:
                places[name].append(place)
        return line

    def _note_confidence(self, line: FeedLine) -> None:
        for post in line.posts:
            standing = self.state.confidence.standings.get(post)
            withdrawn = 0 if standing is None else len(standing.withdrawn)
            points = self.confidence[post]
            if (points[-1][1] if points else 0) != withdrawn:
                points.append((line.at, withdrawn))

    # -- the feed ----------------------------------------------------------------------------------------------

    def latest(self, most: int, before: int | None = None) -> tuple[FeedLine, ...]:
        """Return the last lines whose index is below ``before``, newest first."""
        return tuple(reversed(self._until(range(len(self.lines)), before)[-most:]))

    def by_signer(self, person: str, most: int, before: int | None = None) -> tuple[FeedLine, ...]:
        """Return the last lines that a person signed, newest first."""
        return tuple(reversed(self._until(self._by_signer.get(person, ()), before)[-most:]))

    def about_body(self, body: str, most: int, before: int | None = None) -> tuple[FeedLine, ...]:
        """Return the last lines that touch a body, newest first."""
        return tuple(reversed(self._until(self._by_body.get(body, ()), before)[-most:]))

    def about_post(self, post: str, most: int, before: int | None = None) -> tuple[FeedLine, ...]:
        """Return the last lines that touch a post, newest first."""
        return tuple(reversed(self._until(self._by_post.get(post, ()), before)[-most:]))

    def _until(self, places: Sequence[int], before: int | None) -> Sequence[FeedLine]:
        if before is None:
            return [self.lines[place] for place in places]
        return [self.lines[place] for place in places if self.lines[place].index < before]

    def line(self, index: int) -> FeedLine | None:
        """Return the line of an entry; None for the server's notes of rulings and for places that are not read."""
        place = self._places.get(index)
        return None if place is None else self.lines[place]

    # -- one act anew ------------------------------------------------------------------------------------------

    def ruling(self, index: int) -> Judged | None:
        """Return an act with its ruling: one of the last ones as it was read, an older one judged anew.

        Judging anew starts from the last state kept before it, so that it costs the same in a long record as in a short one.
        """
        if index in self._recent or self.line(index) is None:
            return self._recent.get(index)
        size, at, state = self._marks[bisect_right(self._marks, index, key=lambda mark: mark[0]) - 1]
        fold = Fold(self.directory.origin, self.directory.server, self.store.blob)
        fold.size, fold.at, fold.state = size, at, state
        for group in groups(self.store.entries(size, self.size)):
            for judged in fold.group(group):
                if judged.index == index:
                    return judged
        return None

    def state_before(self, index: int) -> State:
        """Return the last state kept at or before an entry: near enough for the words of an old ruling."""
        return self._marks[bisect_right(self._marks, index, key=lambda mark: mark[0]) - 1][2]

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


def line_of(judged: Judged, state: State) -> FeedLine:
    """Return the line of an entry: what it touches is read from the types of the fields of its act and of its effects."""
    submission = judged.submission
    act = None if submission is None else submission.act
    named = dict.fromkeys((*(() if act is None else references(act)), *references_of_ruling(judged.ruling)))
    posts = {post.id for each in named if PostId in each.kinds and (post := state.posts.get(str(each.id)))}
    posts |= {asked.post for each in named if QuestionId in each.kinds and (asked := _question(state, each))}
    bodies = {body.id for each in named if BodyId in each.kinds and (body := state.bodies.get(str(each.id)))}
    bodies |= {state.posts.all[name].body for name in posts}
    bodies |= {sender for name in posts if (sender := state.posts.all[name].sender)}
    bodies |= {body for each in named for body in _bodies_of(state, each)}
    return FeedLine(
        index=judged.index,
        at=judged.at,
        act="clock" if act is None else str(act.__struct_config__.tag),
        signers=() if submission is None else submission.signers,
        admitted=judged.ruling.admitted,
        sealed=submission is not None and submission.sealed,
        bodies=tuple(sorted(bodies)),
        posts=tuple(sorted(posts)),
    )


def _question(state: State, reference: Reference) -> Question | None:
    return state.questions.all.get(QuestionId(str(reference.id)))


def _bodies_of(state: State, reference: Reference) -> Iterator[BodyId]:
    """Yield the bodies that an election or a motion is about."""
    if ElectionId in reference.kinds:
        election = state.elections.all.get(ElectionId(str(reference.id)))
        if election is not None:
            yield election.body
            if election.sender is not None:
                yield election.sender
    if MotionId in reference.kinds:
        motion = state.motions.all.get(MotionId(str(reference.id)))
        if motion is not None:
            yield motion.body


_BETWEEN_MARKS = 500
"""A state is kept after so many entries; states share what has not changed."""
_RECENT = 5_000
"""So many acts keep their grounds in memory."""
