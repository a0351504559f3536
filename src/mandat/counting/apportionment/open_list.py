"""Open lists: which candidates of a list take its seats, when voters can prefer some of them.

Text: Act 62/2003 of Czechia on elections to the European Parliament, section 48: whoever has at least 5 % of the list's votes as
preferential votes comes first, most preferential votes first, equal ones in the order of the list; then the others in the order
of the list. With `threshold=None` only the preferential votes count (Finland, Poland); with "100%" hardly anybody
passes, which is a closed list. The Swedish (5 %), Dutch (25 % of the quota, give a number of votes) and Slovak rules are of
this form.

>>> open_list({"Ann": 40, "Bob": 260, "Cy": 300}, seats=2, list_votes=5000, threshold="5%").elected
('Cy', 'Bob')
>>> open_list({"Ann": 40, "Bob": 240, "Cy": 300}, seats=2, list_votes=5000, threshold="5%").elected
('Cy', 'Ann')
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mandat.counting.apportionment.claims import Threshold, needed_votes
from mandat.counting.errors import BadBallotsError, BadParameterError
from mandat.language import msg


class ListOrder(msgspec.Struct, frozen=True):
    """The candidates of a list in the order in which they take seats: the `elected`, then the substitutes (`next_on_list`).

    `preferred`: who passed the threshold. `equal`: groups with equal preferential votes that the order of the list decided.
    """

    elected: tuple[str, ...]
    next_on_list: tuple[str, ...]
    preferred: tuple[str, ...]
    equal: tuple[tuple[str, ...], ...] = ()


def open_list(
    personal: Mapping[str, int],
    seats: int,
    *,
    list_votes: int | None = None,
    threshold: Threshold | None = None,
) -> ListOrder:
    """Order the candidates of one list.

    `personal` holds the preferential votes by candidate, in the order of the list; `list_votes` are the votes of the list,
    of which a `threshold` that is a share is taken. A list with fewer candidates than seats leaves the rest open. Raises
    `BadBallotsError` for votes that are none and `BadParameterError` for seats below 0 or a share without `list_votes`.
    """
    _check(personal, seats, list_votes, threshold)
    needed = 0 if threshold is None else needed_votes(threshold, list_votes or 0)
    preferred = sorted((n for n, votes in personal.items() if votes >= needed), key=lambda n: -personal[n])
    rest = [name for name in personal if name not in preferred]
    order = (*preferred, *rest)
    groups = (
        tuple(n for n in preferred if personal[n] == votes) for votes in dict.fromkeys(personal.values())
    )
    return ListOrder(
        order[:seats], order[seats:], tuple(preferred), tuple(group for group in groups if len(group) > 1)
    )


def _check(
    personal: Mapping[str, int], seats: int, list_votes: int | None, threshold: Threshold | None
) -> None:
    for name, votes in personal.items():
        if isinstance(votes, bool) or not isinstance(votes, int) or votes < 0:
            raise BadBallotsError(
                msg("{name} has {votes} preferential votes; give a whole number of at least 0")(
                    name=repr(name), votes=repr(votes)
                )
            )
    if isinstance(seats, bool) or not isinstance(seats, int) or seats < 0:
        raise BadParameterError(
            msg("a list takes {seats} seats; give a whole number of at least 0")(seats=repr(seats))
        )
    if threshold is not None and not isinstance(threshold, int) and list_votes is None:
        raise BadParameterError(
            msg("the threshold {threshold} is a share: give list_votes, the votes of the list")(
                threshold=repr(threshold)
            )
        )
