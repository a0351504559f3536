"""The words of the renderings, in English and French."""

from __future__ import annotations

from types import MappingProxyType

from mandat.counting.result import Count, Stage, Tie
from mandat.language import Language

WORDS: MappingProxyType[Language, MappingProxyType[str, str]] = MappingProxyType(
    {
        "en": MappingProxyType(
            {
                "candidate": "Candidate",
                "elected": "Elected",
                "excluded": "Excluded",
                "exhausted": "Non-transferable",
                "lost": "Lost to rounding",
                "quota": "Quota",
                "seats": "Seats",
                "stage": "Stage",
                "ties": "Ties",
                "question": "A lot is needed",
                "first preferences": "First preferences",
                "votes": "Votes",
                "surplus": "Surplus of {names}",
                "exclusion": "Exclusion of {names}",
                "iteration": "Iteration",
                "at stage": "{name} (stage {stage})",
                "tie": "Stage {stage}: {tied} were equal; {chosen} was chosen by {how} ({paragraph}).",
                "by lot": "lot",
                "by stage": "the votes at stage {stage}",
                "diagram": "Where the votes went, stage by stage",
            }
        ),
        "fr": MappingProxyType(
            {
                "candidate": "Candidat·e",
                "elected": "Élu·e·s",
                "excluded": "Exclu·e·s",
                "exhausted": "Non transférables",
                "lost": "Perdu par les arrondis",
                "quota": "Quotient",
                "seats": "Sièges",
                "stage": "Étape",
                "ties": "Égalités",
                "question": "Un tirage au sort est nécessaire",
                "first preferences": "Premières préférences",
                "votes": "Voix",
                "surplus": "Excédent de {names}",
                "exclusion": "Exclusion de {names}",
                "iteration": "Itération",
                "at stage": "{name} (étape {stage})",
                "tie": "Étape {stage} : égalité entre {tied} ; choix de {chosen} par {how} ({paragraph}).",
                "by lot": "le sort",
                "by stage": "les voix à l’étape {stage}",
                "diagram": "Le chemin des voix, étape par étape",
            }
        ),
    }
)


def names_of(count: Count, candidates: tuple[int, ...]) -> str:
    """The names of candidates, joined by commas."""
    return ", ".join(count.names[c - 1] for c in candidates)


def stage_title(count: Count, stage: Stage, language: Language) -> str:
    """What happened in a stage, in words."""
    words = WORDS[language]
    return words.get(stage.kind, stage.kind).format(names=names_of(count, stage.candidates))


def tie_in_words(count: Count, tie: Tie, language: Language) -> str:
    """A tie and how it was settled, as a sentence."""
    words = WORDS[language]
    by_stage = tie.how.removeprefix("stage ")
    how = words["by stage"].format(stage=by_stage) if by_stage != tie.how else tie.how
    return words["tie"].format(
        stage=tie.stage,
        tied=names_of(count, tie.candidates),
        chosen=names_of(count, (tie.chosen,)),
        how=words["by lot"] if tie.how == "lot" else how,
        paragraph=tie.paragraph,
    )
