"""Alliances of lists on the command line: ``--alliance Left=Red,Green``."""

from __future__ import annotations

from rich.markup import escape

from mandat.cli.counting_words import words
from mandat.cli.speech import console, table
from mandat.counting import CountingError
from mandat.counting.apportionment import Alliance, Apparentement
from mandat.counting.rendering import question_in_words
from mandat.language import Language, msg


def alliances(given: list[str]) -> tuple[Alliance, ...]:
    """Read NAME=LIST,LIST …; a member that is the name of another alliance is a sub-alliance.

    >>> alliances(["Left=Red,Ecology", "Ecology=Green,Young"])
    (Alliance(name='Left', members=('Red', Alliance(name='Ecology', members=('Green', 'Young')))),)
    """
    members = dict(_members(each) for each in given)
    if len(members) < len(given):
        raise CountingError(msg("two alliances have the same name; give each its own"))
    within = {name for names in members.values() for name in names}
    outermost = [name for name in members if name not in within]
    if not outermost:
        raise CountingError(
            msg("the alliances {members} lie within each other; one must be the outermost")(
                members=", ".join(members)
            )
        )
    return tuple(_alliance(name, members, ()) for name in outermost)


def _members(text: str) -> tuple[str, tuple[str, ...]]:
    name, sign, lists = text.partition("=")
    names = tuple(each.strip() for each in lists.split(",") if each.strip())
    if not sign or not name.strip() or not names:
        raise CountingError(
            msg("{text} is not an alliance: write NAME=LIST,LIST, such as --alliance Left=Red,Green")(
                text=repr(text)
            )
        )
    return name.strip(), names


def _alliance(name: str, members: dict[str, tuple[str, ...]], above: tuple[str, ...]) -> Alliance:
    if name in above:
        raise CountingError(msg("the alliance {name} lies within itself")(name=repr(name)))
    inner = (_alliance(each, members, (*above, name)) if each in members else each for each in members[name])
    return Alliance(name, tuple(inner))


def print_apparentement(found: Apparentement, method: str, lang: Language, *, divisor: bool) -> None:
    """Seats by list, then how the seats of each alliance were shared out."""
    out, say = console(), words(lang)
    votes = {
        name: count for _, tier in found.tiers for name, count in zip(tier.names, tier.votes, strict=True)
    }
    shown = table("", say("votes"), say("seats"))
    for name, seats in found.seats.items():
        shown.add_row(escape(name), str(votes.get(name, "")), str(seats))
    shown.add_row(say("sum"), "", str(sum(found.counts)))
    out.print(f"[bold]{escape(method)}[/]")
    out.print(shown)
    for name, tier in found.tiers:
        shares = ", ".join(f"{escape(each)} {seats}" for each, seats in tier.seats.items())
        printed = (
            f"  ({say('divisor')}{say('colon')}{tier.divisor.printed})" if divisor and tier.divisor else ""
        )
        out.print(f"  {escape(name) or say('house')}{say('colon')}{shares}{printed}")
    if found.question is not None:
        out.print(f"[yellow]{escape(question_in_words(found.question, lang))}[/]\n  {say('draw name')}")
