"""Who takes a post that falls vacant, by the steps that the bylaws list."""
