"""The pen process: the only one that writes a record, and how others send it acts."""
