"""Founding, amending, interpreting."""

from __future__ import annotations

from mandat.bylaws.faults import BylawsErrors
from mandat.bylaws.loader import load
from mandat.bylaws.model import Bylaws
from mandat.federation.bodies.rules import establish
from mandat.federation.confidence.rules import follow_rules
from mandat.federation.draft import Deciders, Draft
from mandat.federation.keys.effects import KeyBound, RegistrarNamed
from mandat.federation.keys.rules import require_key
from mandat.federation.law.acts import BylawsAdopt, FederationFound, RulesInterpret
from mandat.federation.law.effects import (
    BylawsInForce,
    FederationFounded,
    QuestionAnswered,
    ReadingGiven,
)
from mandat.federation.law.state import of_one_vote
from mandat.federation.limits import rules as limits
from mandat.federation.members.effects import PersonKnown
from mandat.federation.members.rules import is_person_id
from mandat.federation.posts import ex_officio
from mandat.federation.posts.numbers import follow, resize
from mandat.federation.posts.succession import succeed_as_read
from mandat.federation.powers.authority import require_power
from mandat.federation.powers.needs import require_all


def found(draft: Draft, act: FederationFound) -> None:
    """The first act, signed with the key that it states; every body of which there is one exists from now on."""
    draft.require(not draft.state.founded, "federation.new")
    draft.require(is_person_id(act.registrar), "person.id", person=act.registrar[:80])
    bylaws = _load(draft, act.bylaws)
    require_key(draft, act.key)
    draft.emit(FederationFounded(federation=bylaws.id))
    draft.emit(BylawsInForce(text=bylaws.text))
    draft.emit(PersonKnown(person=act.registrar))
    draft.emit(RegistrarNamed(person=act.registrar))
    draft.emit(KeyBound(person=act.registrar, key=act.key, since=draft.submission.index))
    _establish_single(draft, bylaws)


def _load(draft: Draft, blob: str) -> Bylaws:
    content = draft.inputs.blobs.get(blob)
    draft.require(content is not None, "blob.given", blob=blob)
    try:
        return load((content or b"").decode())
    except UnicodeDecodeError:
        draft.require(False, "bylaws.utf8")
        raise
    except BylawsErrors as errors:
        first = errors.faults[0]
        draft.require(False, "bylaws.fault", line=first.line, faults=len(errors.faults))
        raise


def _establish_single(draft: Draft, bylaws: Bylaws) -> None:
    """Found every body of which there is exactly one and that does not exist yet, parents before their parts."""
    waiting = [kind for kind, rule in bylaws.bodies.items() if not rule.many and not rule.each]
    waiting = [kind for kind in waiting if draft.state.bodies.get(kind) is None]
    while waiting:
        ready = [kind for kind in waiting if bylaws.bodies[kind].part_of not in waiting]
        for kind in ready or waiting:
            title = bylaws.bodies[kind].title
            establish(
                draft, kind, kind, None, title.get("en") or title.get("") or next(iter(title.values()), "")
            )
        waiting = [kind for kind in waiting if kind not in (ready or waiting)]


def adopt(draft: Draft, act: BylawsAdopt) -> None:
    """Under a carried motion of the holder of ``bylaws.amend`` on this very text."""
    rule = draft.book.power("bylaws.amend")
    draft.require(rule is not None, "power.defined", power="bylaws.amend")
    motion = draft.state.motions.all.get(act.motion)
    require_power(draft, "bylaws.amend", motion=act.motion, text=act.bylaws)
    draft.require(
        motion is not None and motion.text == act.bylaws,
        "power.decision-text",
        rule,
        "decision",
        motion=act.motion,
    )
    if rule is not None:
        require_all(draft, rule, act.consents, act.bylaws)
    bylaws = _load(draft, act.bylaws)
    _require_bodies_stay(draft, bylaws)
    draft.emit(BylawsInForce(text=bylaws.text))
    _establish_single(draft, bylaws)
    follow_rules(draft)
    _apply_numbers(draft)


def _require_bodies_stay(draft: Draft, bylaws: Bylaws) -> None:
    """Require that the new text knows every kind and line of which bodies or holders exist."""
    state = draft.state
    for kind in sorted({body.kind for body in state.bodies.all.values() if body.stands}):
        draft.require(kind in bylaws.bodies, "bylaws.kind-kept", kind=kind)
    for line in sorted({post.line for post in state.posts.all.values()}):
        draft.require(line in bylaws.lines, "bylaws.line-kept", line=line)


def _apply_numbers(draft: Draft) -> None:
    # Sorted: the order of a Map hangs on the process, that of effects must not.
    for _, body in sorted(draft.state.bodies.all.items()):
        if body.stands:
            follow(draft, body.id, new_rules=True)
            ex_officio.establish(draft, body.id)
            for line in draft.book.kind(body.kind).lines:
                if not line.from_ and line.fill != "ex-officio":
                    resize(draft, line, body.id, None, shrink=False)


TRUTHS = frozenset({"true", "false"})
"""Readings that settle one vote only: to read a majority as met for all votes to come would be no reading of it."""


def interpret(draft: Draft, act: RulesInterpret) -> None:
    """By who holds ``rules.interpret``; where the bylaws name nobody, by who may amend them."""
    question = draft.state.law.questions.get(act.question)
    draft.require(question is not None and question.key != "lot", "question.known", question=act.question)
    assert question is not None
    power = "rules.interpret" if draft.book.power("rules.interpret") is not None else "bylaws.amend"
    require_power(draft, power, motion=act.motion)
    if act.motion is not None:
        _require_same_reading(draft, act, act.motion)
    fits = not question.readings or act.reading in question.readings
    draft.require(fits, "question.reading", reading=act.reading, readings=", ".join(question.readings))
    if question.key == limits.QUESTION:
        limits.answered(draft, question, act.reading, act.motion)
        return
    draft.emit(QuestionAnswered(question=question.id, answer=act.reading, motion=act.motion))
    key = of_one_vote(question.key, question.subject) if act.reading in TRUTHS else question.key
    draft.emit(ReadingGiven(rule=question.rule, key=key, reading=act.reading))
    if question.key == "succession":
        succeed_as_read(draft, question.subject)
    _apply_numbers(draft)


def _require_same_reading(draft: Draft, act: RulesInterpret, name: str) -> None:
    """Require that the motion adopted this very reading of this very question, and has served for no other."""
    motion, served = draft.state.motions.all[name], draft.state.law.served.get(name)
    draft.require(served is None, "question.motion", motion=name, served=served)
    same = motion.reads == (act.question, act.reading)
    draft.require(same, "question.motion-reads", motion=name, question=act.question, reading=act.reading)


DECIDERS: Deciders = {FederationFound: found, BylawsAdopt: adopt, RulesInterpret: interpret}
