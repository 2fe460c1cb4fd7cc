"""Who makes the agreement, on what footing and why; who talks to whom and who signs."""
