"""Random numbers of a study: everything from one seed, whatever the number of workers or the order of the runs.

A stream is found by the seed, the number of the run and a name. Two rulebooks that are compared use the same streams for the
same things (common random numbers), so that what differs between them is the rules and not luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import numpy as np


@dataclass(frozen=True, slots=True)
class Streams:
    """The streams of one run of a study with this seed.

    >>> one, same = Streams(7, 0).named("opinion"), Streams(7, 0).named("opinion")
    >>> one.integers(1000) == same.integers(1000)
    np.True_
    """

    seed: int
    run: int = 0

    def named(self, *words: str) -> np.random.Generator:
        """Return a fresh generator at the start of the stream with this name (PCG64)."""
        digest = sha256("\0".join(words).encode()).digest()
        key = tuple(int.from_bytes(digest[at : at + 4], "big") for at in range(0, 16, 4))
        return np.random.Generator(
            np.random.PCG64(np.random.SeedSequence(entropy=self.seed, spawn_key=(self.run, *key)))
        )
