"""The browser's notes, trees and proofs are byte for byte those of the record."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mandat.record.entries import write_act
from mandat.record.keys import Signer
from mandat.record.merkle import Tree, leaf_hash
from mandat.service.author import person_key_name
from tests.web.browser.conftest import KINDS, Devices
from tests.web.browser.federation import ORIGIN

BODIES: list[dict[str, Any]] = [
    {"act": "confidence.withdraw", "post": "region/rhone:delegates:section/lyon:1"},
    {"act": "candidate.nominate", "election": "é/ü 中 🚂", "candidates": ["m-1", "m-2"], "lists": []},
    {"act": "question.ask", "text": 'a "quoted" \\ line', "question": "q", "post": "p"},
    {"act": "count.enter", "n": 9007199254740991, "yes": True, "none": None},
]
ENVELOPE = {"seen": [3, base64.b64encode(bytes(32)).decode()], "nonce": base64.b64encode(bytes(12)).decode()}


@pytest.fixture
def kind() -> Any:
    return KINDS[1]


@pytest.fixture
def page(devices: Devices) -> Page:
    """A page of the site, from which its modules can be imported."""
    return devices().go("/check")


_NOTE = """async ({ jwk, publicKey, name, lines }) => {
    const { writeNote } = await import('/static/js/note.js');
    const { toBase64, fromBase64 } = await import('/static/js/bytes.js');
    const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
    const sign = async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes));
    return toBase64(await writeNote(lines, { name, publicKey: fromBase64(publicKey), sign }));
}"""


@pytest.mark.parametrize("body", BODIES, ids=[each["act"] for each in BODIES])
def test_a_note_is_the_one_that_the_record_writes(page: Page, body: dict[str, Any]) -> None:
    seed = bytes(range(32))
    name = person_key_name(ORIGIN, "m-17")
    public = Signer(name, seed).public
    ours = write_act(ORIGIN, {**body, **ENVELOPE}, [Signer(name, seed)])
    line = page.evaluate("(body) => JSON.stringify(body)", {**body, **ENVELOPE})
    jwk = {"kty": "OKP", "crv": "Ed25519", "d": _url(seed), "x": _url(public)}
    given = {"jwk": jwk, "publicKey": base64.b64encode(public).decode(), "name": name}
    theirs = page.evaluate(_NOTE, {**given, "lines": ["mandat/act/v1", ORIGIN, line]})
    assert base64.b64decode(theirs) == ours


_TREE = """async ({ leaves, proofs }) => {
    const { Tree, continues, leafHash } = await import('/static/js/tree.js');
    const { toBase64, fromBase64 } = await import('/static/js/bytes.js');
    const tree = new Tree();
    const roots = [toBase64(await tree.root())];
    for (const leaf of leaves) {
        await tree.append(await leafHash(fromBase64(leaf)));
        roots.push(toBase64(await tree.root()));
    }
    const head = (size) => ({ size, root: fromBase64(roots[size]) });
    const held = [];
    for (const [first, second, proof] of proofs) {
        held.push(await continues(head(first), head(second), proof.map(fromBase64)));
        const wrong = { size: first, root: fromBase64(roots[first]).map((byte, at) => (at ? byte : byte ^ 1)) };
        held.push(!(await continues(wrong, head(second), proof.map(fromBase64))));
    }
    return { roots, held };
}"""


def test_trees_and_consistency_proofs_are_those_of_rfc_6962(page: Page) -> None:
    leaves = [f"entry {number}".encode() for number in range(70)]
    tree = Tree()
    roots = [tree.root]
    for leaf in leaves:
        tree.append(leaf_hash(leaf))
        roots.append(tree.root)
    proofs = [
        (first, second, [_text(each) for each in tree.consistency_proof(first, second)])
        for second in range(1, 71)
        for first in range(1, second + 1)
    ]
    found = page.evaluate(_TREE, {"leaves": [_text(each) for each in leaves], "proofs": proofs})
    assert found["roots"] == [_text(each) for each in roots]
    assert all(found["held"])


def test_the_page_makes_no_request_to_anybody_else(devices: Devices) -> None:
    device = devices()
    asked: list[str] = []
    device.page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/record", "/bylaws", "/check", "/join"):
        device.go(path)
        expect(device.page.locator("main")).to_be_visible()
    assert [each for each in asked if not each.startswith(device.served.base)] == []


def _url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
