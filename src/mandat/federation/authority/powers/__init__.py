"""Powers: who may do what, and what was done under them."""
