"""The voter model in Mesa, as its tutorials write agents: run in the environment of the benchmarks' peers.

``python study_peers.py MEMBERS STEPS`` prints {"seconds": …} as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import mesa

BASE = 100


class Member(mesa.Agent):  # type: ignore[misc] # Mesa is in another environment
    """Takes over the choice of a member of the own base."""

    def __init__(self, model: Any, base: int, choice: int) -> None:
        super().__init__(model)
        self.base, self.choice, self.next = base, choice, choice

    def look(self) -> None:
        self.next = self.model.random.choice(self.model.bases[self.base]).choice

    def turn(self) -> None:
        self.choice = self.next


class Bases(mesa.Model):  # type: ignore[misc] # as above
    """Members in bases of 100, all copying at once."""

    def __init__(self, members: int) -> None:
        super().__init__()
        self.bases: list[list[Member]] = [[] for _ in range(members // BASE)]
        for number in range(members):
            base = number // BASE
            self.bases[base].append(Member(self, base, number % 2))

    def step(self) -> None:
        self.agents.do("look")
        self.agents.do("turn")


def main(members: int, steps: int) -> None:
    model = Bases(members)
    began = time.process_time()
    for _ in range(steps):
        model.step()
    print(json.dumps({"seconds": time.process_time() - began}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
