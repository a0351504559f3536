"""The closed list of named counts: facts and definitions of a bylaws file add names, never change these.

One table, from which the loader's errors, the sentences of the read-back and the manual are made.
"""

from __future__ import annotations

from dataclasses import dataclass

from mandat.bylaws.expression import units
from mandat.bylaws.expression.places import Subject
from mandat.bylaws.expression.units import Unit


@dataclass(frozen=True, slots=True)
class NamedCount:
    """A named count: unit, whose it can be without ``of``, whether ``of`` is possible, what it is, its phrases.

    ``english`` and ``french`` are noun phrases; ``verb_en`` and ``verb_fr`` what those counted do, for sentences such as
    "at least half of the members concerned vote" (empty: they have no verb). ``weighs``: a tally may stand behind ``by``.
    """

    name: str
    unit: Unit
    subjects: frozenset[Subject]
    meaning: str
    english: str
    french: str
    verb_en: str = ""
    verb_fr: str = ""
    of: bool = True
    weighs: bool = True


_BODY = frozenset(
    (
        Subject.SENDER,
        Subject.POST,
        Subject.VOTE,
        Subject.SUPPORT,
        Subject.CONSTITUENCY,
        Subject.RECORD,
        Subject.GROUP,
    )
)
_VOTE = frozenset((Subject.VOTE,))
_ELECTION = frozenset((Subject.SENDER, Subject.VOTE, Subject.SUPPORT, Subject.RECORD))
_PERSON = frozenset((Subject.PERSON,))
_HOLDER = frozenset((Subject.PERSON, Subject.POST))
_LINE = frozenset((Subject.SENDER, Subject.POST, Subject.RECORD, Subject.GROUP))

