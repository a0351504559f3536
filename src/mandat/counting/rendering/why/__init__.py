"""Why somebody was not elected: a few sentences, made of what the count itself shows.

Every rule is told in its own terms: under STV the stage at which somebody fell, under Condorcet rules the comparisons, with lists
the votes that were missing for a seat. What is said is taken from the `Count` and the ballots, and nothing is guessed.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob"], [((1,), 3), ((2,), 2)])
>>> why_in_words(count("fptp", ballots, 1), ballots, 2)
'Bob was not elected. Votes for Bob: 2; for Ann, elected with the fewest: 3. To draw level, 1 more was needed.'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import msgspec

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.rendering.why import budgets, committees, lists, pairs, totals, transfers
from mandat.counting.rendering.words import names_of
from mandat.counting.replay import recounted
from mandat.counting.result import Count
from mandat.counting.rule import RuleKind
from mandat.counting.rules import rule
from mandat.language import ENGLISH, Language, Sentence, msg

WhyTeller = Callable[[Count, Ballots, int], Iterator[Sentence]]

_TELLERS: Mapping[RuleKind, WhyTeller] = {
    "plurality": totals.told,
    "approval": totals.told,
    "score": totals.told,
    "positional": totals.told,
    "yes-no": totals.told,
    "stv": transfers.told,
    "condorcet": pairs.told,
    "list": lists.told,
    "committee": committees.told,
    "budget": budgets.told,
}
_ELECTED = msg("{name} was elected.")
_CHOSEN = msg("{name} was chosen.")
_NOT_ELECTED = msg("{name} was not elected.")
_NOT_CHOSEN = msg("{name} was not chosen.")
_WITHDREW = msg("{name} withdrew and did not stand.")
_OPEN = msg("{name} is neither elected nor out yet: a lot has to be drawn between {tied}.")
_WAITS = msg("{name} is not elected so far; the count waits for a lot between {tied}.")


def why(count: Count, ballots: Ballots, candidate: int) -> tuple[Sentence, ...]:
    """Why `candidate` (by number) was not elected in this count of these ballots, or how somebody was.

    A list is told why it has no more seats. Raises `BadParameterError` for a number that no candidate has.
    """
    if not 1 <= candidate <= len(count.names):
        raise BadParameterError(
            msg("no candidate has the number {candidate}; numbers run from 1 to {count}")(
                candidate=candidate, count=len(count.names)
            )
        )
    return _why(*_told_apart(count, ballots), candidate)


def _why(count: Count, ballots: Ballots, candidate: int) -> tuple[Sentence, ...]:
    name, kind = count.names[candidate - 1], rule(count.rule).kind
    if candidate not in ballots.standing:
        return (_WITHDREW(name=name),)
    if count.question is not None and not _is_settled(count, candidate):
        among = names_of(count, count.question.candidates)
        drawn = candidate in count.question.candidates
        return ((_OPEN if drawn else _WAITS)(name=name, tied=among),)
    return (*_outcome(count, kind, candidate), *_TELLERS[kind](count, ballots, candidate))


def why_in_words(count: Count, ballots: Ballots, candidate: int, language: Language = ENGLISH) -> str:
    """The sentences of `why`, one after another."""
    return " ".join(sentence.text(language) for sentence in why(count, ballots, candidate))


def why_others(count: Count, ballots: Ballots, language: Language = ENGLISH) -> tuple[tuple[str, str], ...]:
    """(Name, why not) of all who were not elected, in the order of the paper."""
    found, apart = _told_apart(count, ballots)
    return tuple(
        (name, " ".join(sentence.text(language) for sentence in _why(found, apart, number)))
        for number, name in enumerate(found.names, 1)
        if number not in found.winners
    )


def _told_apart(found: Count, ballots: Ballots) -> tuple[Count, Ballots]:
    """The same count by the names that the ballots have now, with numbers behind those that several candidates have."""
    often = Counter(each.name for each in ballots.candidates)
    if max(often.values()) == 1 and found.names == tuple(each.name for each in ballots.candidates):
        return found, ballots
    named = tuple(
        msgspec.structs.replace(each, name=f"{each.name} ({each.number})") if often[each.name] > 1 else each
        for each in ballots.candidates
    )
    apart = replace(ballots, candidates=named)
    return recounted(found, apart), apart


def _is_settled(count: Count, candidate: int) -> bool:
    """Whether a count that waits for a lot has already elected somebody, or dropped for good."""
    if rule(count.rule).kind == "list":
        return False
    gone = rule(count.rule).kind == "stv" and any(each.candidate == candidate for each in count.excluded)
    return candidate in count.winners or (gone and count.rule != "rctab")


def _outcome(count: Count, kind: RuleKind, candidate: int) -> Iterator[Sentence]:
    name = count.names[candidate - 1]
    """Said first; under STV with the stage, of lists with their seats, of a first round by what comes next."""
    own = (kind == "stv" and candidate in count.winners) or (kind == "list" and count.rule != "open-list")
    if own or candidate in count.second_round:
        return
    if kind == "budget":
        yield (_CHOSEN if candidate in count.winners else _NOT_CHOSEN)(name=name)
    else:
        yield (_ELECTED if candidate in count.winners else _NOT_ELECTED)(name=name)
