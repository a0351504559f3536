"""What can go wrong, for the manual: acts not taken, faults of a bylaws file, findings of the checker."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mandat.bylaws.findings.wording import FINDINGS
from mandat.bylaws.words.faults import FAULTS, FaultWords
from mandat.language import Language, Message
from mandat.record.reasons import _WORDS


def not_taken(lang: Language) -> str:
    """Return why something does not go onto the record at all."""
    rows = ["| Code | Says |", "|---|---|"] if lang == "en" else ["| Code | Dit |", "|---|---|"]
    rows += [f"| `{reason.value}` | {_plain(words, lang)} |" for reason, words in _WORDS.items()]
    return "\n".join(rows)


def faults(lang: Language) -> str:
    """Return what can be wrong with a bylaws file."""
    return _table(FAULTS, lang)


def findings(lang: Language) -> str:
    """Return what the checker can find in a bylaws file that loads."""
    return _table(FINDINGS, lang)


def _table(words: Mapping[str, FaultWords], lang: Language) -> str:
    head = (
        "| Code | What is wrong | What to do |" if lang == "en" else "| Code | Ce qui ne va pas | Que faire |"
    )
    rows = [
        f"| `{code}` | {_plain(said[0], lang)} | {_plain(said[1], lang)} |" for code, said in words.items()
    ]
    return "\n".join([head, "|---|---|---|", *rows])


def _plain(words: Message | None, language: Language) -> str:
    text = "" if words is None else words.words(language, {})
    text = re.sub(r"`\{(\w+)(?::\w+)?\}`", r"*\1*", text)
    text = text.replace("{{", "\0").replace("}}", "\1")
    text = re.sub(r"\{(\w+)(?::\w+)?\}", r"*\1*", text)
    return text.replace("\0", "{").replace("\1", "}").replace("|", "\\|")
