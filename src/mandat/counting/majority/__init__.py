"""Rules that elect whoever has the most: votes, approvals, points."""
