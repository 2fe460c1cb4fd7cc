"""The history of an agreement: its versions, what changed between two, and the way back."""
