"""Before the vote: who supports a motion, which options stand on the ballot, and who demands a roll call."""

from __future__ import annotations

from mandat.bylaws.model import Decision, MotionRule
from mandat.bylaws.model.pieces import Rows, Support
from mandat.federation.assembly.motions.acts import (
    MotionSupport,
    OptionAdd,
    OptionAmend,
    OptionWithdraw,
    RollCallDemand,
)
from mandat.federation.assembly.motions.discussing import require_not_shut
from mandat.federation.assembly.motions.moving import moved_under
from mandat.federation.assembly.motions.ranking import is_option_name
from mandat.federation.assembly.motions.rolls import current_roll
from mandat.federation.assembly.motions.state import Motion, Option, first_option
from mandat.federation.assembly.motions.support_effects import (
    MotionAdmitted,
    MotionSupported,
    OptionAdded,
    OptionAdmitted,
    OptionAmended,
    OptionWithdrawn,
    RollCallDemanded,
)
from mandat.federation.base.decisions.forms import AT_TABLING
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.evaluation import examine
from mandat.federation.base.look import look_of
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.naming import require_id
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.subject import Signed, Subject
from mandat.federation.base.support import enough
from mandat.federation.base.types import BodyId, MotionId, OptionId, PersonId
from mandat.federation.people.members.state import Roll


def motion_rule(draft: Draft, body: BodyId, decision: str) -> MotionRule | None:
    """Return the entry ``motion.X`` under which a motion before a body is moved: that of its decision, if there is one."""
    kind = draft.state.bodies.all[body].kind
    rules = [rule for rule in draft.book.bylaws.motions.values() if {body, kind} & set(rule.in_.names)]
    named = [rule for rule in rules if rule.decision == decision]
    return next(iter((*named, *(rule for rule in rules if rule.decision is None))), None)


def may_start(draft: Draft, rule: MotionRule, person: PersonId) -> bool:
    """Tell whether a person may move under a rule: everybody whom one of its ways names."""
    return any(belongs(draft, person, name) for way in rule.start for name in way.by.names)


def is_admitted(draft: Draft, rule: MotionRule, motion: Motion, option: Option) -> bool:
    """Tell whether an option has the support of one of the ways that are open to its mover or its signers."""
    ways = tuple(way for way in rule.start if _is_on_the_way(draft, way, option))
    signed = [each for each in keys_of(option.signers) if may_start(draft, rule, each)]
    subject = Subject(body=motion.body, author=option.mover, signed=Signed(signers=tuple(signed)))
    found = enough(ways, draft.supply(subject), rule, "start", draft.state.law.readings)
    draft.grounds.extend(found.grounds)
    return found.value is True


def _is_on_the_way(draft: Draft, way: Support, option: Option) -> bool:
    """A way without a number of signatures is open to those only whom it names."""
    people = (option.mover, *keys_of(option.signers))
    return way.enough is not None or any(
        belongs(draft, each, name) for each in people for name in way.by.names
    )


def support(draft: Draft, act: MotionSupport) -> None:
    """By whom the bylaws let sign, once; with enough signatures the motion, or the option, is admitted."""
    motion = before_vote(draft, act.motion)
    rule = moved_under(draft, motion)
    rule = draft.known(
        rule if rule is not None and bool(rule.start) else None, "motion.takes-support", motion=motion.id
    )
    option = find_option(draft, motion, act.option or first_option(motion.id))
    draft.require(draft.author not in option.signers, "motion.supports-once", option=option.id)
    ways = [way for way in rule.start if _signs(draft, rule, way, motion, option)]
    listed = ", ".join(dict.fromkeys(name for way in rule.start for name in way.by.names))
    draft.require(bool(ways), "motion.supporter", rule, "start", option=option.id, by=listed)
    draft.emit(MotionSupported(motion=motion.id, option=option.id, person=draft.author))
    admit_if_enough(draft, rule, motion.id, option.id)


