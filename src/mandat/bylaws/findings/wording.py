"""The words of every finding: what was found, and what could be done."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mandat.bylaws.words.faults import FaultWords
from mandat.language import msg

_TEXT: dict[str, FaultWords] = {
    # accountability
    "no-recall": (
        msg("Nobody can recall the holders of {rule}."),
        msg('Add a [recall.…] with `of = "{rule}"`, unless that is what you want.'),
    ),
    "answers-to-nobody": (
        msg("The office {body} answers to nobody: no recall, no duty to report, no check on its acts."),
        msg('Add a [recall.…] with `of = "{body}"`, or a [duty.…] or [check.…].'),
    ),
    "recall-leads-back": (
        msg("Following who can recall whom leads in a circle and never to an assembly: {way}."),
        msg("Let an assembly recall one of them."),
    ),
    "recall-reaches-nobody": (
        msg("Following who can recall whom never reaches an assembly: {way}, and nobody recalls {last}."),
        msg("Add a recall of {last}."),
    ),
    "losers-fill": (
        msg("When {body} is recalled, the very people who lost the vote fill the vacancies ({step})."),
        msg("Let somebody else fill them: `then`."),
    ),
    "recalled-decide": (
        msg("{body} decides on its own recall."),
        msg("Name another body in `by`."),
    ),
    "recalled-consent": (
        msg("The recall needs the consent ({kind}) of those whom it would remove: {body}."),
        msg("Take the need out, or ask another body."),
    ),
    "recall-undecided": (
        msg("{by} may recall, but it is not said how: neither `decision` nor `confidence`."),
        msg("Add one of the two."),
    ),
    "signer-names-second": (
        msg("Who gives the second signature ({kind}: {second}) is chosen by the first signer, {holder}."),
        msg("Let another body fill {second}, or sign."),
    ),
    # powers
    "nobody-amends": (
        msg("No power `bylaws.amend`: nobody can change these bylaws."),
        msg('Add [power."bylaws.amend"].'),
    ),
    "nobody-interprets": (
        msg("Nobody can answer where the text is silent: no power `rules.interpret`, and none to amend."),
        msg('Add [power."rules.interpret"].'),
    ),
    "no-holder": (
        msg("Nobody can hold this power: {holder} has neither members nor seats."),
        msg("Give {holder} a line of seats, or name another holder."),
    ),
    "power-undecided": (
        msg("{holder} holds this power, and it is not said by which decision it is exercised."),
        msg("Add `decision = …`."),
    ),
    "several-holders": (
        msg("{holder} each hold this power alone."),
        msg("Write `jointly = true` if they have to act together."),
    ),
    "two-holders": (
        msg("{one} and {other} can hold this power at the same time."),
        msg("Let the `when` of one exclude the other, such as `vacant({one})`."),
    ),
    "blocks-for-ever": (
        msg("{second} can block this power for ever by saying nothing ({kind})."),
        msg('Add `within = {{ length = …, silence = "consents" }}` or "refuses".'),
    ),
    "endless-freeze": (
        msg(
            "The power is frozen while {recall} is open, and nothing keeps petitions from following "
            "each other."
        ),
        msg("Add `cooling_off` to {recall}."),
    ),
    "endless-pending": (
        msg(
            "Until it is decided the holders are restricted, and nothing keeps petitions from "
            "following each other."
        ),
        msg("Add `cooling_off`."),
    ),
    "amendment-weaker": (
        msg(
            "{amend} can take away what {other} (art. {other_article}) protects: of {voters}, "
            "{votes} amends and would not carry {other}."
        ),
        msg("Ask at least as much for the amendment, or say with `covers` which articles it may touch."),
    ),
    # confidence
    "moving-base": (
        msg("`{count}` moves when members join: {who} can topple or save a delegate."),
        msg("Write `electors` (only leaving moves it) or `{count} at election`."),
    ),
    "majority-beside-quota": (
        msg(
            "A majority can unseat every delegate of {line}, also those whom a minority elected by "
            "quota ({method})."
        ),
        msg("This is a choice; a higher threshold protects minorities."),
    ),
    "two-thresholds": (
        msg(
            "{line} already falls by {other}: two thresholds of confidence for one seat contradict "
            "each other."
        ),
        msg("Keep one of the two."),
    ),
    # arithmetic
    "quorum-never": (
        msg("The quorum can never be met, even with everybody there{size}: `{text}`."),
        msg("Lower it."),
    ),
    "carried-never": (
        msg("Nothing can ever be carried, even by all{size}: `{text}`."),
        msg("Lower it."),
    ),
    "yes-defeats": (
        msg("One more yes can defeat it: of {voters}, {before} carries and {after} fails."),
        msg("Let the numbers of the rule rise with yes."),
    ),
    "no-carries": (
        msg("One more no can carry it: of {voters}, {before} fails and {after} carries."),
        msg("Ask for a share of those entitled instead of votes cast."),
    ),
    "silence-defeats": (
        msg(
            "Opponents do better to stay silent than to vote no: of {voters}, {before} misses the "
            "quorum and {after} carries."
        ),
        msg("Count the quorum in those present, or ask yes votes for a share of those entitled."),
    ),
    "confidence-never": (
        msg("No seat can ever fall, even if all withdraw confidence: `{text}`."),
        msg("Lower the threshold."),
    ),
    "confidence-always": (
        msg("A seat of {electors} electors falls although nobody withdrew confidence: `{text}`."),
        msg("Write `>` instead of `>=`, or raise the threshold."),
    ),
    "least-above-most": (
        msg("At least {least} and at most {most} cannot both be."),
        msg("Exchange them."),
    ),
    # rows
    "row-never": (
        msg("Row {row} (`{condition}`) never applies: the rows before take every number."),
        msg("Take it out, or move it up."),
    ),
    "row-hole": (
        msg('Only {count} = {value} falls through to "else".'),
        msg("Check `<` and `<=` at {value}."),
    ),
    "table-falls": (
        msg("The number falls while {count} rises: {before} gives {more}, {after} gives {less}."),
        msg("Check that this is meant."),
    ),
    # unreachable
    "never-used": (
        msg("{rule} is never used."),
        msg("Name it where it should apply, or take it out."),
    ),
    "no-seats": (
        msg("{rule} is of type {type} and has no line of seats: nobody can ever sit there."),
        msg("Add [{rule}.seats.…]."),
    ),
    "nobody-fills": (
        msg("Nobody fills these seats: they are {fill}, with neither `from` nor `by`."),
        msg("Add `from = …` (who sends or elects) or `by = …`."),
    ),
    "one-post": (
        msg("{rule} does not say how many: each sender has one post."),
        msg("Write `number = 1` to say so."),
    ),
    "after-vacant": (
        msg('What follows "vacant" in the succession is never reached.'),
        msg('Put "vacant" last.'),
    ),
    "motion-unstarted": (
        msg("Nobody can start {rule}."),
        msg("Add `start = {{ by = …, enough = … }}`."),
    ),
    "motion-undecided": (
        msg("{rule} never comes to a decision."),
        msg("Add `decision = …`."),
    ),
}

FINDINGS: Mapping[str, FaultWords] = MappingProxyType(_TEXT)
"""Code → language → (what was found, remedy); the words in braces are ``Finding.words``."""
