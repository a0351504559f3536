"""A federation that is served, and everybody in it who is not at a browser: they act over HTTP with keys of their own."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from mandat.federation.people.keys.rules import hash_of_code
from mandat.record.blobs import Blob
from mandat.record.checkpoint import read_checkpoint
from mandat.record.directory import create, open_directory
from mandat.record.keys import Signer
from mandat.record.store.interface import Head
from mandat.record.store.private import People, PrivateEntry
from mandat.service.author import Author, person_key_name
from mandat.service.founding import found
from mandat.service.incoming import Incoming
from mandat.service.opening import writing
from tests.web.serving import PATIENCE

ORIGIN = "rail.example/log"
BYLAWS = """\
mandat = 1
id = "rail"
title = { en = "Rail Federation", fr = "Fédération du rail" }
time_zone = "Europe/Paris"

[body.section]
article = "1"
title = { en = "Section", fr = "Section" }
type = "assembly"
many = true
part_of = "region"

[body.region]
article = "2"
title = { en = "Regional council", fr = "Conseil régional" }
type = "council"
many = true

[body.region.seats.delegates]
article = "2.1"
title = { en = "Delegates", fr = "Délégués" }
from = "section"
number = "ceil(entitled / 10)"
elect = { article = "2.2", method = "stv-scottish", ballot = "secret" }
term = "P2Y"
succession = ["countback", { by = "by-election", within = "P30D" }]

[recall.delegates]
article = "3"
of = "region.delegates"
by = "sender"
confidence = "withdrawn > 1/2 * electors"

[duty.answers]
article = "4"
of = "region.delegates"
to = "sender"
within = "P14D"

[decision.majority]
article = "5"
in = "region"
carried = "yes > no"

[power."agreement.sign"]
article = "6"
holder = "region"
delegable = false
decision = "majority"
"""
REGION = "region/rhone"
_DAY = 86_400
_numbers = itertools.count(1)


class Section(NamedTuple):
    """An assembly of its own for one test: its members, its delegates' seats, and what it is called."""

    body: str
    members: tuple[str, ...]

    @property
    def seat(self) -> str:
        """The first seat that it fills."""
        return f"{REGION}:delegates:{self.body}:1"


