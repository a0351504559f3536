"""``mandat act``: sign and submit any act from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
import typer

from mandat.cli.bylaws_files import read_text
from mandat.cli.speech import (
    SYSTEM_LANGUAGE,
    DirArgument,
    FullOption,
    JsonOption,
    LangOption,
    console,
    print_ruling,
    ruling_json,
    say_json,
)
from mandat.federation.base.matter import Matter
from mandat.federation.base.types import ElectionId, MotionId
from mandat.federation.engine import ACTS
from mandat.federation.wording.ruling import describe
from mandat.language import msg
from mandat.record.blobs import Blob, fresh_salt
from mandat.record.directory import open_directory
from mandat.record.errors import RecordError
from mandat.record.keys import Signer
from mandat.service.author import Author, person_key
from mandat.service.box import publish, publish_votes
from mandat.service.incoming import Incoming
from mandat.service.opening import writing
from mandat.service.writer import Writer


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        "act",
        epilog="Example: mandat act rail/ body.found body=section/lyon part_of=region/rhone --key rail/keys/registrar.key",
    )(act_command)
    app.command("key", epilog="Example: mandat key rail/ m-17 m-17.key")(key_command)


def act_command(
    directory: DirArgument,
    act: Annotated[
        str, typer.Argument(help="The act, such as body.found or confidence.withdraw.", metavar="ACT")
    ],
    fields: Annotated[
        list[str] | None,
        typer.Argument(help="Its fields, as name=value; lists with commas.", metavar="[NAME=VALUE]…"),
    ] = None,
    key: Annotated[
        list[Path] | None, typer.Option("--key", help="Key file of each signer, the author first.")
    ] = None,
    blob: Annotated[
        list[str] | None, typer.Option("--blob", help="A file that the act names: field=FILE.")
    ] = None,
    sealed: Annotated[
        bool, typer.Option("--sealed", help="Put only the salted hash of the act on the public record.")
    ] = False,
    ballot: Annotated[
        str | None, typer.Option("--ballot", help="A secret ballot for the box: 2,1,3 or yes, no, abstain.")
    ] = None,
    box: Annotated[
        str | None, typer.Option("--box", help="The field that names the ballots of the box, published now.")
    ] = None,
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
    full: FullOption = False,
) -> None:
    """Sign an act with your key, submit it, and print the ruling: one sentence, or in full.

    Exit code 0: admitted; 1: refused (it stays on the record, marked refused); 2: not taken.
    """
    if act not in ACTS:
        raise RecordError(
            msg("there is no act {act}; the acts are: {acts}")(act=repr(act), acts=", ".join(sorted(ACTS)))
        )
    if not key:
        raise RecordError(msg("give --key: the key file you sign with"))
    if sealed and (blob or ballot or box):
        raise RecordError(msg("--sealed goes without --blob, --ballot and --box: leave it out"))
    blobs = dict(_blob(act, each) for each in blob or ())
    body = {"act": act, **_fields(act, fields or []), **{n: b.name for n, b in blobs.items()}}
    with writing(directory) as writer:
        if box is not None:
            blobs[box] = _published(writer, body)
            body[box] = blobs[box].name
        author = Author(writer.origin, [Signer.load(path) for path in key])
        incoming = _incoming(author, body, writer, tuple(blobs.values()), ballot, sealed)
        receipt = writer.submit(incoming)
        assert receipt.ruling is not None
        words = describe(receipt.ruling, writer.state.law.books, lang)
    if json:
        say_json({"index": receipt.index, **ruling_json(receipt.ruling, words)})
    else:
        print_ruling(words, f"#{receipt.index} {act}", lang, full=full)
    raise typer.Exit(0 if receipt.ruling.admitted else 1)


def _incoming(
    author: Author,
    body: dict[str, Any],
    writer: Writer,
    blobs: tuple[Blob, ...],
    ballot: str | None,
    sealed: bool,
) -> Incoming:
    """Write the act in the way asked for: open, sealed, or with a ballot for the box."""
    if sealed:
        return author.sealed(body, writer.head)
    if ballot is None:
        return author.act(body, writer.head, blobs)
    if "motion" in body:
        return author.vote(MotionId(str(body["motion"])), ballot, writer.head)
    if "election" not in body or not all(each.strip().isdecimal() for each in ballot.split(",")):
        raise RecordError(
            msg(
                "--ballot goes with ballot.cast election=… as numbers such as 2,1,3, best first, or with vote.cast motion=…"
            )
        )
    return author.ballot(
        ElectionId(str(body["election"])), [int(each) for each in ballot.split(",")], writer.head
    )


def _published(writer: Writer, body: dict[str, Any]) -> Blob:
    """Return the ballots of the box that the act opens."""
    if "motion" in body:
        return publish_votes(writer.store, MotionId(str(body["motion"])), fresh_salt())
    if body.get("election") not in writer.state.elections.all:
        raise RecordError(
            msg("--box goes with an election or a motion that exists: name it with election=… or motion=…")
        )
    return publish(writer.store, writer.state, ElectionId(str(body["election"])), fresh_salt())


def _fields(act: str, texts: list[str]) -> dict[str, Any]:
    """Read the fields; one that stands twice is refused, since only one of the two would be signed."""
    read: dict[str, Any] = {}
    for name, value in (_field(act, each) for each in texts):
        if name in read:
            raise RecordError(msg("{name} stands twice; give it once, a list with commas")(name=name))
        read[name] = value
    return read


def _blob(act: str, text: str) -> tuple[str, Blob]:
    name, equals, file = text.partition("=")
    if not equals or not file:
        raise RecordError(
            msg("--blob {text} of {act} is not field=FILE, such as ballots=lyon.blt")(
                text=repr(text), act=act
            )
        )
    return name, Blob(fresh_salt(), read_text(Path(file)))


def _field(act: str, text: str) -> tuple[str, Any]:
    """Read one field by the type that the act gives it: a list is split at commas, a number is a whole number."""
    name, equals, value = text.partition("=")
    own = ACTS[act]
    hints = get_type_hints(own)
    known = {
        f.encode_name: hints[f.name] for f in msgspec.structs.fields(own) if f.name in own.__annotations__
    }
    if not equals or name not in known:
        raise RecordError(
            msg("{act} has no field {name}; its fields are: {known}")(
                act=act, name=repr(name), known=", ".join(known)
            )
        )
    if name == "about":
        return name, _matter(value.split(","))
    kinds = _made_of(known[name])
    if get_origin(known[name]) is tuple:
        numbers = int in kinds
        return name, [_whole(act, name, each) if numbers else each for each in value.split(",") if each]
    if int in kinds and value.removeprefix("-").isdecimal():
        return name, int(value)
    return name, value


def _matter(words: list[str]) -> list[str | int]:
    """Read what a motion is about: its kind, then what it names; a whole number where that kind has one.

    >>> _matter(["judge", "votes", "m-1", "3"]), _matter(["appoint", "chair:chair:-:1", "7"])
    (['judge', 'votes', 'm-1', 3], ['appoint', 'chair:chair:-:1', '7'])
    """
    kind = next((each for each in get_args(Matter) if each.__struct_config__.tag == words[0]), None)
    types = () if kind is None else tuple(field.type for field in msgspec.structs.fields(kind))
    whole = [int in _made_of(each) for each in types] + [False] * len(words)
    given = (
        int(word) if number and word.removeprefix("-").isdecimal() else word
        for word, number in zip(words[1:], whole, strict=False)
    )
    return [words[0], *given]


def _made_of(kind: Any) -> set[Any]:
    """Return what a field is made of in the end: an id is a text, an instant a number.

    >>> int in _made_of(tuple[Instant, ...] | None), str in _made_of(Instant)
    (True, False)
    """
    inner = get_args(kind)
    if inner:
        return {made for each in inner for made in _made_of(each)}
    made_of = getattr(kind, "__supertype__", None)
    return {kind} if made_of is None else _made_of(made_of)


def _whole(act: str, name: str, text: str) -> int:
    if not text.strip().isdecimal():
        raise RecordError(
            msg("{name} of {act} is a list of whole numbers, such as {name}=2,1,3; {text} is none")(
                name=name, act=act, text=repr(text)
            )
        )
    return int(text)


def key_command(
    directory: DirArgument,
    person: Annotated[str, typer.Argument(help="The pseudonymous id the key is for.")],
    file: Annotated[Path, typer.Argument(help="The new key file.")],
    json: JsonOption = False,
) -> None:
    """Make a key for a person and print its public half, which the registrar binds with the act key.bind."""
    signer = person_key(open_directory(directory).origin, person)
    try:
        signer.save(file)
    except FileExistsError as error:
        raise RecordError(
            msg("{file} exists: choose another name, a key is never overwritten")(file=str(file))
        ) from error
    except OSError as error:
        raise RecordError(
            msg("{file} cannot be written ({reason}): check the path")(
                file=str(file), reason=str(error.strerror)
            )
        ) from error
    if json:
        say_json({"person": person, "key": signer.public_text, "file": str(file)})
    else:
        console().print(signer.public_text, markup=False)
