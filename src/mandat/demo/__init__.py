"""The demonstration: a federation run end to end on the real ballots of forty Scottish wards."""
