"""The options of ``mandat count``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FileArgument = Annotated[
    Path | None,
    typer.Argument(
        help="Ballots: BLT, PrefLib, CSV, XLSX, cast vote records …; packed ones and folders too.",
        metavar="FILE",
    ),
]
RulesOption = Annotated[
    list[str] | None,
    typer.Option("--rule", help="The counting rule (stv-scottish if not given); see --rules."),
]
SeatsOption = Annotated[
    int | None, typer.Option("--seats", help="Seats to fill (else what the file says).", min=1)
]
LotsOption = Annotated[
    list[int] | None, typer.Option("--lot", help="The candidate a lot fell on, in the order asked.")
]
TieOrderOption = Annotated[
    str | None,
    typer.Option(
        "--tie-order", help="Candidates by number, the favoured first: answers every lot.", metavar="NUMBERS"
    ),
]
GivenOption = Annotated[
    list[str] | None,
    typer.Option("--with", help="A parameter of the rule, such as default=9.", metavar="NAME=VALUE"),
]
CompareOption = Annotated[
    bool, typer.Option("--compare", help="Show several rules side by side; name them with --rule.")
]
WhatIfOption = Annotated[
    bool, typer.Option("--what-if", help="Count again with other --seats or without candidates.")
]
WithdrawOption = Annotated[
    list[int] | None, typer.Option("--withdraw", help="With --what-if: a candidate who does not stand.")
]
FindingsOption = Annotated[
    bool,
    typer.Option("--findings", help="List the papers not marked 1, 2, 3 …, and what the rule makes of each."),
]
AllOutcomesOption = Annotated[
    bool, typer.Option("--all-outcomes", help="List every result that lots can lead to, with its chance.")
]
WhyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--why", help="Say why somebody was not elected: the name or number of a candidate.", metavar="NAME"
    ),
]
ContestOption = Annotated[
    str | None, typer.Option("--contest", help="Which contest of a file with several.", metavar="NAME")
]
CandidatesOption = Annotated[
    Path | None,
    typer.Option(
        "--candidates",
        help="The candidates in the order of the paper, for files with numbers: a name a line, or a table.",
        metavar="FILE",
    ),
]
HtmlOption = Annotated[
    Path | None,
    typer.Option(
        "--html",
        help="Also write the count as a page with pictures, and why the others were not elected.",
        metavar="FILE",
    ),
]
RuleListOption = Annotated[bool, typer.Option("--rules", help="List all rules with the texts they follow.")]
