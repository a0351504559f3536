"""What a decision rule of the bylaws asks for, before any vote on it."""
