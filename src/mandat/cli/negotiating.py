"""``mandat negotiate``: sign what is offered, or hold out?"""

from __future__ import annotations

from math import isinf
from pathlib import Path
from typing import Annotated

import typer

from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, say_json, table
from mandat.language import Language, msg
from mandat.study.exact.negotiating import demand, reservation
from mandat.study.negotiating.holding import Advice, Swayed, Terms, advice, tornado
from mandat.study.reports.svg import tornado as draw_tornado

SIGN = msg("Sign: the offer of {offer} is worth at least what waiting is worth, {waiting}.")
WAIT = msg("Hold out: waiting is worth {waiting}, more than the offer of {offer}.")
EVEN = msg("Both are worth the same at an offer of {even}.")
STOP = msg("Hold out until {stop} at most: from then on each further moment costs more than it brings.")
FOR_GOOD = msg("As long as nothing changes, waiting stays better.")
NOT_MONOTONE = msg(
    "Waiting gets worse and then better again here: compare the value of waiting, not the moment alone."
)
HANGS = msg("What the answer hangs on, each a quarter lower and higher")
TURNS = msg("turns the advice")
ASK = msg("Ask for {ask}; the risk of a break is {risk}.")
LEAST = msg("If offers come one by one, accept from {least} of the best possible on.")
DRAWN = msg("Value of waiting")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "negotiate",
        epilog="Example: mandat negotiate --offer 0.5 --help-rate 0.5 --help-worth 1 --collapse-rate 0.25 --left 0.2 --cost 0.1",
    )(negotiate)


def negotiate(
    offer: Annotated[float, typer.Option("--offer", help="What is offered now.")],
    help_rate: Annotated[float, typer.Option("--help-rate", help="How often help comes, per unit of time.")],
    help_worth: Annotated[float, typer.Option("--help-worth", help="What one gets when it comes.")],
    collapse_rate: Annotated[
        float, typer.Option("--collapse-rate", help="How often the own side collapses, per unit of time.")
    ] = 0.0,
    left: Annotated[float, typer.Option("--left", help="What is left then.")] = 0.0,
    cost: Annotated[float, typer.Option("--cost", help="What waiting costs, per unit of time.")] = 0.0,
    discount: Annotated[
        float, typer.Option("--discount", help="By how much later is worth less, per unit of time.")
    ] = 0.0,
    offer_change: Annotated[
        float, typer.Option("--offer-change", help="How the offer changes, per unit of time.")
    ] = 0.0,
    help_change: Annotated[float, typer.Option("--help-change", help="How the rate of help changes.")] = 0.0,
    collapse_change: Annotated[
        float, typer.Option("--collapse-change", help="How the rate of collapse changes.")
    ] = 0.0,
    horizon: Annotated[
        float, typer.Option("--horizon", help="After so long one signs what there is.")
    ] = 52.0,
    break_cost: Annotated[
        tuple[float, float] | None,
        typer.Option(
            "--break-cost", help="Own cost of a break, and the most it may cost the others: what to ask for."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="A new SVG file for the chart of what the answer hangs on.")
    ] = None,
    json: JsonOption = False,
    lang: LangOption = SYSTEM_LANGUAGE,
) -> None:
    """Weigh an offer against holding out: the value of waiting, the moment to stop, and what the answer hangs on.

    Rates are per unit of time, worths in one unit. Exit code 0: sign; 1: hold out; 2: refused.
    """
    terms = Terms(
        offer=offer,
        help_rate=help_rate,
        help_worth=help_worth,
        collapse_rate=collapse_rate,
        left=left,
        cost=cost,
        discount=discount,
        offer_change=offer_change,
        help_change=help_change,
        collapse_change=collapse_change,
        horizon=horizon,
    )
    found, bars, say = advice(terms), tornado(terms), lang
    asked = None if break_cost is None else demand(offer, *break_cost)
    if out is not None:
        out.write_text(_drawing(bars, say))
    if json:
        say_json(_plain(found, bars, asked))
    else:
        _print(terms, found, bars, asked, say)
    raise typer.Exit(0 if found.sign else 1)


def _drawing(bars: tuple[Swayed, ...], say: Language) -> str:
    rows = [(bar.name, (f"{bar.low:g}", bar.at_low), (f"{bar.high:g}", bar.at_high)) for bar in bars]
    return draw_tornado(DRAWN.text(say), rows)


def _plain(found: Advice, bars: tuple[Swayed, ...], asked: tuple[float, float] | None) -> dict[str, object]:
    return {
        "sign": found.sign,
        "waiting": found.waiting,
        "stop": None if isinf(found.stop) else found.stop,
        "even": found.even,
        "monotone": found.monotone,
        "ask": None if asked is None else {"demand": asked[0], "risk": asked[1]},
        "hangs_on": [
            {
                "name": b.name,
                "low": b.low,
                "high": b.high,
                "at_low": b.at_low,
                "at_high": b.at_high,
                "turns": b.turns,
            }
            for b in bars
        ],
    }


def _print(
    terms: Terms, found: Advice, bars: tuple[Swayed, ...], asked: tuple[float, float] | None, say: Language
) -> None:
    out = console()
    said = {"offer": f"{terms.offer:g}", "waiting": f"{found.waiting:.4g}"}
    out.print((SIGN if found.sign else WAIT).text(say, **said))
    out.print(EVEN.text(say, even=f"{found.even:.4g}"))
    if not found.sign:
        out.print(FOR_GOOD.text(say) if isinf(found.stop) else STOP.text(say, stop=f"{found.stop:.4g}"))
    if not found.monotone:
        out.print(NOT_MONOTONE.text(say))
    if asked is not None:
        out.print(ASK.text(say, ask=f"{asked[0]:.4g}", risk=f"{100 * asked[1]:.3g} %"))
    if 0 < terms.discount < 1:
        out.print(LEAST.text(say, least=f"{reservation(1 - terms.discount):.3g}"))
    out.print(f"\n{HANGS.text(say)}")
    rows = table("", "", "", "", "", "")
    for bar in bars:
        turns = TURNS.text(say) if bar.turns else ""
        rows.add_row(
            bar.name, f"{bar.low:g}", f"{bar.at_low:+.3g}", f"{bar.high:g}", f"{bar.at_high:+.3g}", turns
        )
    out.print(rows)
