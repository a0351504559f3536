"""Closing a vote: what was decided, and what waits."""

from __future__ import annotations

from collections import Counter

from mandat.bylaws.model import Decision
from mandat.bylaws.model.pieces import Population, Silence
from mandat.federation.assembly.motions import discussing as discussion
from mandat.federation.assembly.motions import supporting, tabling, voting
from mandat.federation.assembly.motions.acts import TieBreak, VoteClose
from mandat.federation.assembly.motions.effects import (
    CastingEnded,
    OptionCarried,
    OptionsVoteClosed,
    PapersCounted,
    TallyShown,
    VoteClosed,
    VotesCounted,
)
from mandat.federation.assembly.motions.outcome import DecisionOutcome, outcome
from mandat.federation.assembly.motions.ranking import Ranked, parse_paper, ranked
from mandat.federation.assembly.motions.repeating import held_again, rule_now
from mandat.federation.assembly.motions.state import Motion, Vote
from mandat.federation.assembly.motions.voting import find_vote, paper_of, require_total
from mandat.federation.assembly.motions.weighing import shown
from mandat.federation.base.agenda.items import VotingEnd
from mandat.federation.base.closed import RepeatCause, VoteResult
from mandat.federation.base.competence.presiding import require_presiding
from mandat.federation.base.counts.votes import rankings
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.evaluation import Supply
from mandat.federation.base.named_powers import INTERPRET
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.questioned import QuestionedVote
from mandat.federation.base.rulings import Ground, OpenQuestion, Value
from mandat.federation.base.subject import Subject
from mandat.federation.base.types import BlobName, MotionId, OptionId
from mandat.instants import Instant


def close(draft: Draft, act: VoteClose) -> None:
    """By who presides, not before the end that the bylaws set unless everybody has voted."""
    motion, vote = find_vote(draft, act.motion)
    require_presiding(draft, motion)
    draft.require(vote.result != "tied", "motion.not-tied", motion=motion.id)
    over = (
        vote.course.until is None
        or draft.at >= vote.course.until
        or len(vote.received.ballots) == len(vote.voters.roll)
    )
    draft.require(
        over, "motion.time", _rule(draft, vote), "voting", motion=motion.id, until=vote.course.until
    )
    boxed = _awaits_box(vote)
    draft.require(boxed or act.box is None, "motion.no-box", motion=motion.id)
    if boxed:
        _open_box(draft, vote, act.box)
    decide(draft, motion.id)


def _awaits_box(vote: Vote) -> bool:
    return vote.secret and not vote.received.counted and bool(vote.received.ballots)


def _open_box(draft: Draft, vote: Vote, box: BlobName | None) -> None:
    """Count the ballots of a secret vote: as many as have voted."""
    draft.require(box is not None, "motion.box", motion=vote.motion, voted=len(vote.received.ballots))
    content = None if box is None else draft.inputs.blobs.get(box)
    draft.require(content is not None, "blob.given", blob=box)
    lines = (content or b"").decode(errors="replace").splitlines()
    require_total(draft, vote, len(lines))
    draft.emit(_ranked_papers(draft, vote, lines) if vote.between.paper else _choices(vote, lines))


def _choices(vote: Vote, lines: list[str]) -> VotesCounted:
    found = Counter(line.strip() or "abstain" for line in lines)
    yes, no, abstain = found["yes"], found["no"], found["abstain"]
    invalid = len(lines) - yes - no - abstain
    return VotesCounted(motion=vote.motion, yes=yes, no=no, abstain=abstain, invalid=invalid)


def _ranked_papers(draft: Draft, vote: Vote, lines: list[str]) -> PapersCounted:
    """Read the ballots between options; all that can be read are counted as valid."""
    options = paper_of(vote, _rule(draft, vote))
    read = (parse_paper(line, options) for line in lines)
    papers = tuple(sorted(paper for paper in read if paper is not None))
    invalid = len(lines) - len(papers)
    return PapersCounted(motion=vote.motion, valid=len(papers), invalid=invalid, papers=papers)


