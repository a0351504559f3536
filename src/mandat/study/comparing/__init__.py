"""Rulebooks side by side: ranges of a key, intervals over seeds, the frontier of fidelity against effort, sensitivity."""
