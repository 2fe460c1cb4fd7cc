"""Exporting the agreement that is open, without stopping the window."""