_BODIES = (
    NamedCount(
        "members", units.PEOPLE, _BODY, "memberships of an assembly or caucus now (a council has posts: `filled`, `seats`)",
        "the members", "les membres", "are members", "sont membres",
    ),
    NamedCount(
        "entitled", units.PEOPLE, _BODY,
        "on the roll of this vote: those whose `may_vote` held at `roll_at`, less those barred; outside a vote, now",
        "those entitled to vote", "les inscrits", "are entitled to vote", "ont le droit de vote",
    ),
    NamedCount(
        "concerned", units.PEOPLE, _VOTE | {Subject.SUPPORT, Subject.RECORD},
        "members whom the matter touches, listed and frozen when the vote is called",
        "the members concerned", "les intéressés", "are concerned", "sont intéressés",
    ),
    NamedCount(
        "electors", units.PEOPLE, frozenset((Subject.CONSTITUENCY, Subject.VOTE, Subject.SUPPORT)),
        "entitled in the election that filled this seat, and still members of the constituency",
        "those who were entitled in its election and are still members", "les électeurs du siège",
    ),
    NamedCount(
        "seats", units.SEATS, _BODY, "posts due, vacant ones included",
        "all seats", "l'effectif légal",
    ),
    NamedCount(
        "filled", units.SEATS, _BODY, "posts with a holder (full, acting or caretaker)",
        "the posts with a holder", "les membres en exercice",
    ),
)  # fmt: skip
_VOTES = (
    NamedCount(
        "present", units.PEOPLE, _VOTE, "entitled and there when the vote opens, no proxies; not in a written vote",
        "those present", "les présents", "are present", "sont présents",
    ),
    NamedCount(
        "represented", units.PEOPLE, _VOTE, "those present, and those whose proxy-holder is there",
        "those present or represented", "les présents ou représentés", "are present or represented",
        "sont présents ou représentés",
    ),
    NamedCount(
        "yes", units.PEOPLE, _VOTE, "ballots for (of a candidate or option: those that name it above the default)",
        "those in favour", "les voix pour", "are in favour", "sont pour",
    ),
    NamedCount(
        "no", units.PEOPLE, _VOTE, "ballots against",
        "those against", "les voix contre", "are against", "sont contre",
    ),
    NamedCount(
        "abstain", units.PEOPLE, _VOTE, "ballots that abstain, blank ones included",
        "those who abstain", "les abstentions", "abstain", "s'abstiennent",
    ),
    NamedCount(
        "invalid", units.PEOPLE, _VOTE, "ballots that are void",
        "the invalid ballots", "les bulletins nuls",
    ),
    NamedCount("cast", units.PEOPLE, _VOTE, "yes + no", "those cast", "les exprimés"),
    NamedCount("valid", units.PEOPLE, _VOTE, "cast + abstain", "the valid ballots", "les suffrages valables"),
    NamedCount(
        "voted", units.PEOPLE, _VOTE, "valid + invalid",
        "those who vote", "les votants", "vote", "votent",
    ),
)  # fmt: skip
_SEATS = (
    NamedCount(
        "due", units.SEATS, _LINE, "of this line, for this sender: posts due", "the posts due", "les postes dus",
    ),
    NamedCount(
        "sent", units.SEATS, _LINE, "of this line, for this sender: posts with a holder",
        "the delegates sent", "les délégués envoyés",
    ),
    NamedCount(
        "sent_present", units.SEATS, _LINE, "of this line, for this sender: holders present",
        "the delegates present", "les délégués présents", "are present", "sont présents",
    ),
    NamedCount("standing", units.PEOPLE, _ELECTION, "candidates of this election", "the candidates", "les candidats"),
    NamedCount(
        "places", units.SEATS, _ELECTION, "seats to fill in this election",
        "the seats to fill", "les sièges à pourvoir",
    ),
    NamedCount("lists", units.NUMBER, _ELECTION, "lists in this election", "the lists", "les listes", weighs=False),
    NamedCount(
        "divisor", units.NUMBER, frozenset((Subject.SENDER,)),
        "with `total`, once, as a divisor: the number that makes the seats add up",
        "the divisor", "le diviseur", of=False, weighs=False,
    ),
)  # fmt: skip
_SIGNATURES = (
    NamedCount(
        "signed", units.PEOPLE, frozenset((Subject.SUPPORT, Subject.RECORD)),
        "standing signatures of those who may sign",
        "the signatures", "les signatures", "have signed", "ont signé",
    ),
    NamedCount(
        "withdrawn", units.PEOPLE, frozenset((Subject.CONSTITUENCY, Subject.RECORD)),
        "standing withdrawals of confidence from this holder of this seat by those in its base",
        "those who have withdrawn confidence", "les retraits de confiance", "have withdrawn confidence",
        "ont retiré leur confiance",
    ),
    NamedCount(
        "parties", units.BODIES, frozenset((Subject.RECORD, Subject.ACT, Subject.SUPPORT)), "parties of an agreement",
        "the parties", "les parties", weighs=False,
    ),
    NamedCount(
        "ratified", units.BODIES, frozenset((Subject.RECORD, Subject.ACT, Subject.SUPPORT)),
        "parties of an agreement that have ratified it",
        "the parties that have ratified", "les parties qui ont ratifié", "have ratified", "ont ratifié", weighs=False,
    ),
)  # fmt: skip
_PERSONS = (
    NamedCount("age", units.DURATION, _PERSON, "age of the person", "the age", "l'âge", weighs=False),
    NamedCount(
        "seniority", units.DURATION, _PERSON, "how long the membership has lasted",
        "the membership", "l'ancienneté", weighs=False,
    ),
    NamedCount(
        "served", units.DURATION, _HOLDER, "time in this post",
        "the time in the post", "le temps de fonction", weighs=False,
    ),
    NamedCount(
        "left", units.DURATION, _HOLDER, "what is left of the term",
        "the rest of the term", "le reste du mandat", weighs=False,
    ),
    NamedCount(
        "since_left", units.DURATION, _PERSON, "time since the person left the post; longer than any if never held",
        "the time since leaving the post", "le temps depuis la fin de la fonction", weighs=False,
    ),
    NamedCount(
        "silent", units.DURATION, _PERSON, "time since the person's last act",
        "the time since the last act", "le temps depuis le dernier acte", weighs=False,
    ),
    NamedCount(
        "terms", units.NUMBER, _HOLDER, "terms completed in this post",
        "the terms completed", "les mandats accomplis", weighs=False,
    ),
    NamedCount(
        "target", units.TRUTH, _PERSON, "the person whose post is at stake",
        "the person concerned", "la personne visée", of=False, weighs=False,
    ),
    NamedCount(
        "signer", units.TRUTH, _PERSON, "a signer of this support",
        "a signer", "un signataire", of=False, weighs=False,
    ),
    NamedCount(
        "author", units.TRUTH, _PERSON, "the author of this act or motion",
        "the author", "l'auteur", of=False, weighs=False,
    ),
    NamedCount(
        "amount", units.MONEY, frozenset((Subject.ACT,)), "amount named in the act",
        "the amount", "le montant", of=False, weighs=False,
    ),
)  # fmt: skip

COUNTS: dict[str, NamedCount] = {
    count.name: count for count in (*_BODIES, *_VOTES, *_SEATS, *_SIGNATURES, *_PERSONS)
}
"""Every named count, by name, in the order of the manual."""

STATE_MEANINGS: dict[str, tuple[str, str, str]] = {
    "vacant": ("has no holder", "is vacant", "n'a pas de titulaire"),
    "sitting": ("is in session, from `opened` to `closed` or `adjourned`", "is sitting", "siège"),
    "met": ("has met since it was last renewed", "has met", "a siégé"),
    "open": ("has started and not ended: a vote, a recall, a petition", "is open", "est en cours"),
    "in_force": ("binds its parties: an agreement", "is in force", "est en vigueur"),
    "resolved": ("has been decided in favour: a vote", "has been resolved", "est chose décidée"),
    "seated": (
        "the person of the subject holds a post there",
        "the person holds a seat of {}",
        "la personne tient un siège dans {}",
    ),
}
"""The truths about a body, a vote, a recall or an agreement: meaning, English and French phrase.

``{}`` stands for the title, which comes before a phrase that has none.
"""


def meaningful(subjects: tuple[Subject, ...]) -> list[str]:
    """The names that have a meaning without ``of`` where the subject is one of these, in the order of the table."""
    if Subject.ANY in subjects:
        return list(COUNTS)
    return [name for name, count in COUNTS.items() if not count.subjects.isdisjoint(subjects)]