class Served:
    """The processes of ``mandat serve``, the keys of those who act without a browser, and links for those with one."""

    def __init__(self, directory: Path, registrar: Signer, *options: str, base: str = "") -> None:
        """Start serving ``directory`` on a free port; ``base`` may hold ``{port}``."""
        self.directory = directory
        self.port = _free_port()
        self.local = f"http{'s' if '--tls-key' in options else ''}://localhost:{self.port}"
        self.base = base.format(port=self.port) or self.local
        self.keys = {"registrar": registrar}
        self.log = open_directory(directory).log
        self._options = (*options, "--base", self.base)
        self.start()

    def start(self) -> None:
        """Start the processes and wait until they answer."""
        program = str(Path(sys.executable).with_name("mandat"))
        said = self.directory.parent / f"serve-{self.port}.log"
        with said.open("ab") as log:
            command = [program, "serve", str(self.directory), "--port", str(self.port), *self._options]
            self._process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                self.get("/api/log")
            except (OSError, AssertionError):
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"serve did not start: {said.read_text()[-2000:]}")

    def stop(self) -> None:
        """End the processes as Ctrl-C does."""
        os.kill(self._process.pid, signal.SIGINT)
        self._process.wait(PATIENCE)

    # -- over HTTP --------------------------------------------------------------------------------------------------------

    def get(self, path: str) -> Any:
        """Return the JSON of a path."""
        address, trusted = self.local + path, _unverified(self.local)
        with urllib.request.urlopen(address, timeout=PATIENCE, context=trusted) as answer:  # noqa: S310 (our own)
            return json.load(answer)

    def head(self) -> Head | None:
        """Return the last checkpoint."""
        note = self.get("/api/log")["checkpoint"]
        if note is None:
            return None
        read = read_checkpoint(note.encode(), self.log)
        return Head(read.size, read.root, note.encode())

    def send(self, acts: Sequence[Incoming]) -> list[dict[str, Any]]:
        """Post acts and return the answers."""
        body = {"acts": [_wire(each) for each in acts]}
        request = urllib.request.Request(  # noqa: S310 (our own address)
            f"{self.local}/api/acts",
            json.dumps(body).encode(),
            {"Content-Type": "application/json", "Accept-Language": "en"},
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE, context=_unverified(self.local)) as answer:  # noqa: S310
                found: list[dict[str, Any]] = json.load(answer)["answers"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from error
        return found

    # -- acts -------------------------------------------------------------------------------------------------------------

    def key(self, person: str) -> Signer:
        """The key of somebody who is not at a browser."""
        if person not in self.keys:
            self.keys[person] = Signer.generate(person_key_name(ORIGIN, person))
        return self.keys[person]

    def author(self, people: str) -> Author:
        """People who sign together, joined by ``+``."""
        return Author(ORIGIN, [self.key(each) for each in people.split("+")])

    def ok(
        self, people: str, act: str, *, blob: str = "", sealed: bool = False, **fields: Any
    ) -> dict[str, Any]:
        """Do an act that must be admitted; the field that is ``@`` names a blob with the text ``blob``."""
        return self.all_ok([self.write(people, {"act": act, **fields}, blob, sealed=sealed)])[0]

    def write(
        self, people: str, body: Mapping[str, Any], blob: str = "", *, sealed: bool = False
    ) -> Incoming:
        """Sign an act."""
        made = Blob(secrets.token_bytes(16), blob.encode())
        named = {name: made.name if value == "@" else value for name, value in body.items()}
        if sealed:
            return self.author(people).sealed(named, self.head())
        return self.author(people).act(named, self.head(), (made,) if named != dict(body) else ())

    def all_ok(self, acts: Sequence[Incoming]) -> list[dict[str, Any]]:
        """Do acts that must be admitted."""
        answers = self.send(acts)
        for answer in answers:
            assert answer.get("outcome") == "admitted", _why(answer)
        return answers

    def section(self, people: int = 6, *, keyed: int = 6, delegates: bool = False) -> Section:
        """Found a section with members; the first ``keyed`` have keys outside browsers. With ``delegates``, the second sits."""
        name = f"s{next(_numbers)}"
        body = f"section/{name}"
        self.ok("registrar", "body.found", body=body, part_of=REGION, title=f"Section {name.upper()}")
        members = tuple(f"{name}-{number}" for number in range(1, people + 1))
        head = self.head()
        enrolments = []
        for place, person in enumerate(members):
            key = {"key": self.key(person).public_text} if place < keyed else {}
            fields = {"act": "member.enrol", "person": person, "body": body, **key}
            enrolments.append(self.author("registrar").act(fields, head))
        self.all_ok(enrolments)
        self.name(*members)
        section = Section(body, members)
        if delegates:
            self.elect(section, [members[1], members[2]])
        return section

    def elect(self, section: Section, candidates: Sequence[str]) -> str:
        """Elect the first of the candidates from papers; the first member and the fourth are tellers."""
        election = f"e-{section.body.rpartition('/')[2]}"
        tellers = [section.members[0], section.members[3]]
        fields = {
            "line": "region.delegates",
            "sender": section.body,
            "tellers": tellers,
            "election": election,
        }
        self.all_ok([self.write("registrar", {"act": "election.call", **fields})])
        self.ok(tellers[0], "candidate.nominate", election=election, candidates=list(candidates))
        self.ok(tellers[0], "election.open", election=election)
        names = "\n".join(f'"{each}"' for each in candidates)
        papers = (
            f"{len(candidates)} 1\n3 {' '.join(str(n + 1) for n in range(len(candidates)))} 0\n0\n{names}\n"
        )
        self.ok("+".join(tellers), "count.enter", blob=papers, election=election, ballots="@")
        return election

    def invite(self, person: str, *, replaces: bool = False, seconds: int = 7 * _DAY) -> str:
        """Return the link of an invitation (path and code)."""
        code = secrets.token_bytes(18)
        expires = int(time.time()) + seconds
        body = {"person": person, "code": hash_of_code(code), "expires": expires, "replaces": replaces}
        self.all_ok([self.write("registrar", {"act": "key.invite", **body})])
        return f"/join#{person}.{base64.urlsafe_b64encode(code).decode()}"

    def invite_for_moments(self, person: str) -> tuple[str, float]:
        """Return the link of an invitation that is soon over, and when; one that was over when it came is made for longer."""
        for seconds in (3, 10, 40):
            over = time.time() + seconds + 1
            with contextlib.suppress(AssertionError):
                return self.invite(person, seconds=seconds), over
        raise AssertionError("no invitation came in time")

    def name(self, *people: str) -> None:
        """Put names into the private register."""
        register = People(open_directory(self.directory).people)
        register.put([PrivateEntry(each, f"Name {each.upper()}", f"{each}@example.org") for each in people])
        register.close()


def founded(path: Path) -> tuple[Path, Signer]:
    """Found the federation in a new directory; return it and the registrar's key."""
    directory = create(path, ORIGIN)
    key = Signer.generate(person_key_name(ORIGIN, "registrar"))
    with writing(directory.path) as writer:
        receipt = found(writer, BYLAWS, "registrar", key)
    assert receipt.outcome == "admitted"
    return directory.path, key


def _wire(act: Incoming) -> dict[str, Any]:
    wire: dict[str, Any] = msgspec.to_builtins(act)
    return wire


def _why(answer: Mapping[str, Any]) -> str:
    grounds = (answer.get("ruling") or {}).get("grounds", [])
    return answer.get("words") or "; ".join(each["found"] for each in grounds if each["holds"] is False)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _unverified(address: str) -> Any:
    import ssl

    if not address.startswith("https"):
        return None
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
