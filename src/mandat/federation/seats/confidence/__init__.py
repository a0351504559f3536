"""Confidence: the standing relation between a constituency and its delegate."""
