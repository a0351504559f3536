"""Votes to seats for many bodies at once, in whole numbers; the same seats as ``mandat.counting`` gives one by one."""
