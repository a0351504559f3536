"""Duties: what is owed to somebody by some time, and what happens when it is late."""
