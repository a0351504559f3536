"""The tree of RFC 6962: published vectors, another implementation, and properties of its proofs."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from mandat.record.merkle import (
    EMPTY_ROOT,
    Tree,
    leaf_hash,
    node_hash,
    verify_consistency,
    verify_inclusion,
)

# The reference leaves and roots of the Certificate Transparency test data (RFC 6962 reference implementation).
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def tree_of(count: int) -> Tree:
    return Tree([leaf_hash(b"%d" % number) for number in range(count)])


def test_the_empty_tree() -> None:
    assert Tree().root == EMPTY_ROOT == hashlib.sha256(b"").digest()


def test_published_roots() -> None:
    tree = Tree()
    for text, root in zip(LEAVES, ROOTS, strict=True):
        tree.append(leaf_hash(bytes.fromhex(text)))
        assert tree.root.hex() == root


def test_agreement_with_another_implementation() -> None:
    theirs = InmemoryTree(algorithm="sha256")
    ours = Tree()
    for number in range(130):
        theirs.append_entry(b"%d" % number)
        ours.append(leaf_hash(b"%d" % number))
        assert ours.root == theirs.get_root()


@given(st.integers(1, 70), st.data())
def test_every_entry_proves_that_it_is_in(size: int, data: st.DataObject) -> None:
    tree = tree_of(size)
    index = data.draw(st.integers(0, size - 1))
    proof = tree.inclusion_proof(index)
    leaf = leaf_hash(b"%d" % index)
    assert verify_inclusion(leaf, index, size, proof, tree.root)
    assert not verify_inclusion(leaf_hash(b"other"), index, size, proof, tree.root)
    assert not verify_inclusion(leaf, index, size, proof, node_hash(leaf, leaf))
    assert not verify_inclusion(leaf, index, size, (*proof, leaf), tree.root)
    if proof:
        assert not verify_inclusion(leaf, index, size, proof[:-1], tree.root)


@given(st.integers(1, 70), st.data())
def test_every_log_proves_that_it_only_grew(new: int, data: st.DataObject) -> None:
    tree = tree_of(new)
    old = data.draw(st.integers(1, new))
    proof = tree.consistency_proof(old)
    assert verify_consistency(old, new, tree.root_at(old), tree.root, proof)
    if old < new:
        assert not verify_consistency(old, new, bytes(32), tree.root, proof)
        assert not verify_consistency(old, new, tree.root_at(old), bytes(32), proof)


@given(st.integers(0, 70), st.data())
def test_roots_of_the_past_stay(size: int, data: st.DataObject) -> None:
    tree = tree_of(size)
    old = data.draw(st.integers(0, size))
    assert tree.root_at(old) == tree_of(old).root


def test_what_cannot_be_proved_is_said() -> None:
    tree = tree_of(3)
    with pytest.raises(ValueError, match="the log has 3 entries; it never had 4"):
        tree.root_at(4)
    with pytest.raises(ValueError, match="entry 3 is not in a log of 3 entries"):
        tree.inclusion_proof(3)
    with pytest.raises(ValueError, match="no proof from 0 to 3"):
        tree.consistency_proof(0)
    assert not verify_inclusion(b"", 3, 3, (), b"")
    assert not verify_consistency(0, 3, b"", b"", ())


def test_a_proof_cannot_move_the_border_between_two_hashes() -> None:
    """Else the second half of a leaf, with the first half before its sibling, would hash to the same node."""
    tree = tree_of(2)
    left, right = leaf_hash(b"0"), leaf_hash(b"1")
    assert verify_inclusion(left, 0, 2, (right,), tree.root)
    assert node_hash(left[:16], left[16:] + right) == tree.root
    assert not verify_inclusion(left[:16], 0, 2, (left[16:] + right,), tree.root)
    assert not verify_inclusion(left + right[:8], 0, 2, (right[8:],), tree.root)


def test_a_proof_of_growth_holds_whole_hashes_only() -> None:
    tree = tree_of(2)
    left, right = leaf_hash(b"0"), leaf_hash(b"1")
    assert verify_consistency(1, 2, left, tree.root, (right,))
    assert not verify_consistency(1, 2, left[:16], tree.root, (left[16:] + right,))


@given(st.integers(2, 70), st.data())
def test_a_proof_holds_for_its_place_and_size_only(size: int, data: st.DataObject) -> None:
    tree = tree_of(size)
    index = data.draw(st.integers(0, size - 1))
    leaf, proof = leaf_hash(b"%d" % index), tree.inclusion_proof(index)
    for other in {index - 1, index + 1, index ^ 1} - {index}:
        assert not verify_inclusion(leaf, other, size, proof, tree.root)
    damaged = data.draw(st.integers(0, len(proof) - 1))
    flipped = bytes([proof[damaged][0] ^ 1]) + proof[damaged][1:]
    assert not verify_inclusion(
        leaf, index, size, (*proof[:damaged], flipped, *proof[damaged + 1 :]), tree.root
    )


@given(st.integers(1, 70), st.data())
def test_proofs_of_the_past_are_those_of_a_log_that_stopped_there(size: int, data: st.DataObject) -> None:
    tree, then = tree_of(70), tree_of(size)
    index = data.draw(st.integers(0, size - 1))
    assert tree.inclusion_proof(index, size) == then.inclusion_proof(index)
    old = data.draw(st.integers(1, size))
    assert tree.consistency_proof(old, size) == then.consistency_proof(old)
