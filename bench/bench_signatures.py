"""Ed25519 verifications of the library beneath the record

The yardstick for acts per second: no record that checks signatures can be faster than this on one core.
"""

from __future__ import annotations

from collections.abc import Iterator

from nacl.signing import SigningKey

from bench.measure import Figure, seconds

NOTES = 5_000


def figures() -> Iterator[Figure]:
    """Verify notes of the size of a simple act, each signed by the same key."""
    key = SigningKey(bytes(32))
    signed = [key.sign(b"%0400d" % number) for number in range(NOTES)]
    verify = key.verify_key.verify

    def all_notes() -> None:
        for note in signed:
            verify(note.message, note.signature)

    yield Figure("PyNaCl, one core", NOTES / seconds(all_notes), "verifications/s")
