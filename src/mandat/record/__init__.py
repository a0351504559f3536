"""The record: entries, signatures, the log and its proofs, stores, verification.

An entry is a C2SP signed note, byte for byte as its author signed it; the entries are the leaves of an RFC 6962 tree, whose
root is signed in a C2SP checkpoint. Whoever holds a copy can replay it and get the same state.
"""
