"""A lot that is asked for, in words."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.counting.apportionment.biproportional import CellQuestion
from mandat.counting.apportionment.result import SeatQuestion
from mandat.counting.result import LotQuestion
from mandat.language import Language, Listed, Message, msg, plural

Question = LotQuestion | SeatQuestion | CellQuestion

_CHOICE: Mapping[str, Message] = {
    "elect": msg("stage {stage}: a lot decides who is elected: {tied} ({paragraph})"),
    "exclude": msg("stage {stage}: a lot decides who is excluded: {tied} ({paragraph})"),
    "transfer": msg("stage {stage}: a lot decides whose surplus is transferred first: {tied} ({paragraph})"),
    "order": msg("stage {stage}: a lot decides who comes first: {tied} ({paragraph})"),
}
_SEATS = plural(
    "a lot decides who gets one seat: {tied} ({paragraph})",
    "a lot decides who gets {n} seats: {tied} ({paragraph})",
    "n",
)
_CELL = plural(
    "a lot decides who gets one seat in {district}: {tied} ({paragraph})",
    "a lot decides who gets {n} seats in {district}: {tied} ({paragraph})",
    "n",
)


def question_in_words(question: Question, language: Language) -> str:
    """What the lot decides, between whom, and by which paragraph.

    >>> asked = LotQuestion(2, "rule 51(2)", "exclude", (1, 3), ("Ann", "Cy"))
    >>> question_in_words(asked, "en")
    'stage 2: a lot decides who is excluded: Ann (1), Cy (3) (rule 51(2))'
    """
    match question:
        case LotQuestion(stage=stage, paragraph=paragraph):
            names = zip(question.candidates, question.names, strict=True)
            tied = Listed(tuple(f"{name} ({number})" for number, name in names), "commas")
            return _CHOICE[question.choice].text(language, stage=stage, tied=tied, paragraph=paragraph)
        case SeatQuestion(seats=n, paragraph=paragraph):
            return _SEATS.text(language, n=n, tied=Listed(question.names, "commas"), paragraph=paragraph)
        case CellQuestion(seats=n, paragraph=paragraph, district=district):
            tied = Listed(question.parties, "commas")
            return _CELL.text(language, n=n, tied=tied, paragraph=paragraph, district=district)
