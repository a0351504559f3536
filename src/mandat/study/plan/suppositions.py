"""What a study supposes where the bylaws are silent, or say what the model cannot represent: which article, and what instead."""

from __future__ import annotations

from dataclasses import dataclass

from mandat.bylaws.model import Entry
from mandat.language import ENGLISH, Language, Sentence, msg

SEATS = msg("the number of seats is open here; {n} are supposed for each body that sends")
SHARED = msg("how the seats are shared out is open here; equal shares are supposed")
LEFT_OUT = msg("who fills these seats is outside the bylaws; they are left out")
CONDITION = msg("the condition “{text}” is taken as always met")
CONDITION_UNMET = msg("the condition “{text}” is taken as never met, so these seats are left out")
TERM = msg("the term ends with an event whose date the text does not give; {months} months are supposed")
ROTATION = msg("the rotation is taken as so many groups of seats renewed in turn: {n}")
METHOD = msg("the method {method} is counted with one slate for each tendency and papers that follow it")
CONFIDENCE = msg("“{text}” rests on what a study does not have; half of the electors is supposed")
PETITION = msg("“{text}” rests on what a study does not have; {percent} per cent of the electors is supposed")
DECISION = msg("the decision rests on what a study does not have; more yes than no is supposed")
ALONE = msg("who holds this right decides alone; a majority of that body is supposed to use it")
KEEPS = msg(
    "a seat higher up is lost as soon as the body below has fewer delegates of that tendency than it sent"
)
BY_TURNS = msg("which body sends to which is not in the text; they are spread evenly")
AGAIN = msg("who follows when the seat is lost is not in the text; a new election is supposed")
TOP_DECISION = msg("no decision of {body} was found; more yes than no is supposed")


@dataclass(frozen=True, slots=True)
class Supposition:
    """``rule`` and ``key`` of the file, its ``article`` if it has one, and what is supposed."""

    rule: str
    key: str
    article: str | None
    says: Sentence

    def text(self, language: Language) -> str:
        """In words, with the article."""
        where = f"{self.article} " if self.article else ""
        return f"{where}({self.rule}): {self.says.text(language)}"


class Suppositions:
    """Collects what is supposed while a plan is made, each once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], Supposition] = {}

    def note(self, entry: Entry, key: str, says: Sentence) -> None:
        """Keep one."""
        found = Supposition(entry.id, key, entry.article, says)
        self._found.setdefault((entry.id, key, says.text(ENGLISH)), found)

    @property
    def all(self) -> tuple[Supposition, ...]:
        """All so far, in the order of finding."""
        return tuple(self._found.values())
