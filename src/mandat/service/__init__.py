"""The service: the only writer of a record, private data about people, invitations and keys."""
