"""Amending the bylaws: each changed article under its own majority, in force at once or from a day to come."""

from __future__ import annotations

from datetime import UTC, datetime

from mandat.bylaws.model import Bylaws
from mandat.bylaws.model.ids import KindId, LineId, PowerId
from mandat.bylaws.reading.faults import BylawsErrors
from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.difference import amending_powers, changed_articles
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.authority.powers.needs import require_all
from mandat.federation.base.agenda.items import InForceDay
from mandat.federation.base.competence.powers import power_name, require_power
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import any_order, rows_of, values_of
from mandat.federation.base.matter import PowerUse
from mandat.federation.base.named_powers import AMEND
from mandat.federation.base.rulebook import version
from mandat.federation.base.types import BlobName, BodyId
from mandat.federation.law.acts import BylawsAdopt
from mandat.federation.law.effects import BylawsAdopted, BylawsInForce, BylawsLapsed
from mandat.federation.law.state import Coming
from mandat.federation.people.bodies.rules import establish
from mandat.federation.seats.confidence.rules import follow_rules
from mandat.federation.seats.posts import ex_officio
from mandat.federation.seats.posts.numbers import follow, resize
from mandat.instants import Instant

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def adopt(draft: Draft, act: BylawsAdopt) -> None:
    """Under carried motions of those who may change the articles that the text changes, on this very text."""
    powers = draft.book.bylaws.powers
    amends = any(name == AMEND or name.startswith(f"{AMEND}.") for name in powers)
    draft.require(amends, "power.defined", power=AMEND)
    text = load_text(draft, act.bylaws)
    for power in _powers_for(draft, text):
        _require_motion(draft, act, power, text)
    _require_bodies_stay(draft, text)
    begins = _begins(draft, act)
    if begins is None:
        _put_in_force(draft, text)
        _drop_overtaken(draft)
        return
    draft.emit(BylawsAdopted(text=text.text, at=draft.at, in_force=begins))
    draft.schedule(InForceDay(version(text.text)), begins)


def load_text(draft: Draft, blob: BlobName) -> Bylaws:
    """Return the bylaws in a blob, which must be without fault."""
    content = draft.inputs.blobs.get(blob)
    draft.require(content is not None, "blob.given", blob=blob)
    try:
        return load((content or b"").decode())
    except UnicodeDecodeError:
        draft.require(False, "bylaws.utf8")
        raise
    except BylawsErrors as errors:
        first = errors.faults[0]
        draft.require(False, "bylaws.fault", row=first.line, faults=len(errors.faults))
        raise


def _powers_for(draft: Draft, text: Bylaws) -> tuple[PowerId, ...]:
    """Return the powers under which the text must be adopted: for each changed article one that may change it."""
    found: dict[PowerId, None] = {}
    for article in changed_articles(draft.book.bylaws, text):
        powers = amending_powers(draft.book.bylaws, article)
        draft.require(bool(powers), "bylaws.nobody-amends", changed=article or "–")
        draft.require(
            True, "bylaws.article", powers[0], "covers", changed=article or "–", power=power_name(powers[0])
        )
        if not any(power_name(power) in found for power in powers):
            found[power_name(powers[0])] = None
    return tuple(found) or (AMEND,)


def _require_motion(draft: Draft, act: BylawsAdopt, power: PowerId, text: Bylaws) -> None:
    """Require a motion that was carried about a power, with this text, and every consent that the power needs."""
    rule = draft.book.power(power)
    motions = [draft.state.motions.all.get(name) for name in (act.motion, *act.motions)]
    about = PowerUse(power, act.in_force or None)
    own = next((each for each in motions if each is not None and _amends(each, power)), motions[0])
    named = act.motion if own is None else own.id
    require_power(draft, power, motion=named, text=act.bylaws, about=about)
    same = own is not None and own.text == act.bylaws
    draft.require(same, "power.decision-text", rule, "decision", motion=named)
    if own is not None:
        _require_not_overtaken(draft, own, text)
    if rule is not None:
        require_all(draft, rule, act.consents, act.bylaws)


def _amends(motion: Motion, power: str) -> bool:
    return isinstance(motion.about, PowerUse) and motion.about.power == power


