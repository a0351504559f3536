"""The words of the renderings."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.counting.result import Count, Stage, Tie
from mandat.language import Language, Listed, Message, Phrases, Sentence, msg

WORDS: Mapping[str, Message] = {
    "candidate": msg("Candidate"),
    "elected": msg("Elected"),
    "excluded": msg("Excluded"),
    "exhausted": msg("Non-transferable"),
    "lost": msg("Lost to rounding"),
    "quota": msg("Quota"),
    "seats": msg("Seats"),
    "stage": msg("Stage"),
    "ties": msg("Ties"),
    "question": msg("A lot is needed"),
    "first preferences": msg("First preferences"),
    "votes": msg("Votes"),
    "points": msg("Points"),
    "pairwise wins": msg("Pairwise victories"),
    "surplus": msg("Surplus of {names}"),
    "exclusion": msg("Exclusion of {names}"),
    "iteration": msg("Iteration"),
    "at stage": msg("{name} (stage {stage})"),
    "tie": msg("Stage {stage}: {tied} were equal; {chosen} was chosen by {how} ({paragraph})."),
    "by lot": msg("lot"),
    "no difference": msg("the lowest number, since the same are elected in any case"),
    "protocol": msg("the rule itself"),
    "by age": msg("the average age"),
    "by stage": msg("the votes at stage {stage}"),
    "diagram": msg("Where the votes went, stage by stage"),
    "each": msg("Each candidate from stage to stage"),
    "why": msg("Why the others were not elected"),
    "bar": msg("Stage {stage}: {votes}"),
}


def words(language: Language) -> Phrases:
    """The words in a language, by their key."""
    return Phrases(WORDS, language)


def names_of(count: Count, candidates: tuple[int, ...]) -> Listed:
    """The names of candidates, as a list."""
    return Listed(tuple(count.names[c - 1] for c in candidates))


def stage_title(count: Count, stage: Stage, language: Language) -> str:
    """What happened in a stage, in words."""
    say = words(language)
    return say(stage.kind, names=names_of(count, stage.candidates)) if stage.kind in say else stage.kind


def tie_in_words(count: Count, tie: Tie, language: Language) -> str:
    """A tie and how it was settled, as a sentence."""
    return tie_sentence(count, tie).text(language)


def tie_sentence(count: Count, tie: Tie) -> Sentence:
    """A tie and how it was settled, as data."""
    return WORDS["tie"](
        stage=tie.stage,
        tied=names_of(count, tie.candidates),
        chosen=count.names[tie.chosen - 1],
        how=_settled(tie.how),
        paragraph=tie.paragraph,
    )


def _settled(how: str) -> Sentence | str:
    """By the votes at a stage, by lot, or in a way of the rule's own."""
    stage = how.removeprefix("stage ")
    if stage != how:
        return WORDS["by stage"](stage=stage)
    key = "by lot" if how == "lot" else how
    return WORDS[key]() if key in WORDS else how
