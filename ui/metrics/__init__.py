"""What the window shows of one service level beyond its fields: a picture of its past."""
