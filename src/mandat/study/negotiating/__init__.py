"""Sign or hold out: what waiting is worth, when to stop, and what the answer hangs on."""
