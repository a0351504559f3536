"""The interview of a template: a bylaws file that is valid as it stands, with questions at the end of some lines.

    title = "Our union"                      #? name | What is the union called?
    number = "ceil(entitled / 50)"           #? each = 50 | One delegate for how many members?
    term = "P2Y"                             #? term = P2Y | How long is the term?
    ballot = "secret"                        #? ballot = secret {secret, open} | How is it voted?

``ID = TOKEN`` names the piece of the line that the answer replaces (it stands there once); without a token it is the whole
value, as for a name. Words in braces are the only answers allowed. Unanswered questions keep what the template says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

import msgspec

from mandat.language import Message, Sentence, ToldError, msg

AnswerKind = Literal["text", "number", "share", "duration", "choice"]

_QUESTION = re.compile(
    r"""^(?P<head>.*?\S)(?P<space>\s+)\#\?\s*(?P<id>[a-z][a-z0-9-]*)
        (?:\s*=\s*(?P<token>[^|{]+?))?(?:\s*\{(?P<choices>[^}]*)\})?\s*
        (?:\|\s*(?P<words>[^|]+?)\s*)?$""",
    re.VERBOSE,
)
_DURATION = re.compile(r"P(\d+)([YMWD])")
_KINDS: tuple[tuple[AnswerKind, re.Pattern[str]], ...] = (
    ("duration", _DURATION),
    ("share", re.compile(r"\d+/\d+|\d+%")),
    ("number", re.compile(r"\d+")),
)
UNITS: Mapping[str, Message] = {
    "Y": msg("years", context="in"),
    "M": msg("months", context="in"),
    "W": msg("weeks", context="in"),
    "D": msg("days", context="in"),
}
"""The letter of a duration and its unit."""
_SHAPES = {
    "number": r"[1-9]\d*",
    "share": r"[1-9]\d*/[1-9]\d*|[1-9]\d*%",
    "duration": r"[1-9]\d*|P[1-9]\d*[YMWD]",
}
_ID = "id"
_NAME = "name"
_LONGEST = 60


class AnswerError(ToldError, ValueError):
    """An answer that a question does not take; ``question`` is its id, and the message says what it takes."""

    def __init__(self, question: str, problem: Sentence | Message) -> None:
        """Say which question, and what is wrong."""
        super().__init__(problem)
        self.question = question


class InterviewQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """One question: its words, what the template says now, and what kind of answer it takes.

    The answer of a ``duration`` is a number of ``unit`` (Y, M, W, D) or a duration; of a ``share`` a fraction or percentage.
    """

    id: str
    words: Message
    default: str
    kind: AnswerKind
    unit: str = ""
    choices: tuple[str, ...] = ()


def questions(template: str) -> tuple[InterviewQuestion, ...]:
    """Return the questions of a template in order; a question that several lines share is asked once.

    >>> [(q.id, q.default, q.kind) for q in questions('n = 7  #? seats = 7 | How many?')]
    [('seats', '7', 'number')]
    """
    found: dict[str, InterviewQuestion] = {}
    for line in template.splitlines():
        match = _QUESTION.match(line)
        if match is not None and match["words"] and match["id"] not in found:
            found[match["id"]] = _question(match)
    return tuple(found.values())


def _question(match: re.Match[str]) -> InterviewQuestion:
    default = match["token"] or _whole_value(match["head"])
    choices = tuple(word.strip() for word in (match["choices"] or "").split(",") if word.strip())
    kind: AnswerKind = "choice" if choices else _kind(default) if match["token"] else "text"
    duration = _DURATION.fullmatch(default)
    return InterviewQuestion(
        id=match["id"],
        words=Message(match["words"]),
        default=duration[1] if duration and kind == "duration" else default,
        kind=kind,
        unit=duration[2] if duration and kind == "duration" else "",
        choices=choices,
    )


def _kind(token: str) -> AnswerKind:
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(token)), "text")


def _whole_value(head: str) -> str:
    """The text between the first pair of quotes of a line's value."""
    found = re.search(r'"([^"]*)"', head.partition("=")[2])
    return found[1] if found else ""


def answered(template: str, answers: Mapping[str, str]) -> str:
    """Return the bylaws with the answers in their places and the questions taken out.

    The federation's ``id`` follows from the answer to ``name``. Raises ``AnswerError`` for an answer that does not fit or
    that nobody asked for.
    """
    asked = {question.id: question for question in questions(template)}
    for unknown in sorted(set(answers) - set(asked)):
        raise AnswerError(
            unknown,
            msg("this template does not ask {unknown}; it asks: {asked}")(
                unknown=repr(unknown), asked=", ".join(asked) or msg("nothing")
            ),
        )
    told = {name: _checked(asked[name], answer.strip()) for name, answer in answers.items()}
    if _NAME in told:
        told[_ID] = identifier(told[_NAME])
    return "\n".join(_line(line, told) for line in template.splitlines()) + "\n"


def _line(line: str, told: Mapping[str, str]) -> str:
    match = _QUESTION.match(line)
    if match is None:
        return line
    head, answer = match["head"], told.get(match["id"])
    if answer is None:
        return head
    if match["token"]:
        return re.sub(rf"(?<![\w/]){re.escape(match['token'])}(?![\w/])", lambda _: answer, head, count=1)
    key = head.partition("=")[0].rstrip()
    return f'{key} = "{_escaped(answer)}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _checked(question: InterviewQuestion, answer: str) -> str:
    """The answer as it stands in the file."""
    if question.kind == "choice" and answer not in question.choices:
        raise AnswerError(
            question.id,
            msg("{answer} is none of: {choices}")(answer=repr(answer), choices=", ".join(question.choices)),
        )
    if question.kind == "text" and (not answer or not answer.isprintable()):
        raise AnswerError(question.id, msg("a name is a line of text that is not empty"))
    shape = _SHAPES.get(question.kind)
    if shape is not None and not re.fullmatch(shape, answer):
        raise AnswerError(
            question.id,
            msg("{answer} does not answer this: write it as in {default}")(
                answer=repr(answer), default=question.default
            ),
        )
    return f"P{answer}{question.unit}" if question.kind == "duration" and answer.isdigit() else answer


def identifier(name: str) -> str:
    """Return the id that a name gives: small letters and digits, joined by ``-``.

    >>> identifier("Fédération du rail, Île-de-France")
    'federation-du-rail-ile-de-france'
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST].strip("-") or "federation"
