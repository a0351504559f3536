"""Every act for the manual: fields, who may, what it does, and how it is refused."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import msgspec

from mandat.federation.base.acts import Act
from mandat.federation.engine import ACTS
from mandat.federation.rooms import DECIDERS
from mandat.federation.wording.catalogue import REQUIREMENTS, ROOMS

TITLES = {
    "law": "The bylaws",
    "keys": "Keys and the register",
    "bodies": "Bodies",
    "members": "Members",
    "facts": "Facts",
    "posts": "Posts",
    "limits": "Limits on who sits together",
    "elections": "Elections",
    "confidence": "Confidence",
    "recall": "Recall by petition, relief",
    "convening": "Convening a body",
    "meetings": "Meetings",
    "motions": "Motions and votes",
    "proxies": "Proxies",
    "caucuses": "Caucuses",
    "questions": "Questions to delegates",
    "powers": "Powers",
    "checks": "Checks",
    "agreements": "Agreements",
    "instructions": "Instructions",
    "duties": "Duties",
    "agenda": "",
    "interpretation": "",
    "tenure": "",
}


def acts() -> str:
    """Return every room with its acts and the requirements that can refuse them."""
    return "\n\n".join("\n".join(_room(room)) for room in ROOMS if TITLES[_name(room)])


def _name(words: ModuleType) -> str:
    return words.__name__.split(".")[-2]


def _room(words: ModuleType) -> Iterator[str]:
    name = _name(words)
    yield f"## {TITLES[name]}"
    for tag, act in ACTS.items():
        if act.__module__.split(".")[-2] == name:
            yield from _act(tag, act)
    if words.REQUIREMENTS:
        yield ""
        yield "### Requirements of this room"
        yield ""
        yield "| Code | It asks that | If not |"
        yield "|---|---|---|"
        for code in sorted(words.REQUIREMENTS):
            requirement = REQUIREMENTS[code]
            yield f"| `{code}` | {_plain(requirement.asks_en)} | {_plain(requirement.remedy_en)} |"


def _act(tag: str, act: type[Act]) -> Iterator[str]:
    yield ""
    yield f"### `{tag}`"
    yield ""
    yield _prose(inspect.getdoc(act) or "")
    yield ""
    yield f"*Who may, and when:* {_prose(inspect.getdoc(DECIDERS[act]) or '')}"
    yield ""
    fields = [each for each in msgspec.structs.fields(act) if each.name not in ("seen", "nonce")]
    yield "Fields: " + ", ".join(_field(act, each) for each in fields) + "."


def _field(act: type[Act], field: msgspec.structs.FieldInfo) -> str:
    kind = _kind(act, act.__annotations__[field.name])
    optional = "" if field.required else ", may be left out"
    return f"`{field.encode_name}` ({kind}{optional})"


_KINDS = {
    "str": "text",
    "int": "whole number",
    "bool": "yes or no",
    "Mapping[str, str]": "texts by name",
    "Mapping[str, tuple[int, int, int, int]]": "four whole numbers for each option",
    "tuple[str, ...]": "list of texts",
    "tuple[int, ...]": "list of whole numbers",
    "tuple[str, str]": "two texts",
    "int | str": "whole number or text",
}


def _kind(act: type[Act], annotation: str) -> str:
    plain = annotation.removesuffix(" | None")
    if plain in _KINDS:
        return _KINDS[plain]
    if plain.startswith("Literal["):
        choices = ast.literal_eval(f"({plain[8:-1]},)")
    else:
        choices = getattr(import_module(act.__module__), plain).__args__
    return " or ".join(f"`{choice}`" for choice in choices)


def _prose(text: str) -> str:
    """Return a docstring's first parts as Markdown on one line each: examples are for programmers."""
    text = text.split(">>>", maxsplit=1)[0].strip()
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    return re.sub(r"``(.+?)``", r"`\1`", "\n\n".join(paragraphs))


def _plain(text: str) -> str:
    """Mark the places that the numbers of a ruling fill."""
    return re.sub(r"\{(\w+)\}", r"*\1*", text).replace("|", "\\|")
