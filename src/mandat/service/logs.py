"""Logs: one JSON object a line on standard error, for machines to read, without personal data.

What is logged is named by the program, never by a visitor: routes and not addresses of pages, places in the code and not the
values that were there, no address, no id of a person, no cookie.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

_LOGGER = logging.getLogger("mandat")


class _Lines(logging.Formatter):
    """Writes a record as JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said = {"at": at.replace("+00:00", "Z"), "level": record.levelname.lower(), "event": record.msg}
        broken = {} if record.exc_info is None or record.exc_info[1] is None else _places(record.exc_info[1])
        return json.dumps({**said, **broken, **getattr(record, "facts", {})}, ensure_ascii=False)


def begin_logging() -> None:
    """Write the program's log to standard error; once for each process."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    for logger, level in ((_LOGGER, logging.INFO), (logging.getLogger("uvicorn"), logging.WARNING)):
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False


def tell(event: str, **facts: str | float | None) -> None:
    """Log that something happened."""
    _LOGGER.info(event, extra={"facts": facts})


def tell_broken(event: str, error: BaseException, **facts: str | float | None) -> None:
    """Log a defect: the kind of error and the places in the code, without its message, which may hold what people wrote."""
    _LOGGER.error(event, extra={"facts": {**facts, **_places(error)}})


def _places(error: BaseException) -> dict[str, str]:
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    places = " < ".join(f"{each.filename.rpartition('/src/')[2]}:{each.lineno}" for each in reversed(frames))
    return {"error": type(error).__name__, "places": places}
