"""The start page: the agreements on this computer, and what can be done with each."""