def _require_not_overtaken(draft: Draft, motion: Motion, text: Bylaws) -> None:
    """Require that the text undoes nothing that was adopted since the vote on it was opened, in force or still to come.

    A motion that is older than another amendment speaks of bylaws that are no more: what it would put back, nobody decided.
    """
    vote, law = draft.state.motions.votes[motion.id], draft.state.law
    voted = law.books[vote.bylaws_version].bylaws
    newer = [load(coming.text) for coming in values_of(law.coming) if coming.adopted > vote.course.opened]
    for since in (draft.book.bylaws, *newer):
        undone = set(changed_articles(voted, since)) & set(changed_articles(since, text))
        article = min((each or "–" for each in undone), default="–")
        draft.require(not undone, "bylaws.overtaken", motion=motion.id, changed=article)


def _begins(draft: Draft, act: BylawsAdopt) -> Instant | None:
    """Return the instant from which the text is in force; None for now."""
    if not act.in_force:
        return None
    try:
        found = datetime.fromisoformat(act.in_force)
    except ValueError:
        found = None
    at = None if found is None or found.tzinfo is None else Instant(int((found - EPOCH).total_seconds() // 1))
    draft.require(at is not None and at > draft.at, "convening.instant", opens=act.in_force)
    return at


def _require_bodies_stay(draft: Draft, bylaws: Bylaws) -> None:
    """Require that the new text knows every kind and line of which bodies or holders exist."""
    for kind in _kinds(draft):
        draft.require(kind in bylaws.bodies, "bylaws.kind-kept", kind=kind)
    for line in _lines(draft):
        draft.require(line in bylaws.lines, "bylaws.line-kept", line=line)


def _kinds(draft: Draft) -> list[KindId]:
    return sorted({body.kind for body in any_order(draft.state.bodies.all).values() if body.stands})


def _lines(draft: Draft) -> list[LineId]:
    return sorted({post.line for post in any_order(draft.state.posts.all).values()})


def fall_due(draft: Draft, due: InForceDay) -> None:
    """The day has come: the text is in force, unless bodies or posts have come meanwhile that it does not know."""
    coming = draft.state.law.coming[due.version]
    bylaws = load(coming.text)
    fits = all(kind in bylaws.bodies for kind in _kinds(draft)) and not _is_overtaken(draft, coming)
    if fits and all(line in bylaws.lines for line in _lines(draft)):
        _put_in_force(draft, bylaws)
    else:
        draft.emit(BylawsLapsed(version=due.version, at=draft.at))


def _is_overtaken(draft: Draft, coming: Coming) -> bool:
    """Tell whether a text that waits for its day would undo what has been adopted since."""
    basis, now = draft.state.law.books[coming.basis].bylaws, draft.state.law.book.bylaws
    return bool(set(changed_articles(basis, now)) & set(changed_articles(now, load(coming.text))))


def _drop_overtaken(draft: Draft) -> None:
    """Let the texts lapse at once, for all to see, that waited for their day and would undo what is in force now."""
    for name, coming in rows_of(draft.state.law.coming):
        if _is_overtaken(draft, coming):
            draft.strike(InForceDay(name))
            draft.emit(BylawsLapsed(version=name, at=draft.at))


def _put_in_force(draft: Draft, bylaws: Bylaws) -> None:
    draft.emit(BylawsInForce(text=bylaws.text))
    establish_single(draft, bylaws)
    follow_rules(draft)
    apply_numbers(draft)


def establish_single(draft: Draft, bylaws: Bylaws) -> None:
    """Found every body of which there is exactly one and that does not exist yet, parents before their parts."""
    waiting = [KindId(kind) for kind, rule in bylaws.bodies.items() if not rule.many and not rule.each]
    waiting = [kind for kind in waiting if draft.state.bodies.get(kind) is None]
    while waiting:
        ready = [kind for kind in waiting if bylaws.bodies[kind].part_of not in waiting]
        for kind in ready or waiting:
            title = bylaws.bodies[kind].title
            establish(
                draft,
                BodyId(kind),
                kind,
                None,
                title.get("en") or title.get("") or next(iter(title.values()), ""),
            )
        waiting = [kind for kind in waiting if kind not in (ready or waiting)]


def apply_numbers(draft: Draft) -> None:
    """Let the numbers of posts of all bodies follow the rules in force."""
    for _, body in rows_of(draft.state.bodies.all):
        if body.stands:
            follow(draft, body.id, new_rules=True)
            ex_officio.establish(draft, body.id)
            for line in draft.book.kind(body.kind).lines:
                if not line.from_ and line.filling.fill != "ex-officio":
                    resize(draft, line, body.id, None, shrink=False)