def decide(draft: Draft, name: MotionId) -> None:
    """Decide a vote from its tally, under the bylaws of the moment it was opened."""
    motion, vote = draft.state.motions.all[name], draft.state.motions.votes[name]
    rule = rule_now(_rule(draft, vote), vote)
    with draft.under(vote.bylaws_version):
        if vote.between.paper:
            _decide_between(draft, motion, vote, rule)
            return
        subject = Subject(body=motion.body, motion=name, author=motion.mover)
        found = outcome(rule, draft.supply(subject), draft.state.law.readings_for(rule.id, name))
        draft.grounds.extend(found.grounds)
        yes, no, _, _ = vote.received.tally
        missing, level = found.result == VoteResult.NO_QUORUM, yes == no
        cause = RepeatCause.QUORUM if missing else RepeatCause.TIE if level else None
        result, not_before = held_again(draft, rule, vote, found.result, cause)
        _conclude(draft, vote, result, not_before=not_before)
    if found.result == "open" and vote.result != "open":
        _ask(draft, motion, rule, found)


def _decide_between(draft: Draft, motion: Motion, vote: Vote, rule: Decision) -> None:
    """Hold each option against the default, and let the counting rule choose among those that are left."""

    def supply_of(option: OptionId) -> Supply:
        return draft.supply(Subject(body=motion.body, motion=motion.id, author=motion.mover, option=option))

    found = ranked(
        rule, vote.between.paper, rankings(vote), supply_of, draft.state.law.readings_for(rule.id, motion.id)
    )
    for option, (yes, no, level, _), each in found.outcomes:
        stays = option in found.left
        _note(draft, rule, stays, option=option, yes=yes, no=no, level=level)
        draft.grounds.extend(each.grounds)
    open_ = next((each for option, _, each in found.outcomes if option == found.open), None)
    if open_ is not None:
        _conclude_options(draft, vote, VoteResult.OPEN)
        if vote.result != "open":
            _ask(draft, motion, rule, open_)
        return
    _conclude_between(draft, vote, rule, found)


def _note(draft: Draft, rule: Decision, stays: bool, **numbers: Value) -> None:
    """Note how one option stands against the default: dropped or not, that is a finding and no refusal."""
    draft.grounds.append(
        Ground(
            rule=rule.id,
            article=rule.article,
            key="default",
            requirement="motion.option",
            numbers=numbers,
            holds=stays,
        )
    )


def _conclude_between(draft: Draft, vote: Vote, rule: Decision, found: Ranked) -> None:
    if len(found.winners) == 1:
        _conclude_options(draft, vote, VoteResult.CARRIED, winner=found.winners[0])
        return
    if found.winners:
        settled = rule.verdict.tie is not None and not isinstance(rule.verdict.tie, Silence)
        result: VoteResult = VoteResult.TIED if settled else VoteResult.DEFEATED
        result, not_before = (
            (result, None) if settled else held_again(draft, rule, vote, result, RepeatCause.TIE)
        )
        _conclude_options(draft, vote, result, level=found.winners if settled else (), not_before=not_before)
        return
    quorate = any(each.result != "no-quorum" for _, _, each in found.outcomes)
    result, not_before = held_again(
        draft,
        rule,
        vote,
        VoteResult.DEFEATED if quorate else VoteResult.NO_QUORUM,
        RepeatCause.DEFAULT if quorate else RepeatCause.QUORUM,
    )
    if not quorate and result == "no-quorum":
        result, not_before = held_again(draft, rule, vote, result, RepeatCause.DEFAULT)
    _conclude_options(draft, vote, result, not_before=not_before)


def _rule(draft: Draft, vote: Vote) -> Decision:
    return draft.state.law.books[vote.bylaws_version].decision(draft.state.motions.all[vote.motion].decision)


