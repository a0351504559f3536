"""The numbers of the real cases.

Marks of the notes they were taken from: [S] read in a source, [M] from memory, to be checked before they are published.
"""

from __future__ import annotations

from collections.abc import Mapping

MOSCOW: Mapping[str, Mapping[str, int]] = {
    # City duma, June 1917 [M]; district dumas, 24 September (old style) [S]; Constituent Assembly, November [M].
    "1917-06": {"SR": 374_885, "Kadet": 108_781, "Menshevik": 76_407, "Bolshevik": 75_409},
    "1917-09": {"SR": 54_479, "Bolshevik": 193_489, "Menshevik": 15_618, "Kadet": 101_100},
    "1917-11": {"Bolshevik": 366_148, "Kadet": 263_859, "SR": 62_260, "Menshevik": 21_597},
}
PETROGRAD: Mapping[str, Mapping[str, int]] = {
    # City duma, August 1917 [M]; Constituent Assembly, November [M].
    "1917-08": {"SR": 205_659, "Bolshevik": 183_624, "Kadet": 114_483, "Menshevik": 23_552},
    "1917-11": {"Bolshevik": 424_027, "Kadet": 246_506, "SR": 152_230, "Menshevik": 0},
}
MOSCOW_SEATS = 200
"""Seats of the city duma, as a round number: shares hardly depend on it."""

ASSEMBLY_SEATS: Mapping[str, int] = {
    # Constituent Assembly, seats of 767 [S].
    "SR": 324,
    "Bolshevik": 183,
    "Ukrainian SR": 110,
    "Menshevik": 18,
    "Kadet": 16,
}
ASSEMBLY = 767
BOTH_WINGS = (1_839_000, 26_000)
"""Votes of SR and of Left SR where both ran apart: Voronezh, Vyatka, Tobolsk [S]."""

UK_PETITIONS: Mapping[str, tuple[int, int, float]] = {
    # Signatures, electors, share of the signatures in the first two of six weeks [S].
    "Peterborough 2019": (19_261, 69_673, 0.79),
    "Brecon 2019": (10_005, 52_658, 0.70),  # 19 per cent of the electors
}
UK_THRESHOLD = (1, 10)

TAIWAN: tuple[tuple[int, int], ...] = (
    # 23 August 2025, yes and no in seven districts [S]; electors 1,694,562 in all.
    (49_990, 96_691),
    (33_813, 76_239),
    (54_396, 98_809),
    (33_977, 69_796),
    (43_677, 83_511),
    (29_914, 59_828),
    (33_853, 61_443),
)
TAIWAN_ELECTORS = 1_694_562
UPS = (209_000, 44, 54)
"""Settlement of 2018: members, turnout and noes in per cent; ratified, because under half of the members had voted [S]."""

ANDES: Mapping[str, tuple[int, int]] = {
    # Recall votes held, officials removed [S].
    "Peru 1997–2013": (5_303, 1_737),
    "Ecuador": (78, 21),
    "Colombia": (33, 0),
    "Venezuela": (10, 5),
    "Bolivia": (0, 0),
}
