"""Condorcet rules: every two candidates are compared on all papers. Each rule is a module named after it."""
