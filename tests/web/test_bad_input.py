"""What people and programs get wrong at the API: each is answered with a reason and what to do, and nothing is half done."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import httpx
import pytest

from mandat.record.directory import create
from mandat.record.keys import Signer
from mandat.record.store.interface import Head
from mandat.service import published
from mandat.service.author import Author, person_key
from mandat.service.founding import found
from mandat.service.incoming import Incoming
from mandat.service.invitations import InvitationCode, fresh
from mandat.service.opening import now, writing
from mandat.web.app import RateLimits
from mandat.web.security import Bucket
from tests.web.serving import MANY, Running, running

ORIGIN = "rail.example/log"
HOUR = 3600
FEW = 4


class Desk(NamedTuple):
    """A served federation, and its registrar."""

    here: Running
    registrar: Signer

    def head(self) -> Head | None:
        return self.here.site.follower.head

    def write(self, body: Mapping[str, object], key: Signer | None = None) -> Incoming:
        return Author(ORIGIN, [key or self.registrar]).act(body, self.head())

    def send(self, *acts: Incoming, **headers: str) -> httpx.Response:
        sent = {"acts": [{"note": base64.b64encode(act.raw).decode()} for act in acts]}
        return httpx.post(f"{self.here.base}/api/acts", json=sent, headers=headers)

    def invited(self, **fields: Any) -> InvitationCode:
        """An invitation on the record, of the registrar for a further device."""
        invitation = fresh("registrar", fields.pop("expires", now() + HOUR), **fields)
        assert self.send(self.write(invitation.body)).json()["answers"][0]["outcome"] == "admitted"
        return invitation

    def invited_for_moments(self) -> InvitationCode:
        """An invitation that is soon over; on a busy machine one that was over when it came is made again for longer."""
        for seconds in (2, 8, 32):
            invitation = fresh("registrar", now() + seconds)
            if self.send(self.write(invitation.body)).json()["answers"][0]["outcome"] == "admitted":
                return invitation
        raise AssertionError("no invitation came in time")

    def enrol(self, code: bytes, key: Signer | None = None, **headers: str) -> httpx.Response:
        new = key or person_key(ORIGIN, "registrar")
        body = {
            "act": "key.enrol",
            "person": "registrar",
            "key": new.public_text,
            "code": base64.b64encode(code).decode(),
        }
        return self.send(self.write(body, new), **headers)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    directory, key = (
        create(tmp_path_factory.mktemp("bad") / "rail", ORIGIN),
        person_key(ORIGIN, "registrar"),
    )
    with writing(directory.path) as writer:
        found(writer, published.text("template", "federation"), "registrar", key)
    with running(directory.path) as here:
        yield Desk(here, key)


def test_a_code_is_good_once(desk: Desk) -> None:
    code = desk.invited().code
    assert desk.enrol(code).json()["answers"][0]["outcome"] == "admitted"
    size = desk.here.site.follower.size
    again = desk.enrol(code)
    assert again.status_code == 422
    assert again.json() == {"reason": "bad-code", "words": again.json()["words"]}
    assert "invitation" in again.json()["words"]
    assert desk.here.site.follower.size == size


@pytest.mark.parametrize("code", [bytes(18), b"", b"x" * 3000])
def test_a_code_that_was_never_given_is_not_taken(desk: Desk, code: bytes) -> None:
    answer = desk.enrol(code, None, **{"Accept-Language": "fr"})
    assert answer.status_code == 422
    assert answer.json()["reason"] == "bad-code"
    assert "demander" in answer.json()["words"].lower()


def test_an_expired_code_is_not_taken(desk: Desk) -> None:
    invitation = desk.invited_for_moments()
    time.sleep(max(0, invitation.expires + 1 - time.time()))
    answer = desk.enrol(invitation.code)
    assert answer.status_code in (200, 422)
    said = answer.json()
    assert said.get("reason") == "bad-code" or said["answers"][0]["outcome"] == "refused"


def test_a_device_whose_key_was_replaced_signs_for_nobody(desk: Desk) -> None:
    old = person_key(ORIGIN, "registrar")
    assert desk.enrol(desk.invited().code, old).json()["answers"][0]["outcome"] == "admitted"
    revoked = desk.send(desk.write({"act": "key.revoke", "person": "registrar", "key": old.public_text}))
    assert revoked.json()["answers"][0]["outcome"] == "admitted"
    answer = desk.send(desk.write({"act": "body.found", "body": "section/lyon"}, old))
    assert answer.status_code == 422
    assert answer.json()["reason"] == "revoked-key"


def test_the_same_bytes_sent_again_give_the_first_receipt(desk: Desk) -> None:
    act = desk.write({"act": "body.found", "body": "section/twice"})
    first, second = desk.send(act).json()["answers"][0], desk.send(act).json()["answers"][0]
    assert (first["repeated"], second["repeated"]) == (False, True)
    assert (first["index"], first["outcome"]) == (second["index"], second["outcome"])
    both = desk.send(act, act).json()["answers"]
    assert [each["index"] for each in both] == [first["index"]] * 2


def test_an_act_written_for_another_log_is_not_taken(desk: Desk) -> None:
    elsewhere = "ferry.example/log"
    act = Author(elsewhere, [person_key(elsewhere, "registrar")]).act(
        {"act": "body.found", "body": "section/x"}, None
    )
    assert desk.send(act).json()["reason"] == "wrong-origin"


def test_ten_megabytes_of_json_are_too_many(desk: Desk) -> None:
    answer = httpx.post(
        f"{desk.here.base}/api/acts",
        content=b'{"acts": [{"note": "' + b"A" * 10_000_000 + b'"}]}',
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 413
    assert answer.json()["reason"] == "too-large"
    assert "larger than 4 MB" in answer.json()["words"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[" * 100_000, b'{"acts": []}', b'{"acts": [{"note": "%%%"}]}', b'{"acts": 7}', b"\xff\xfe"],
)
def test_what_is_no_act_is_said_so(desk: Desk, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = httpx.post(f"{desk.here.base}/api/acts", content=content, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["reason"] == "malformed"


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_another_site_may_not_send_acts(desk: Desk, headers: dict[str, str]) -> None:
    answer = desk.send(desk.write({"act": "body.found", "body": "section/csrf"}), **headers)
    assert answer.status_code == 403
    assert answer.json()["reason"] == "foreign-origin"
    assert desk.here.site.state.bodies.get("section/csrf") is None


def test_codes_cannot_be_tried_without_end(desk: Desk) -> None:
    limits = RateLimits(Bucket(MANY), Bucket(MANY), Bucket(FEW))
    app_limits = desk.here.app.state.limits
    desk.here.app.state.limits = limits
    try:
        statuses = [desk.enrol(bytes(18)).status_code for _ in range(FEW + 2)]
        other = desk.send(desk.write({"act": "body.found", "body": "section/else"}))
    finally:
        desk.here.app.state.limits = app_limits
    assert statuses == [422] * FEW + [429] * 2
    assert other.status_code == 200


def test_every_answer_carries_the_headers(desk: Desk) -> None:
    for path in ("/", "/api/log", "/nowhere", "/api/nowhere", "/static/css/mandat.css"):
        headers = httpx.get(desk.here.base + path).headers
        assert "Content-Security-Policy" in headers, path
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], path
        assert "unsafe" not in headers["Content-Security-Policy"], path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert "server" not in headers, path
