"""How a site is served: what its user configured."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from mandat.service.invitations import is_secure


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """The mail server for invitations: nothing is sent to any other."""

    host: str
    port: int = 587
    sender: str
    user: str = ""
    password: str = ""
    security: Literal["starttls", "tls", "none"] = "starttls"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What ``mandat serve`` was told.

    ``base`` is the address at which people reach the site, as ``https://rail.example``; ``proxies`` are the addresses of trusted
    proxies, whose word about the visitor's address and protocol is taken.
    """

    directory: Path
    base: str
    host: str = "127.0.0.1"
    port: int = 8000
    certificate: Path | None = None
    private_key: Path | None = None
    proxies: tuple[str, ...] = ()
    mail: Mail | None = None

    @property
    def secure(self) -> bool:
        """Whether browsers give the pages a secure context, without which they make no keys."""
        return is_secure(self.base)
