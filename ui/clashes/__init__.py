"""What another computer changed: what was taken over, and what both sides changed differently."""
