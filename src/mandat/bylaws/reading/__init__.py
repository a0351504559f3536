"""Reads the values of a bylaws file, one reader per shape; every fault is collected, none stops the reading."""
