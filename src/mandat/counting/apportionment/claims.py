"""What an apportionment is asked, checked once: votes, seats, floors, caps and thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from mandat.counting.errors import BadBallotsError, BadParameterError
from mandat.language import Message, Sentence, msg

Bound = int | Mapping[str, int] | None
"""The same number of seats for everybody, or a number by name; None: no bound."""
Threshold = Fraction | int | str
"""A share of all votes (`Fraction`, "5%", "1/20", "0.05") or a whole number of votes; reached by "at least"."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Claimants in the order given. Whoever takes no part (below the threshold) has 0 votes in `weights`.

    `least[i] <= seats of claimant i <= most[i]`; the sums leave room for `seats`. Without a cap `most` is above the house:
    who has all seats is then limited by the votes, not by a cap.
    """

    names: tuple[str, ...]
    votes: tuple[int, ...]
    weights: tuple[int, ...]
    seats: int
    least: tuple[int, ...]
    most: tuple[int, ...]
    below: tuple[str, ...] = ()

    @property
    def free(self) -> int:
        """Seats that are not given as minimum seats."""
        return self.seats - sum(self.least)


MOST_SEATS = 1_000_000
"""Every seat is an entry of the result, so a slip of the keyboard must not ask for a thousand million of them."""


def claims(
    votes: Mapping[str, int],
    seats: int,
    *,
    minimum: Bound = None,
    maximum: Bound = None,
    threshold: Threshold | Mapping[str, Threshold] | None = None,
    threshold_base: int | None = None,
    may_stay_empty: bool = False,
) -> Claims:
    """Check what was asked; with `may_stay_empty` the caps need not leave room for all seats.

    Raises `BadBallotsError` for votes that are none, `BadParameterError` for seats, bounds or thresholds that cannot be met.
    """
    _check_votes(votes)
    _whole(seats, _SEATS, _NUMBER_OF_SEATS(), lowest=1)
    if seats > MOST_SEATS:
        raise BadParameterError(
            msg("{seats} seats are more than the {most} that can be given one by one")(
                seats=seats, most=MOST_SEATS
            )
        )
    below = _below(votes, threshold, threshold_base)
    if not any(count for name, count in votes.items() if name not in below):
        raise BadParameterError(_nobody(votes, below))
    floors = _bound(minimum, votes, _MINIMUM, 0)
    caps = _bound(maximum, votes, _MAXIMUM, seats + 1)
    least = tuple(0 if name in below else floors[name] for name in votes)
    most = tuple(0 if name in below else caps[name] for name in votes)
    found = Claims(
        names=tuple(votes),
        votes=tuple(votes.values()),
        weights=tuple(0 if name in below else count for name, count in votes.items()),
        seats=seats,
        least=least,
        most=most,
        below=tuple(below),
    )
    _check_room(found, may_stay_empty=may_stay_empty)
    return found


def _check_votes(votes: Mapping[str, int]) -> None:
    if not votes:
        raise BadBallotsError(msg("nobody claims a seat; name at least one list or state with its votes"))
    for name, count in votes.items():
        if isinstance(count, bool) or not isinstance(count, int) or count < 0:
            raise BadBallotsError(
                msg("{name} has {count} votes; give a whole number of at least 0")(
                    name=repr(name), count=repr(count)
                )
            )


def _nobody(votes: Mapping[str, int], below: dict[str, Fraction]) -> Sentence:
    if not below:
        return msg("nobody has a single vote, so no seat can be given")()
    best = max(below, key=lambda name: votes[name])
    return msg(
        "nobody reaches the threshold: {best} comes nearest with {votes} votes and needs {needed}; lower the "
        "threshold or leave it out"
    )(best=repr(best), votes=votes[best], needed=-(-below[best] // 1))


def _below(
    votes: Mapping[str, int],
    threshold: Threshold | Mapping[str, Threshold] | None,
    threshold_base: int | None,
) -> dict[str, Fraction]:
    """Who stays below the threshold, with the votes that were needed."""
    if threshold is None:
        return {}
    base = sum(votes.values()) if threshold_base is None else threshold_base
    if base < max(votes.values()):
        raise BadParameterError(
            msg("the threshold is taken of {base} votes, but a single list has more")(base=base)
        )
    asked = threshold if isinstance(threshold, Mapping) else dict.fromkeys(votes, threshold)
    _check_names(asked, votes, _THRESHOLD)
    needed = {name: needed_votes(value, base) for name, value in asked.items()}
    return {name: needed[name] for name in votes if name in needed and votes[name] < needed[name]}


def needed_votes(threshold: Threshold, base: int) -> Fraction:
    """The votes that reach a threshold of `base` votes, exact.

    >>> needed_votes("5%", 1010), needed_votes(30, 1010)
    (Fraction(101, 2), Fraction(30, 1))
    """
    if isinstance(threshold, int):
        return Fraction(_whole(threshold, _THRESHOLD, _THRESHOLD(), lowest=0))
    return share(threshold) * base


def share(text: Fraction | str) -> Fraction:
    """Read a share: "5%", "1/20", "0.05" or a `Fraction` between 0 and 1; anything else is a `BadParameterError`.

    >>> share("5%"), share("0.125")
    (Fraction(1, 20), Fraction(1, 8))
    """
    try:
        if isinstance(text, str):
            number = Fraction(text.strip().removesuffix("%").strip())
            found = number / 100 if text.strip().endswith("%") else number
        elif isinstance(text, Fraction):
            found = text
        else:
            raise ValueError
        if not 0 <= found <= 1:
            raise ValueError
    except (ValueError, ZeroDivisionError) as fault:
        raise BadParameterError(
            msg(
                'the threshold {text} is not a share of the votes; write "5%", "1/20" or a whole number of votes'
            )(text=repr(text))
        ) from fault
    return found


def _bound(bound: Bound, votes: Mapping[str, int], word: Message, default: int) -> dict[str, int]:
    if bound is None:
        return dict.fromkeys(votes, default)
    if not isinstance(bound, Mapping):
        return dict.fromkeys(votes, _whole(bound, word, word(), lowest=0))
    _check_names(bound, votes, word)
    return {
        name: _whole(bound.get(name, default), word, _OF(word=word, name=repr(name)), lowest=0)
        for name in votes
    }


def _check_names(given: Mapping[str, object], votes: Mapping[str, int], word: Message) -> None:
    unknown = next((name for name in given if name not in votes), None)
    if unknown is not None:
        raise BadParameterError(
            msg("{word} names {unknown}, who has no votes entry; known are: {votes}")(
                word=word, unknown=repr(unknown), votes=", ".join(votes)
            )
        )


_SEATS, _NUMBER_OF_SEATS = msg("seats"), msg("the number of seats")
_MINIMUM, _MAXIMUM, _THRESHOLD = msg("the minimum"), msg("the maximum"), msg("the threshold")
_OF = msg("{word} of {name}")


def _whole(number: object, word: Message, what: Sentence, *, lowest: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or number < lowest:
        raise BadParameterError(
            msg("{what} is {number}; give {word} as a whole number of at least {lowest}")(
                what=what, number=repr(number), word=word, lowest=lowest
            )
        )
    return number


def _check_room(asked: Claims, *, may_stay_empty: bool) -> None:
    for name, least, most in zip(asked.names, asked.least, asked.most, strict=True):
        if least > most:
            raise BadParameterError(
                msg("{name} must have at least {least} seats and can have at most {most}")(
                    name=repr(name), least=least, most=most
                )
            )
    if asked.free < 0:
        raise BadParameterError(
            msg(
                "the minimum seats come to {least}, but there are only {seats}; lower the minimum or raise the seats"
            )(least=sum(asked.least), seats=asked.seats)
        )
    room = sum(
        most if weight else least
        for most, least, weight in zip(asked.most, asked.least, asked.weights, strict=True)
    )
    if room < asked.seats and not may_stay_empty:
        raise BadParameterError(
            msg(
                "{seats} seats are to be filled, but those with votes can take only {room} under their maximum; "
                "raise the maximum or lower the seats"
            )(seats=asked.seats, room=room)
        )
