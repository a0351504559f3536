"""Blobs: named by one hash over a salt of sixteen bytes and the content."""

from __future__ import annotations

import pytest

from mandat.record.blobs import SALT_BYTES, Blob, fresh_salt
from mandat.record.errors import RecordError


def test_a_blob_is_named_by_salt_and_content() -> None:
    # printf '0123456789abcdeftext' | sha256sum
    found = Blob(b"0123456789abcdef", b"text").name
    assert found == "sha256:6b99c92a7423d201441563e5e6e4e5f9fe393a73dcdb9233a4f1c43fe5649b06"
    assert len(fresh_salt()) == SALT_BYTES
    assert fresh_salt() != fresh_salt()


@pytest.mark.parametrize("size", [0, 15, 17])
def test_a_salt_of_another_length_is_refused(size: int) -> None:
    """With it, the bytes ``salt ‖ content`` could be cut elsewhere, and two contents would share a name."""
    with pytest.raises(
        RecordError, match=f"the salt of a blob has {size} bytes: make one of 16 random bytes"
    ):
        Blob(bytes(size), b"text")
