"""Two versions of an agreement on one paper: what was removed and what was added, word by word."""
