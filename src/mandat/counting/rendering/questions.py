"""A lot that is asked for, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mandat.counting.apportionment.biproportional import CellQuestion
from mandat.counting.apportionment.result import SeatQuestion
from mandat.counting.result import Choice, Consequence, LotQuestion
from mandat.language import Language, Listed, Message, msg, plural

CountQuestion = LotQuestion | SeatQuestion | CellQuestion

_SEATS = plural(
    "a lot decides who gets one seat: {tied} ({paragraph})",
    "a lot decides who gets {n} seats: {tied} ({paragraph})",
    "n",
)
_GIVES_BACK = plural(
    "a lot decides who gives back one seat: {tied} ({paragraph})",
    "a lot decides who gives back {n} seats: {tied} ({paragraph})",
    "n",
)
_CELL = plural(
    "a lot decides who gets one seat in {district}: {tied} ({paragraph})",
    "a lot decides who gets {n} seats in {district}: {tied} ({paragraph})",
    "n",
)


_BOTH: Mapping[str, Message] = {
    "seat": msg("If the lot falls on {drawn}, {gains} will have the seat, {loses} will not."),
    "second round": msg("If the lot falls on {drawn}, {gains} will go on, {loses} will not."),
}
_GAINS: Mapping[str, Message] = {
    "seat": msg("If the lot falls on {drawn}, {gains} will have the seat."),
    "second round": msg("If the lot falls on {drawn}, {gains} will go on."),
}
_LOSES: Mapping[str, Message] = {
    "seat": msg("If the lot falls on {drawn}, {loses} will not have the seat."),
    "second round": msg("If the lot falls on {drawn}, {loses} will not go on."),
}
_BOTH_ELECTED = msg("If the lot falls on {drawn}, {gains} will be elected, {loses} will not.")
_GAINS_ELECTED = msg("If the lot falls on {drawn}, {gains} will be elected.")
_LOSES_ELECTED = msg("If the lot falls on {drawn}, {loses} will not be elected.")
_FIRST = msg("If the lot falls on {drawn}, {drawn} will stand first; the same are elected.")
_NOT_YET = msg("If the lot falls on {drawn}, nobody is elected or out for it yet.")


def consequences_in_words(question: LotQuestion, names: Sequence[str], language: Language) -> list[str]:
    """What each answer does, a sentence for each of the tied. `names` are those of all candidates, in their order.

    >>> told = (Consequence(2, (3,), (1,)), Consequence(3, (1,), (3,)))
    >>> asked = LotQuestion(2, "rule 51(2)", "exclude", (2, 3), ("Bob", "Cy"), told)
    >>> consequences_in_words(asked, ["Ann", "Bob", "Cy"], "en")
    ['If the lot falls on Bob, Cy will be elected, Ann will not.', 'If the lot falls on Cy, Ann will be elected, Cy will not.']
    """
    drawn = dict(zip(question.candidates, question.names, strict=True))
    listed = {**dict(enumerate(names, start=1)), **drawn}

    def of(numbers: tuple[int, ...]) -> Listed:
        return Listed(tuple(listed[n] for n in dict.fromkeys(numbers)))

    return [
        _consequence(question.choice, told).text(
            language, drawn=drawn[told.candidate], gains=of(told.gains), loses=of(told.loses)
        )
        for told in question.consequences
    ]


def _consequence(choice: Choice, told: Consequence) -> Message:
    key = "seat" if choice == "give back" else choice
    match bool(told.gains), bool(told.loses):
        case True, True:
            return _BOTH.get(key, _BOTH_ELECTED)
        case True, False:
            return _GAINS.get(key, _GAINS_ELECTED)
        case False, True:
            return _LOSES.get(key, _LOSES_ELECTED)
    return _FIRST if choice == "order" and not told.open else _NOT_YET


def question_in_words(question: CountQuestion, language: Language) -> str:
    """What the lot decides, between whom, and by which paragraph.

    >>> asked = LotQuestion(2, "rule 51(2)", "exclude", (1, 3), ("Ann", "Cy"))
    >>> question_in_words(asked, "en")
    'stage 2: a lot decides who is excluded: Ann (1), Cy (3) (rule 51(2))'
    """
    match question:
        case LotQuestion():
            return question.sentence().text(language)
        case SeatQuestion(seats=n, paragraph=paragraph):
            seats = _GIVES_BACK if question.gives_back else _SEATS
            return seats.text(language, n=n, tied=Listed(question.names, "commas"), paragraph=paragraph)
        case CellQuestion(seats=n, paragraph=paragraph, district=district):
            tied = Listed(question.parties, "commas")
            return _CELL.text(language, n=n, tied=tied, paragraph=paragraph, district=district)