def _signs(draft: Draft, rule: MotionRule, way: Support, motion: Motion, option: Option) -> bool:
    if not any(belongs(draft, draft.author, name) for name in way.by.names):
        return False
    subject = Subject(body=motion.body, author=option.mover, person=draft.author)
    if way.who is None:
        return True
    holds = draft.find(Rows.of(way.who), subject, rule, "start.who").value is True
    if not holds:
        draft.grounds.pop()
    return holds


def admit_if_enough(draft: Draft, rule: MotionRule, motion: MotionId, option: OptionId) -> None:
    """Admit what has enough support now; the roll is frozen with the motion where its decision says so."""
    found = draft.state.motions.all[motion]
    each = find_option(draft, found, option)
    whole = option == first_option(motion)
    if (found.backing.admitted if whole else each.admitted) or not is_admitted(draft, rule, found, each):
        return
    if not whole:
        draft.emit(OptionAdmitted(motion=motion, option=option, at=draft.at))
        return
    draft.emit(MotionAdmitted(motion=motion, at=draft.at, roll=roll_at_tabling(draft, found)))


def roll_at_tabling(draft: Draft, motion: Motion) -> Roll | None:
    """Return the roll of a motion as it stands, where its decision freezes it with the motion."""
    decision: Decision = draft.book.decision(motion.decision)
    return current_roll(draft, motion, decision) if decision.course.roll_at in AT_TABLING else None


def find_option(draft: Draft, motion: Motion, name: OptionId) -> Option:
    """Return an option of a motion; the motion itself stands for one where there is nothing to choose between."""
    if name == first_option(motion.id) and not any(option.id == name for option in motion.options):
        return Option(
            id=first_option(motion.id), mover=motion.mover, text=motion.text, signers=motion.backing.signers
        )
    found = draft.known(
        next((option for option in motion.options if option.id == name), None),
        "motion.option-known",
        motion=motion.id,
        option=name,
    )
    if name == first_option(motion.id):
        return Option(id=name, mover=found.mover, text=found.text, signers=motion.backing.signers)
    return found


def before_vote(draft: Draft, name: MotionId) -> Motion:
    """Return a motion that is known, stands, and is not being voted on."""
    found = draft.known(draft.state.motions.all.get(name), "motion.known", motion=name)
    draft.require(not found.withdrawn, "motion.stands", motion=name)
    draft.require(name not in draft.state.motions.votes, "motion.not-yet-voted", motion=name)
    return found


def add(draft: Draft, act: OptionAdd) -> None:
    """By whom the bylaws let move; on the ballot with the support that the motion itself needs."""
    motion = before_vote(draft, act.motion)
    require_not_shut(draft, motion, "option.added")
    decision = draft.book.decision(motion.decision)
    draft.require(bool(motion.options), "motion.takes-options", decision, "method", motion=motion.id)
    taken = {decision.balloting.default, *(option.id for option in motion.options)}
    require_id(draft, act.option)
    others = (*(option.id for option in motion.options), decision.balloting.default or "")
    alike = [each for each in others if each not in ("", act.option) and look_of(each) == look_of(act.option)]
    draft.require(not alike, "id.look", id=act.option, alike=min(alike, default=""))
    free = is_option_name(act.option) and act.option not in taken
    draft.require(free, "motion.option-id", motion=motion.id, option=act.option)
    rule = moved_under(draft, motion)
    may = (
        belongs(draft, draft.author, motion.body)
        if rule is None or not rule.start
        else may_start(draft, rule, draft.author)
    )
    draft.require(may, "motion.mover", rule, "start" if rule else "", by=motion.body)
    option = Option(id=act.option, mover=draft.author, text=act.text)
    admitted = rule is None or not rule.start or is_admitted(draft, rule, motion, option)
    draft.emit(
        OptionAdded(
            motion=motion.id,
            option=act.option,
            mover=draft.author,
            at=draft.at,
            text=act.text,
            admitted=admitted,
        )
    )


def amend(draft: Draft, act: OptionAmend) -> None:
    """By the mover of the option, before the vote opens."""
    motion, option = _own(draft, act.motion, act.option)
    require_not_shut(draft, motion, "option.amended")
    draft.emit(OptionAmended(motion=motion.id, option=option.id, text=act.text, at=draft.at))


