"""What every answer carries, and what is turned away before it reaches a handler: headers, foreign origins, too many at once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlsplit

from litestar import Request
from litestar.datastructures import MutableScopeHeaders
from litestar.datastructures import State as AppState
from litestar.exceptions import PermissionDeniedException
from litestar.types import Message, Scope

from mandat.web.settings import Settings

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        "worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_HSTS = "max-age=31536000"
_BRIEFLY = "public, max-age=300"


def headed(settings: Settings) -> Callable[[Message, Scope], Awaitable[None]]:
    """Return what puts the headers on every answer, those of errors too."""
    own = dict(HEADERS)
    if settings.base.startswith("https://"):
        own["Strict-Transport-Security"] = _HSTS

    async def put(message: Message, scope: Scope) -> None:
        if message["type"] != "http.response.start":
            return
        headers = MutableScopeHeaders.from_message(message)
        for name, value in own.items():
            headers.setdefault(name, value)
        headers.setdefault("Cache-Control", _BRIEFLY if scope["path"].startswith("/static/") else "no-store")

    return put


def refuse_foreign(request: Request[object, object, AppState]) -> None:
    """Turn away what another site makes a browser send: the origin of an unsafe request is this site's own.

    Cookies are SameSite=Strict besides, and acts are signed: this is the second lock.
    """
    if request.method in _SAFE:
        return
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise PermissionDeniedException("foreign-origin")
    origin = request.headers.get("origin")
    own = {
        request.headers.get("host"),
        urlsplit(request.app.state.site.settings.base).netloc,
    }  # a proxy may change Host
    if origin is not None and urlsplit(origin).netloc not in own:
        raise PermissionDeniedException("foreign-origin")


class Bucket:
    """So many a minute for each key, with as many at once; the keys seen longest ago are forgotten first."""

    def __init__(
        self, per_minute: int, *, most_keys: int = 50_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Allow ``per_minute``."""
        self.per_minute = per_minute
        self._most = most_keys
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, key: str, count: int = 1) -> bool:
        """Take ``count`` from the key's share, and tell whether there was enough."""
        now = self._clock()
        left, at = self._left.pop(key, (float(self.per_minute), now))
        left = min(float(self.per_minute), left + (now - at) * self.per_minute / 60)
        enough = left >= count
        self._left[key] = (left - count if enough else left, now)
        if len(self._left) > self._most:
            self._left.popitem(last=False)
        return enough
