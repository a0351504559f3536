"""Stores: where a record lies. One small interface, one contract test for all."""
