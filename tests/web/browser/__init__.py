"""Journeys in a real browser: Debian's Chromium on the real processes of ``mandat serve``."""
