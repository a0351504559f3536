"""Law: the bylaws in force, and how they are changed and interpreted."""
