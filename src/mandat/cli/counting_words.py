"""The words of ``mandat count`` and ``mandat apportion``."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.language import Language, Message, Phrases, msg, plural

_WORDS: Mapping[str, Message] = {
    "colon": msg(": "),
    "count": msg("Count"),
    "rule": msg("rule"),
    "method": msg("method"),
    "title": msg("title"),
    "text": msg("text"),
    "votes": msg("votes"),
    "seats": msg("seats"),
    "seat": msg("seat"),
    "sum": msg("Sum"),
    "below": msg("below the threshold"),
    "constituencies": msg("constituencies"),
    "unseated": msg("won and not seated"),
    "house": msg("together"),
    "line": msg("line"),
    "paper": msg("paper"),
    "papers": plural("{n} paper", "{n} papers", "n"),
    "findings": plural(
        "{papers} paper is not marked 1, 2, 3 …", "{papers} papers are not marked 1, 2, 3 …", "papers"
    ),
    "key": msg("election key"),
    "undecided": msg("undecided"),
    "empty": msg("{seats} of {places} seats stay empty: nobody is left to fill them"),
    "nobody voted": msg("{seats} of {places} seats stay empty: no paper counts for anybody"),
    "lot": msg("lot"),
    "no difference": msg("no lot: the same are elected in any case"),
    "protocol": msg("by the rule itself"),
    "by stage": msg("stage {stage}"),
    "by age": msg("by average age"),
    "divisor": msg("divisor"),
    "quota": msg("quota"),
    "elected": msg("elected"),
    "out": msg("out"),
    "stage": msg("stage"),
    "tie": msg("tie"),
    "tie at stage": msg("tie at stage {stage}"),
    "draw": msg("Draw it before witnesses and add --lot NUMBER."),
    "draw name": msg("Draw it before witnesses and add --lot NAME."),
    "by all": msg("elected by all rules"),
    "refused": msg("cannot count these ballots"),
    "what if": msg("What if: {change}"),
    "with seats": msg("{seats} seats"),
    "without": msg("without {names}"),
    "gained": msg("elected now, not before"),
    "lost": msg("elected before, not now"),
    "same": msg("the same are elected"),
    "reading": msg("Reading {file}"),
}


def words(lang: Language) -> Phrases:
    """The words in a language, by their key."""
    return Phrases(_WORDS, lang)
