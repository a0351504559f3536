"""The words of the explanation."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.language import Language, Message, Value, msg

_WORDS: Mapping[str, Message] = {
    # -- the table -----------------------------------------------------------------------------------------------
    "can": msg("Who can"),
    "agree": msg("Who must agree"),
    "undo": msg("Who can undo it"),
    "power": msg("Power"),
    "powers": msg("Who can do what"),
    "questions": msg("Questions"),
    "nobody": msg("nobody"),
    "article": msg("art. {article}"),
    "jointly": msg("all together"),
    "by-decision": msg("by “{decision}”"),
    "when": msg("if {condition}"),
    "frozen": msg("not while {condition}"),
    "limit": msg("only if {condition}"),
    "delegable": msg("may delegate it"),
    "delegable-to": msg("may delegate it to: {to}"),
    "within": msg("within {length}"),
    "silence-nothing": msg("silence means nothing"),
    "silence-consents": msg("silence consents"),
    "silence-refuses": msg("silence refuses"),
    "as-countersign": msg("countersigned by: {by}"),
    "as-nominate": msg("proposed by: {by}"),
    "as-consent": msg("consent before: {by}"),
    "as-ratify": msg("no effect until ratified by: {by}"),
    "as-confirm": msg("lapses unless confirmed by: {by}"),
    "how-suspend": msg("may suspend it: {by}"),
    "how-annul": msg("may annul it: {by}"),
    "how-replace": msg("may replace it: {by}"),
    "how-block": msg("may block it: {by}"),
    "recalls": msg("may recall holders ({body}): {by}"),
    # -- can every office be recalled, and by whom? ----------------------------------------------------------------
    "asks-recall": msg("Can every office be recalled, and by whom?"),
    "recall-all": msg("Yes."),
    "recall-some": msg("No."),
    "recalled-by": msg("{line}: {ways}"),
    "recalled-by-nobody": msg("{line}: by nobody"),
    "recall-confidence": msg("{by}, by withdrawing confidence"),
    "recall-decision": msg("{by}, by a decision"),
    "recall-alone": msg("{by}, alone"),
    # -- who answers to nobody? ------------------------------------------------------------------------------------
    "asks-nobody": msg("Who answers to nobody?"),
    "nobody-none": msg("Nobody."),
    "nobody-some": msg("These:"),
    # -- which power has no holder, or two? ------------------------------------------------------------------------
    "asks-powers": msg("Which power has no holder, or two?"),
    "powers-none": msg("None."),
    "powers-some": msg("These:"),
    # -- can every quorum be met? ----------------------------------------------------------------------------------
    "asks-quorum": msg("Can every quorum be met?"),
    "quorum-all": msg("Yes."),
    "quorum-none": msg("No decision asks for a quorum."),
    "quorum-never": msg("No."),
    "quorum-of": msg("{decision}: {condition}"),
    "quorum-fewest": msg(" – of {of}, {fewest}"),
    # -- which majority can change the bylaws? ---------------------------------------------------------------------
    "asks-amend": msg("Which majority can change the bylaws?"),
    "amend-some": msg("This:"),
    "amend-none": msg("None: nobody can."),
    "amend-by": msg("{holder}, if {condition}"),
    "amend-unsaid": msg("{holder}; by which majority is not said"),
    "covers": msg(", for articles {articles}"),
    "of-hundred": msg(" – of 100 who all vote, {fewest} in favour"),
    # -- how few base members carry a decision of the top body? ----------------------------------------------------
    "asks-capture": msg("How few base members could carry a decision of the top body?"),
    "capture-some": msg("{fewest} of {base} could carry one of {body}."),
    "capture-none": msg("It cannot be worked out."),
    "capture-of": msg(
        "{body}, {decision}: {least} of {seats} votes, so {fewest} of {base} base members, "
        "supposing {supposed}"
    ),
    "capture-bare": msg("; at bare quorum {bare}"),
    "capture-blocks": msg("; {blocks} could block it"),
    "capture-unknown": msg(
        "{body}, {decision}: depends on what the file does not say (facts, numbers left open, "
        "seats by lot or ex officio)"
    ),
    "size": msg("{body}: {bodies} × {members} members"),
    # -- which rules are never used? -------------------------------------------------------------------------------
    "asks-unused": msg("Which rules are never used?"),
    "unused-none": msg("None."),
    "unused-some": msg("These:"),
}


def say(language: Language, key: str, **words: Value) -> str:
    """The words of a key with their places filled in.

    >>> say("en", "as-ratify", by="the congress")
    'no effect until ratified by: the congress'
    """
    return _WORDS[key].text(language, **words)
