"""The options of ``mandat apportion``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

TableArgument = Annotated[
    Path | None,
    typer.Argument(help="A table: names in the first column, votes in the second.", metavar="FILE"),
]
MethodOption = Annotated[str, typer.Option("--method", help="The method; see --methods.")]
HouseOption = Annotated[int | None, typer.Option("--seats", help="Seats to share out.")]
MinimumOption = Annotated[
    list[str] | None,
    typer.Option("--min", help="Seats at least: N for everybody, NAME=N, DISTRICT/NAME=N.", metavar="N"),
]
MaximumOption = Annotated[
    list[str] | None,
    typer.Option("--max", help="Seats at most: N for everybody, NAME=N, DISTRICT/NAME=N.", metavar="N"),
]
ThresholdOption = Annotated[
    list[str] | None,
    typer.Option(
        "--threshold", help='Votes that must be reached: "5%", "1/20" or a number; "NAME=8%" for one list.'
    ),
]
ThresholdTotalOption = Annotated[
    list[str] | None,
    typer.Option("--threshold-total", help="With --by-district: the same, of the votes of all districts."),
]
BaseOption = Annotated[
    int | None,
    typer.Option("--of", help="Votes that a threshold is a share of, such as all votes cast.", metavar="N"),
]
ExemptOption = Annotated[
    list[str] | None,
    typer.Option("--exempt", help="Who needs no threshold, such as a national minority.", metavar="NAME"),
]
TieOption = Annotated[
    str | None,
    typer.Option("--tie", help="What settles equal figures first: lot, most-votes, fewest-votes."),
]
ByDistrictOption = Annotated[
    bool, typer.Option("--by-district", help="The method in each district; the table has a line for each.")
]
WonOption = Annotated[
    Path | None,
    typer.Option(
        "--won", help="National laws: a table of the constituency seats that parties won.", metavar="FILE"
    ),
]
AdditionalOption = Annotated[
    list[str] | None,
    typer.Option("--additional", help="Folketing: the additional seats of a region.", metavar="REGION=N"),
]
IndependentOption = Annotated[
    list[str] | None,
    typer.Option("--independent", help="Folketing: a column that is one person.", metavar="NAME"),
]
ColumnOption = Annotated[
    str | None, typer.Option("--column", help="The heading of the column with the votes.")
]
DivisorOption = Annotated[bool, typer.Option("--divisor", help="Show the divisors that give the result.")]
LastOption = Annotated[int, typer.Option("--last", help="Show the last seats given.", metavar="N", min=0)]
NamesDrawnOption = Annotated[
    list[str] | None, typer.Option("--lot", help="The name a lot fell on, in the order asked.")
]
AllianceOption = Annotated[
    list[str] | None,
    typer.Option("--alliance", help="Lists that count together first.", metavar="NAME=LIST,LIST"),
]
QuorumDistrictOption = Annotated[
    str | None, typer.Option("--quorum-district", help="Biproportional: votes to reach in one district.")
]
QuorumTotalOption = Annotated[
    str | None, typer.Option("--quorum-total", help="Biproportional: votes to reach overall.")
]
WinnerTakeOneOption = Annotated[
    bool,
    typer.Option("--winner-take-one", help="Biproportional: the strongest of a district gets a seat there."),
]
MethodListOption = Annotated[
    bool, typer.Option("--methods", help="List all methods with the texts they follow.")
]
