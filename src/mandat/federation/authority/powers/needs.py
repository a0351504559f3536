"""Whose consent a power needs: on the act, before it, or after it."""

from __future__ import annotations

from mandat.bylaws.model import Power
from mandat.bylaws.model.pieces import Clock, Need
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.base.competence.powers import power_name
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import keys_of, look_up
from mandat.federation.base.matter import Consent, PowerUse
from mandat.federation.base.population.belonging import belongs, holds_body, names_of
from mandat.federation.base.subject import Signed, Subject
from mandat.federation.base.types import BlobName, BodyId, MotionId, PersonId
from mandat.instants import Instant

AFTERWARDS = frozenset({"ratify", "confirm"})


def applies(
    draft: Draft, rule: Power, need: Need, amount: int | None, motion: MotionId | None = None
) -> bool:
    """Tell whether a need is to be met: its ``when`` holds, is left out, or is open."""
    subject = Subject(author=draft.author, amount=amount, motion=motion)
    return draft.test(need.when, subject, rule, "needs.when") is not False


def require_countersign(draft: Draft, rule: Power, need: Need) -> tuple[PersonId, ...]:
    """Require another signer of the same act from those named, or ``enough`` of them; return who they are.

    Nobody countersigns for themselves.
    """
    others = draft.submission.signers[1:]
    found = tuple(p for p in others if any(_belongs_near(draft, p, n) for n in need.from_.names))
    draft.require(
        bool(found), "power.countersign", rule, "needs", power=power_name(rule), by=names_of(need.from_)
    )
    if need.enough is None:
        return found[:1]
    bodies = [body for name in need.from_.names for body in draft.state.bodies.of_kind(name)]
    signing = tuple(body for body in bodies if any(belongs(draft, each, body) for each in found))
    subject = assenting(draft, need, signing, found)
    draft.demand(need.enough, subject, rule, "needs.enough")
    return found


def _belongs_near(draft: Draft, person: PersonId, name: str) -> bool:
    """Tell whether a person belongs to a body; of a kind with one for each of another, to that next to the author's.

    >>> _belongs_near(draft, "the commissar of the same depot", "commissar")  # doctest: +SKIP
    True
    """
    kind = draft.book.bylaws.bodies.get(name)
    if kind is None or not kind.each:
        return belongs(draft, person, name)
    bodies = draft.state.bodies.all
    parents = {bodies[post.body].part_of for post in draft.state.posts.held_by(draft.author)} - {None}
    own = [post.body for post in draft.state.posts.held_by(person) if bodies[post.body].kind == name]
    return any(not parents or bodies[body].part_of in parents for body in own)


def require_consent(
    draft: Draft,
    rule: Power,
    need: Need,
    motions: tuple[MotionId, ...],
    text: BlobName,
    motion: MotionId | None,
) -> None:
    """Require the consent given before: a carried motion on this very text, or the signature of the officer named.

    Where the time to consent is over, silence is what the clock says: it consents, it refuses, or it means nothing.
    """
    offices = [
        n for n in need.from_.names if n in draft.book.bylaws.bodies and draft.book.kind(n).type == "office"
    ]
    signed = need.decision is None and any(
        belongs(draft, s, n) for s in draft.submission.signers[1:] for n in offices
    )
    if need.enough is not None:
        agreed = tuple(name for name in motions if agrees(draft, rule, need, name, text))
        bodies = tuple(sorted({draft.state.motions.all[name].body for name in agreed}))
        draft.demand(need.enough, assenting(draft, need, bodies), rule, "needs.enough")
        _use_all(draft, agreed)
        return
    until = _until(draft, rule, need, text, motion)
    silence = "nothing" if need.within is None else clock_of(draft, need.within).silence
    given = [name for name in motions if agrees(draft, rule, need, name, text)]
    if silence == "consents" and not given and not signed and until is not None:
        refused = any(_refuses(draft, rule, need, name, text) for name in keys_of(draft.state.motions.all))
        power, by = power_name(rule), names_of(need.from_)
        draft.require(not refused, "power.not-refused", rule, "needs", power=power, by=by)
        over = draft.at >= until
        draft.require(over, "power.silence-consents", rule, "needs", power=power, by=by, until=until)
        return
    if silence == "refuses" and until is not None:
        given = [name for name in given if (draft.state.motions.votes[name].course.closed or 0) <= until]
        signed = signed and draft.at <= until
    draft.require(
        signed or bool(given), "power.consent", rule, "needs", power=power_name(rule), by=names_of(need.from_)
    )
    _use_all(draft, tuple(given[:1]))


def _use_all(draft: Draft, motions: tuple[MotionId, ...]) -> None:
    for name in motions:
        use(draft, name)


def require_all(draft: Draft, rule: Power, motions: tuple[MotionId, ...], text: BlobName) -> None:
    """Require every need of a power before its act takes effect, those that come afterwards elsewhere too.

    So it is for what cannot wait half done, such as bylaws in force.
    """
    for need in rule.first.needs:
        if not applies(draft, rule, need, None):
            continue
        if need.as_ == "countersign":
            require_countersign(draft, rule, need)
        else:
            require_consent(draft, rule, need, motions, text, None)


def assenting(
    draft: Draft, need: Need, given: tuple[BodyId, ...], signers: tuple[PersonId, ...] = ()
) -> Subject:
    """Return the subject of ``enough``: the bodies whose consent is asked for, those that have given it, who signed for it."""
    asked = tuple(
        dict.fromkeys(
            body
            for name in need.from_.names
            for body in (
                (BodyId(name),)
                if draft.state.bodies.get(name) is not None
                else draft.state.bodies.of_kind(name)
            )
        )
    )
    signed = Signed(assents=(asked, given), signers=signers or given)
    return Subject(body=asked[0] if asked else None, author=draft.author, signed=signed)


def _until(draft: Draft, rule: Power, need: Need, text: BlobName, motion: MotionId | None) -> Instant | None:
    """Return when the time to consent ends: it runs from the asking, else from the decision of the holder."""
    if need.within is None:
        return None
    asked = draft.state.powers.asked.get((power_name(rule), text))
    vote = look_up(draft.state.motions.votes, motion)
    since = asked if asked is not None else None if vote is None else vote.course.closed
    return None if since is None else draft.deadline(need.within, since)


def clock_of(draft: Draft, clock: Clock) -> Clock:
    """Return the clock itself, where another is named."""
    return draft.book.bylaws.clocks[clock.name].clock if clock.name else clock


def _refuses(draft: Draft, rule: Power, need: Need, name: MotionId, text: BlobName) -> bool:
    """Tell whether a motion is a refusal: defeated in that body, on this text."""
    motion = draft.state.motions.all[name]
    vote = draft.state.motions.votes.get(name)
    defeated = vote is not None and vote.result == "defeated"
    return defeated and is_about(rule, motion, text) and holds_body(draft, need.from_, motion)


def agrees(draft: Draft, rule: Power, need: Need, name: MotionId, text: BlobName) -> bool:
    """Tell whether a motion is the consent that a need asks for: carried, of that body, by that decision, on this text."""
    motion = draft.state.motions.all.get(name)
    vote = draft.state.motions.votes.get(name)
    if motion is None or vote is None or vote.carried is not True:
        return False
    return (
        is_about(rule, motion, text)
        and holds_body(draft, need.from_, motion)
        and (need.decision in (None, motion.decision))
    )


def is_about(rule: Power, motion: Motion, text: str) -> bool:
    """Tell whether a motion is about a power, or the consent to it, on this very text."""
    about = motion.about
    named = isinstance(about, PowerUse | Consent) and about.power == power_name(rule)
    return named and motion.text == text
