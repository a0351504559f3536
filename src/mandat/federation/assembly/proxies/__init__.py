"""Proxies: who votes for whom in a body."""
