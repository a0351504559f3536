"""What acts, stages and results are called in pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Gettext = Callable[[str], str]


def act_names(_: Gettext) -> Mapping[str, str]:
    """Return the name of every act by its tag."""
    return {
        "federation.found": _("Founding of the federation"),
        "bylaws.adopt": _("Adoption of bylaws"),
        "rules.interpret": _("Interpretation of a rule"),
        "key.bind": _("Key registered"),
        "key.revoke": _("Key ended"),
        "key.invite": _("Invitation"),
        "key.enrol": _("Key registered by invitation"),
        "registrar.name": _("Registrar named"),
        "body.found": _("Founding of a body"),
        "body.merge": _("Merger of bodies"),
        "body.dissolve": _("Dissolution of a body"),
        "member.enrol": _("Enrolment of a member"),
        "member.leave": _("Leaving an assembly"),
        "member.move": _("Move to another assembly"),
        "member.death": _("Death of a member"),
        "member.import": _("Enrolment of a list"),
        "fact.tell": _("Fact told"),
        "election.call": _("Election called"),
        "candidate.nominate": _("Candidacy"),
        "candidate.withdraw": _("Candidacy withdrawn"),
        "election.open": _("Voting opened"),
        "ballot.cast": _("Vote cast in an election"),
        "election.close": _("Voting closed"),
        "count.enter": _("Count entered"),
        "lot.draw": _("Lot drawn"),
        "post.resign": _("Resignation"),
        "post.appoint": _("Appointment"),
        "post.send": _("Delegate sent"),
        "confidence.withdraw": _("Confidence withdrawn"),
        "confidence.give": _("Confidence given"),
        "recall.start": _("Petition for a recall"),
        "recall.sign": _("Petition signed"),
        "recall.unsign": _("Signature withdrawn"),
        "officer.relieve": _("Relief of an officer"),
        "meeting.open": _("Meeting opened"),
        "meeting.attend": _("Presence registered"),
        "meeting.leave": _("Meeting left"),
        "meeting.close": _("Meeting closed"),
        "motion.table": _("Motion tabled"),
        "motion.withdraw": _("Motion withdrawn"),
        "vote.open": _("Vote opened"),
        "vote.cast": _("Vote cast"),
        "vote.count": _("Count of a vote entered"),
        "vote.close": _("Vote closed"),
        "tie.break": _("Tie broken"),
        "caucus.form": _("Caucus formed"),
        "caucus.join": _("Caucus joined"),
        "caucus.leave": _("Caucus left"),
        "question.ask": _("Question asked"),
        "question.answer": _("Question answered"),
        "power.exercise": _("Power exercised"),
        "power.ratify": _("Ratification"),
        "power.delegate": _("Power delegated"),
        "power.resume": _("Power taken back"),
        "clock": _("A date has come"),
        "sealed": _("Sealed act"),
    }


def stage_names(_: Gettext) -> Mapping[str, str]:
    """Return the name of every stage of an election."""
    return {
        "called": _("called"),
        "open": _("voting is open"),
        "closed": _("voting is closed"),
        "tied": _("waits for a lot"),
        "certified": _("certified"),
        "void": _("void"),
    }


def result_names(_: Gettext) -> Mapping[str, str]:
    """Return the name of every result of a vote."""
    return {
        "carried": _("carried"),
        "defeated": _("defeated"),
        "no-quorum": _("no quorum"),
        "tied": _("tied"),
        "open": _("open question"),
        "again": _("to be held again"),
    }
