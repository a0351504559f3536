"""What all rooms stand on: types, rulings, the draft of a ruling, the rulebook in force, counts, populations, the agenda."""
