"""``mandat check --print``: bylaws as numbered articles in a file, HTML or PDF by the name's ending."""

from __future__ import annotations

from pathlib import Path

from mandat.bylaws.model import Bylaws
from mandat.cli.speech import console
from mandat.exchange.printing import html_of, pdf_of
from mandat.language import Language, msg
from mandat.record.errors import RecordError

_SAYS = msg("Printed: {file} ({size} kB)")


def print_bylaws(bylaws: Bylaws, file: Path, lang: Language) -> None:
    """Write the articles to ``file``; raises ``RecordError`` for another ending than ``.html`` or ``.pdf``."""
    match file.suffix.lower():
        case ".html" | ".htm":
            content = html_of(bylaws, lang).encode()
        case ".pdf":
            content = pdf_of(bylaws, lang)
        case _:
            raise RecordError(
                msg("{file} ends neither in .html nor in .pdf: name the file by what it is to be")(
                    file=str(file)
                )
            )
    try:
        file.write_bytes(content)
    except OSError as error:
        raise RecordError(
            msg("{file} cannot be written ({reason}): check the path")(
                file=str(file), reason=str(error.strerror)
            )
        ) from error
    console().print(_SAYS.text(lang, file=str(file), size=-(-len(content) // 1000)), markup=False)
