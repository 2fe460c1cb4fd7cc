"""Reading a Word file that came back; `read.read_returned` is the way in."""
