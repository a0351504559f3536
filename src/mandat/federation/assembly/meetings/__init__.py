"""Meetings: called, opened, attended, closed."""
