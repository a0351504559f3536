"""Elections: nomination, roll, ballots, count, seats filled, substitutes in order."""
