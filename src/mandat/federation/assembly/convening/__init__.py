"""Convening: who calls a body, with what notice and agenda; who may demand that it meets; what if it does not."""
