"""The command line: ``mandat``."""

from mandat.cli.app import main

__all__ = ["main"]
