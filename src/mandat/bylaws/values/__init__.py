"""What everything in the language stands on: durations, exact numbers, places in a text."""
