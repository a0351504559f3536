"""Projects chosen one after another until the money is spent: what the budget rules share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import Lots
from mandat.counting.majority.most_votes import equal_groups
from mandat.counting.projects import Projects
from mandat.counting.result import Count, Elected, Exhibit, LotQuestion, Parameter, Stage, Tie
from mandat.language import msg

PARAMETERS = ("costs", "budget")


def projects_of(rule: str, ballots: Ballots, costs: Sequence[int] | None, budget: int | None) -> Projects:
    """What is given, else what the file says. Raises `BadParameterError` where either says too little or nonsense."""
    said = ballots.projects
    if (costs is None or budget is None) and said is None:
        raise BadParameterError(
            msg(
                "{rule} needs what the projects cost and what there is to spend: read a Pabulib file, or give costs and budget"
            )(rule=rule)
        )
    found = Projects(
        tuple(costs) if costs is not None or said is None else said.costs,  # type: ignore[arg-type]
        budget if budget is not None or said is None else said.budget,  # type: ignore[arg-type]
    )
    if len(found.costs) != len(ballots.candidates):
        raise BadParameterError(
            msg("there are {count} costs for {other} projects; give one for each")(
                count=len(found.costs), other=len(ballots.candidates)
            )
        )
    if found.budget < 1 or min(found.costs) < 1:
        raise BadParameterError(
            msg("costs and the budget are whole numbers of at least 1, in one unit of money")
        )
    return found


@dataclass
class Selection:
    """The projects chosen so far, at most `most` of them, and the lots asked on the way.

    Who was drawn of a tie is remembered: the same tie is not asked again.
    """

    ballots: Ballots
    projects: Projects
    most: int
    lots: Lots
    paragraph: str
    chosen: list[int] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)
    drawn: dict[tuple[int, ...], int] = field(default_factory=dict)

    @property
    def spent(self) -> int:
        """What the chosen cost together."""
        return sum(map(self.projects.cost, self.chosen))

    @property
    def left(self) -> list[int]:
        """The projects not chosen, in rising order."""
        return [n for n in self.ballots.standing if n not in self.chosen]

    def fits(self, number: int) -> bool:
        """Whether a project can still be paid for, and chosen."""
        room = len(self.chosen) < self.most
        return room and self.spent + self.projects.cost(number) <= self.projects.budget

    def choose(self, number: int, figure: str) -> None:
        """Choose a project; `figure` is what decided."""
        self.chosen.append(number)
        self.rows.append(
            (str(len(self.chosen)), self.ballots.name(number), str(self.projects.cost(number)), figure)
        )

    def first_of(self, tied: Sequence[int]) -> int:
        """One of the tied: the cheaper, else by lot. Raises `LotNeeded`."""
        least = min(map(self.projects.cost, tied))
        level = tuple(n for n in tied if self.projects.cost(n) == least)
        if len(level) == 1:
            return level[0]
        if level not in self.drawn:
            names = tuple(map(self.ballots.name, level))
            self.drawn[level] = self.lots.answer(LotQuestion(1, self.paragraph, "order", level, names))
            self.ties.append(Tie(1, self.paragraph, "order", level, self.drawn[level], "lot"))
        return self.drawn[level]

    def result(
        self,
        rule: str,
        votes: Mapping[int, int],
        given: tuple[int, ...],
        question: LotQuestion | None,
        parameters: tuple[tuple[str, Parameter], ...],
    ) -> Count:
        """The `Count`: its one stage shows the votes, its exhibit the projects in the order in which they were chosen."""
        rest = sorted(self.left, key=lambda n: (-votes[n], n))
        told: tuple[tuple[str, Parameter], ...] = (
            ("costs", self.projects.costs),
            ("budget", self.projects.budget),
        )
        return Count(
            rule=rule,
            seats=self.most,
            names=tuple(c.name for c in self.ballots.candidates),
            elected=tuple(Elected(n, self.ballots.name(n), 1) for n in self.chosen),
            stages=(Stage(1, "votes", (), tuple(votes.get(c.number, 0) for c in self.ballots.candidates)),),
            ties=tuple(self.ties),
            question=question,
            runners_up=tuple(rest),
            equal_runners_up=equal_groups(rest, votes),
            valid=self.ballots.total,
            lots=given,
            parameters=(*told, *parameters),
            exhibits=(
                Exhibit("projects", ("turn", "project", "cost", "figure"), tuple(self.rows)),
                Exhibit(
                    "money",
                    ("budget", "spent", "left"),
                    ((str(self.projects.budget), str(self.spent), str(self.projects.budget - self.spent)),),
                ),
            ),
        )
