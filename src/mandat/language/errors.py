"""Errors that people read: a refusal is a sentence, said in the reader's language where it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from mandat.language.languages import ENGLISH, Language
from mandat.language.sentences import Listed, Message, Reader, Sentence, msg

_AS_IT_IS = Message("{text}")
_DID_YOU_MEAN = msg("Did you mean {name}?")


class ToldError(Exception):
    """What cannot be done, said as a sentence: what is wrong, where, and what to do.

    ``str`` gives it in English, for logs and programs; ``text`` in any language.
    """

    def __init__(self, problem: Sentence | Message) -> None:
        """Say what is wrong."""
        super().__init__(problem)
        self.sentence = problem() if isinstance(problem, Message) else problem

    def __str__(self) -> str:
        """Return the words in English."""
        return self.text(ENGLISH)

    def text(self, reader: Reader | Language) -> str:
        """Return the words for a reader."""
        return self.sentence.text(reader)


def told(error: BaseException) -> Sentence:
    """Return what an error says, to be part of another sentence; what was not made here is said as it is.

    >>> told(ValueError("no such host")).text(ENGLISH)
    'no such host'
    """
    return error.sentence if isinstance(error, ToldError) else as_it_is(str(error))


def as_it_is(text: str) -> Sentence:
    """Return a text of others (a file's, an operating system's) as a sentence that is the same in every language."""
    return _AS_IT_IS(text=text)


def did_you_mean(near: Sequence[str]) -> Sentence:
    """Return the question that stands before a list of what is known, with a space before it; nothing if nothing is near.

    >>> did_you_mean(["webster", "hill"]).text(ENGLISH), did_you_mean([]).text(ENGLISH)
    (' Did you mean webster or hill?', '')
    """
    return (
        Message(" {question}")(question=_DID_YOU_MEAN(name=Listed(tuple(near), "or")))
        if near
        else as_it_is("")
    )
