"""Count a file of ballots in a process of its own: what a visitor drops there can neither stay nor hold up the site.

The child reads one line of JSON (`CountAsked`) and then the file from standard input, writes a `CountSaid` as JSON, and ends. It
has bounded time and memory, opens no file, and knows no federation.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import resource
import sys

import msgspec

from mandat import counting
from mandat.counting import Ballots, Count, CountingError
from mandat.counting.rendering import papers_in_words, question_in_words, why_others
from mandat.counting.rendering.page import render_table
from mandat.language import ENGLISH, Language

SECONDS = 20
MOST_UNPACKED = 64 << 20
_MEMORY = 3 << 30
_AT_ONCE = asyncio.Semaphore(2)


class CountAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What the visitor asks: the file's name, the rule, seats if the file does not say them, the contest, lots drawn."""

    name: str
    rule: str
    seats: int | None = None
    contest: str | None = None
    lots: tuple[int, ...] = ()
    language: Language = ENGLISH


class CountSaid(msgspec.Struct, frozen=True, kw_only=True):
    """The result in words, with the table of stages as HTML and (name, why not) of the others; or only why there is none.

    `slow`: it took too long.
    """

    refused: str = ""
    slow: bool = False
    title: str = ""
    rule: str = ""
    seats: int = 0
    quota: str = ""
    papers: str = ""
    elected: tuple[str, ...] = ()
    question: str = ""
    remarks: tuple[str, ...] = ()
    table: str = ""
    why: tuple[tuple[str, str], ...] = ()


async def count_apart(asked: CountAsked, content: bytes) -> CountSaid:
    """Count in a child; at most two at once, each for `SECONDS` at most."""
    async with _AT_ONCE:
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "mandat.web.counting_apart",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        sent = msgspec.json.encode(asked) + b"\n" + content
        try:
            said, _ = await asyncio.wait_for(child.communicate(sent), SECONDS)
        except TimeoutError:
            return CountSaid(slow=True)
        finally:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()
    return msgspec.json.decode(said, type=CountSaid) if child.returncode == 0 else CountSaid(slow=True)


def said_of(asked: CountAsked, content: bytes) -> CountSaid:
    """The count of the file, or why it is refused."""
    source = io.BytesIO(content)
    source.name = asked.name or "ballot file"
    try:
        rule = counting.rule(asked.rule)
        points = rule.looking(1).sees in ("points", "times")
        ballots = counting.read(
            source,
            contest=asked.contest,
            points=points,
            keep_sequence=rule.order_sensitive,
            most=MOST_UNPACKED,
        )
        seats = asked.seats or ballots.seats or 1
        found = counting.count(rule.name, ballots, seats, lots=asked.lots)
    except CountingError as refusal:
        return CountSaid(refused=str(refusal))
    remarks = tuple(remark.text(asked.language) for remark in ballots.remarks)
    return _in_words(found, ballots, remarks, asked.language)


def _in_words(found: Count, ballots: Ballots, remarks: tuple[str, ...], language: Language) -> CountSaid:
    return CountSaid(
        title=ballots.title,
        rule=found.rule,
        seats=found.seats,
        quota="" if found.quota is None else found.decimal(found.quota),
        papers=papers_in_words(found, language),
        elected=tuple(each.name for each in found.elected),
        question="" if found.question is None else question_in_words(found.question, language),
        remarks=remarks,
        table=render_table(found, language),
        why=why_others(found, ballots, language),
    )


def _main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    asked = msgspec.json.decode(sys.stdin.buffer.readline(), type=CountAsked)
    said = said_of(asked, sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.json.encode(said))


if __name__ == "__main__":
    _main()
