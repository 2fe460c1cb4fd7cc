"""The draft on the desk: edits in, events out; undo, and when to save."""
