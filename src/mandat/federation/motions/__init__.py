"""Motions, votes and decisions."""
