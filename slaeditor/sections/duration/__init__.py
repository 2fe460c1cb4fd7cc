"""When the agreement starts, how long it runs, how it renews and how it ends."""
