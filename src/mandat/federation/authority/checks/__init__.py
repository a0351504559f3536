"""Checks: who stops or undoes what others have decided or done."""