def withdraw(draft: Draft, act: OptionWithdraw) -> None:
    """By the mover of the option; one must stay on the ballot."""
    motion, option = _own(draft, act.motion, act.option)
    others = [each for each in motion.options if each.id != option.id and not each.withdrawn]
    draft.require(bool(others), "motion.last-option", motion=motion.id)
    draft.emit(OptionWithdrawn(motion=motion.id, option=option.id))


def _own(draft: Draft, name: MotionId, of: OptionId) -> tuple[Motion, Option]:
    motion = before_vote(draft, name)
    option = draft.known(
        next((each for each in motion.options if each.id == of and not each.withdrawn), None),
        "motion.option-known",
        motion=name,
        option=of,
    )
    draft.require(option.mover == draft.author, "motion.own", motion=motion.id, mover=option.mover)
    return motion, option


def demand_roll_call(draft: Draft, act: RollCallDemand) -> None:
    """By whom the bylaws let demand it, before anybody has voted; never in a secret vote."""
    motion = draft.known(draft.state.motions.all.get(act.motion), "motion.known", motion=act.motion)
    decision = draft.book.decision(motion.decision)
    draft.require(
        bool(decision.balloting.roll_call),
        "motion.roll-call-allowed",
        decision,
        "roll_call",
        motion=motion.id,
    )
    draft.require(
        decision.balloting.ballot != "secret", "motion.roll-call-open", decision, "ballot", motion=motion.id
    )
    vote = draft.state.motions.votes.get(motion.id)
    early = (
        vote is None
        or vote.result == "again"
        or (not vote.received.ballots and not vote.received.counted and vote.course.ended is None)
    )
    draft.require(early, "motion.roll-call-early", motion=motion.id)
    may = any(_may_demand(draft, decision, way, motion) for way in decision.balloting.roll_call)
    listed = ", ".join(dict.fromkeys(name for way in decision.balloting.roll_call for name in way.by.names))
    draft.require(may, "motion.roll-call-by", decision, "roll_call", motion=motion.id, by=listed)
    draft.require(
        draft.author not in motion.roll_call, "motion.supports-once", option=first_option(motion.id)
    )
    draft.emit(
        RollCallDemanded(motion=motion.id, person=draft.author, ordered=_suffices(draft, decision, motion))
    )


def _may_demand(draft: Draft, decision: Decision, way: Support, motion: Motion) -> bool:
    if not any(belongs(draft, draft.author, name) for name in way.by.names):
        return False
    subject = Subject(body=motion.body, author=motion.mover, person=draft.author)
    if way.who is None:
        return True
    supply, readings = draft.supply(subject), draft.state.law.readings
    return examine(way.who, supply, decision, "roll_call.who", readings).value is True


def _suffices(draft: Draft, decision: Decision, motion: Motion) -> bool:
    """Tell whether the demand of the author, with those before it, is enough."""
    return is_roll_call(draft, decision, motion, also=draft.author)


def is_roll_call(draft: Draft, decision: Decision, motion: Motion, also: PersonId | None = None) -> bool:
    """Tell whether the names are called: the bylaws say so, or enough have demanded it."""
    if decision.balloting.ballot == "roll-call":
        return True
    names = [name for way in decision.balloting.roll_call for name in way.by.names]
    signed = dict.fromkeys((*keys_of(motion.roll_call), *([also] if also else [])))
    demanding = tuple(each for each in signed if any(belongs(draft, each, name) for name in names))
    if not decision.balloting.roll_call or not demanding:
        return False
    subject = Subject(body=motion.body, author=motion.mover, signed=Signed(signers=demanding))
    found = enough(
        decision.balloting.roll_call, draft.supply(subject), decision, "roll_call", draft.state.law.readings
    )
    draft.grounds.extend(found.grounds)
    return found.value is True


DECIDERS: Deciders = {
    MotionSupport: support,
    OptionAdd: add,
    OptionAmend: amend,
    OptionWithdraw: withdraw,
    RollCallDemand: demand_roll_call,
}
