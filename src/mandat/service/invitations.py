"""Invitations: a one-time code for a person, whose hash goes on the record, and the link that carries it to a device."""

from __future__ import annotations

import asyncio
import base64
import secrets
from pathlib import Path
from urllib.parse import quote

import msgspec

from mandat.federation.people.keys.rules import hash_of_code
from mandat.language import msg
from mandat.record.directory import open_directory
from mandat.record.errors import RecordError
from mandat.record.keys import Signer
from mandat.service.author import Author
from mandat.service.incoming import Incoming
from mandat.service.opening import writing
from mandat.service.pen.client import PenAwayError, PenClient
from mandat.service.pen.protocol import PenAnswer, Taken

CODE_BYTES = 18
"""144 random bits: nobody guesses a code, so that its hash may stand on the public record."""
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1", "[::1]"})


class InvitationCode(msgspec.Struct, frozen=True):
    """An invitation of ``person``: the code, and the second since 1970 at which it ends."""

    person: str
    code: bytes
    expires: int
    replaces: bool = False

    @property
    def body(self) -> dict[str, object]:
        """The act ``key.invite`` that announces it, without the code."""
        code = hash_of_code(self.code)
        body = {"act": "key.invite", "person": self.person, "code": code, "expires": self.expires}
        return {**body, "replaces": True} if self.replaces else body

    def link(self, base: str) -> str:
        """Return the address to open on the device; the code stands behind the #, which browsers send to no server.

        Raises ``RecordError`` unless the site is reached over HTTPS, or is this very machine: browsers make no keys elsewhere,
        and who listens in would read the code.

        >>> InvitationCode("m 17", bytes(18), 0).link("https://rail.example/")
        'https://rail.example/join#m%2017.AAAAAAAAAAAAAAAAAAAAAAAA'
        """
        if not is_secure(base):
            raise RecordError(
                msg(
                    "{base} is not reached over HTTPS, where alone browsers make keys: give --base https://…, and serve "
                    "it with --tls-certificate and --tls-key or behind a proxy that does"
                )(base=base)
            )
        code = base64.urlsafe_b64encode(self.code).decode().rstrip("=")
        return f"{base.rstrip('/')}/join#{quote(self.person, safe='')}.{code}"


def is_secure(base: str) -> bool:
    """Tell whether browsers give the pages at an address a secure context.

    >>> [is_secure(each) for each in ("https://rail.example", "http://localhost:8000", "http://rail.example")]
    [True, True, False]
    """
    scheme, _, rest = base.partition("://")
    host = rest.partition("/")[0]
    name = host[: host.index("]") + 1] if host.startswith("[") else host.partition(":")[0]
    return scheme == "https" or (scheme == "http" and name in LOCAL_HOSTS)


def fresh(person: str, expires: int, *, replaces: bool = False) -> InvitationCode:
    """Return an invitation with a new code."""
    return InvitationCode(person, secrets.token_bytes(CODE_BYTES), expires, replaces)


def announce(directory: Path, invitation: InvitationCode, key: Signer) -> tuple[int, str]:
    """Put an invitation on the record, signed with ``key``; return its place and the outcome, admitted or refused.

    While the federation is served, the act goes to the process that holds the pen. Raises ``NotTaken`` and ``RecordError``.
    """
    found = open_directory(directory)
    author = Author(found.origin, [key])
    store = found.store(readonly=True)
    try:
        incoming = author.act(invitation.body, store.head())
    finally:
        store.close()
    answer = asyncio.run(_send(directory, incoming))
    if answer is None:  # nobody holds the pen: take it
        with writing(directory) as writer:
            receipt = writer.submit(incoming)
            return receipt.index, receipt.outcome
    if not isinstance(answer, Taken):
        raise answer.error()
    return answer.index, answer.outcome


async def _send(directory: Path, incoming: Incoming) -> PenAnswer | None:
    """Send the act to the pen; None if no process holds it."""
    pen = PenClient(directory)
    try:
        await pen.connect()
    except PenAwayError:
        return None
    try:
        return (await pen.submit([incoming]))[0]
    finally:
        await pen.close()
