"""Every act for the manual: fields, who may, what it does, and how it is refused."""

from __future__ import annotations

import inspect
import re
import types
import typing
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Literal

import msgspec

from mandat.federation.base.acts import Act
from mandat.federation.base.matter import Matter
from mandat.federation.base.types import (
    AgreementId,
    BlobName,
    BodyId,
    CaucusId,
    CodeHash,
    DemandId,
    DrawId,
    ElectionId,
    EntryIndex,
    FederationId,
    MeetingId,
    MotionId,
    OpenQuestionId,
    OptionId,
    PartyId,
    PersonId,
    PetitionId,
    PostId,
    PublicKey,
    QuestionId,
    StopId,
)
from mandat.federation.engine import ACTS
from mandat.federation.rooms import DECIDERS
from mandat.federation.wording.catalogue import REQUIREMENTS, ROOMS
from mandat.instants import Instant

TITLES = {
    "law": "The bylaws",
    "keys": "Keys and the register",
    "bodies": "Bodies",
    "members": "Members",
    "facts": "Facts",
    "posts": "Posts",
    "limits": "Limits on who sits together",
    "elections": "Elections",
    "confidence": "Confidence",
    "recall": "Recall by petition, relief",
    "convening": "Convening a body",
    "meetings": "Meetings",
    "motions": "Motions and votes",
    "proxies": "Proxies",
    "caucuses": "Caucuses",
    "questions": "Questions to delegates",
    "powers": "Powers",
    "checks": "Checks",
    "agreements": "Agreements",
    "instructions": "Instructions",
    "duties": "Duties",
    "agenda": "",
    "interpretation": "",
    "tenure": "",
    "decisions": "",
}


def acts() -> str:
    """Return every room with its acts and the requirements that can refuse them."""
    return "\n\n".join("\n".join(_room(room)) for room in ROOMS if TITLES[_name(room)])


def _name(words: ModuleType) -> str:
    return words.__name__.split(".")[-2]


def _room(words: ModuleType) -> Iterator[str]:
    name = _name(words)
    yield f"## {TITLES[name]}"
    for tag, act in ACTS.items():
        if act.__module__.split(".")[-2] == name:
            yield from _act(tag, act)
    if name == "motions":
        yield from _matters()
    if words.REQUIREMENTS:
        yield ""
        yield "### Requirements of this room"
        yield ""
        yield "| Code | It asks that | If not |"
        yield "|---|---|---|"
        for code in sorted(words.REQUIREMENTS):
            requirement = REQUIREMENTS[code]
            remedy = requirement.remedy.english if requirement.remedy else ""
            yield f"| `{code}` | {_plain(requirement.asks.english)} | {_plain(remedy)} |"


def _matters() -> Iterator[str]:
    """Say what a motion can be about."""
    yield ""
    yield "### What a motion is about"
    yield ""
    yield "| `about` | What it would do |"
    yield "|---|---|"
    for kind in typing.get_args(Matter):
        fields = [
            f"[{each.name.upper()}]" if not each.required else each.name.upper()
            for each in msgspec.structs.fields(kind)
        ]
        form = ", ".join((f'"{kind.__struct_config__.tag}"', *fields))
        yield f"| `[{form}]` | {_prose(inspect.getdoc(kind) or '')} |"


def _act(tag: str, act: type[Act]) -> Iterator[str]:
    yield ""
    yield f"### `{tag}`"
    yield ""
    yield _prose(inspect.getdoc(act) or "")
    yield ""
    yield f"*Who may, and when:* {_prose(inspect.getdoc(DECIDERS[act]) or '')}"
    yield ""
    fields = [each for each in msgspec.structs.fields(act) if each.name not in ("seen", "nonce")]
    yield "Fields: " + ", ".join(_field(act, each) for each in fields) + "."


def _field(act: type[Act], field: msgspec.structs.FieldInfo) -> str:
    kind = _kind(typing.get_type_hints(act)[field.name])
    optional = "" if field.required else ", may be left out"
    return f"`{field.encode_name}` ({kind}{optional})"


_KINDS: dict[object, str] = {
    str: "text",
    int: "whole number",
    bool: "yes or no",
    PersonId: "a person",
    BodyId: "a body",
    PostId: "a post",
    ElectionId: "an election",
    DrawId: "a draw",
    PetitionId: "a petition",
    MeetingId: "a meeting",
    DemandId: "a demand",
    MotionId: "a motion",
    OptionId: "an option",
    CaucusId: "a caucus",
    AgreementId: "an agreement",
    PartyId: "a party",
    StopId: "the use of a check",
    QuestionId: "a question",
    OpenQuestionId: "an open question",
    FederationId: "the federation",
    BlobName: "a blob",
    PublicKey: "a key",
    CodeHash: "the hash of a code",
    Instant: "an instant",
    EntryIndex: "an entry",
    Mapping[str, str]: "texts by name",
    Mapping[str, tuple[int, int, int, int]]: "four whole numbers for each option",
    tuple[str, str]: "two texts",
}
_LISTS: dict[object, str] = {
    str: "list of texts",
    int: "list of whole numbers",
    PersonId: "people",
    BodyId: "bodies",
    MotionId: "motions",
    PartyId: "parties",
    tuple[OptionId, ...]: "ranks, each a list of options",
}


def _kind(kind: object) -> str:
    """Say in words what a field holds, by its type."""
    if kind in _KINDS:
        return _KINDS[kind]
    inner = [each for each in typing.get_args(kind) if each is not types.NoneType]
    if typing.get_origin(kind) is Literal:
        return " or ".join(f"`{choice}`" for choice in inner)
    if len(inner) > 1 and all(isinstance(each, type) and issubclass(each, msgspec.Struct) for each in inner):
        return "a matter"
    if typing.get_origin(kind) is tuple:
        return _LISTS[inner[0]]
    return " or ".join(map(_kind, inner))


def _prose(text: str) -> str:
    """Return a docstring's first parts as Markdown on one line each: examples are for programmers."""
    text = text.split(">>>", maxsplit=1)[0].strip()
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    return re.sub(r"``(.+?)``", r"`\1`", "\n\n".join(paragraphs))


def _plain(text: str) -> str:
    """Mark the places that the numbers of a ruling fill."""
    return re.sub(r"\{(\w+)\}", r"*\1*", text).replace("|", "\\|")
