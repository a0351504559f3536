"""Types of references: what an id in an act, an effect, a ground or the state names.

An id is a plain string, the place of an entry a plain number: a type costs nothing at run time and changes no form on the
record. It says what a field refers to, so that a type checker finds a person where a body is meant, and so that whoever
reads a ruling (``mandat.federation.base.references``) knows what it touches without guessing.

>>> BodyId("section/lyon")
'section/lyon'
"""

from __future__ import annotations

from typing import NewType

PersonId = NewType("PersonId", str)
"""A person, by the pseudonym under which the record knows them."""
BodyId = NewType("BodyId", str)
"""A body: its kind, or ``kind/name`` where there are many of a kind."""
PostId = NewType("PostId", str)
"""A post: ``body:line:sender:number`` (``mandat.federation.seats.posts.state.post_id``)."""
ElectionId = NewType("ElectionId", str)
DrawId = NewType("DrawId", str)
PetitionId = NewType("PetitionId", str)
MeetingId = NewType("MeetingId", str)
DemandId = NewType("DemandId", str)
"""A demand that a body meets."""
MotionId = NewType("MotionId", str)
OptionId = NewType("OptionId", str)
"""One of several answers to the question of a motion; the first has the id of the motion."""
CaucusId = NewType("CaucusId", str)
AgreementId = NewType("AgreementId", str)
PartyId = NewType("PartyId", str)
"""A party to an agreement: a body, the federation itself, or anybody outside, by name."""
StopId = NewType("StopId", str)
"""One use of a check."""
QuestionId = NewType("QuestionId", str)
"""A question put to a delegate."""
OpenQuestionId = NewType("OpenQuestionId", str)
"""A question that a ruling left open: ``entry.number``."""
FederationId = NewType("FederationId", str)

BlobName = NewType("BlobName", str)
"""A blob beside the record: the words of a motion, a list of people, a box of ballots."""
BylawsVersion = NewType("BylawsVersion", str)
"""A version of the bylaws: the SHA-256 of its text, in hexadecimal."""
PublicKey = NewType("PublicKey", str)
"""An Ed25519 public key, in base64."""
CodeHash = NewType("CodeHash", str)
"""The SHA-256 of the one-time code of an invitation, in base64."""

EntryIndex = NewType("EntryIndex", int)
"""The place of an entry in the record, which also names the act that it holds."""

Actor = PersonId | BodyId
"""Who signs, holds or exercises: a person, or a body by a motion."""
TargetId = PostId | BodyId
"""What a recall is against and what owes a duty: a post, or a whole body."""
FactOf = PersonId | BodyId | PostId | MotionId | PartyId | FederationId
"""Of whom or what a fact is told; of the federation itself with an empty id."""

REFERENCES: frozenset[object] = frozenset(
    {
        PersonId,
        BodyId,
        PostId,
        ElectionId,
        DrawId,
        PetitionId,
        MeetingId,
        DemandId,
        MotionId,
        OptionId,
        CaucusId,
        AgreementId,
        PartyId,
        StopId,
        QuestionId,
        OpenQuestionId,
        FederationId,
        BlobName,
        EntryIndex,
    }
)
"""The types that name something a reader may ask for; a key, a hash of a text or of a code names nothing else."""
