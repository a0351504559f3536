"""Committees from approval ballots, in proportion to who approves whom. Each rule is a module named after it."""
