"""Instructions: what senders tell their delegates to vote, and votes against it."""
