"""The points of a draft's history: look at one, name it, go back to it."""
