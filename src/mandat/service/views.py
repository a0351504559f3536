"""Views: what people ask of a state, as plain data for pages, command line and API."""

from __future__ import annotations

from collections import Counter
from typing import Any

from mandat.federation.base.lookup import rows_of, values_of
from mandat.federation.base.types import BodyId, ElectionId, PersonId, PostId
from mandat.federation.seats.posts.state import Post
from mandat.federation.state import State
from mandat.federation.wording.ruling import describe_question, instant
from mandat.language import ENGLISH, Language, msg
from mandat.record.errors import RecordError

Data = dict[str, Any]


def federation(state: State, lang: Language = ENGLISH) -> Data:
    """Return the whole federation: bodies with members and seats, elections and votes running, open questions."""
    book = state.law.book
    return {
        "federation": state.founded,
        "title": dict(book.bylaws.title),
        "bylaws": state.law.current,
        "people": len(state.members.people),
        "bodies": [body(state, name)["summary"] for name, b in rows_of(state.bodies.all) if b.stands],
        "elections": [_election(state, e.id) for e in state.elections.running()],
        "petitions": [
            {"petition": p.id, "rule": p.rule, "target": p.target, "stage": p.stage, "signed": len(p.signers)}
            for p in values_of(state.recalls.all)
            if p.stage in ("signing", "voting")
        ],
        "questions": [
            {
                "question": q.id,
                "words": describe_question(q, lang),
                "readings": list(q.readings),
            }
            for q in values_of(state.law.questions)
        ],
        "due": [
            {"at": instant(due.at), "kind": due.item.kind, "subject": " ".join(map(str, due.item.things))}
            for due in state.agenda.due()
        ][:50],
    }


def body(state: State, name: BodyId) -> Data:
    """Return a body: its members or seats, its caucuses, and what it is part of; raises ``RecordError`` if there is none."""
    found = state.bodies.get(name)
    if found is None:
        raise RecordError(msg("there is no body {name}; mandat show federation lists them")(name=repr(name)))
    posts = state.posts.of_body(name)
    caucuses = Counter(state.caucuses.of.get((name, p.holder), "–") for p in posts if p.holder)
    return {
        "summary": {
            "body": name,
            "kind": found.kind,
            "title": found.title,
            "part_of": found.part_of,
            "members": len(state.members.roll(name)),
            "seats": len(posts),
            "filled": sum(p.holder is not None for p in posts),
            "stands": found.stands,
        },
        "posts": [post(state, p) for p in posts],
        "caucuses": dict(caucuses),
        "sends": [post(state, state.posts.all[p]) for p in state.posts.by_sender.get(name, ())],
    }


def post(state: State, found: Post) -> Data:
    """Return a post: holder, constituency, how it was filled, and the confidence its holder enjoys."""
    standing = state.confidence.standings.get(found.id)
    return {
        "post": found.id,
        "line": found.line,
        "body": found.body,
        "sender": found.sender,
        "holder": found.holder,
        "capacity": found.capacity,
        "since": instant(found.since) if found.holder else None,
        "election": found.election,
        "list": found.list,
        "withdrawn": None if standing is None else len(standing.withdrawn),
        "electors": None if standing is None else standing.electors,
        "questions": list(state.questions.of.get(found.id, ())),
    }


def seat(state: State, name: PostId) -> Data:
    """Return a post by its id; raises ``RecordError`` if there is none."""
    found = state.posts.all.get(name)
    if found is None:
        raise RecordError(
            msg("there is no seat {name}; mandat show body BODY lists the seats of a body")(name=repr(name))
        )
    return post(state, found)


def person(state: State, name: PersonId) -> Data:
    """Return a person: memberships, posts and keys; raises ``RecordError`` if they are not on the record."""
    found = state.members.people.get(name)
    if found is None:
        raise RecordError(msg("{name} is not on this record; give the pseudonymous id")(name=repr(name)))
    return {
        "person": name,
        "dead": found.dead,
        "member_of": [{"body": b, "since": instant(state.members.roll(b).get(name))} for b in found.bodies],
        "posts": [post(state, p) for p in state.posts.held_by(name)],
        "keys": [{"key": k.public, "since": k.since, "until": k.until} for k in state.keys.of.get(name, ())],
        "registrar": name == state.keys.registrar,
    }


def _election(state: State, name: ElectionId) -> Data:
    found = state.elections.all[name]
    return {
        "election": found.id,
        "line": found.line,
        "sender": found.sender,
        "places": found.places,
        "stage": found.stage,
        "candidates": [c.person for c in found.candidates if not c.withdrawn],
        "entitled": len(found.roll),
        "voted": len(found.voted),
    }
