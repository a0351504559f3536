"""Sentences over the pen's socket: their words are chosen where they are read, in the reader's language."""

from __future__ import annotations

import msgspec

from mandat.language import ENGLISH, Message, Sentence, Value


class PackedSentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence in plain parts: its message, and what fills its places."""

    english: str
    plural: str
    counted: str
    context: str
    values: dict[str, str | int | PackedSentence]

    def unpacked(self) -> Sentence:
        """Return the sentence."""
        message = Message(self.english, self.plural, self.counted, self.context)
        return Sentence(message, {name: unpacked(value) for name, value in self.values.items()})


def packed_sentence(sentence: Sentence) -> PackedSentence:
    """Return a sentence as it goes over the socket."""
    message = sentence.message
    values = {name: packed_value(value) for name, value in sentence.values.items()}
    return PackedSentence(message.english, message.plural, message.counted, message.context, values)


def packed_value(value: Value) -> str | int | PackedSentence:
    """Return a part of a sentence as it goes over the socket; a part that no refusal holds is put into English words."""
    match value:
        case str() | int():
            return value
        case Sentence():
            return packed_sentence(value)
        case Message():
            return packed_sentence(value())
        case _:
            return Message("{value}").text(ENGLISH, value=value)


def unpacked(value: str | int | PackedSentence) -> str | int | Sentence:
    """Return a part of a sentence that came over the socket."""
    return value.unpacked() if isinstance(value, PackedSentence) else value
