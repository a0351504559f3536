"""The rules of a bylaws file for a study: who sends whom how many, for how long, and how they lose the seat; as arrays."""
