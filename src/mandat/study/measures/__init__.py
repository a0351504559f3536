"""What is reported of a run: fidelity, lag, decisions, effort, staleness, stability; and of bylaws: power and capture."""
