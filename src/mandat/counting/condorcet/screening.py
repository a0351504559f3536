"""The default option: what does not beat it by quorum and ratio is dropped before the count.

Text: Debian constitution 1.9 (2022), A.5.2 and A.5.3: with a quorum R, an option that fewer than R papers rank above the
default option is dropped; so is one that does not defeat it by its ratio N: V(A,D) >= N * V(D,A) and V(A,D) > V(D,A).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mandat.counting.ballots import Ballots
from mandat.counting.condorcet.pairwise import Pairwise
from mandat.counting.errors import BadParameterError
from mandat.counting.result import Exhibit, Parameter
from mandat.language import msg

Ratios = str | int | Sequence[int]
"""A majority ratio for all options (3, "3", "3/2"), or one for each, in the order of the paper ("1 3 3/2 1", (1, 3, 1))."""
PARAMETERS = ("default", "quorum", "ratios")


@dataclass(frozen=True, slots=True)
class Screening:
    """What the default option asks of the others; without a `default` nothing is dropped."""

    default: int | None
    quorum: Fraction
    ratios: tuple[Fraction, ...]
    given: tuple[tuple[str, Parameter], ...]

    def undropped(self, compared: Pairwise) -> tuple[int, ...]:
        """The options that stay in the count, the default option among them."""
        return tuple(a for a in compared.options if self._stays(compared, a))

    def _stays(self, compared: Pairwise, option: int) -> bool:
        if self.default is None or option == self.default:
            return True
        above, below = compared.over[option][self.default], compared.over[self.default][option]
        return above >= self.quorum and above > below and above >= self.ratios[option - 1] * below

    def told(self, *parameters: tuple[str, Parameter, Parameter]) -> Screening:
        """With the parameters (name, value, default) that a rule has of its own; defaults are not written down."""
        more = tuple((name, value) for name, value, default in parameters if value != default)
        return replace(self, given=(*self.given, *more))

    def exhibit(self, compared: Pairwise, ballots: Ballots) -> tuple[Exhibit, ...]:
        """Each option against the default option; nothing without one."""
        if self.default is None:
            return ()
        kept = self.undropped(compared)
        rows = tuple(
            (
                ballots.name(a),
                str(compared.over[a][self.default]),
                str(compared.over[self.default][a]),
                f"{self.ratios[a - 1]}",
                "stays" if a in kept else "dropped",
            )
            for a in compared.options
            if a != self.default
        )
        return (Exhibit("default option", ("option", "above", "below", "ratio", "outcome"), rows),)


def screening(
    ballots: Ballots, default: int | None, quorum: int | str | None, ratios: Ratios | None
) -> Screening:
    """Check the parameters; `BadParameterError` names what is wrong."""
    if default is None and (quorum is not None or ratios is not None):
        raise BadParameterError(
            msg("quorum and ratios are measured against the default option: give `default`, its number")
        )
    if default is not None and default not in ballots.standing:
        raise BadParameterError(
            msg("the default option {default} is no option of this ballot; options are 1 to {count}")(
                default=repr(default), count=len(ballots.candidates)
            )
        )
    given: dict[str, Parameter | None] = {
        "default": default,
        "quorum": quorum,
        "ratios": ratios if ratios is None or isinstance(ratios, str | int) else tuple(ratios),
    }
    kept = tuple((name, value) for name, value in given.items() if value is not None)
    return Screening(default, _quorum(quorum), _ratios(ratios, len(ballots.candidates)), kept)


def _quorum(quorum: int | str | None) -> Fraction:
    try:
        found = Fraction(-1 if isinstance(quorum, bool | float) else quorum or 0)
    except (ValueError, ZeroDivisionError, TypeError):
        found = Fraction(-1)
    if found < 0:
        raise BadParameterError(
            msg(
                'the quorum is {quorum}; give the papers that must rank an option above the default, such as 48 or "93/2"'
            )(quorum=repr(quorum))
        )
    return found


def _ratios(ratios: Ratios | None, options: int) -> tuple[Fraction, ...]:
    match ratios:
        case None:
            texts: list[str | int] = [1]
        case str():
            texts = list(ratios.split())
        case int():
            texts = [ratios]
        case _:
            texts = list(ratios)
    try:
        found = tuple(Fraction(text) for text in texts)
    except (ValueError, ZeroDivisionError, TypeError) as fault:
        raise BadParameterError(
            msg('the ratios {ratios} are no numbers; write them as "3" or "1 3 3/2"')(ratios=repr(ratios))
        ) from fault
    if len(found) == 1:
        found *= options
    if len(found) != options or min(found) <= 0:
        raise BadParameterError(
            msg(
                "the ratios {ratios} must be one positive number for all or one for each of the {options} options"
            )(ratios=repr(ratios), options=options)
        )
    return found
