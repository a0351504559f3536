"""Bounds and thresholds of ``mandat apportion``: for everybody, by name, in a district."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mandat.counting import CountingError
from mandat.counting.apportionment.claims import Bound, Threshold
from mandat.counting.formats.whole import whole_number
from mandat.language import msg


def bound(given: list[str], names: Collection[str]) -> Bound:
    """`--min` or `--max` for one table: N, NAME=N.

    >>> bound(["3", "Red=5"], ["Red", "Blue"]), bound(["3"], ["Red"]), bound(["Red=5"], ["Red", "Blue"])
    ({'Red': 5, 'Blue': 3}, 3, {'Red': 5})
    """
    plain = [_seats(text, text) for text in given if "=" not in text]
    if len(plain) > 1:
        raise CountingError(
            msg("two bounds are given for everybody, {one} and {other}; give one")(
                one=str(plain[0]), other=str(plain[1])
            )
        )
    by_name = {
        name: _seats(number, text) for text in given if "=" in text for name, number in [_parted(text)]
    }
    _known(by_name, names)
    if not by_name:
        return plain[0] if plain else None
    return {**dict.fromkeys(names, plain[0]), **by_name} if plain else by_name


def bounds_by_district(given: list[str], votes: Mapping[str, Mapping[str, int]]) -> dict[str, Bound]:
    """`--min` or `--max` for a table of districts: N, NAME=N (in each district), DISTRICT/NAME=N."""
    own: dict[str, list[str]] = {district: [] for district in votes}
    everywhere = list[str]()
    for text in given:
        district = next((name for name in votes if text.startswith(f"{name}/")), None)
        if district is None:
            everywhere.append(text)
        else:
            own[district].append(text.removeprefix(f"{district}/"))
    names = {party: None for row in votes.values() for party in row}
    _known({name: 0 for text in everywhere if "=" in text for name, _ in [_parted(text)]}, names)
    return {
        district: bound([*_standing(everywhere, row), *own[district]], row) for district, row in votes.items()
    }


def _standing(given: list[str], row: Mapping[str, int]) -> list[str]:
    """What concerns the parties that stand in a district."""
    return [text for text in given if "=" not in text or _parted(text)[0] in row]


def threshold(
    given: list[str], names: Collection[str], exempt: Collection[str]
) -> Threshold | dict[str, Threshold] | None:
    """`--threshold`: for everybody, by name, without those who are exempt.

    >>> threshold(["5%", "Both=8%"], ["Red", "Both", "Few"], ["Few"])
    {'Red': '5%', 'Both': '8%'}
    """
    plain = [_votes(text) for text in given if "=" not in text]
    if len(plain) > 1:
        raise CountingError(
            msg("two thresholds are given for everybody, {one} and {other}; give one")(
                one=str(plain[0]), other=str(plain[1])
            )
        )
    by_name = {name: _votes(share) for text in given if "=" in text for name, share in [_parted(text)]}
    _known(dict.fromkeys((*by_name, *exempt)), names)
    if not by_name and not exempt:
        return plain[0] if plain else None
    asked = {**(dict.fromkeys(names, plain[0]) if plain else {}), **by_name}
    return {name: share for name, share in asked.items() if name not in exempt} or None


def _known(given: Mapping[str, object], names: Collection[str]) -> None:
    unknown = next((name for name in given if name not in names), None)
    if unknown is not None:
        raise CountingError(
            msg("the table has no {name}; it has: {names}")(name=repr(unknown), names=", ".join(names))
        )


def _parted(text: str) -> tuple[str, str]:
    name, _, value = text.rpartition("=")
    if not name.strip() or not value.strip():
        raise CountingError(msg("{text} is no bound for a list: write NAME=N")(text=repr(text)))
    return name.strip(), value.strip()


def _seats(text: str, whole: str) -> int:
    number = whole_number(text.strip())
    if number is None:
        raise CountingError(
            msg("{text} is no number of seats: write N, or NAME=N for one list")(text=repr(whole))
        )
    return number


def _votes(text: str) -> Threshold:
    number = whole_number(text.strip())
    return text.strip() if number is None else number
