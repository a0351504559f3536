"""The words of every fault that a bylaws file can have: what is wrong, and the remedy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mandat.language import Message, msg

FaultWords = tuple[Message, Message | None]
"""What is wrong, and the remedy (None where the first says it)."""


_TEXT: dict[str, FaultWords] = {
    "not-utf8": (
        msg("The file is not UTF-8: byte {byte} at offset {offset} begins no character."),
        msg("Save it as UTF-8."),
    ),
    "not-toml": (
        msg("This is not TOML: {problem}."),
        msg("See https://toml.io/en/v1.0.0; an inline table {{ … }} has to stay on one line."),
    ),
    "duplicate": (
        msg("`{name}` is given twice."),
        msg("Keep one of the two, or give one another name."),
    ),
    "too-deep": (
        msg("The file is nested too deeply to be read."),
        msg("No rule needs more than ten levels of brackets."),
    ),
    "unknown-table": (
        msg("There is no table `{name}`."),
        msg("The tables are {known}."),
    ),
    "unknown-key": (
        msg("`{table}` has no key `{name}`."),
        msg("Its keys are {known}."),
    ),
    "misplaced": (
        msg("This line stands under [{header}], so it is read as `{read}`."),
        msg("Move it above the first [table] of the file, or write [{name}.…] as a table of its own."),
    ),
    "number-too-long": (
        msg("A number has more digits than can be read."),
        msg("No rule needs more than a hundred."),
    ),
    "missing-key": (
        msg("`{table}` needs the key `{name}`: {about}."),
        msg("Add `{name} = …`."),
    ),
    "wrong-type": (
        msg("Found {found}, expected {expected}."),
        None,
    ),
    "float": (
        msg("`{found}` is a decimal number, and numbers here are exact."),
        msg('Write a fraction or a percentage in quotes, such as "3/2" or "15%".'),
    ),
    "unknown-word": (
        msg("`{name}` is none of the words that may stand here."),
        msg("They are {known}."),
    ),
    "pattern": (
        msg("`{name}` is not written as it should be."),
        msg("Write it like {example}."),
    ),
    "too-small": (
        msg("{found} is too small."),
        msg("The least is {least}."),
    ),
    "flag-only": (
        msg("`{found}` says nothing here."),
        msg("Write `{only}`, or leave the key out."),
    ),
    "undefined": (
        msg("`{name}` is not {kind} of this file."),
        msg("Declared: {known}."),
    ),
    "population": (
        msg("`{name}` names nobody: it is no body, no line of seats and none of the words {words}."),
        msg("Bodies: {bodies}."),
    ),
    "all-of-one": (
        msg("`all {name}`: there is only one {name}."),
        msg("Write `{name}`."),
    ),
    "event": (
        msg("`{name}` is no event."),
        msg("An event is `thing.what`, such as `congress.called`; what = {known}."),
    ),
    "event-thing": (
        msg("Nothing in this file is called `{name}`, so it has no events."),
        msg("Use an id of the file, or {words}."),
    ),
    "duration": (
        msg("`{found}` is no duration: {remedy}."),
        None,
    ),
    "duration-long": (
        msg("`{found}` is longer than {years} years: it would end beyond the calendar."),
        msg("Write a length of at most {years} years, or leave the key out if there is no limit."),
    ),
    "duration-none": (
        msg("`{found}` is no time at all, so this would come again and again in the same moment."),
        msg("Write how long, for example P1M, or leave the key out."),
    ),
    "clock": (
        msg("`{name}` is neither a duration nor the name of a clock."),
        msg("Write a duration such as P14D, or declare [clock.{name}]."),
    ),
    "expression": (
        msg("In `{text}`: {problem}."),
        msg("{remedy}"),
    ),
    "rows": (
        msg("These rows cannot be read: {problem}."),
        msg('Rows are [["condition", value], …, ["else", value]].'),
    ),
    "parameter": (
        msg("`{name}` is neither a key of a decision nor a parameter of the method {method}."),
        msg("Its parameters: {known}."),
    ),
    "nested": (
        msg("`[{table}.{name}]` is read as a table inside `{table}.{outer}`, not as one entry."),
        msg('Put the id in quotes: [{table}."{name}"].'),
    ),
    "anonymous": (
        msg("`[[{name}]]` makes entries without a name, and no ruling could cite them."),
        msg("Name each one: [{example}]."),
    ),
    "entry-id": (
        msg("`{name}` cannot be an id."),
        msg("An id begins with a letter and has letters, digits, `-`, and `.` between quotes."),
    ),
    "reserved": (
        msg("`{name}` is a word of the language and cannot name {kind}."),
        msg("Choose another name, such as `{name}-body` or `the-{name}`."),
    ),
    "version": (
        msg("`mandat = {found}`: this program reads version {known} of the language."),
        msg("Write `mandat = {known}`, or use a newer program."),
    ),
    "time-zone": (
        msg("`{name}` is no time zone."),
        msg("Use a name of the IANA database, such as Europe/Paris or UTC."),
    ),
    "language": (
        msg("`{name}` is no language tag."),
        msg("Use a tag such as en, fr or pt-BR."),
    ),
    "cycle": (
        msg("`{key}` goes in a circle: {circle}."),
        msg("Take one of these links out."),
    ),
    "nobody-first": (
        msg("These bodies fill each other's seats, so nobody can ever be seated: {circle}."),
        msg("Let one of them be sent or elected by an assembly."),
    ),
    "both": (
        msg("`{one}` and `{other}` contradict each other: {why}."),
        msg("Keep one of the two."),
    ),
    "without": (
        msg("`{one}` means nothing without `{other}`."),
        msg("Add `{other}`, or take `{one}` out."),
    ),
    "no-posts": (
        msg("`{body}` is of type {type}: its members are people, so it has no lines of seats."),
        msg("Make it a council, or a body beside it."),
    ),
    "holders-vote": (
        msg(
            "`{body}` is of type {type}: it has posts, not members, and who votes is said of each "
            "line of seats."
        ),
        msg("Move `may_vote` to [body.{body}.seats.…]."),
    ),
    "like-self": (
        msg("`like` has to name another entry of the table `{table}`."),
        msg("Entries: {known}."),
    ),
}

FAULTS: Mapping[str, FaultWords] = MappingProxyType(_TEXT)
"""Code → (what is wrong, remedy); the words in braces are ``Fault.words``."""

TYPES: Mapping[str, Message] = MappingProxyType(
    {
        "bool": msg("true or false"),
        "int": msg("a whole number"),
        "Decimal": msg("a decimal number"),
        "str": msg("a text"),
        "list": msg("a list"),
        "dict": msg("a table"),
        "date": msg("a date without quotes"),
        "datetime": msg("a date without quotes"),
        "time": msg("a time without quotes"),
    }
)
"""What TOML types are called."""
KINDS: Mapping[str, Message] = MappingProxyType(
    {
        "body": msg("a body"),
        "sender": msg("a body or line of seats"),
        "line": msg("a line of seats"),
        "decision": msg("a decision"),
        "power": msg("a power"),
        "clock": msg("a clock"),
        "lists": msg("a caucus or label fact"),
        "weight": msg("a weight"),
        "fact": msg("a fact"),
        "define": msg("a definition"),
        "entry": msg("an entry of this table"),
        "flag": msg("a flag fact of an act"),
    }
)
"""What kinds of names are called."""
