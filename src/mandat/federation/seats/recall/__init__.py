"""Recall by petition and vote: who may start, how many within which time, cooling-off."""
