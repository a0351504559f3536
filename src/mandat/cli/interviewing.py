"""The interview of ``mandat new``: which template, and the few questions that it asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import typer
from rich.markup import escape
from rich.table import Table

from mandat.bylaws.reading.loader import load
from mandat.cli.bylaws_files import template, template_names
from mandat.cli.speech import console
from mandat.language import Language, Listed, msg, told
from mandat.record.errors import RecordError
from mandat.service.interview import UNITS, AnswerError, InterviewQuestion, answered, questions

_CHOOSE = msg("Which bylaws are nearest to yours? Give a number")
_INTRO = msg(
    "A few questions; Enter keeps what stands in brackets. Everything can be changed in the file afterwards."
)
_CHOICES = msg("one of: {choices}")
_UNIT = msg("in {unit}")


def choose_template(lang: Language) -> str:
    """Ask for a template by number or name."""
    names = template_names()
    table = Table(box=None, show_header=False, padding=(0, 1))
    for number, name in enumerate(names, 1):
        table.add_row(f"[bold]{number}[/]", name, f"[dim]{escape(_first_words(name, lang))}[/]")
    console().print(table)
    while True:
        said = typer.prompt(_CHOOSE.text(lang), default="1")
        if said in names:
            return str(said)
        if said.isdigit() and 1 <= int(said) <= len(names):
            return names[int(said) - 1]


def _first_words(name: str, lang: Language) -> str:
    title = load(template(name)).title
    return title.get(lang) or next(iter(title.values()), "")


def interview(text: str, lang: Language) -> str:
    """Ask every question of a template on the terminal; an answer that does not fit is asked for again."""
    asked = questions(text)
    if asked:
        console().print(f"[dim]{escape(_INTRO.text(lang))}[/]")
    answers: dict[str, str] = {}
    for question in asked:
        said = _ask(text, question, lang)
        if said != question.default:
            answers[question.id] = said
    return answered(text, answers)


def _ask(text: str, question: InterviewQuestion, lang: Language) -> str:
    words = question.words.text(lang)
    hint = _hint(question, lang)
    while True:
        said: str = typer.prompt(f"{words} {hint}".strip(), default=_default(text, question, lang))
        if said == _default(text, question, lang):
            return question.default
        try:
            answered(text, {question.id: said})
        except AnswerError as error:
            console().print(f"  [red]{escape(str(error))}[/]")
            continue
        return said


def _default(text: str, question: InterviewQuestion, lang: Language) -> str:
    if question.id != "name":
        return question.default
    title = load(text).title
    return title.get(lang) or question.default


def _hint(question: InterviewQuestion, lang: Language) -> str:
    if question.choices:
        return f"({_CHOICES.text(lang, choices=Listed(question.choices, 'commas'))})"
    if question.unit:
        return f"({_UNIT.text(lang, unit=UNITS[question.unit])})"
    return ""


def answers_from(pairs: Iterable[str]) -> Mapping[str, str]:
    """Read ``--answer ID=VALUE``; raises ``RecordError`` for one that is not of that form."""
    found = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise RecordError(msg("--answer {pair} is not ID=VALUE, for instance seats=9")(pair=repr(pair)))
        found[name.strip()] = value
    return found


def answer(text: str, answers: Mapping[str, str]) -> str:
    """Put answers given as options into a template; raises ``RecordError`` with what the question takes."""
    try:
        return answered(text, answers)
    except AnswerError as error:
        raise RecordError(
            msg("--answer {question}: {problem}")(question=error.question, problem=told(error))
        ) from error
