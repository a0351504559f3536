"""Where the text is silent, each reading is tried; only if they differ does the value stay open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mandat.bylaws.expression.numbers import Evaluation, Open, Reading, Run, SilentPart, Value

MOST_POINTS = 8
"""So many silent points of one expression are tried together; beyond that the value stays open."""


def evaluated(compute: Callable[[Run], Value], run: Run) -> Evaluation:
    """The value, or what the readings of the silent points give."""
    try:
        return Evaluation(compute(run))
    except Open:
        return _tried(compute, run)


def _tried(compute: Callable[[Run], Value], run: Run) -> Evaluation:
    readings: list[Reading] = []
    questions: dict[str, SilentPart] = {}
    complete = _explore(compute, run, readings, questions)
    values = [reading.value for reading in readings]
    agree = complete and all(value == values[0] for value in values)
    return Evaluation(
        values[0] if agree else None, tuple(readings), () if agree else tuple(questions.values())
    )


def _explore(
    compute: Callable[[Run], Value], run: Run, readings: list[Reading], questions: dict[str, SilentPart]
) -> bool:
    """Fill in the readings from here on; False if some cannot be listed."""
    try:
        readings.append(Reading(tuple(run.choices.items()), compute(run)))
    except Open as silent:
        question = silent.question
        questions[question.where] = question
        if not question.options or len(run.choices) >= MOST_POINTS:
            return False
        complete = True
        for option in question.options:
            branch = replace(run, choices={**run.choices, question.where: option})
            complete = _explore(compute, branch, readings, questions) and complete
        return complete
    return True
