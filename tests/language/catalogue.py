"""The messages of code and templates, and the catalogues kept in step with them.

``python -m tests.language.catalogue`` goes through ``src/mandat``, adds new messages to each language's files without words,
drops those that are gone, and lists what lacks words. English stands in the code and the templates themselves.
"""

from __future__ import annotations

import ast
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from typer.main import get_command

from mandat.cli.app import app
from mandat.cli.helping import texts
from mandat.language import ENGLISH, LANGUAGES, Language
from mandat.service.interview import questions

SOURCE = Path(__file__).parents[2] / "src" / "mandat"
FOLDER = SOURCE / "language"
OTHERS = tuple(language for language in LANGUAGES if language != ENGLISH)
PARTS = (
    "language",
    "counting",
    "bylaws",
    "federation",
    "record",
    "service",
    "study",
    "exchange",
    "demo",
    "web",
    "cli",
)
"""The parts of the package, lowest first: a message that several say stands in the file of the lowest."""
_KEYWORDS = frozenset({"msg", "plural", "_", "gettext"})
_JINJA = {"trimmed": "true", "newstyle_gettext": "true"}
_TEMPLATE_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


class Found(msgspec.Struct, frozen=True):
    """A message where it stands: its context, English, plural (or nothing), and the file."""

    context: str
    english: str
    plural: str
    file: str


@cache
def messages() -> tuple[Found, ...]:
    """Return all messages of the program."""
    found = [each for path in sorted(SOURCE.rglob("*.py")) for each in _in_code(path)]
    templates = [
        path for kind in ("html", "txt", "svg") for path in sorted(SOURCE.rglob(f"templates/*.{kind}"))
    ]
    interviews = sorted((SOURCE / "bylaws" / "templates").glob("*.toml"))
    return (
        *found,
        *(each for path in templates for each in _in_template(path)),
        *(each for path in interviews for each in _in_interview(path)),
        *_in_commands(),
    )


def _in_interview(path: Path) -> Iterator[Found]:
    for question in questions(path.read_text()):
        yield Found("", question.words.english, "", str(path.relative_to(SOURCE)))


def _in_commands() -> Iterator[Found]:
    for each in dict.fromkeys(texts(get_command(app))):
        yield Found(each.context, each.english, "", "cli/app.py")


def _in_code(path: Path) -> Iterator[Found]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _KEYWORDS:
            texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
            context = next((_text(each.value) for each in node.keywords if each.arg == "context"), "")
            if texts and isinstance(texts[0], str):
                many = str(texts[1]) if node.func.id == "plural" else ""
                yield Found(context, texts[0], many, str(path.relative_to(SOURCE)))


def _text(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant), "a context is a literal"
    return str(node.value)


def _in_template(path: Path) -> Iterator[Found]:
    with path.open("rb") as file:
        for _line, message, _comments, context in extract("jinja2", file, _TEMPLATE_KEYWORDS, options=_JINJA):
            one, many = (message, "") if isinstance(message, str) else (message[0], message[1])
            yield Found(context or "", one, many, str(path.relative_to(SOURCE)))


def part_of(file: str) -> str:
    """Return the part of the package, which names the catalogue file."""
    part = file.partition("/")[0]
    assert part in PARTS, f"{file}: give its part a place in PARTS"
    return part


def catalogues(language: Language) -> dict[str, Catalog]:
    """Return the catalogues of a language as they stand in its files, by part."""
    return {path.stem: _read(path, language) for path in sorted((FOLDER / language).glob("*.po"))}


def _read(path: Path, language: Language) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def in_step(language: Language) -> dict[str, Catalog]:
    """Return catalogues of today's messages with the translations that there are, wherever they stood before."""
    old = {
        (each.context or "", _english(each)): each
        for known in catalogues(language).values()
        for each in known
    }
    new: dict[str, Catalog] = {}
    home: dict[tuple[str, str], str] = {}
    for each in sorted(messages(), key=lambda each: PARTS.index(part_of(each.file))):
        key = (each.context, each.english)
        part = home.setdefault(key, part_of(each.file))
        catalog = new.setdefault(
            part, Catalog(locale=language, project="Mandat", charset="utf-8", fuzzy=False)
        )
        known = old.get(key)
        said = known.string if known is not None and known.string else ("" if not each.plural else ("", ""))
        if each.plural and isinstance(said, str):
            said = (said, said)
        message = (each.english, each.plural) if each.plural else each.english
        catalog.add(
            message, _typeset(said, language), locations=[(each.file, 1)], context=each.context or None
        )
    return new


def _english(message: Entry) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _typeset(words: str | Sequence[str], language: Language) -> str | tuple[str, ...]:
    """Put what the hand does not type: spaces that do not break before French double signs, curved apostrophes."""
    if not isinstance(words, str):
        return tuple(str(_typeset(each, language)) for each in words)
    if language != "fr":
        return words
    return re.sub(r"(?<=«) | (?=[:;?!»…%](?:\s|$|[.,)]))", "\u00a0", re.sub(r"(?<=\w)'(?=\w)", "’", words))


def write(language: Language, part: str, catalogue: Catalog) -> None:
    """Write a file: by message, without line numbers and dates, so that it changes only when words change."""
    text = io.BytesIO()
    write_po(text, catalogue, sort_output=True, include_lineno=False, width=120, omit_header=True)
    words = re.sub(r"(?m)^#, python(-brace)?-format\n", "", text.getvalue().decode())
    header = _HEADER.format(language=language, plural=_PLURAL.get(language, catalogue.plural_expr))
    (FOLDER / language / f"{part}.po").write_text(header + words)


_PLURAL = {"fr": "n > 1"}
"""Babel's French has a third plural for millions of exact size (« un million de »), which no sentence here needs."""
_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Mandat\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=({plural});\\n"

"""


def forms(message: Entry) -> tuple[str, ...]:
    """Return the translations of a message: one, or one for each plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages that lack words, or some of their plural forms."""
    return [
        _english(message)
        for message in catalogue
        if message.id and (not all(forms(message)) or not forms(message) or message.fuzzy)
    ]


def update() -> None:
    """Bring all files of all languages into step, and say what lacks words."""
    for language in OTHERS:
        step = in_step(language)
        for gone in set(catalogues(language)) - set(step):
            (FOLDER / language / f"{gone}.po").unlink()
        missing: Counter[str] = Counter()
        for part, catalogue in step.items():
            write(language, part, catalogue)
            missing[part] = len(untranslated(catalogue))
        total = sum(len(each) for each in step.values())
        lacking = ", ".join(f"{part} {count}" for part, count in missing.items() if count) or "none"
        print(f"{language}: {total} messages; without words: {lacking}")  # noqa: T201


if __name__ == "__main__":
    update()
