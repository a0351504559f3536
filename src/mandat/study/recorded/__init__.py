"""A federation's own record: how faithful it was, what other rulebooks would have given, whom a vote at the top stood for."""