def _conclude_options(
    draft: Draft,
    vote: Vote,
    result: VoteResult,
    *,
    winner: OptionId | None = None,
    level: tuple[OptionId, ...] = (),
    not_before: Instant | None = None,
) -> None:
    draft.strike(VotingEnd(vote.motion))
    if winner is not None:
        draft.emit(OptionCarried(motion=vote.motion, option=winner))
    draft.emit(
        OptionsVoteClosed(
            motion=vote.motion,
            result=result,
            at=draft.at,
            ranked=len(rankings(vote)),
            invalid=int(vote.received.tally[3]),
            winner=winner,
            level=level,
            not_before=not_before,
        )
    )


def _conclude(draft: Draft, vote: Vote, result: VoteResult, *, not_before: Instant | None = None) -> None:
    yes, no, abstain, invalid = (int(number) for number in vote.received.tally)
    draft.strike(VotingEnd(vote.motion))
    motion = draft.state.motions.all[vote.motion]
    further = shown(draft, motion, _rule(draft, vote))
    for name, (for_, against_, neither, _) in further.items():
        draft.emit(TallyShown(motion=motion.id, tally=name, yes=for_, no=against_, abstain=neither))
    draft.emit(
        VoteClosed(
            motion=vote.motion,
            result=result,
            at=draft.at,
            yes=yes,
            no=no,
            abstain=abstain,
            invalid=invalid,
            tallies=further,
            not_before=not_before,
        )
    )


def _ask(draft: Draft, motion: Motion, rule: Decision, found: DecisionOutcome) -> None:
    """Ask how the bylaws are to be read; whoever presides closes the vote again after the answer."""
    quorum_open = found.quorum is not None and found.quorum.open
    silent = found.quorum if quorum_open and found.quorum is not None else found.carried
    key = "quorum" if quorum_open else "carried" if rule.verdict.carried is not None else "rejected"
    draft.ask(
        OpenQuestion(
            id=draft.question_id(),
            rule=rule.id,
            key=key,
            article=rule.article,
            readings=tuple(dict.fromkeys(reading.choice for reading in silent.readings)),
            holder=INTERPRET,
            subject=QuestionedVote(motion.id),
        )
    )


def fall_due(draft: Draft, due: VotingEnd) -> None:
    """The time for voting is over: decide, or in a secret vote wait for the box."""
    vote = draft.state.motions.votes[due.motion]
    if vote.course.ended is not None:
        return
    if _awaits_box(vote):
        draft.emit(CastingEnded(motion=due.motion, at=draft.at))
    else:
        decide(draft, due.motion)


def break_tie(draft: Draft, act: TieBreak) -> None:
    """By the casting vote of whom the bylaws name; where they say ``lot``, by who presides, with the source of the lot."""
    motion, vote = find_vote(draft, act.motion)
    draft.require(vote.result == "tied", "motion.tied", motion=motion.id)
    rule = _rule(draft, vote)
    if rule.verdict.tie == "lot":
        require_presiding(draft, motion)
        draft.require(bool(act.source), "motion.lot-source", rule, "tie", motion=motion.id)
    else:
        names = rule.verdict.tie.names if isinstance(rule.verdict.tie, Population) else ()
        holds = any(belongs(draft, draft.author, name) for name in names)
        draft.require(holds, "motion.casting-vote", rule, "tie", motion=motion.id, by=", ".join(names))
    if not vote.between.tied:
        _conclude(draft, vote, VoteResult.CARRIED if act.choice == "yes" else VoteResult.DEFEATED)
        return
    one = act.option in vote.between.tied
    draft.require(
        one, "motion.tied-option", rule, "tie", motion=motion.id, options=", ".join(vote.between.tied)
    )
    _conclude_options(draft, vote, VoteResult.CARRIED, winner=act.option)


DECIDERS: Deciders = {
    **tabling.DECIDERS,
    **supporting.DECIDERS,
    **voting.DECIDERS,
    **discussion.DECIDERS,
    VoteClose: close,
    TieBreak: break_tie,
}
