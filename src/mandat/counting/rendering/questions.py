"""A lot that is asked for, in words: English and French."""

from __future__ import annotations

from types import MappingProxyType

from mandat.counting.apportionment.biproportional import CellQuestion
from mandat.counting.apportionment.result import SeatQuestion
from mandat.counting.result import LotQuestion
from mandat.language import Language

Question = LotQuestion | SeatQuestion | CellQuestion

_FRENCH = MappingProxyType(
    {
        "elect": "qui est élu",
        "exclude": "qui est exclu",
        "transfer": "de qui l’excédent est transféré d’abord",
        "order": "qui vient d’abord",
    }
)


def question_in_words(question: Question, language: Language) -> str:
    """What the lot decides, between whom, and by which paragraph.

    >>> asked = LotQuestion(2, "rule 51(2)", "exclude", (1, 3), ("Ann", "Cy"))
    >>> question_in_words(asked, "en")
    'stage 2: a lot decides who is excluded: Ann (1), Cy (3) (rule 51(2))'
    >>> question_in_words(asked, "fr")
    'étape 2 : le sort décide qui est exclu : Ann (1), Cy (3) (rule 51(2))'
    """
    if language == "en":
        return str(question)
    match question:
        case LotQuestion():
            names = zip(question.candidates, question.names, strict=True)
            tied = ", ".join(f"{name} ({number})" for number, name in names)
            what = f"étape {question.stage} : le sort décide {_FRENCH[question.choice]}"
        case SeatQuestion():
            tied = ", ".join(question.names)
            what = f"le sort décide qui obtient {_seats(question.seats)}"
        case CellQuestion():
            tied = ", ".join(question.parties)
            what = f"le sort décide qui obtient {_seats(question.seats)} à {question.district}"
    return f"{what} : {tied} ({question.paragraph})"


def _seats(many: int) -> str:
    return "un siège" if many == 1 else f"{many} sièges"
