"""Who is signed in: a device proves its key by signing a challenge, and gets a cookie for reading. No act rests on it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

import msgspec

from mandat.federation.base.types import PersonId
from mandat.federation.state import State
from mandat.record.errors import NoteError
from mandat.record.notes import parse_note
from mandat.record.opening import verifier_of

COOKIE = "mandat-session"
SCHEMA = "mandat/session/v1"
LASTS_SECONDS = 12 * 3600
CHALLENGE_SECONDS = 120
_MANY = 10_000


class Session(msgspec.Struct, frozen=True):
    """A device that has proved a key of ``person``; it is over when the key is revoked, or at ``until``."""

    person: PersonId
    key: str
    until: float


class SignInError(ValueError):
    """The proof does not hold: ``reason`` is challenge, signature or key."""

    def __init__(self, reason: str) -> None:
        """Say which part does not hold."""
        super().__init__(reason)
        self.reason = reason


class Sessions:
    """Challenges given out and sessions open, in memory: who restarts the server signs all out, and devices sign in again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody."""
        self._clock = clock
        self._challenges: dict[str, float] = {}
        self._sessions: dict[str, Session] = {}

    def challenge(self) -> str:
        """Return a fresh challenge, good for two minutes and one proof."""
        self._forget()
        challenge = secrets.token_urlsafe(24)
        self._challenges[challenge] = self._clock() + CHALLENGE_SECONDS
        return challenge

    def sign_in(self, note: bytes, origin: str, state: State) -> str:
        """Return the token of a new session.

        ``note`` is a signed note of three lines (schema, origin, challenge) by a key that its person has now. Raises
        ``SignInError``.
        """
        try:
            parsed = parse_note(note)
            schema, given, challenge = parsed.signed.decode().rstrip("\n").split("\n")
        except (NoteError, ValueError) as error:
            raise SignInError("signature") from error
        if schema != SCHEMA or given != origin or self._challenges.pop(challenge, 0) < self._clock():
            raise SignInError("challenge")
        if len(parsed.signatures) != 1:
            raise SignInError("signature")
        line = parsed.signatures[0]
        prefix = f"{origin}/m/"
        person = PersonId(line.name.removeprefix(prefix))
        if not line.name.startswith(prefix):
            raise SignInError("key")
        for key in state.keys.current(person):
            verifier = verifier_of(line.name, key.public)
            if verifier.key_id == line.key_id and verifier.holds(parsed.signed, line.signature):
                return self._open(person, key.public)
        raise SignInError("key")

    def _open(self, person: PersonId, key: str) -> str:
        token = secrets.token_urlsafe(32)
        self._sessions[token] = Session(person, key, self._clock() + LASTS_SECONDS)
        return token

    def person(self, token: str | None, state: State) -> PersonId | None:
        """Return who is signed in; None if nobody is, the session is over, or its key was revoked."""
        session = self._sessions.get(token or "")
        if session is None:
            return None
        current = any(key.public == session.key for key in state.keys.current(session.person))
        if session.until < self._clock() or not current:
            self._sessions.pop(token or "", None)
            return None
        return session.person

    def sign_out(self, token: str | None) -> None:
        """End a session."""
        self._sessions.pop(token or "", None)

    def _forget(self) -> None:
        """Drop what is over, once there is much of it; and the oldest, should somebody ask for challenges without end."""
        now = self._clock()
        if len(self._challenges) > _MANY:
            live = {challenge: until for challenge, until in self._challenges.items() if until >= now}
            self._challenges = dict(list(live.items())[-_MANY // 2 :])
        if len(self._sessions) > _MANY:
            self._sessions = {token: each for token, each in self._sessions.items() if each.until >= now}
