"""Editors of values: one per type of value, one registry, and the row that puts one on a form."""
