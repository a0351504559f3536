"""Who may do a thing: the holder of a power, under a decision where the bylaws ask for one, unless a check stands."""
