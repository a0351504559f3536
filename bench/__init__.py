"""Measurements of speed and memory; ``python -m bench`` runs them. No test: figures depend on the machine."""
