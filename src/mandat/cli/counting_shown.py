"""What ``mandat count`` prints for people: the stages side by side, who is elected, ties, and the lot that is missing."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape, render

from mandat import counting
from mandat.cli.counting_words import words
from mandat.cli.speech import console, say_json, table
from mandat.cli.what_if import WhatIf, print_change
from mandat.counting import Ballots, Count
from mandat.counting.rendering import consequences_in_words, papers_in_words, question_in_words
from mandat.language import Language, Phrases


def print_rules(json: bool, lang: Language) -> None:
    """Every rule with the text it follows."""
    known = counting.rules().values()
    if json:
        say_json([{"name": r.name, "title": r.title, "text": r.text, "kind": r.kind} for r in known])
        return
    say = words(lang)
    shown = table(say("rule"), say("title"), say("text"))
    for each in known:
        shown.add_row(each.name, escape(each.title), escape(each.text))
    console().print(shown)


def print_what_if(change: WhatIf, ballots: Ballots, lang: Language) -> None:
    """What is different, and the count as asked."""
    out = console()
    print_change(out, change, ballots, lang)
    print_count(out, ballots, change.after, lang)


def print_count(out: Console, ballots: Ballots, result: Count, lang: Language) -> None:
    """The whole count."""
    say = words(lang)
    quota = "" if result.quota is None else f"  {say('quota')} {result.decimal(result.quota)}"
    title = escape(ballots.title or say("count"))
    out.print(f"[bold]{title}[/]  {result.rule}  {say('seats')} {result.seats}{quota}")
    out.print(f"  {papers_in_words(result, lang)}")
    _print_stages(out, result, say)
    for place, each in enumerate(result.elected, 1):
        out.print(f"  {place}. {escape(each.name)} ({say('stage')} {each.stage})")
    for tie in result.ties:
        names = escape(", ".join(result.names[number - 1] for number in tie.candidates))
        place_ = say("tie at stage", stage=tie.stage)
        chosen, how = escape(result.names[tie.chosen - 1]), _how(tie.how, say)
        out.print(f"  {place_} ({escape(tie.paragraph)}): {names} → {chosen} ({how})")
    if result.question is not None:
        print_question(out, result, lang)
    elif len(result.elected) < result.seats and counting.rule(result.rule).kind != "budget":
        left = any(n not in result.winners for n in ballots.standing) and not result.winners
        key = "nobody voted" if left and not any(result.stages[0].totals) else "empty"
        empty = say(key, seats=result.seats - len(result.elected), places=result.seats)
        out.print(f"[yellow]  {empty}[/]")


def print_question(out: Console, result: Count, lang: Language) -> None:
    """The lot that is missing, and what each answer does."""
    if result.question is None:
        return
    out.print(f"[yellow]{escape(question_in_words(result.question, lang))}[/]")
    for sentence in consequences_in_words(result.question, result.names, lang):
        out.print(f"  {escape(sentence)}")
    out.print(f"  {words(lang)('draw')}")


def _how(how: str, say: Phrases) -> str:
    """What settled a tie: the lot, or the votes at a stage."""
    stage = how.removeprefix("stage ")
    return say("by stage", stage=stage) if stage != how else (say(how) if how in say else how)


def _print_stages(out: Console, result: Count, say: Phrases) -> None:
    """Print the stages side by side, in several tables where the terminal is too narrow for one."""
    fate = {e.candidate: f"[green]{say('elected')} {e.stage}[/]" for e in result.elected}
    fate.update({e.candidate: f"{say('out')} {e.stage}" for e in result.excluded})
    names = [f"{number} {name}" for number, name in enumerate(result.names, 1)]
    rest = max(map(cell_len, names)) + max(
        (cell_len(render(text).plain) for text in fate.values()), default=0
    )
    widest = max((len(result.decimal(total)) for stage in result.stages for total in stage.totals), default=0)
    many = max(1, (out.width - rest - 4) // (widest + 2))
    for first in range(0, max(1, len(result.stages)), many):
        stages = result.stages[first : first + many]
        shown = table("", *(str(stage.number) for stage in stages), "")
        for column in shown.columns[1:-1]:
            column.justify, column.no_wrap = "right", True
        last = first + many >= len(result.stages)
        for number, name in enumerate(names, 1):
            totals = (result.decimal(stage.totals[number - 1]) for stage in stages)
            shown.add_row(escape(name), *totals, fate.get(number, "") if last else "")
        out.print(shown)
