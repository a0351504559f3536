"""Ed25519 keys as C2SP signed notes name them.

Signatures are checked with PyNaCl (libsodium), the strictest verifier in use: what it admits every other one admits.
Source: https://c2sp.org/signed-note, signature type 0x01.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from pathlib import Path
from typing import NamedTuple

from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey

from mandat.language import msg
from mandat.record.errors import RecordError

ED25519 = b"\x01"
SEED_BYTES = 32
SIGNATURE_BYTES = 64
_NAME = re.compile(r"[^\s+\x00-\x20]+")


class NoteSignature(NamedTuple):
    """One signature line: the key's name, its id (4 bytes), and the signature (64 bytes)."""

    name: str
    key_id: bytes
    signature: bytes


def key_id(name: str, public: bytes) -> bytes:
    """Return the key id of signed-note: the first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ key)."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


class Verifier:
    """A public key under a name."""

    __slots__ = ("key_id", "name", "public")

    def __init__(self, name: str, public: bytes) -> None:
        """Take 32 bytes of an Ed25519 public key."""
        self.name = name
        self.public = public
        self.key_id = key_id(name, public)
        if not _NAME.fullmatch(name):
            raise RecordError(
                msg("{name} cannot name a key: write it like rail.example/log (no spaces, no plus sign)")(
                    name=repr(name)
                )
            )
        if len(public) != SEED_BYTES:
            raise RecordError(
                msg("the key of {name} has {count} bytes instead of {needed}")(
                    name=name, count=len(public), needed=SEED_BYTES
                )
            )

    @classmethod
    def from_vkey(cls, vkey: str) -> Verifier:
        """Read ``name+keyid+base64(0x01 ‖ key)``; raises ``RecordError`` if it is malformed or the id does not match."""
        name, _, rest = vkey.strip().partition("+")
        stated, _, encoded = rest.partition("+")
        try:
            raw = base64.b64decode(encoded, validate=True)
        except ValueError as error:
            raise RecordError(
                msg("{vkey} is not a verifier key: its last part is not base64")(vkey=repr(vkey))
            ) from error
        if len(raw) != SEED_BYTES + 1 or raw[:1] != ED25519:
            raise RecordError(
                msg("{vkey} is not an Ed25519 verifier key (type 01 and 32 bytes)")(vkey=repr(vkey))
            )
        found = cls(name, raw[1:])
        if found.key_id.hex() != stated:
            raise RecordError(
                msg("the key id in {vkey} is not that of its key ({hex}): copy it again")(
                    vkey=repr(vkey), hex=found.key_id.hex()
                )
            )
        return found

    @property
    def vkey(self) -> str:
        """The key as text, to publish."""
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"

    def holds(self, signed: bytes, signature: bytes) -> bool:
        """Tell whether a signature over these very bytes holds."""
        if len(signature) != SIGNATURE_BYTES:
            return False
        try:
            crypto_sign_open(signature + signed, self.public)
        except BadSignatureError:
            return False
        return True


class Signer:
    """A private key under a name."""

    def __init__(self, name: str, seed: bytes) -> None:
        """Take the 32 bytes of an Ed25519 seed."""
        self._key = SigningKey(seed)
        self._seed = seed
        self.name = name
        self.verifier = Verifier(name, bytes(self._key.verify_key))

    @classmethod
    def generate(cls, name: str) -> Signer:
        """Make a new key from the system's randomness."""
        return cls(name, bytes(SigningKey.generate()))

    @classmethod
    def from_seed_text(cls, name: str, text: str) -> Signer:
        """Make the key that a text gives: for scripted cases and tests only, since who knows the text can sign."""
        return cls(name, hashlib.sha256(text.encode()).digest())

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self.verifier.public

    @property
    def public_text(self) -> str:
        """The public key in base64, as key acts state it."""
        return base64.b64encode(self.public).decode()

    @property
    def key_id(self) -> bytes:
        """The key id of signed-note."""
        return self.verifier.key_id

    @property
    def vkey(self) -> str:
        """The public key as text, to publish."""
        return self.verifier.vkey

    def sign(self, signed: bytes) -> NoteSignature:
        """Sign these very bytes."""
        return NoteSignature(self.name, self.key_id, self._key.sign(signed).signature)

    def save(self, path: Path) -> None:
        """Write the seed to a new file that only its owner can read, safely on disk; refuses to overwrite."""
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            raise RecordError(
                msg("{path} exists: a key is never overwritten; choose another path")(path=str(path))
            ) from error
        with os.fdopen(descriptor, "w") as file:
            file.write(f"{self.name}\n{base64.b64encode(self._seed).decode()}\n")
            file.flush()
            os.fsync(descriptor)

    @classmethod
    def load(cls, path: Path) -> Signer:
        """Read a key file written by ``save``; raises ``RecordError`` with what is wrong with it."""
        try:
            name, encoded = path.read_text().split()
            seed = base64.b64decode(encoded, validate=True)
        except FileNotFoundError as error:
            raise RecordError(
                msg("there is no key file {path}: give the path of the key you sign with")(path=str(path))
            ) from error
        except ValueError as error:
            raise RecordError(
                msg("{path} is not a key file: it holds a name and a seed in base64, a line each")(
                    path=str(path)
                )
            ) from error
        if len(seed) != SEED_BYTES:
            raise RecordError(
                msg("{path} holds {count} bytes instead of {needed}: the file is damaged")(
                    path=str(path), count=len(seed), needed=SEED_BYTES
                )
            )
        return cls(name, seed)
