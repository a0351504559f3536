"""A summary that a member understands, in any language of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandat.language import Language
from mandat.study.comparing.frontier import FrontierPoint, frontier
from mandat.study.comparing.intervals import runs_needed
from mandat.study.comparing.sensitivity import Swing
from mandat.study.comparing.study import RulebookOutcome, StudyAsked
from mandat.study.measures.certain import Certain
from mandat.study.plan.making import Plan
from mandat.study.reports import words

FEW = 4
"""Up to so many rulebooks are each described in full."""
MATTERS = 3
"""So many of the assumptions that matter most are named."""


@dataclass(frozen=True)
class StudyFound:
    """All that a study found: ``plan`` and ``certain`` of the first rulebook, the outcomes, and swings where they were asked."""

    asked: StudyAsked
    plan: Plan
    certain: Certain
    outcomes: tuple[RulebookOutcome, ...]
    swings: tuple[Swing, ...] = ()

    @property
    def frontier(self) -> tuple[FrontierPoint, ...]:
        """Fidelity against effort."""
        return frontier(self.outcomes)


def share(value: float) -> str:
    """A share in per cent, with as many digits as say something.

    >>> share(0.1234), share(0.0004)
    ('12.3 %', '0.04 %')
    """
    percent = 100 * value
    return f"{percent:.1f} %" if abs(percent) >= 1 or percent == 0 else f"{percent:.2g} %"


def summary(found: StudyFound, language: Language) -> str:
    """The whole summary as Markdown."""
    asked, plan = found.asked, found.plan
    lines = [f"# {words.TITLE.text(language)}", ""]
    lines.append(
        words.SETTING.text(
            language,
            top=plan.top,
            bases=plan.bases.sizes.size,
            members=plan.bases.members,
            years=f"{asked.timing.years:g}",
            days=f"{asked.timing.days:g}",
            runs=asked.runs,
        )
    )
    lines += [
        "",
        f"## {words.CERTAIN.text(language)}",
        "",
        *(f"- {each}" for each in _certain(found.certain, language)),
    ]
    lines += ["", f"## {words.ASSUMED.text(language)}", ""]
    for each in found.outcomes:
        lines += _outcome(each, found, language)
    lines += _together(found, language)
    if plan.supposed:
        lines += ["", f"## {words.SUPPOSED.text(language)}", ""]
        lines += [f"- {each.text(language)}" for each in plan.supposed]
    return "\n".join(lines) + "\n"


def _certain(certain: Certain, language: Language) -> Iterator[str]:
    if certain.fewest is None:
        yield words.CAPTURE_OPEN.text(language)
    else:
        yield words.CAPTURE.text(language, fewest=certain.fewest, base=certain.base)
    if certain.weight is not None:
        yield words.WEIGHT.text(language, ratio=f"{float(certain.weight):.3g}")
    for each in certain.power:
        yield words.POWER.text(
            language,
            bodies=each.bodies,
            kind=each.kind,
            seats=each.seats,
            power=share(float(each.banzhaf)),
            people=each.people,
            member=share(each.member),
        )


def _outcome(each: RulebookOutcome, found: StudyFound, language: Language) -> list[str]:
    """The first in full; the others too where they are few, else only how they compare with the first."""
    first = found.outcomes[0]
    if each.name == first.name or len(found.outcomes) <= FEW:
        lines = [f"### {each.name}", "", *(f"- {line}" for line in sentences(each, language))]
        compared = [f"- {beside(each, first, language)}"] if each.name != first.name else []
        return [*lines, *compared, ""]
    return [f"- {beside(each, first, language)} {_cost(each, language)}"]


def _cost(each: RulebookOutcome, language: Language) -> str:
    return words.COST.text(
        language, hours=f"{each.measures['hours'].mean:.2g}", recalls=f"{each.measures['recalls'].mean:.3g}"
    )


def sentences(each: RulebookOutcome, language: Language) -> Iterator[str]:
    """What one rulebook gives, a sentence for each thing."""
    of = each.measures
    yield words.GAP.text(language, gap=share(of["gap"].mean), half=share(of["gap"].half))
    yield words.WRONG.text(
        language, wrong=share(of["wrong_decisions"].mean), half=share(of["wrong_decisions"].half)
    )
    yield words.LAG.text(language, days=round(of["lag_days"].mean), half=round(of["lag_days"].half))
    if "half_life_days" in of:
        yield words.HALF_LIFE.text(language, days=round(of["half_life_days"].mean))
    if each.unanswered:
        yield words.NEVER.text(language, n=each.unanswered)
    yield words.EFFORT.text(
        language,
        hours=f"{of['hours'].mean:.2g}",
        recalls=f"{of['recalls'].mean:.3g}",
        wrongly=share(of["false_recalls"].mean),
    )
    if each.null and each.null["recalls"] == 0:
        yield words.NULL.text(language, gap=share(each.null["gap"]))
    elif each.null:
        yield words.NULL_BROKEN.text(language, n=round(each.null["recalls"]))


def beside(each: RulebookOutcome, first: RulebookOutcome, language: Language) -> str:
    """How a rulebook compares with the first, run by run on the same luck."""
    difference = each.beside_first["gap"]
    said = {"name": each.name, "first": first.name, "half": share(difference.half)}
    if not difference.clear:
        return words.NO_DIFFERENCE.text(
            language, **said, runs=difference.runs, difference=share(difference.mean)
        )
    message = words.BETTER if difference.mean < 0 else words.WORSE
    return message.text(language, **said, difference=share(abs(difference.mean)))


def _together(found: StudyFound, language: Language) -> Iterator[str]:
    if len(found.outcomes) > 1 and not found.swings:
        yield ""
        best = ", ".join(point.name for point in found.frontier if point.best)
        yield words.FRONTIER.text(language, names=best)
    if found.swings:
        yield ""
        most = ", ".join(f"{swing.name} (± {share(swing.size)})" for swing in found.swings[:MATTERS])
        yield words.SENSITIVE.text(language, names=most)


def more_runs(outcomes: Sequence[RulebookOutcome], asked: float, language: Language) -> str | None:
    """What to say where the interval of the gap is wider than asked; None where it is not."""
    widest = max((each.measures["gap"] for each in outcomes), key=lambda interval: interval.half)
    if widest.half <= asked:
        return None
    needed = runs_needed(widest, asked)
    return words.MORE_RUNS.text(
        language, asked=share(asked), runs=widest.runs, half=share(widest.half), needed=needed
    )
